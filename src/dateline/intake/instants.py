"""Publication instants: epoch seconds or milliseconds, or ISO 8601, as the record writes them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from dateline.intake.decoding import Unreadable

EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
"""Seconds (1973 to 2286) or milliseconds since 1970."""

ISO = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[T ](?P<clock>\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)


def looks_like_instant(line: str) -> bool:
    """Whether a line is nothing but an instant."""
    return bool(EPOCH.fullmatch(line.strip()) or ISO.fullmatch(line.strip()))


def instant(value: object) -> str:
    """``1530650268000`` -> ``2018-07-03T20:37:48Z``; ISO stays as precise as it came. Raises `Unreadable`."""
    text = str(value).strip()
    if EPOCH.fullmatch(text):
        seconds = float(text)
        if "." not in text and len(text) >= 12:
            seconds /= 1000
        return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    match = ISO.fullmatch(text)
    if not match:
        raise Unreadable(
            f"published {text[:40]!r} is not a date: write 2018-07-03, 2018-07-03T20:37:48Z or epoch seconds"
        )
    day, clock, zone = match["day"], match["clock"], match["zone"] or ""
    try:
        date.fromisoformat(day)
        if clock:
            datetime.fromisoformat(f"{day}T{clock}")
    except ValueError:
        raise Unreadable(f"published {text!r} is no date on the calendar") from None
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{day}T{clock}{zone}" if clock else day
