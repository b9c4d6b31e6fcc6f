"""When: the time expressions of a report, resolved against its publication date (TIMEX3)."""

from __future__ import annotations

from dateline.reading.analysis import Analysis
from dateline.record import Time


def read_times(analysis: Analysis) -> tuple[Time, ...]:
    """Every time expression of every part, in order."""
    return ()
