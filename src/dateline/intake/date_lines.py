"""A publication date on a line of its own, as pages and desks write it: ``Updated: April 26, 2024 21:40``."""

from __future__ import annotations

import re
from calendar import month_abbr
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.knowledge.clock_zones import offset
from dateline.knowledge.datelines import MONTH

HEAD = 15
"""Lines of a text (blank ones not counted) within which its date stands."""

LABELS = (
    r"(?:first\s+)?(?:published|posted|released|issued|created|filed|printed)(?:\s+(?:on|at|date))?|(?:release\s+|publication\s+)?date"
    r"|on|(?:last\s+|article\s+)?(?:updated|modified|edited|revised)(?:\s+(?:on|at|date))?"
)
WEEKDAY = r"(?:Mon|Tue|Tues|Wed|Weds|Thu|Thur|Thurs|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday)?\.?"
DAY = rf"""(?:
      (?P<month>{MONTH})\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?,\s?|\s)(?P<year>\d{{4}})
    | (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s|-)(?:of\s)?(?P<month2>{MONTH})(?:\s?,\s?|\s|-)(?P<year2>\d{{4}})
    | (?P<year3>\d{{4}})[-/.](?P<month3>\d{{1,2}})[-/.](?P<day3>\d{{1,2}})
    | (?P<first>\d{{1,2}})(?P<mark>[-/.])(?P<second>\d{{1,2}})(?P=mark)(?P<year4>\d{{4}})
)"""


def _clock(number: str = "") -> str:
    """An hour and perhaps its zone, as groups ``hour``, ``minute``, ``half`` and ``zone`` with a number behind."""
    return rf"""(?P<hour{number}>\d{{1,2}}) (?: [:.h] (?P<minute{number}>\d{{2}}) (?: :\d{{2}} (?:\.\d+)? )? )?
        \s? (?: hrs | hours | h\b )? \s? (?P<half{number}> [ap]\.?\s?m\.? )?
        \s? (?: \(? (?P<zone{number}> {ZONE} ) \)? )?"""


ZONE = r"(?:GMT|UTC|UT)?\s?[+\-−–]\s?\d{1,2}(?::?\d{2})? | [A-Z]{1,5} | [A-Z]{2,12}\stime"
SEPARATOR = r"(?:\s?[,|·•\-–—/]\s?|\s?\bat\b\s?|T|\s)"
TAIL = r"""(?: \s\d+\s+min(?:ute)?s?\s+read
    | \s?[|·•,;/(]\s?(?:(?:last\s|article\s)?updated|modified|published|\d+\s+min)\b.{0,80}
    | \s?[|·•]\s?.{0,40} )?"""
DATE_LINE = re.compile(
    rf"""(?xi) ^\s* [(\[]? (?:(?P<label>{LABELS})\s?[:\-–]?\s*)? (?:{WEEKDAY}\s?,?\s)?
    (?:{_clock()}{SEPARATOR}{{1,2}})? {DAY} (?:{SEPARATOR}{{1,2}}{_clock("2")})? {TAIL} [)\]]? \s*$"""
)
CLOCK_LINE = re.compile(rf"(?xi) ^\s* {_clock()} \s*$")
BYLINE = re.compile(r"(?i)\s*(?:by|reporting by)\s+(?-i:[A-Z]).{0,100}")
"""A line that names who wrote it, which stands beside the date."""


@dataclass(frozen=True)
class DateLine:
    """A date told by lines ``[start, end)`` of a text."""

    published: str
    start: int
    end: int
    updated: bool = False
    labelled: bool = False


def date_of_line(line: str) -> str | None:
    """The instant, as the record writes it, of a line that tells a date and nothing else; ``None`` for other lines.

    Dates that may be of two days (``02/03/2025``), and those that the calendar has not, are none.
    """
    match = DATE_LINE.match(line) if len(line) <= LONGEST else None
    return _instant(match) if match else None


LONGEST = 160
"""Characters of a line that is a date."""


def told_in_head(lines: Sequence[str]) -> DateLine | None:
    """The date of publication among a text's first lines, perhaps with its hour on the next one.

    What is labelled as published leads, then what is updated, then a date alone; where three or more stand there
    without a word (a chronology), none is taken.
    """
    found = _date_lines(lines)
    told = [line for line in found if line.labelled]
    plain = [line for line in found if not line.labelled]
    if not told and len({line.published[:10] for line in plain}) > MOST:
        return None
    first = [line for line in told if not line.updated] or (plain[:1] if not told else told[:1])
    return first[0] if first else None


MOST = 2
"""Different dates, each on its line, that a head may have without a word: when it was published, and updated."""


def _date_lines(lines: Sequence[str]) -> list[DateLine]:
    found: list[DateLine] = []
    seen = 0
    for at, line in enumerate(lines):
        seen += bool(line.strip())
        if seen > HEAD:
            break
        match = DATE_LINE.match(line) if len(line) <= LONGEST else None
        if match is None or (published := _instant(match)) is None:
            continue
        end = at + 1
        clock = CLOCK_LINE.match(lines[end]) if "T" not in published and end < len(lines) else None
        if clock and (hours := _hours(clock["hour"], clock["minute"], clock["half"], clock["zone"])):
            published, end = published + hours, end + 1
        label = (match["label"] or "").lower()
        updated = any(word in label for word in ("updat", "modif", "edit", "revis"))
        found.append(DateLine(published, at, end, updated, bool(label) and label != "on"))
    return found


def _instant(match: re.Match[str]) -> str | None:
    day = _day(match)
    if day is None:
        return None
    for hour, minute, half, zone in (("hour2", "minute2", "half2", "zone2"), ("hour", "minute", "half", "zone")):
        if match[hour]:
            return day.isoformat() + (_hours(match[hour], match[minute], match[half], match[zone]) or "")
    return day.isoformat()


def _day(match: re.Match[str]) -> date | None:
    year = int(match["year"] or match["year2"] or match["year3"] or match["year4"])
    try:
        if match["year4"]:
            first, second = int(match["first"]), int(match["second"])
            if first <= 12 and second <= 12 and first != second:
                return None
            return date(year, *((first, second) if second > 12 else (second, first)))
        if match["year3"]:
            return date(year, int(match["month3"]), int(match["day3"]))
        month = _month(match["month"] or match["month2"])
        return date(year, month, int(match["day"] or match["day2"]))
    except ValueError:
        return None


def _month(words: str) -> int:
    return list(month_abbr).index(words[:3].capitalize())


def _hours(hour: str, minute: str | None, half: str | None, zone: str | None) -> str | None:
    """``T21:40``, with its zone where that is known; ``None`` for what is no hour: a number alone."""
    if not minute and not half:
        return None
    h, m = int(hour), int(minute or 0)
    if half:
        if not 1 <= h <= 12:
            return None
        h = h % 12 + (12 if half.lower().startswith("p") else 0)
    if h > 23 or m > 59:
        return None
    return f"T{h:02}:{m:02}{(offset(zone) or '') if zone else ''}"
