"""Who met whom: the contacts a report tells of, one for each encounter."""

from __future__ import annotations

from datetime import date

from dateline.knowledge import Knowledge
from dateline.knowledge.contact_frames import load_contact_frames
from dateline.reading.agenda import read_agendas
from dateline.reading.analysis import Analysis
from dateline.reading.cast import Cast
from dateline.reading.encounters import outcome
from dateline.reading.encounters.mentions import find_mentions
from dateline.reading.encounters.merging import Encounter, merge
from dateline.reading.encounters.scene import scenes
from dateline.reading.encounters.setting import reference
from dateline.reading.sessions import read_sessions
from dateline.record import AgendaItem, Contact, Place, Session, Statement, Time


def read_contacts(
    analysis: Analysis,
    times: tuple[Time, ...],
    places: tuple[Place, ...],
    cast: Cast,
    statements: tuple[Statement, ...],
    knowledge: Knowledge,
) -> tuple[Contact, ...]:
    """Every contact told of, in order of first mention, with its sessions and agenda."""
    parts = list(scenes(analysis, times, places, cast, load_contact_frames(), knowledge))
    encounters = merge(mention for scene in parts for mention in find_mentions(scene))
    found = [e for e in encounters if is_contact(e)]
    agendas = read_agendas(parts, found, statements)
    sessions = read_sessions(parts, found)
    today = analysis.report.published_on
    return tuple(_contact(n, e, agendas.get(n, ()), sessions.get(n, ()), today, knowledge) for n, e in enumerate(found))


def is_contact(encounter: Encounter) -> bool:
    """At least two different parties."""
    sides = {p.country or p.name for p in encounter.parties}
    sides |= {m.goal.country for m in encounter.mentions if m.goal and m.goal.country}
    gathering = encounter.kind == "summit" or any(p.sort == "body" for p in encounter.parties)
    many = encounter.kind in ("summit", "conference") and gathering
    return len(sides) >= 2 or (many and bool(sides))


def _contact(
    n: int,
    e: Encounter,
    agenda: tuple[AgendaItem, ...],
    sessions: tuple[Session, ...],
    today: date | None,
    knowledge: Knowledge,
) -> Contact:
    when, where = outcome.day(e, today), outcome.place(e, knowledge)
    return Contact(
        id=f"c{n + 1}",
        kind=e.kind,
        status=outcome.status(e, when, today),
        participants=outcome.participants(e, where, knowledge),
        date=when,
        place=reference(where) if where else None,
        agenda=agenda,
        sessions=sessions,
        evidence=tuple(dict.fromkeys(m.scene.span(m.sentence) for m in e.mentions)),
    )
