"""Calendar dates of contacts as ranges of days: ``2018-07-16``, ``2018-07``, ``2018-W29``, ``2018``, ``A/B``."""

from __future__ import annotations

import re
from datetime import date, timedelta

_FORM = re.compile(r"(\d{4})(?:-W(\d{2})|-(\d{2})(?:-(\d{2}))?)?$")


def bounds(value: str) -> tuple[str, str]:
    """First and last day in ISO form. Raises ``ValueError`` for anything that is no calendar date."""
    first, _, last = value.partition("/")
    return _days(first)[0].isoformat(), _days(last or first)[1].isoformat()


def disjoint(a: str, b: str) -> bool:
    """Whether two dates share no day."""
    (a0, a1), (b0, b1) = bounds(a), bounds(b)
    return a1 < b0 or b1 < a0


def _days(value: str) -> tuple[date, date]:
    found = _FORM.match(value)
    if not found:
        raise ValueError(f"{value!r} is no calendar date")
    year = int(found[1])
    if found[2]:
        monday = date.fromisocalendar(year, int(found[2]), 1)
        return monday, monday + timedelta(days=6)
    if not found[3]:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(found[3])
    if found[4]:
        day = date(year, month, int(found[4]))
        return day, day
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)
