"""Who is who: the mentions of a report that name one person, body or government, together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz.fuzz import ratio

from dateline.knowledge import Knowledge
from dateline.knowledge.genders import Gender
from dateline.knowledge.naming import words_of
from dateline.knowledge.offices import Tenure
from dateline.knowledge.organisations import Organisation
from dateline.knowledge.people import PRINCIPAL, Person, same_office
from dateline.knowledge.roles import Role
from dateline.reading.casting.mention import Mention
from dateline.reading.casting.repeats import SLIP
from dateline.reading.casting.setting import Setting
from dateline.reading.casting.titles import (
    BROADER,
    FEMALE,
    FEMALE_FORMS,
    FEMALE_KIN,
    MALE,
    MALE_FORMS,
    MALE_KIN,
    OFFICES,
)
from dateline.reading.words import Words


@dataclass(eq=False)
class Figure:
    """One actor while the report is read: everything said of it so far.

    ``kind`` is an actor kind, or ``people`` for several at once. The unnamed (``a senior Israeli official``) are
    figures too, so that ``he`` can mean them, but are not ``listed`` as actors. ``speaks`` is false for those who
    speak for themselves alone. ``alone`` is who was already called by the surname alone; ``rule`` is what made
    the first mention theirs.
    """

    name: str
    kind: str
    words: tuple[str, ...] = ()
    country: str | None = None
    code: str | None = None
    roles: list[Role] = field(default_factory=list)
    office: str | None = None
    person: Person | None = None
    gender: Gender | None = None
    listed: bool = True
    speaks: bool = True
    former: bool = False
    in_office: bool = False
    alone: bool = False
    rule: str = ""
    mentions: list[tuple[Words, int, int]] = field(default_factory=list)
    same_as: Figure | None = None
    number: int = 0

    def holds(self, role: Role) -> bool:
        """Whether a title in a text can be this person's: an office held, or a broader word for it."""
        offices = [r.office for r in self.roles] + ([self.office] if self.office else [])
        if any(same_office(office, role.office) for office in offices):
            return True
        broader = BROADER.get(role.office)
        return broader is not None and any(office.split()[-1] in broader for office in offices if office)


_SLIPS = 50
"""People last met under a letter among whom a slip of the pen is looked for."""


