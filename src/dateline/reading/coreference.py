"""Whom pronouns and bare titles mean: those last spoken of that they can mean.

Linear in the words: only the few figures last mentioned are ever looked at.
"""

from __future__ import annotations

from collections import deque

from dateline.knowledge.roles import Role
from dateline.reading.identities import Figure

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
PRONOUNS = MALE | FEMALE

RECENT = 24
"""Figures kept in mind; who was mentioned before that is not meant by a pronoun or a bare title."""


class Stage:
    """Who was last spoken of. The subject of the last sentence comes before those mentioned after it in passing."""

    def __init__(self) -> None:
        self._people: deque[Figure] = deque(maxlen=RECENT)
        self._governments: deque[Figure] = deque(maxlen=RECENT)
        self._countries: deque[str] = deque(maxlen=RECENT)
        self._bodies: deque[Figure] = deque(maxlen=RECENT)
        self._subject: Figure | None = None

    def enter(self, figure: Figure, subject: bool) -> None:
        """Somebody is mentioned; as the subject of a clause, or otherwise."""
        if figure.kind in ("person", "office"):
            _renew(self._people, figure)
            if subject:
                self._subject = figure
        elif figure.kind == "government":
            _renew(self._governments, figure)
        else:
            _renew(self._bodies, figure)

    def country(self, code: str) -> None:
        """A country is mentioned in any way."""
        if code in self._countries:
            self._countries.remove(code)
        self._countries.append(code)

    def pronoun(self, word: str) -> Figure | None:
        """Whom ``he`` or ``she`` means."""
        gender = "male" if word in MALE else "female"
        if self._subject and self._subject.gender in (None, gender):
            return self._subject
        return next((f for f in reversed(self._people) if f.gender in (None, gender)), None)

    def titled(self, role: Role, country: str | None) -> Figure | None:
        """Whom ``the spokesman`` or ``the Russian leader`` means: the last one mentioned whose title that can be."""
        for figure in reversed(self._people):
            if (country is None or figure.country == country) and figure.holds(role):
                return figure
        return None

    def body(self, office: str) -> Figure | None:
        """Which ``foreign ministry`` was spoken of last."""
        return next((f for f in reversed(self._bodies) if f.office == office), None)

    def two_people(self) -> tuple[Figure, ...]:
        """The two last mentioned who speak for different countries: ``the two leaders``."""
        return _two(self._people)

    def two_sides(self) -> tuple[str, ...]:
        """The two countries last mentioned, the earlier first: ``both sides``."""
        return tuple(list(self._countries)[-2:]) if len(self._countries) > 1 else ()

    @property
    def last_country(self) -> str | None:
        """The country mentioned last."""
        return self._countries[-1] if self._countries else None


def _renew(figures: deque[Figure], figure: Figure) -> None:
    if figure in figures:
        figures.remove(figure)
    figures.append(figure)


def _two(figures: deque[Figure]) -> tuple[Figure, ...]:
    last: list[Figure] = []
    for figure in reversed(figures):
        if figure.country and all(figure.country != other.country for other in last):
            last.append(figure)
        if len(last) == 2:
            return last[1], last[0]
    return ()
