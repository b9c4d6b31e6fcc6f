"""What an encounter comes to: its status, date, place and participants, from all that its mentions say."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta

from dateline.knowledge import Knowledge
from dateline.reading.encounters.dates import bounds
from dateline.reading.encounters.merging import Encounter
from dateline.reading.encounters.parties import Party, with_role
from dateline.record import ContactStatus, Participant, Place

SETTLED = ("cancelled", "postponed")
DAYS = re.compile(r"P(\d+)D")


def status(encounter: Encounter, when: str | None, published: date | None) -> ContactStatus:
    """The status as of publication: what the words say, set right by the date."""
    told = [m.status for m in encounter.mentions if m.status]
    first: ContactStatus = told[0] if told else "held"
    settled = [s for s in told if s in SETTLED]
    if settled:
        return settled[-1]
    if when is None or published is None or first == "refused":
        return first
    start, end = bounds(when)
    today = published.isoformat()
    if start > today:
        return "proposed" if first == "proposed" else "scheduled"
    if end < today:
        return "held"
    if "ongoing" in told and encounter.kind != "meeting":
        return "ongoing"
    return first


def day(encounter: Encounter, published: date | None) -> str | None:
    """When: a range where one is told, or a first day and a length; the day of the report for what is going on."""
    found = encounter.dates
    ranges = [d for d in found if "/" in d]
    if ranges:
        return ranges[0]
    exact = [d for d in found if len(d) == 10]
    if exact:
        lengths = [m.days for m in encounter.mentions if m.days]
        if lengths and encounter.kind != "meeting" and any(m.begins for m in encounter.mentions):
            last = date.fromisoformat(exact[0]) + timedelta(days=lengths[0] - 1)
            return f"{exact[0]}/{last.isoformat()}"
        return exact[0]
    if found:
        return found[0]
    ongoing = any(m.status == "ongoing" for m in encounter.mentions)
    return published.isoformat() if ongoing and published else None


def place(encounter: Encounter, knowledge: Knowledge) -> Place | None:
    """Where: the city told most often, or else the country."""
    found = encounter.places
    counts = Counter(p.id for p in found)
    return max(found, key=lambda p: (not is_state(p, knowledge), counts[p.id]), default=None)


def is_state(place: Place, knowledge: Knowledge) -> bool:
    """Whether a place is a whole state."""
    state = knowledge.gazetteer.states.get(place.country or "")
    return state is not None and state.name == place.name


def participants(encounter: Encounter, where: Place | None, knowledge: Knowledge) -> tuple[Participant, ...]:
    """The parties with their roles: the side at whose place it is hosts it, as does a visited state not named."""
    parties = list(encounter.parties)
    goal = next((m.goal for m in encounter.mentions if m.goal), None)
    if encounter.kind == "visit" and goal and goal.country and all(p.country != goal.country for p in parties):
        state = knowledge.states.get(goal.country)
        parties.append(Party(state.name if state else goal.name, goal.country, "state", role="host"))
    if where is not None and encounter.kind in ("meeting", "visit"):
        sides = {p.country for p in parties}
        if where.country in sides and len(sides) > 1:
            parties = [with_role(p, "host") if p.country == where.country else p for p in parties]
    return tuple(Participant(name=p.name, actor=p.actor, country=p.country, role=p.role) for p in parties)
