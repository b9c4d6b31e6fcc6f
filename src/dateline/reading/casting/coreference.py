"""Whom pronouns and bare titles mean: those last spoken of that they can mean.

Linear in the words: only the few figures last mentioned are ever looked at.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from dateline.knowledge.naming import words_of
from dateline.knowledge.roles import Role
from dateline.reading.casting.identities import Figure

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "themselves"})
PRONOUNS = MALE | FEMALE | NEUTER | PLURAL

RECENT = 24
"""Figures kept in mind; who was mentioned before that is not meant by a pronoun or a bare title."""

_ALLIANCES = frozenset({"bloc", "alliance", "organisation", "organization", "grouping", "body", "forum", "union"})


class Stage:
    """Who was last spoken of. The subject of the last sentence comes before those mentioned after it in passing."""

    def __init__(self) -> None:
        self._recent: deque[Figure] = deque(maxlen=RECENT)
        self._countries: deque[str] = deque(maxlen=RECENT)
        self._subject: dict[str, Figure] = {}
        self._several: tuple[Figure, ...] = ()
        self._here: list[Figure] = []
        self._seat: tuple[str, int] | None = None
        self._sentence = 0

    def begin(self) -> None:
        """Another sentence begins."""
        self._here = []
        self._sentence += 1

    def sit(self, country: str) -> None:
        """The seat of a government is mentioned: ``at the White House``."""
        self._seat = country, self._sentence

    @property
    def seat(self) -> str | None:
        """Whose ``the President`` is, right after the seat of a government, unless another president came between."""
        return self._seat[0] if self._seat and self._sentence - self._seat[1] <= 1 else None

    def enter(self, figure: Figure, subject: bool) -> None:
        """Somebody is mentioned; as the subject of a clause, or otherwise."""
        if figure in self._recent:
            self._recent.remove(figure)
        self._recent.append(figure)
        if self._seat and figure.country != self._seat[0] and figure.office == "president":
            self._seat = None
        self.told(figure)
        if subject:
            self._subject[_number(figure)] = figure
            if figure.kind == "people":
                self._several = (figure,)
        if figure.country:
            self.country(figure.country)

    def told(self, figure: Figure) -> None:
        """Somebody is spoken of in this sentence, be it by a pronoun."""
        if _number(figure) == "one" and figure not in self._here:
            self._here.append(figure)

    def together(self, figures: tuple[Figure, ...]) -> None:
        """Several act as one: ``the two leaders``."""
        self._several = figures

    def country(self, code: str) -> None:
        """A country is mentioned in any way."""
        if code in self._countries:
            self._countries.remove(code)
        self._countries.append(code)

    def pronoun(self, word: str, leads: bool = False) -> tuple[Figure, ...]:
        """Whom ``he``, ``it`` or ``they`` means; nobody where nobody spoken of fits.

        ``He`` who is no subject of the main clause is the one person whom the sentence names before, if just one: "the
        summit will be attended by the president after he visits Spain".
        """
        if word in NEUTER:
            return self._last("thing", lambda figure: True) or self._last("group", _is_a_group)
        if word in PLURAL:
            return self._several or self._last("group", lambda figure: True)
        if len(self._here) == 1 and not leads and self._here[0].gender != ("male" if word in FEMALE else "female"):
            return (self._here[0],)
        if word in FEMALE:
            return self._last("one", lambda f: f.gender == "female") or self._last("one", lambda f: f.gender is None)
        return self._last("one", lambda figure: figure.gender != "female")

    def _last(self, number: str, fits: Callable[[Figure], bool]) -> tuple[Figure, ...]:
        subject = self._subject.get(number)
        if subject and fits(subject) and subject in self._recent:
            return (subject,)
        found = next((f for f in reversed(self._recent) if _number(f) == number and fits(f)), None)
        return (found,) if found else ()

    def titled(self, role: Role, country: str | None) -> Figure | None:
        """Whom ``the spokesman`` or ``the Russian leader`` means: the subject of the last sentence if that can be his
        title, else the last one mentioned whose title it can be."""
        found: Figure | None = None
        subject = self._subject.get("one")
        first: tuple[Figure, ...] = (subject,) if subject and subject in self._recent else ()
        for figure in reversed(self._recent):
            unnamed = not figure.listed and _number(figure) == "one" and figure.office == role.office
            if unnamed and country in (None, figure.country):
                return figure  # "the official" is an official told of before, not a spokesman
            if figure.holds(role) and figure.listed:
                break
        for figure in (*first, *reversed(self._recent)):
            if _number(figure) == "one" and country in (None, figure.country) and figure.holds(role):
                if figure.in_office:
                    return figure
                found = found or figure
        return found

    def group(self, role: Role, country: str | None) -> Figure | None:
        """Whom ``the leaders`` means: the last group called so."""
        for figure in reversed(self._recent):
            if figure.kind == "people" and country in (None, figure.country) and figure.office == role.office:
                return figure
        return None

    def body(self, role: Role) -> Figure | None:
        """Which body ``the council`` or ``the foreign ministry`` means: the last one called so, or a bloc of states."""
        noun = role.phrase.split()[-1].lower()
        for figure in reversed(self._recent):
            if _number(figure) == "thing" and figure.kind != "government":
                if figure.office == role.office or noun in words_of(figure.name)[-2:]:
                    return figure
                if noun in _ALLIANCES and figure.kind == "igo":
                    return figure
        return None

    def body_ending(self, word: str) -> Figure | None:
        """The last body whose name ends with a word: ``the Bank`` is the World Bank."""
        bodies = (f for f in reversed(self._recent) if _number(f) == "thing" and f.kind != "government")
        return next((f for f in bodies if words_of(f.name)[-1:] == (word,)), None)

    def state_of(self, role: Role) -> str | None:
        """Whose ``foreign ministry``: of the last one so called, or of the government that was the subject since."""
        for figure in reversed(self._recent):
            if figure.country and (figure.office == role.office or figure is self._subject.get("thing")):
                return figure.country
        return None

    def two_people(self, role: Role | None, only: bool = False) -> tuple[Figure, ...]:
        """The two last mentioned who hold such an office in different countries: ``the two leaders``; where ``only``
        two do: ``the leaders``."""
        last: list[Figure] = []
        for figure in reversed(self._recent):
            if _number(figure) != "one" or not (role is None or figure.holds(role)):
                continue
            if figure.country and all(figure.country != f.country for f in last):
                last.append(figure)
            if len(last) == 2 + only:
                break
        return (last[1], last[0]) if len(last) == 2 else ()

    def two_sides(self) -> tuple[str, ...]:
        """The two countries last mentioned, the earlier first: ``both sides``."""
        return tuple(list(self._countries)[-2:]) if len(self._countries) > 1 else ()

    def speaks_of(self, country: str) -> bool:
        """Whether a country was mentioned, or somebody of it, not long ago."""
        return country in self._countries

    @property
    def last_country(self) -> str | None:
        """The country mentioned last."""
        return self._countries[-1] if self._countries else None

    @property
    def acting_country(self) -> str | None:
        """The country of the last government or body that was the subject, else the country mentioned last."""
        subject = self._subject.get("thing")
        return subject.country if subject and subject.country else self.last_country


def _is_a_group(figure: Figure) -> bool:
    """Whether several people are called by one word: "a delegation and its head"."""
    return bool(figure.roles) and not figure.roles[0].plural and not figure.roles[0].phrase.endswith("s")


def _number(figure: Figure) -> str:
    """How many it is, for agreement: ``one`` person, a ``group`` of people, or a ``thing`` (a body)."""
    return {"person": "one", "office": "one", "people": "group"}.get(figure.kind, "thing")
