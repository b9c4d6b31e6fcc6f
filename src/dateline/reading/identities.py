"""Who is who: the mentions of a report that name one person, body or government, together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from dateline.knowledge import Knowledge
from dateline.knowledge.people import Person, same_office
from dateline.knowledge.roles import Role
from dateline.reading.mentions import Mention
from dateline.reading.setting import Setting
from dateline.reading.words import Words

PRIVATE = frozenset({"EDU", "MED", "BUS", "LAB", "CVL", "AGR", "REF", "CRM", ""})
"""Sectors that speak for no state: an Iranian analyst is Iranian, and speaks for himself."""


@dataclass(eq=False)
class Figure:
    """One actor while the report is read: everything said of it so far."""

    name: str
    kind: str
    words: tuple[str, ...] = ()
    country: str | None = None
    code: str | None = None
    roles: list[Role] = field(default_factory=list)
    office: str | None = None
    person: Person | None = None
    gender: str | None = None
    mentions: list[tuple[Words, int, int]] = field(default_factory=list)

    def holds(self, role: Role) -> bool:
        """Whether a title in a text can be this person's: an office held, or a broader word for it."""
        offices = [r.office for r in self.roles] + ([self.office] if self.office else [])
        if any(same_office(office, role.office) for office in offices):
            return True
        broader = _BROADER.get(role.office)
        return broader is not None and any(office.split()[-1] in broader for office in offices if office)


# fmt: off
_CHIEFS = frozenset({
    "president", "minister", "premier", "king", "queen", "emir", "chancellor", "chairman", "leader",
    "secretary", "emperor", "sultan", "prince", "governor", "monarch", "dictator", "ruler",
})
# fmt: on
_BROADER: dict[str, frozenset[str]] = {
    "leader": _CHIEFS,
    "head of state": _CHIEFS,
    "premier": frozenset({"minister"}),
    "ruler": _CHIEFS,
    "minister": frozenset({"minister", "secretary"}),
    "official": frozenset(
        {"official", "spokesman", "spokeswoman", "minister", "director", "chief", "head", "secretary"}
    ),
    "diplomat": frozenset({"ambassador", "envoy", "minister", "diplomat", "representative"}),
    "envoy": frozenset({"envoy", "ambassador", "representative", "negotiator"}),
    "spokesman": frozenset({"spokesman", "secretary", "spokesperson"}),
    "spokeswoman": frozenset({"spokeswoman", "secretary", "spokesperson"}),
    "chief": frozenset({"chief", "chairman", "general", "commander", "secretary", "head"}),
}


class Identities:
    """The figures of a report, found and filed as its mentions are read in order."""

    def __init__(self, knowledge: Knowledge, on: date | None, setting: Setting) -> None:
        self.knowledge, self.on, self.setting = knowledge, on, setting
        self.figures: list[Figure] = []
        self._by_word: dict[str, list[Figure]] = defaultdict(list)
        self._governments: dict[str, Figure] = {}
        self._bodies: dict[str, Figure] = {}

    def person(self, words: Words, mention: Mention) -> Figure:
        """The figure that a person's name means; a new one if nobody of that name was met before."""
        assert mention.name
        name = tuple(w for w in words.folds[mention.name[0] : mention.name[1]] if w)
        figure = self._known(name)
        if figure is None:
            figure = Figure(words.text(*mention.name), "person", name)
            self.figures.append(figure)
        elif len(name) > len(figure.words):
            figure.name, figure.words = words.text(*mention.name), name
        for word in name:
            if figure not in self._by_word[word]:
                self._by_word[word].append(figure)
        self._learn(figure, words, mention)
        return figure

    def _known(self, name: tuple[str, ...]) -> Figure | None:
        """Whom of those met before a name means: the same words, or some of them with the last or first among them."""
        found = [
            f
            for f in self._by_word.get(name[-1], ())
            if set(name) <= set(f.words) or set(f.words) <= set(name) or _initials(name, f.words)
        ]
        if len(name) == 1:
            found = [f for f in found if f.words[-1] == name[0]] or found
        return found[-1] if len(found) == 1 or (found and len(name) > 1) else None

    def _learn(self, figure: Figure, words: Words, mention: Mention) -> None:
        if mention.role and mention.role not in figure.roles:
            figure.roles.append(mention.role)
        folds = words.folds[mention.start : mention.end]
        if "mrs" in folds or "ms" in folds or (mention.role and mention.role.office in _FEMALE):
            figure.gender = "female"
        elif "mr" in folds or (mention.role and mention.role.phrase.endswith(("man", "king", "prince"))):
            figure.gender = "male"
        if figure.person is None:
            self._look_up(figure, mention)
        country = mention.country
        if country and not (figure.person and figure.person.office(self.on)) and figure.country is None:
            figure.country = country

    def _look_up(self, figure: Figure, mention: Mention) -> None:
        office = mention.role.office if mention.role else None
        people = self.knowledge.people
        person = None
        if mention.country:
            person = people.find(figure.words, self.on, mention.country)
        if person is None and len(figure.words) > 1:
            person = people.find(figure.words, self.on)
        if person is None and office and mention.country is None and mention.owner_at < 0:
            near = [c for c in (self.setting.dateline and self.setting.dateline.country, *self.setting.countries) if c]
            for country in near:
                person = people.find(figure.words, self.on, country, office)
                if person:
                    break
            else:
                person = people.find(figure.words, self.on, None, office)
        if person is None:
            return
        held = person.office(self.on, office)
        if mention.country and person.country != mention.country and held is None:
            return
        figure.person = person
        if held:
            figure.office, figure.country, figure.code = held.office, held.country, held.code
        elif figure.country is None:
            figure.country = person.country

    def government(self, country: str, name: str) -> Figure:
        """The government of a country; its name is the country's as the report has it first."""
        figure = self._governments.get(country)
        if figure is None:
            figure = Figure(name, "government", country=country, code=f"{country}GOV")
            self._governments[country] = figure
            self.figures.append(figure)
        return figure

    def body(self, key: str, name: str, kind: str, country: str | None, code: str | None) -> Figure:
        """A ministry, organisation, medium or group, by its key: one figure however often it is named."""
        figure = self._bodies.get(key)
        if figure is None:
            figure = Figure(name, kind, country=country, code=code)
            self._bodies[key] = figure
            self.figures.append(figure)
        elif len(name) > len(figure.name):
            figure.name = name
        return figure


_FEMALE = frozenset({"spokeswoman", "chairwoman", "queen", "princess", "first lady", "empress", "congresswoman"})


def _initials(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return len(a) > 1 and len(b) > 1 and a[-1] == b[-1] and (a[0][0] == b[0][0]) and min(len(a[0]), len(b[0])) == 1