class Identities:
    """The figures of a report, found and filed as its mentions are read in order."""

    def __init__(self, knowledge: Knowledge, on: date | None, setting: Setting) -> None:
        self.knowledge, self.on, self.setting = knowledge, on, setting
        self.figures: list[Figure] = []
        self._by_word: dict[str, list[Figure]] = defaultdict(list)
        self._by_letter: dict[str, list[Figure]] = defaultdict(list)
        self._governments: dict[str, Figure] = {}
        self._bodies: dict[str, Figure] = {}
        self._by_name: dict[str, Figure] = {}

    def person(self, words: Words, mention: Mention) -> Figure:
        """The figure that a person's name means; a new one if nobody of that name was met before."""
        assert mention.name
        name = tuple(w for w in words.folds[mention.name[0] : mention.name[1]] if w)
        figure = self._met(name, mention.role)
        if figure is None:
            figure = self._new(Figure(words.text(*mention.name), "person", name))
        elif len(name) > len(figure.words):
            figure.name, figure.words = words.text(*mention.name), name
        figure.alone = figure.alone or name == figure.words[-1:]
        for word in name:
            if figure not in self._by_word[word]:
                self._by_word[word].append(figure)
        self._learn(figure, words, mention)
        for letter in {word[:1] for word in (figure.words[-1], *(figure.person.last_words if figure.person else ()))}:
            if figure not in self._by_letter[letter][-_SLIPS:]:
                self._by_letter[letter].append(figure)
        return figure

    def _met(self, name: tuple[str, ...], role: Role | None = None) -> Figure | None:
        """Whom of those met before a name means: the same words, or some of them; nobody where two are as likely."""
        found = [
            f
            for f in self._by_word.get(name[-1], ())
            if set(name) <= set(f.words)
            or _initials(name, f.words)
            or (set(f.words) <= set(name) and _grows(f, name, role))
        ]
        if len(name) == 1:
            found = [f for f in found if f.words[-1] == name[0]] or found
            found = found or [f for f in self._by_letter[name[0][:1]][-_SLIPS:] if f.words[1:] and _slip(f, name[0])]
            if len(found) > 1:  # Bush, where his wife was mentioned too
                found = [f for f in found if f.alone] or [f for f in found if f.in_office] or found
        return found[-1] if len(found) == 1 else None

    def _learn(self, figure: Figure, words: Words, mention: Mention) -> None:
        role = mention.role
        if role and role not in figure.roles:
            figure.roles.append(role)
        told = _gender_told(words, mention)
        if figure.person is None and not self._is_shared(figure):
            self._look_up(figure, mention)
        figure.gender = told or figure.gender or self._gender(figure)
        if mention.country and figure.country is None and (role is None or role.speaks != "self"):
            figure.country = mention.country

    def _gender(self, figure: Figure) -> Gender | None:
        """What the name in the report, or the fuller one in the tables, tells."""
        known = words_of(figure.person.name) if figure.person else ()
        return self.knowledge.genders.of(figure.words) or self.knowledge.genders.of(known)

    def _is_shared(self, figure: Figure) -> bool:
        """Whether several people of the report bear this surname, so that alone it names none of them."""
        word = figure.words[-1]
        return (
            len(figure.words) == 1 and sum(f.words[-1:] == (word,) for f in self._by_word[word] if f is not figure) > 1
        )

    def _look_up(self, figure: Figure, mention: Mention) -> None:
        """Find the figure in the office tables: by the country its title names, by its full name, by its office."""
        office = mention.role.office if mention.role else None
        people = self.knowledge.people
        person = None
        if mention.country:
            person = people.find(figure.words, self.on, mention.country)
        if person is None and len(figure.words) > 1:
            person = people.find(figure.words, self.on)
        if person is None and office and mention.owner_at < 0:
            near = (self.setting.dateline.country if self.setting.dateline else None, *self.setting.countries)
            found = (people.find(figure.words, self.on, country, office) for country in near if country)
            person = next((p for p in found if p), None)
            if person is None and (len(figure.words) > 1 or office in OFFICES):  # any country's President Bush
                person = people.find(figure.words, self.on, None, office)
        if person is None and office is None and len(figure.words) == 1:
            person = people.principal(figure.words[0], self.on, self.setting.countries, loosely=True)
            near_by = (people.find(figure.words, self.on, country) for country in self.setting.countries[:2])
            person = person or next((p for p in near_by if p and p.office(self.on)), None)
        if person is None and office in OFFICES and mention.owner_at < 0 and len(figure.words) > 2:
            person = self._begins(figure.words, office)
        if person is None:
            return
        held = person.office(self.on, office)
        if mention.country and person.country != mention.country and held is None:
            return
        figure.person, figure.in_office = person, held is not None
        if held:
            figure.office = office if office and _is_own(mention, held) else held.office
            figure.country = held.country
            if office is None or same_office(
                held.office, office
            ):  # called president, he acts as one, whatever else he is
                figure.code = self.knowledge.codes.of(held)
        elif figure.country is None and mention.owner_at < 0:
            figure.country = person.country

    def _begins(self, name: tuple[str, ...], office: str) -> Person | None:
        """Whom the first word of a name means that goes on with other words: ``President Trump Donald John TrumpDem``,
        of a page that lost its spaces."""
        person = self.knowledge.people.find(name[:1], self.on, None, office)
        held = person.office(self.on, office) if person else None
        return person if held and same_office(held.office, office) else None

    def government(self, country: str, name: str) -> Figure:
        """The government of a country; its name is the country's where the report has it, else the fullest it has.

        Of an organisation's code it is the organisation: the Union and the Arab League are sides, but no governments.
        """
        if body := self._organisation(country):
            return self.body(body.name.lower(), name if name != country else body.name, "igo", country, body.cameo)
        figure = self._governments.get(country)
        usual = self.knowledge.states[country].name if country in self.knowledge.states else None
        if figure is None:
            code = self.knowledge.codes.for_sector(country, "GOV")
            figure = self._new(Figure(name, "government", country=country, code=code))
            self._governments[country] = figure
        elif name == usual or (figure.name != usual and len(name) > len(figure.name)):
            figure.name = name
        return figure

    def _organisation(self, code: str) -> Organisation | None:
        if not self.knowledge.codes.is_organisation(code):
            return None
        return next((body for body in self.knowledge.organisations if body.code == code and body.kind == "igo"), None)

    def body(self, key: str, name: str, kind: str, country: str | None, code: str | None) -> Figure:
        """A ministry, organisation, medium or group, by its key: one figure however often it is named."""
        figure = self._bodies.get(key)
        if figure is None:
            figure = self._new(Figure(name, kind, country=country, code=code))
            self._bodies[key] = figure
        elif len(name) > len(figure.name):
            figure.name = name
        self._by_name.setdefault(name.lower(), figure)
        return figure

    def body_named(self, name: str) -> Figure | None:
        """The body met under this very name."""
        return self._by_name.get(name.lower())

    def unnamed(self, name: str, kind: str, country: str | None, code: str | None, role: Role) -> Figure:
        """Somebody without a name: ``a senior Israeli official``, ``Somali warlords``."""
        figure = Figure(name, kind, country=country, code=code, roles=[role], office=role.office, listed=False)
        figure.speaks = role.speaks != "self"
        figure.gender = "female" if role.office in FEMALE else None
        return self._new(figure)

    def called(self, name: tuple[str, ...]) -> Figure | None:
        """The person last met under a name."""
        return self._met(name) if name else None

    def country_of(self, name: tuple[str, ...]) -> str | None:
        """The country of the person a name means: of one met before, else of who governs under that name (``the Obama
        administration``)."""
        if known := self.called(name):
            return known.country
        person = self.knowledge.people.principal(name[-1], self.on, self.setting.countries)
        return person.country if person and person.may_be(name) else None

    def holder(self, office: str, country: str, name: str) -> Figure:
        """Whoever holds an office, called by it: ``the Turkish defence minister``; the tables may know the name."""
        figure = self.body(
            f"{office} of {country}", name, "office", country, self.knowledge.codes.for_sector(country, "GOV")
        )
        holders = self.knowledge.people.holders(country, office, self.on)
        figure.office, figure.in_office = office, True
        figure.person = holders[0] if len(holders) == 1 else None
        return figure

    def counterpart(self, office: str, country: str, name: str) -> Figure | None:
        """Who holds in a country the office that somebody else holds in his: ``his Turkish counterpart``."""
        person = self.knowledge.people.counterpart(office, country, self.on)
        held = person.office(self.on, office) if person else None
        if held is None and office not in OFFICES:
            return None
        figure = self.holder(held.office if held else office, country, name)
        figure.person = figure.person or person
        return figure

    def unite(self) -> None:
        """Those called by office alone, and by name elsewhere in the report, become one."""
        people = [f for f in self.figures if f.kind == "person"]
        for figure in self.figures:
            if figure.kind != "office":
                continue
            same = [p for p in people if p.person and figure.person and p.person.name == figure.person.name]
            if not same and figure.person is None:
                same = [
                    p for p in people if p.country == figure.country and any(r.office == figure.office for r in p.roles)
                ]
            if len(same) == 1:
                figure.same_as = same[0]
                same[0].mentions.extend(figure.mentions)

    def _new(self, figure: Figure) -> Figure:
        figure.number = len(self.figures)
        self.figures.append(figure)
        return figure


