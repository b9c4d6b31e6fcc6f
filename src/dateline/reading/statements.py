"""Who said what: attributions read to the end, into statements."""

from __future__ import annotations

from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis
from dateline.record import Statement, Time


def read_statements(analysis: Analysis, times: tuple[Time, ...], cast: Cast) -> tuple[Statement, ...]:
    """Every statement of the body, in order of its content."""
    return ()
