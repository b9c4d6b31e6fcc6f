"""Where: the places a report names, on the map."""

from __future__ import annotations

from dateline.knowledge import Knowledge
from dateline.reading.analysis import Analysis
from dateline.record import Place


def read_places(analysis: Analysis, knowledge: Knowledge) -> tuple[Place, ...]:
    """Every place named, with its mentions."""
    return ()
