"""Who met whom: the contacts a report tells of, one for each encounter."""

from __future__ import annotations

from dateline.knowledge.contact_frames import load_contact_frames
from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis
from dateline.reading.encounters.mentions import find_mentions
from dateline.reading.encounters.merging import Encounter, merge
from dateline.reading.encounters.scene import scenes
from dateline.reading.encounters.setting import reference
from dateline.record import Contact, Participant, Place, Statement, Time


def read_contacts(
    analysis: Analysis,
    times: tuple[Time, ...],
    places: tuple[Place, ...],
    cast: Cast,
    statements: tuple[Statement, ...],
) -> tuple[Contact, ...]:
    """Every contact told of, in order of first mention, with its sessions and agenda."""
    words = load_contact_frames()
    parts = scenes(analysis, times, places, cast, words)
    encounters = merge(mention for scene in parts for mention in find_mentions(scene))
    found = [e for e in encounters if is_contact(e)]
    return tuple(_contact(n, e) for n, e in enumerate(found, 1))


def is_contact(encounter: Encounter) -> bool:
    """At least two different parties."""
    sides = {p.country or p.name for p in encounter.parties}
    sides |= {m.goal.country for m in encounter.mentions if m.goal and m.goal.country}
    return len(sides) >= 2


def _contact(n: int, e: Encounter) -> Contact:
    places = e.places
    return Contact(
        id=f"c{n}",
        kind=e.kind,  # type: ignore[arg-type]
        status=next((m.status for m in e.mentions if m.status), "held"),
        participants=tuple(
            Participant(name=p.name, actor=p.actor, country=p.country, role=p.role) for p in e.parties
        ),
        date=e.dates[0] if e.dates else None,
        place=reference(places[0]) if places else None,
        evidence=tuple(dict.fromkeys(m.scene.span(m.sentence) for m in e.mentions)),
    )
