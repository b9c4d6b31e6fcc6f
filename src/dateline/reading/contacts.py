"""Who met whom: the contacts a report tells of, one for each encounter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.knowledge import Knowledge
from dateline.knowledge.contact_frames import load_contact_frames
from dateline.reading.agenda import read_agendas
from dateline.reading.analysis import Analysis
from dateline.reading.casting.cast import Cast
from dateline.reading.encounters import outcome
from dateline.reading.encounters.announcement import read_announcement
from dateline.reading.encounters.dates import disjoint
from dateline.reading.encounters.mentions import find_mentions
from dateline.reading.encounters.merging import Encounter, merge
from dateline.reading.encounters.scene import scenes
from dateline.reading.encounters.setting import reference
from dateline.reading.sessions import read_sessions
from dateline.record import Contact, Place, Statement, Time


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
    for encounter in encounters:
        ground(encounter)
    found = [e for e in encounters if is_contact(e)]
    today, lead = analysis.report.published_on, outcome.lead_day(parts)
    stays = [stay(e, found) for e in found]
    days = [outcome.day(e, visit, lead, today) for e, visit in zip(found, stays, strict=True)]
    statuses = [outcome.status(e, when, today) for e, when in zip(found, days, strict=True)]
    agendas = read_agendas(analysis, parts, found, statuses, statements)
    sessions = read_sessions(parts, found)

    def contact(n: int, e: Encounter) -> Contact:
        for m in e.mentions:
            trigger = m.trigger.doc[m.trigger.i : m.trigger.i + 1]
            analysis.because(f"contact c{n + 1}", f"contact_frames.toml: {m.frame.name}", m.scene.span(trigger))
        where = outcome.place(e, stays[n], knowledge)
        return Contact(
            id=f"c{n + 1}",
            kind=outcome.kind(e),
            status=statuses[n],
            participants=outcome.participants(e, where),
            date=days[n],
            place=reference(where) if where else None,
            duration=outcome.length(e),
            announced=read_announcement(e),
            agenda=agendas.get(n, ()),
            sessions=sessions.get(n, ()),
            evidence=tuple(dict.fromkeys(m.scene.span(m.sentence) for m in e.mentions)),
        )

    return tuple(contact(n, e) for n, e in enumerate(found))


def ground(encounter: Encounter) -> None:
    """Takes a visit of which only the visitor is told ("Bush's visit") to be to where the report is written."""
    first = encounter.mentions[0]
    here = first.scene.here
    untold = not any(m.goal or m.hosts for m in encounter.mentions)
    untold = untold and first.status != "refused"
    if encounter.kind == "visit" and untold and here is not None and here.country not in encounter.visitors:
        encounter.mentions[0] = replace(first, goal=here, place=here, assumed=True)


def stay(encounter: Encounter, encounters: Sequence[Encounter]) -> Encounter | None:
    """The visit that a meeting is part of: the visitor meets somebody of the side visited."""
    if encounter.kind != "meeting":
        return None
    people = {p.actor for p in encounter.parties if p.actor}
    visits = [v for v in encounters if v.kind == "visit" and encounter.countries & goals_of(v)]
    visits = [v for v in visits if not any(disjoint(a, b) for a in encounter.dates for b in v.dates)]
    for visit in visits:
        if people & {v.actor for m in visit.mentions for v in m.visitors if v.actor}:
            return visit
    return next((v for v in visits if encounter.countries & v.visitors and not _guest_is_named(v)), None)


def goals_of(visit: Encounter) -> set[str | None]:
    """The countries a visit goes to."""
    return {m.goal.country for m in visit.mentions if m.goal}


def _guest_is_named(visit: Encounter) -> bool:
    return any(v.sort == "person" for m in visit.mentions for v in m.visitors)


def is_contact(encounter: Encounter) -> bool:
    """At least two different parties, or a gathering of many of which one body stands for all."""
    sides = {p.side for p in encounter.parties}
    sides |= {(m.goal.country, "") for m in encounter.mentions if m.goal and m.goal.country}
    states = encounter.mentions[0].scene.states
    bodies = any(p.sort == "body" or (p.country is not None and p.country not in states) for p in encounter.parties)
    gathering = encounter.kind == "summit" or bodies
    many = encounter.kind in ("summit", "conference") and gathering
    collective = any(p.country is None and p.role == "delegation" for p in encounter.parties)
    leaders = encounter.kind == "summit" and collective  # "African leaders"
    return len(sides) >= 2 or leaders or (many and any(country for country, _ in sides))
