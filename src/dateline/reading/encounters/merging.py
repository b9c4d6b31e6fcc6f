"""Which mentions tell of the same encounter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.reading.encounters.mentions import Mention
from dateline.reading.encounters.parties import Party
from dateline.record import ContactStatus, Place

TALKS = ("meeting", "negotiation", "summit", "conference")


@dataclass
class Encounter:
    """One encounter as gathered so far from its mentions."""

    mentions: list[Mention] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The most telling of the mentions' kinds."""
        kinds = [m.kind for m in self.mentions]
        for kind in ("summit", "conference", "negotiation"):
            if kind in kinds:
                return kind
        return kinds[0]

    @property
    def dates(self) -> list[str]:
        return [m.date for m in self.mentions if m.date]

    @property
    def places(self) -> list[Place]:
        return [m.place for m in self.mentions if m.place]

    @property
    def countries(self) -> set[str]:
        return {p.country for p in self.parties if p.country}

    @property
    def visitors(self) -> set[str]:
        return {v.country for m in self.mentions for v in m.visitors if v.country}

    def add(self, mention: Mention) -> None:
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
        if known.country == party.country and known.country:
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
    for mention in mentions:
        known = next((e for e in reversed(encounters) if same(e, mention)), None)
        if known is None:
            known = Encounter()
            encounters.append(known)
        known.add(mention)
    return encounters


def same(encounter: Encounter, mention: Mention) -> bool:
    """Whether a mention tells of an encounter already known."""
    if family(encounter.kind) != family(mention.kind):
        return False
    if mention.date and any(disjoint(mention.date, d) for d in encounter.dates):
        return False
    if mention.kind == "visit":
        return _same_visit(encounter, mention)
    if mention.place and any(apart(mention.place, p) for p in encounter.places):
        return False
    if not mention.parties:
        return mention.pair or mention.definite or True
    mine = {p.country for p in mention.parties if p.country}
    theirs = encounter.countries
    if not mine or not theirs:
        return bool({p.name for p in mention.parties} & {p.name for p in encounter.parties})
    if not (mine <= theirs or theirs <= mine):
        return False
    for p in mention.parties:
        rivals = [q for q in encounter.parties if q.country == p.country and q.sort == p.sort == "person"]
        if p.sort == "person" and rivals and all(q.actor != p.actor for q in rivals):
            return False
    return True


def _same_visit(encounter: Encounter, mention: Mention) -> bool:
    goals = {m.goal.country for m in encounter.mentions if m.goal} | {h.country for m in encounter.mentions for h in m.hosts}
    mine = ({mention.goal.country} if mention.goal else set()) | {h.country for h in mention.hosts}
    if goals and mine and not goals & mine:
        return False
    visitors = {v.country for v in mention.visitors}
    return not visitors or not encounter.visitors or bool(visitors & encounter.visitors)


def family(kind: str) -> str:
    """Kinds that may be told of by each other's words."""
    return "talks" if kind in TALKS else kind


def apart(a: Place, b: Place) -> bool:
    """Whether two places cannot be the same encounter's."""
    return a.country != b.country and a.country is not None and b.country is not None


def disjoint(a: str, b: str) -> bool:
    """Whether two dates cannot overlap."""
    (a0, a1), (b0, b1) = bounds(a), bounds(b)
    return a1 < b0 or b1 < a0


def bounds(value: str) -> tuple[str, str]:
    """First and last day, as ISO strings that compare: weeks are turned into days."""
    first, _, last = value.partition("/")
    return _edge(first, 0), _edge(last or first, 1)


def _edge(value: str, end: int) -> str:
    import datetime

    if "-W" in value:
        year, week = value[:4], value[6:8]
        return datetime.date.fromisocalendar(int(year), int(week), 7 if end else 1).isoformat()
    return (value + ("-99-99" if end else "-00-00")[len(value) - 4 :])[:10] if len(value) < 10 else value[:10]