def _gender_told(words: Words, mention: Mention) -> Gender | None:
    """What a title, a form of address or "his wife" tells."""
    first, last = max(0, mention.start - 2), mention.end
    around, role = set(words.folds[mention.start : last]), mention.role
    kin = set(words.folds[first : mention.start])
    if around & FEMALE_FORMS or kin & FEMALE_KIN or (role and role.office in FEMALE):
        return "female"
    if around & MALE_FORMS or kin & MALE_KIN or (role and role.phrase.endswith(MALE)):
        return "male"
    return None


def _is_own(mention: Mention, held: Tenure) -> bool:
    """Whether the text's own title says more than the tables: it names an office, and another than they know."""
    role = mention.role
    if role is None or mention.former or held.office in PRINCIPAL or role.office in BROADER or role.sector == "MIL":
        return False
    return not same_office(held.office, role.office)


def _grows(figure: Figure, name: tuple[str, ...], role: Role | None) -> bool:
    """Whether somebody called by one name so far may be called by more: not if known as another or titled otherwise."""
    if figure.person:
        return figure.person.may_be(name)
    return role is None or not figure.roles or figure.holds(role)


def _slip(figure: Figure, surname: str) -> bool:
    """Whether a surname is a slip of the pen for a figure's, or its right spelling by the tables."""
    known = figure.person.last_words if figure.person else ()
    return surname in known or (len(surname) >= 5 and ratio(figure.words[-1], surname) >= SLIP)


def _initials(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """``G. Bush`` and ``George Bush``."""
    return len(a) > 1 and len(b) > 1 and a[-1] == b[-1] and (a[0][0] == b[0][0]) and min(len(a[0]), len(b[0])) == 1
