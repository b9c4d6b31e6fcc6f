"""Where each side stands: explicit policy stances."""

from __future__ import annotations

from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis
from dateline.record import Position, Statement


def read_positions(analysis: Analysis, cast: Cast, statements: tuple[Statement, ...]) -> tuple[Position, ...]:
    """Every clear stance of a party on an issue, in order."""
    return ()
