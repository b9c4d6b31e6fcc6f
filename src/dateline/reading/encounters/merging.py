"""Which mentions tell of the same encounter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from dateline.reading.encounters.dates import bounds, disjoint
from dateline.reading.encounters.mention import Mention
from dateline.reading.encounters.party import Party
from dateline.record import ContactKind, ContactStatus, Place

TELLING: tuple[ContactKind, ...] = ("summit", "conference", "negotiation")
RECENT = 50
"""How many encounters back a mention may point; it bounds the time on any input."""
LATELY = 4
"""How many encounters back the visit may be whose visitor is understood."""
TALKS = ("meeting", "negotiation", "summit", "conference")


@dataclass(eq=False)
class Encounter:
    """One encounter as gathered so far from its mentions."""

    mentions: list[Mention] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)

    @property
    def kind(self) -> ContactKind:
        """The most telling of the mentions' kinds."""
        kinds = [m.kind for m in self.mentions]
        return next((kind for kind in TELLING if kind in kinds), kinds[0])

    @property
    def dates(self) -> list[str]:
        """When its mentions say it is, in order."""
        return [m.date for m in self.mentions if m.date]

    @property
    def places(self) -> list[Place]:
        """Where its mentions say it is, in order."""
        return [m.place for m in self.mentions if m.place]

    @property
    def countries(self) -> set[str]:
        """The sides that take part."""
        return {p.country for p in self.parties if p.country}

    @property
    def visitors(self) -> set[str]:
        """The sides that travel."""
        return {v.country for m in self.mentions for v in m.visitors if v.country}

    def add(self, mention: Mention) -> None:
        """Takes in one more mention, and its parties."""
        self.mentions.append(mention)
        for party in mention.everybody:
            add_party(self.parties, party)


def add_party(parties: list[Party], party: Party) -> None:
    """Adds a party unless it is there; a named person takes the place of a description of the same side."""
    for i, known in enumerate(parties):
        if known.actor and known.actor == party.actor:
            return
        if known.name.casefold() == party.name.casefold():
            return
        if known.side == party.side and known.country:
            if known.sort == "person" and party.sort != "person":
                return
            if known.sort != "person" and party.sort == "person":
                parties[i] = party
                return
            if known.sort != "person" and party.sort != "person":
                return
    parties.append(party)


def merge(mentions: Iterable[Mention]) -> list[Encounter]:
    """The encounters told of, in order of first mention."""
    encounters: list[Encounter] = []
    spoken_of: list[Encounter] = []  # the one last spoken of is last
    for mention in mentions:
        recent = list(islice(reversed(spoken_of), RECENT))
        fitting = [e for e in recent if same(e, mention)]
        known = next((e for e in fitting if _is_of_those(e, mention)), next(iter(fitting), None))
        if known is None:
            known = Encounter()
            encounters.append(known)
            mention = _completed(mention, recent)
        else:
            spoken_of.remove(known)
        spoken_of.append(known)
        known.add(mention)
    return encounters


def _is_of_those(encounter: Encounter, mention: Mention) -> bool:
    """Whether the very sides and people of a mention that names some make up the encounter."""
    told = {p.country for p in mention.everybody if p.country}
    people = _people(mention.everybody)
    return len(told) > 1 and told == encounter.countries and people <= _people(encounter.parties)


def _completed(mention: Mention, recent: Sequence[Encounter]) -> Mention:
    """A mention that tells of a new encounter, with the parties that it leaves to be understood.

    "The two leaders" are those most likely meant, or who was last told of together. Who meets, calls on or goes to
    the one side that is named is the visitor last spoken of: "Tarim arrived in Cairo. A meeting with the Egyptian
    premier is set for Monday; a visit to Syria is not planned."
    """
    if not mention.visitors and not mention.parties and mention.pairs:
        dealing = (tuple(p for p in e.parties if p.role not in ("host", "mediator")) for e in recent)
        two = next((sides for sides in dealing if len({p.country for p in sides}) == 2), ())
        return replace(mention, parties=mention.pair or (two if mention.kind in TALKS else ()))
    visits = (e for e in islice(recent, LATELY) if e.kind == "visit" and e.visitors)
    guests = next((tuple(v for v in e.parties if v.sort == "person" and v.country in e.visitors) for e in visits), ())
    if mention.kind == "visit":
        if mention.visitors or not (mention.goal or mention.hosts):
            return mention
        return replace(mention, visitors=tuple(g for g in guests if g.country not in goals_of(mention)))
    if len({p.side for p in mention.parties}) != 1 or not mention.receives:
        return mention
    if not guests and mention.kind in TALKS and mention.trigger.pos_ == "NOUN":
        side = mention.parties[0].side
        pairs = (
            e for e in islice(recent, LATELY) if family(e.kind) == "talks" and len({p.side for p in e.parties}) == 2
        )
        guests = next((tuple(e.parties) for e in pairs if side in {p.side for p in e.parties}), ())
    return replace(mention, parties=(*mention.parties, *(g for g in guests if g.side != mention.parties[0].side)))


def goals_of(mention: Mention) -> set[str | None]:
    """The countries and organisations that a mention of a visit names as visited."""
    return ({mention.goal.country} if mention.goal else set()) | {h.country for h in mention.hosts}


