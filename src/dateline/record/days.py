"""ISO 8601 dates of any precision as first and last day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

Days = tuple[int, int]
"""First and last day, as proleptic Gregorian ordinals (`datetime.date.toordinal`), both included."""

LAST = date.max.toordinal()
"""The last day of the calendar."""

DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d{2})(?:-(?P<weekday>\d))?|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?"
)


@lru_cache(maxsize=1 << 16)
def days_of(value: str | None) -> Days | None:
    """The days that ``2018-07-16``, ``2018-07``, ``2018-W29``, ``2018`` or ``A/B`` covers; ``None`` if none is told."""
    if not value:
        return None
    first, _, last = value.partition("/")
    start, end = _days(first), _days(last or first)
    if start is None or end is None:
        return start or end
    return (start[0], end[1]) if start[0] <= end[1] else (end[0], start[1])


def _days(value: str) -> Days | None:
    match = DATE.match(value)
    if not match:
        return None
    year, month, day = int(match["year"]), int(match["month"] or 0), int(match["day"] or 0)
    try:
        if match["week"]:
            weekday = int(match["weekday"] or 0)
            return (
                date.fromisocalendar(year, int(match["week"]), weekday or 1).toordinal(),
                date.fromisocalendar(year, int(match["week"]), weekday or 7).toordinal(),
            )
        last_month = month or 12
        return (
            date(year, month or 1, day or 1).toordinal(),
            date(year, last_month, day or monthrange(year, last_month)[1]).toordinal(),
        )
    except ValueError:  # no such day: 2018-02-30
        return None


def gap(a: Days, b: Days) -> int:
    """Days between two ranges that do not touch; 0 or less where they overlap."""
    return max(a[0], b[0]) - min(a[1], b[1])


def iso(day: int) -> str:
    """``2018-07-16`` for an ordinal; the calendar's first or last day for one beyond it."""
    return date.fromordinal(min(max(day, 1), LAST)).isoformat()
