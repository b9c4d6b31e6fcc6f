"""Who met whom: the contacts a report tells of, one for each encounter."""

from __future__ import annotations

from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis
from dateline.record import Contact, Place, Statement, Time


def read_contacts(
    analysis: Analysis,
    times: tuple[Time, ...],
    places: tuple[Place, ...],
    cast: Cast,
    statements: tuple[Statement, ...],
) -> tuple[Contact, ...]:
    """Every contact told of, in order of first mention, with its sessions and agenda."""
    return ()
