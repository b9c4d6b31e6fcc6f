"""Who a name and a title mean on a day: the people of the office tables, found by surname, country and office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz.fuzz import ratio

from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.naming import rough, words_of
from dateline.knowledge.offices import Tenure
from dateline.knowledge.roles import Role
from dateline.knowledge.tables import Period

SAME_SPELLING = 80
"""rapidfuzz ratio (0-100) from which two transliterations of a name, of one country and office, are one name."""


_START = "^"

PRINCIPAL = frozenset({
    "president", "king", "queen", "emperor", "emir", "sultan", "pope", "prime minister", "premier", "chancellor",
    "secretary-general", "foreign minister", "secretary of state", "supreme leader", "general secretary",
    "european commission president", "european council president", "foreign policy chief", "crown prince",
    "nato secretary-general", "state counsellor", "taoiseach", "leader", "director-general",
})  # fmt: skip
"""Offices whose holders reports call by the surname alone, also where they name them first."""

_COUNTERPARTS = (
    ("president", "prime minister", "chancellor", "king", "emir", "sultan"),
    ("prime minister", "chancellor", "president"),
    ("chancellor", "prime minister", "president"),
    ("foreign minister", "secretary of state", "foreign policy chief"),
    ("secretary of state", "foreign minister", "foreign policy chief"),
)
"""Offices of one rank, by the office that has them as counterparts, the likeliest first."""

_HIGHEST = {
    office: rank
    for rank, office in enumerate(
        ("president", "king", "queen", "emperor", "emir", "sultan", "pope", "prime minister", "premier", "chancellor",
         "secretary-general", "foreign minister", "secretary of state", "defence minister")
    )
}  # fmt: skip
"""Offices by which somebody who holds several (a party's too, a portfolio too) is known, the first first."""


@dataclass(frozen=True)
class Person:
    """Somebody the tables know, with every office held, in order of time."""

    name: str
    country: str
    tenures: tuple[Tenure, ...]

    @property
    def last_words(self) -> set[str]:
        """What the person may be called by alone: the surname, and the last word of every name."""
        found: set[str] = set()
        for tenure in self.tenures:
            found.update(tenure.surnames[-1:])
            for name in (tenure.name, *tenure.aliases):
                found.update(words_of(name)[-1:])
        return found

    def office(self, on: date | None, like: str | None = None) -> Tenure | None:
        """The office held on the day: that which the title resembles, else the highest; ``None`` for none.

        Without a day it is the one that the title resembles, else one still held, else the last.
        """
        held = [t for t in self.tenures if on is None or on in t.period]
        if like:
            alike = [t for t in held if same_office(t.office, like)]
            held = alike or held
        if on is None:
            last = max((_ends(t.period) for t in held), default=date.min)
            held = [t for t in held if _ends(t.period) == last]
        return min(held, key=lambda t: _HIGHEST.get(t.office, len(_HIGHEST)), default=None)

    def principal(self, on: date | None) -> bool:
        """Whether a principal office was held on the day; without a day, whether one is still held."""
        held = (t for t in self.tenures if (on in t.period if on else t.period.end is None))
        return any(t.office in PRINCIPAL for t in held)

    def may_be(self, name: Sequence[str]) -> bool:
        """Whether the name in a text can be this person's, as far as the given names go."""
        return _given_agrees(name, self)

    def shares_word(self, name: Sequence[str]) -> bool:
        """Whether the last word of a name is one of this person's: ``King Abdullah``, ``Foreign Minister Sabah``."""
        wanted = rough(name[-1])
        return any(rough(w) == wanted for t in self.tenures for n in (t.name, *t.aliases) for w in words_of(n))

    def away(self, on: date | None) -> int:
        """Days between the day and the nearest day in office; without a day, from the last day of all time."""
        if on is None:
            return min((date.max - _ends(t.period)).days for t in self.tenures)
        return min(t.period.away(on) for t in self.tenures)


class People:
    """The people of the office tables, and of users' own."""

    def __init__(self, tenures: Iterable[Tenure], roles: Lexicon[Role]) -> None:
        self._roles = roles
        together: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
        for tenure in tenures:
            together[" ".join(words_of(tenure.name)), tenure.country].append(tenure)
        self._by_surname: dict[str, list[Person]] = defaultdict(list)
        self._by_country: dict[str, list[Person]] = defaultdict(list)
        self._spelt: dict[str, dict[str, list[Person]]] = {}
        self._principals: dict[str, list[Person]] = defaultdict(list)
        self._held: dict[str, dict[str, list[tuple[Period, Person]]]] = {}
        for (_, country), held in together.items():
            if len(held) > 1:
                held.sort(key=lambda t: (t.period.start or date.min, t.where))
            person = Person(held[0].name, country, tuple(held))
            self._by_country[country].append(person)
            for word in person.last_words:
                self._by_surname[word].append(person)

    def find(
        self, name: Sequence[str], on: date | None = None, country: str | None = None, office: str | None = None
    ) -> Person | None:
        """The one person that a name (as folded words) can mean; ``None`` where there is none, or more than one.

        Country and office, where given, must agree; among several, the one in office on the day is taken, and an
        office held long before or after speaks for nobody.
        """
        found = self._named(name, country)
        if country:
            found = [p for p in found if p.country == country]
        if office:
            found = [
                p for p in found if any(same_office(t.office, office) or self._office(t) == office for t in p.tenures)
            ] or (found if country and len(name) > 1 else [])
        if country and office and on and len(found) != 1:
            holding = self.holders(country, office, on)
            found = [p for p in found if p in holding] or [p for p in holding if p.shares_word(name)] or found
        if len(found) > 1:
            away = [p.away(on) for p in found]
            found = [p for p, days in zip(found, away, strict=True) if days == min(away)]
        return found[0] if len(found) == 1 else None

    def _office(self, tenure: Tenure) -> str:
        """The office by the name that the roles give it: ``foreign secretary`` -> ``foreign minister``."""
        role = self._roles.get(tenure.office)
        return role[0].office if role else tenure.office

    def _named(self, name: Sequence[str], country: str | None) -> list[Person]:
        """Those who may bear a name: spelt so, or, where the country is known, spelt alike."""
        last = name[-1]
        exact = [p for p in self._by_surname.get(last, ()) if _given_agrees(name, p, country is not None)]
        if len(name) > 1 and len(exact) > 1:
            exact = [p for p in exact if _is_called(name, p)] or exact
        if not exact and last in SUFFIXES and len(name) > 1:
            return self._named(name[:-1], country)
        if not exact and len(name) > 2:  # the mother's surname last: Oscar Arias Sanchez is Oscar Arias
            exact = [p for p in self._by_surname.get(name[-2], ()) if _is_called(name[:-1], p)]
        if exact or len(last) < 4 or not country:
            return exact
        spelt = self._spellings(country)
        same = [p for p in spelt.get(rough(last), ()) if _given_agrees(name, p)]
        return same or [p for p in spelt.get(_START + last[:3], ()) if _spelt_alike(last, p) and _given_agrees(name, p)]

    def _sounding(self, surname: str) -> list[Person]:
        """The principals whose surnames sound like one, made ready when first asked for."""
        if len(surname) < _SOUNDING:
            return []
        if not self._principals:
            for people in self._by_country.values():
                for person in people:
                    if any(t.office in PRINCIPAL for t in person.tenures):
                        for word in person.last_words:
                            self._principals[rough(word)].append(person)
        return self._principals.get(rough(surname), [])

    def _spellings(self, country: str) -> dict[str, list[Person]]:
        """A country's people by rough spelling, and by the first three letters; made when first asked for."""
        spelt = self._spelt.get(country)
        if spelt is None:
            spelt = self._spelt[country] = defaultdict(list)
            for person in self._by_country.get(country, ()):
                for key in {k for word in person.last_words for k in (rough(word), _START + word[:3])}:
                    spelt[key].append(person)
        return spelt

    def holders(self, country: str, office: str, on: date | None) -> tuple[Person, ...]:
        """Who held the office in the country on the day (more than one where the tables overlap); without a day, who
        held it last."""
        held = self._held.get(country)
        if held is None:
            held = self._held[country] = defaultdict(list)
            for person in self._by_country.get(country, ()):
                for tenure in person.tenures:
                    held[self._office(tenure)].append((tenure.period, person))
        found = held.get(office, ())
        if on is None:
            last = max((_ends(period) for period, _ in found), default=date.min)
            return tuple(dict.fromkeys(person for period, person in found if _ends(period) == last))
        return tuple(dict.fromkeys(person for period, person in found if on in period))

    def counterpart(self, office: str, country: str, on: date | None) -> Person | None:
        """Who holds in a country what somebody holds elsewhere: the Turkish counterpart of a foreign minister.

        Where the country has no such office, the nearest in rank counts (a chancellor's is a prime minister);
        ``None`` where nobody held one on the day, or more than one did.
        """
        ranks = next((ranks for ranks in _COUNTERPARTS if ranks[0] == office), (office,))
        for rank in ranks:
            if holders := self.holders(country, rank, on):
                return holders[0] if len(holders) == 1 else None
        return None

    def principal(
        self, surname: str, on: date | None, countries: Sequence[str] = (), loosely: bool = False
    ) -> Person | None:
        """The head of state or government, foreign minister or chief of a body whom a surname alone means on a day.

        Of several, the one of the first of the ``countries``; ``None`` where it can be more than one. ``Loosely``, a
        spelling that no table has counts where it sounds like one (``Aliev``).
        """
        found = self._by_surname.get(surname) or (self._sounding(surname) if loosely else [])
        found = [p for p in found if p.principal(on)]
        named = [p for country in countries for p in found if p.country == country]
        if named:
            same = [p for p in named if p.country == named[0].country]
            return same[0] if len({p.name for p in same}) == 1 else None
        return found[0] if len({p.name for p in found}) == 1 else None

    def called(self, name: str) -> tuple[Person, ...]:
        """Everybody whose name, alias or surname this is, for people who look things up."""
        words = words_of(name)
        return tuple(self._by_surname.get(words[-1], ())) if len(words) == 1 else tuple(self._named(words, None))


_SOUNDING = 5
"""Letters from which a surname may be another spelling of one that the tables have."""


def _ends(period: Period) -> date:
    return period.end or date.max


SUFFIXES = frozenset({"jr", "sr", "junior", "senior", "i", "ii", "iii", "iv", "v", "vi"})
"""What may follow a surname and is none: William P. Barr Jr., Baudouin I."""

_RANKS = frozenset({"vice", "deputy", "assistant", "junior", "under"})


def same_office(held: str, title: str) -> bool:
    """Whether a title in a text may mean an office: the same words, or some of them and none of rank.

    ``president`` may be ``president of the commission`` but is no ``vice president``.
    """
    a, b = set(words_of(held)), set(words_of(title))
    if not a or not b:
        return False
    return (a <= b or b <= a) and not (a ^ b) & _RANKS


def _given_agrees(name: Sequence[str], person: Person, loosely: bool = True) -> bool:
    """Whether the given names of a text may be this person's: none given, the same, an initial, or (``loosely``) spelt
    alike."""
    if len(name) == 1:
        return True
    for words in {words_of(n) for t in person.tenures for n in (t.name, *t.aliases)}:
        if set(name) <= set(words) or set(words) <= set(name):
            return True
        if name[1:-1] and words[1:-1] and not any(_alike(a, b, loosely) for a in name[1:-1] for b in words[1:-1]):
            continue  # Kim Yong Il is not Kim Jong Il
        if _alike(name[0], words[0], loosely):
            return True
    return False


def _alike(a: str, b: str, loosely: bool) -> bool:
    """Whether two given names may be one: an initial, a short form, or another spelling (``loosely``: nearly one)."""
    if (len(a) == 1 or len(b) == 1) and a[0] == b[0]:
        return True
    if min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a) or rough(a) == rough(b)):
        return True
    return a == b or (loosely and len(a) > 3 and ratio(a, b) >= SAME_SPELLING)


def _is_called(name: Sequence[str], person: Person) -> bool:
    """Whether these are just the words of one of the person's names."""
    return any(tuple(name) == words_of(n) for t in person.tenures for n in (t.name, *t.aliases))


def _spelt_alike(last: str, person: Person) -> bool:
    return any(ratio(last, word) >= SAME_SPELLING for word in person.last_words)
