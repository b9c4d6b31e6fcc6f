"""TIMEX3 values and the calendar: which days a value covers, and values that cover given days.

`interval` and `date_of` are what other questions need: from a time that was told to the dates of the record
(``2018-07-16``, ``2018-07``, ``2018-W29``, ``2018``, ``A/B``).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from dateline.record import Time

_DAYS = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)(?P<weekend>-WE)?|-Q(?P<quarter>[1-4])"
    r"|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI))?(?:T.*)?|(?P<decade>\d{3})X?|(?P<century>\d\d)(?:XX)?"
)
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?")
JOINING = re.compile(r"\s{0,3}(?:-|–|—|to|through|until|till|and)\s{0,3}(?:on\s)?(?:the\s)?", re.IGNORECASE)
"""What joins two times into a range."""

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month that each season of the northern half of the world begins with (meteorological)."""


def interval(value: str | None) -> tuple[date, date] | None:
    """The first and the last day that a value covers; ``None`` where it tells of no days of the calendar
    (``PRESENT_REF``, durations, sets, unresolved times, days that don't exist)."""
    match = _DAYS.fullmatch(value or "")
    if match is None:
        return None
    field = {name: text for name, text in match.groupdict().items() if text}
    try:
        return _interval(field)
    except ValueError:
        return None


def date_of(times: Iterable[Time]) -> str | None:
    """The times together as one date of the record: the value itself where that is one, ``A/B`` from the first day to
    the last where they cover more; ``None`` where no day is told."""
    values = {time.value.partition("T")[0] for time in times if time.value and interval(time.value)}
    if len(values) == 1 and _ISO.fullmatch(only := next(iter(values))):
        return only
    spans = [days for days in map(interval, values) if days]
    if not spans:
        return None
    first, last = min(days[0] for days in spans), max(days[1] for days in spans)
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def ranges(times: Iterable[Time], text: str) -> list[tuple[Time, ...]]:
    """The times of one part, those that a word such as "to", "and" or a dash joins put together: "from July 14 to 16",
    "between Monday and Thursday". Times that no word joins stand alone. ``text`` is the part's."""
    groups: list[list[Time]] = []
    for time in times:
        if groups and JOINING.fullmatch(text, groups[-1][-1].end, time.start) and _in_order(groups[-1][-1], time):
            groups[-1].append(time)
        else:
            groups.append([time])
    return [tuple(group) for group in groups]


def _in_order(one: Time, other: Time) -> bool:
    before, after = interval(one.value), interval(other.value)
    return before is not None and after is not None and before[0] <= after[0]


def _interval(field: dict[str, str]) -> tuple[date, date]:
    if "decade" in field or "century" in field:
        digits = field.get("decade") or field["century"]
        return date(int(digits.ljust(4, "0")), 1, 1), date(int(digits.ljust(4, "9")), 12, 31)
    year = int(field["year"])
    if "day" in field:
        day = date(year, int(field["month"]), int(field["day"]))
        return day, day
    if "month" in field:
        return months(year, int(field["month"]), 1)
    if "week" in field:
        monday = date.fromisocalendar(year, int(field["week"]), 1)
        return monday + timedelta(5 if "weekend" in field else 0), monday + timedelta(6)
    if "quarter" in field:
        return months(year, 3 * int(field["quarter"]) - 2, 3)
    if "half" in field:
        return months(year, 6 * int(field["half"]) - 5, 6)
    if "season" in field:
        return months(year, _SEASONS[field["season"]], 3)
    return months(year, 1, 12)


def months(year: int, month: int, count: int) -> tuple[date, date]:
    """The first and the last day of ``count`` months from the given one. Raises `ValueError` outside the calendar."""
    last = year * 12 + month - 1 + count - 1
    last_year, last_month = last // 12, last % 12 + 1
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def unit_value(day: date, unit: str) -> str:
    """The value of the unit of the calendar that a day lies in. Units are the letters ``D W WE M Q Y E C``."""
    if unit == "D":
        return day.isoformat()
    if unit in ("W", "WE"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    if unit == "M":
        return f"{day.year:04}-{day.month:02}"
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return f"{day.year:04}"[: {"Y": 4, "E": 3, "C": 2}[unit]]


def moved(day: date, steps: int, unit: str) -> date:
    """The day that lies so many units later; the last of the month where that is too short.
    Raises `ValueError` or `OverflowError` outside the calendar."""
    if unit in ("D", "W", "WE"):
        return day + timedelta(steps * (1 if unit == "D" else 7))
    month = day.year * 12 + day.month - 1 + steps * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[unit]
    year, month = month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def grain(value: str) -> str | None:
    """The unit of a value that covers days: ``D W M Q Y E C`` or ``S`` for seasons and halves; ``None`` for others."""
    match = _DAYS.fullmatch(value)
    if match is None:
        return None
    units = {"day": "D", "week": "W", "quarter": "Q", "half": "S", "season": "S", "decade": "E", "century": "C"}
    return next((unit for name, unit in units.items() if match[name]), "M" if match["month"] else "Y")
