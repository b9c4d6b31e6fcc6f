"""What was done: actions between actors, coded in PLOVER and CAMEO."""

from __future__ import annotations

from dateline.knowledge import Knowledge
from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis
from dateline.record import Contact, Event, Place, Statement, Time


def read_events(
    analysis: Analysis,
    times: tuple[Time, ...],
    places: tuple[Place, ...],
    cast: Cast,
    statements: tuple[Statement, ...],
    contacts: tuple[Contact, ...],
    knowledge: Knowledge,
) -> tuple[Event, ...]:
    """Every coded event of the report, without duplicates."""
    return ()
