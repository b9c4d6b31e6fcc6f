"""Who met whom: the contacts a report tells of, one for each encounter."""

from __future__ import annotations

from dateline.knowledge import Knowledge
from dateline.reading.agenda import read_agendas
from dateline.reading.analysis import Analysis
from dateline.reading.casting.cast import Cast
from dateline.reading.encounters.announcement import read_announcement
from dateline.reading.encounters.encounter import Encounter
from dateline.reading.encounters.factuality import is_untold
from dateline.reading.encounters.linking import link
from dateline.reading.encounters.resolving import resolve
from dateline.reading.encounters.scene import scenes
from dateline.reading.encounters.sessions import read_sessions
from dateline.reading.encounters.settling import is_contact, lead_day, likeliest, reference, settle
from dateline.reading.encounters.wording import is_figurative
from dateline.reading.speech.said import Said
from dateline.record import Contact, Place, Statement, Time


def read_contacts(
    analysis: Analysis,
    times: tuple[Time, ...],
    places: tuple[Place, ...],
    cast: Cast,
    statements: tuple[Statement, ...],
    knowledge: Knowledge,
) -> tuple[Contact, ...]:
    """Every contact told of, in order of first mention, with its sessions and agenda.

    The model proposes frames; they are resolved to mentions of whom, when and where; the mentions of one encounter are
    linked; and each encounter is settled: its kind, status, day, place and participants.
    """
    parts = list(scenes(analysis, times, places, cast, knowledge))
    mentions = [m for m in resolve(parts, analysis.frames.contacts, Said(statements)) if not is_figurative(m)]
    linked = link(mentions, analysis.frames.same, analysis.limits.same)
    lead, today = lead_day(parts), analysis.report.published_on
    encounters: list[Encounter] = []
    for group in linked:
        encounter = settle(group, lead, today, encounters)
        if is_contact(encounter) and not is_untold(group, likeliest(group, "status")):
            encounters.append(encounter)
    agendas = read_agendas(analysis, encounters, statements)
    sessions = read_sessions(parts, encounters)
    for n, encounter in enumerate(encounters):
        for mention in encounter.mentions:
            analysis.because_of(f"contact c{n + 1}", mention.frame)
    return tuple(
        Contact(
            id=f"c{n + 1}",
            kind=e.kind,
            status=e.status,
            participants=e.participants,
            date=e.date,
            place=reference(e.place, knowledge.gazetteer.cities) if e.place else None,
            duration=e.duration,
            announced=read_announcement(e, today),
            agenda=agendas.get(n, ()),
            sessions=sessions.get(n, ()),
            evidence=tuple(dict.fromkeys(m.scene.span(m.sentence) for m in e.mentions)),
            confidence=analysis.confidence("contact", e.score),
        )
        for n, e in enumerate(encounters)
    )
