"""Dates as pages, feeds and tables write them, as the record writes instants."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

from dateline.intake.decoding import Unreadable
from dateline.intake.instants import instant, looks_like_instant
from dateline.knowledge.clock_zones import zones

SLASHED = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?")
ISO_LIKE = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?", re.IGNORECASE
)
YEAR = re.compile(r"\d{4}")
RELATIVE = re.compile(r"\b(?:ago|today|yesterday|now|minutes?|hours?)\b", re.IGNORECASE)

AHEAD = re.compile(r"\b(?:GMT|UTC|UT)\s?(?=[+-]\d)")
"""``GMT+2`` is two hours ahead, as newsrooms mean it; to dateutil it would be two hours behind."""

LONGEST = 80
"""Characters of a date; what is longer is none."""


def date_of(value: object, day_first: bool | None = None) -> str:
    """``Wed, 31 Jan 2018 07:26:05 GMT`` -> ``2018-01-31T07:26:05Z``; a day alone stays a day.

    Raises `Unreadable` for what is no date, is relative, lacks its year, or may be two days (``02/03/2025``) and
    `day_first` does not say which.
    """
    text = " ".join(str(value).split())
    if len(text) > LONGEST:
        raise Unreadable(f"published {text[:40]!r}... is not a date")
    if match := ISO_LIKE.fullmatch(text):
        zone = (match[3] or "").upper()
        text = f"{match[1]}T{match[2]}{'Z' if zone in ('UTC', 'GMT') else zone}"
    if looks_like_instant(text):
        return instant(text)
    if match := COMPACT.fullmatch(text):
        return _compact(match)
    if match := SLASHED.match(text):
        if day_first is None and (day_first := shows_day_first([text])) is None and match[1] != match[2]:
            raise Unreadable(f"published {text!r} may be two days: say --day-first or --month-first")
    elif RELATIVE.search(text) or not YEAR.search(text):
        raise Unreadable(f"published {text!r} is not a date with its year")
    return _parsed(text, bool(day_first))


def date_or_none(value: object) -> str | None:
    """`date_of`, or ``None`` where it is no date."""
    try:
        return date_of(value) if value else None
    except Unreadable:
        return None


def shows_day_first(values: Iterable[str]) -> bool | None:
    """Whether a column of dates such as ``02/03/2025`` puts the day first; ``None`` where none of them shows it."""
    for value in values:
        if match := SLASHED.match(value):
            first, second = int(match[1]), int(match[2])
            if "." in match[0]:
                return True  # 2.3.2025 is written in Europe only
            if first > 12 or second > 12:
                return first > 12
    return None


def _compact(match: re.Match[str]) -> str:
    year, month, day, hour, minute, second, zone = match.groups()
    text = f"{year}-{month}-{day}"
    return instant(f"{text}T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else text)


def _zone(letters: str | None, seconds: int | None) -> timezone | None:
    """The zone behind an hour, by its offset or its letters; ``None`` for letters that are none, or several."""
    if seconds is None and (away := zones().get(letters or "")):
        hours, minutes = away.split(":")
        seconds = (int(hours) * 60 + int(f"{hours[0]}{minutes}")) * 60
    return None if seconds is None else timezone(timedelta(seconds=seconds))


def _parsed(text: str, day_first: bool) -> str:
    from dateutil import parser

    text = AHEAD.sub("", re.sub(r"\bSept\b", "Sep", text))
    try:
        given, other = (
            parser.parse(text, dayfirst=day_first, tzinfos=_zone, default=default)
            for default in (datetime(1904, 1, 1, 0, 0), datetime(1908, 2, 2, 13, 31))
        )
    except (ValueError, OverflowError, TypeError, RecursionError):
        raise Unreadable(f"published {text!r} is not a date") from None
    if given.date() != other.date():
        raise Unreadable(f"published {text!r} is not a date with day, month and year")
    if (given.hour, given.minute) != (other.hour, other.minute):
        return str(given.date().isoformat())
    told = str(given.strftime("%Y-%m-%dT%H:%M:%S"))
    if given.tzinfo is None:
        return told
    zone = given.strftime("%z")
    return f"{told}Z" if zone in ("+0000", "-0000") else f"{told}{zone[:3]}:{zone[3:5]}"