def same(encounter: Encounter, mention: Mention) -> bool:
    """Whether a mention tells of an encounter already known."""
    if family(encounter.kind) != family(mention.kind) or (mention.distinct and not mention.date):
        return False
    if "bloc" in mention.frame.needs and encounter.kind in ("summit", "conference"):
        return bool(encounter.countries & {p.country for p in mention.parties})  # what it decides, it decides there
    if mention.date and any(disjoint(mention.date, d) for d in encounter.dates):
        return False
    if mention.date and not encounter.dates and _is_long_before(mention, encounter):
        return False
    if not mention.definite and not _status_fits(encounter, mention):
        return False
    if mention.kind == "visit":
        return _same_visit(encounter, mention)
    if mention.place and any(apart(mention.place, p) for p in encounter.places):
        return False
    if not mention.parties:
        known = mention.pairs or mention.definite or bool(mention.hosts)
        return known and _noun_fits(encounter, mention)
    if mention.anaphoric and _noun_fits(encounter, mention) and not mention.receives:
        return True
    return _parties_fit(encounter, mention)


def _is_long_before(mention: Mention, encounter: Encounter) -> bool:
    """Whether a mention is dated years before what is told first, which is today's: "Oman had hosted it in 2021"."""
    published = mention.scene.published
    first = encounter.mentions[0]
    news = first.scene is mention.scene and first.trigger.i < first.scene.lead
    return news and published is not None and mention.date is not None and bounds(mention.date)[1] < str(published.year)


def _status_fits(encounter: Encounter, mention: Mention) -> bool:
    """What is past and what is still to come are two, unless their dates agree."""
    if mention.date and mention.date in encounter.dates:
        return True
    times = {_tense(m.status) for m in encounter.mentions} - {None}
    return not times or _tense(mention.status) in (times | {None})


def _tense(status: ContactStatus | None) -> str | None:
    if status in ("held", "ongoing"):
        return "past"
    return None if status is None else "future"


def _noun_fits(encounter: Encounter, mention: Mention) -> bool:
    """ "The summit" points to a summit; "the meeting" and "the talks" to anything."""
    return mention.kind not in ("summit", "conference") or encounter.kind == mention.kind


def _parties_fit(encounter: Encounter, mention: Mention) -> bool:
    mine, theirs = {p.country for p in mention.parties if p.country}, encounter.countries
    people, known = _people(mention.parties), _people(encounter.parties)
    many = {"summit", "conference"}
    if {mention.kind, encounter.kind} == many and mention.parties and not mention.anaphoric:
        return False  # "the ministerial meeting of the bloc and its leaders' meeting"
    if mention.scene.part == "headline" and mine & theirs and mention.kind == encounter.kind:
        return True
    if (encounter.kind in many) != (mention.kind in many) and mine != theirs:
        return False  # two who meet at a summit do not make the summit
    if encounter.kind in many and mention.kind == encounter.kind:
        return bool(mine & theirs) or bool(encounter.places and mention.place) or _unnamed(encounter, mention)
    if len(people) > 1 and len(known) > 1 and not (people <= known or known <= people):
        return False
    if not (mine <= theirs or theirs <= mine):
        return False
    if not mine or not theirs:
        return bool(people & known)
    if people and not known and _is_one_more(mention) and any(_is_group(p) for p in encounter.parties):
        return False  # negotiators talk, while "a meeting between the presidents" is ruled out
    fewer, more = sorted((len(mine), len(theirs)))
    if fewer > 1 and more > 2 and mine != theirs and (len(mine) == more or not mention.definite):
        return False  # two who meet are not the many who met
    return not _rivals(encounter, mention)


def _is_one_more(mention: Mention) -> bool:
    return any(c.lower_ in ("a", "an", "any") for c in mention.trigger.lefts)


def _is_group(party: Party) -> bool:
    return not party.named and party.role == "delegation"


def _unnamed(encounter: Encounter, mention: Mention) -> bool:
    """Whether one of two gatherings is told of without saying whose it is: "Blair said at the end of a summit"."""
    mine, theirs = ({p.side for p in of if p.sort == "body"} for of in (mention.parties, encounter.parties))
    sides = {p.side for p in mention.parties}
    return not mention.receives and ((not mine and len(sides) < 2) or (not theirs and len(encounter.parties) < 2))


def _people(parties: Iterable[Party]) -> set[str]:
    return {p.actor or p.name for p in parties if p.sort == "person"}


def _rivals(encounter: Encounter, mention: Mention) -> bool:
    """Whether a side is there with one person, and spoken of with others."""
    for country in {p.country for p in mention.parties}:
        known = _people(p for p in encounter.parties if p.country == country)
        told = _people(p for p in mention.parties if p.country == country)
        if known and told and not known & told:
            return True
    return False


def _same_visit(encounter: Encounter, mention: Mention) -> bool:
    goals = {goal for m in encounter.mentions for goal in goals_of(m)}
    mine = goals_of(mention)
    if goals and mine and not goals & mine:
        return False
    if not mention.visitors or not encounter.visitors:
        return mention.definite or bool(goals & mine)
    guests = {v.actor for m in encounter.mentions for v in m.visitors if v.sort == "person"}
    people = {v.actor for v in mention.visitors if v.sort == "person"}
    if people and guests and not people & guests:
        return False  # of one side, but another person
    return bool({v.country for v in mention.visitors} & encounter.visitors)


def family(kind: ContactKind) -> str:
    """Kinds that may be told of by each other's words."""
    return "talks" if kind in TALKS else kind


def apart(a: Place, b: Place) -> bool:
    """Whether two places cannot be the same encounter's."""
    return a.country != b.country and a.country is not None and b.country is not None
