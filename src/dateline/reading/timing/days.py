"""Days and times of the day: what their words mean by the publication, the tense, and the day told before.

Every function takes a rule's fields, the anchor and the tense, and gives a TIMEX3 value or ``None``.
Raises `ValueError` or `OverflowError` where the calendar has no such day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from dateline.knowledge.times import time_tables
from dateline.reading.timing.amounts import amount_of, so_long
from dateline.reading.timing.anchor import Anchor
from dateline.reading.timing.calendar_values import moved, unit_value
from dateline.reading.timing.feast_days import feast_day
from dateline.reading.timing.tense import AHEAD, Direction

Fields = Mapping[str, str]


def day(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``month``, ``day`` and perhaps ``year``, ``turn`` (of the year), ``which`` ("last Oct. 23") and ``weekday``."""
    month, number = int(f["month"]), _number(f)
    year = year_told(f, at)
    if year is not None:
        return date(year, month, number).isoformat()
    if at.published is None:
        return None
    candidates = [found for found in (_day_of(y, month, number) for y in around(at.published)) if found]
    if "which" in f:
        return next((found.isoformat() for found in _turned(candidates, at.published, int(f["which"]))), None)
    if "weekday" in f:
        candidates = [found for found in candidates if found.isoweekday() == int(f["weekday"])] or candidates
    nearest = at.nearest(candidates, tense)
    return nearest.isoformat() if nearest else None


def day_of_numbers(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``numbers`` with their year: ``2018-07-03``, ``25/07/2018``; the year alone where day and month may be either."""
    first, second, third = (int(number) for number in re.split(r"[-./]", f["numbers"]))
    if not _FIRST_YEAR <= max(first, third) <= _LAST_YEAR:
        return None
    if first > 31:
        return date(first, second, third).isoformat()
    found = {day for day in (_day_of(third, second, first), _day_of(third, first, second)) if day}
    return found.pop().isoformat() if len(found) == 1 else f"{third:04}" if found else None


_FIRST_YEAR, _LAST_YEAR = 1500, 2099
"""Numbers of four digits beyond these are no years in the news."""


def year_told(f: Fields, at: Anchor) -> int | None:
    """The year as the words give it: ``year``, or ``turn`` years from the publication's."""
    if "year" in f:
        return int(f["year"])
    return at.published.year + int(f["turn"]) if "turn" in f and at.published else None


def around(published: date) -> range:
    """The years that a date without one may be of."""
    return range(max(1, published.year - 1), min(9999, published.year + 1) + 1)


def weekday(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``weekday`` and perhaps ``turn`` ("last Monday") or ``weeks`` ("Monday next week").

    Without them news means the last such day, the day of publication included; the next one of what is to come. "this
    Monday" is of this week, unless the verb tells that it is over, or is to come. ``further``: a week beyond the next,
    before the last ("the Monday after next").
    """
    published = at.published
    if published is None:
        return None
    number = int(f["weekday"])
    monday = published - timedelta(published.isoweekday() - 1)
    back = (published.isoweekday() - number) % 7
    if "further" in f:
        ahead = f["further"].split()[0] not in _BACK
        return (published + timedelta(14 - back if ahead else -7 - (back or 7))).isoformat()
    if "weeks" in f:
        return (monday + timedelta(7 * int(f["weeks"]) + number - 1)).isoformat()
    if f.get("turn") == "0":
        this = monday + timedelta(number - 1)
        over = tense in AHEAD and this < published
        to_come = tense == "past" and this > published
        return (this + timedelta(7 if over else -7 if to_come else 0)).isoformat()
    if f.get("turn") == "-1":
        return (published - timedelta(back or 7)).isoformat()
    yesterday = back == 1 and tense == "due"  # "was planned for Saturday", told on Sunday
    if f.get("turn") == "1" or (tense in AHEAD and back and not yesterday):
        return (published + timedelta(7 - back)).isoformat()
    if tense in AHEAD and at.joined and at.told_day and date.fromisoformat(at.told_day) > published:
        return (published + timedelta(7)).isoformat()  # "on Monday and Tuesday", told on a Tuesday
    return (published - timedelta(back)).isoformat()


_BACK = frozenset({"before", "ago"})


def days_away(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``deictic`` days from the publication."""
    return (at.published + timedelta(int(f["deictic"]))).isoformat() if at.published else None


def day_of_month(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``day`` of the month last told, or of the month ``turn`` from the publication's."""
    base = at.published if "turn" in f else at.base
    if base is None:
        return None
    return moved(base.replace(day=1), int(f.get("turn", "0")), "M").replace(day=_int(f["day"])).isoformat()


def weekday_of_month(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """The ``weekday`` that is the ``rank``-th of its kind (-1: the last) in a ``month`` and ``year``, or in the month
    ``turn`` from the publication's."""
    first = _month_told(f, at, tense)
    if first is None:
        return None
    rank, number = int(f["rank"]), int(f["weekday"])
    if rank > 0:
        found = first + timedelta((number - first.isoweekday()) % 7 + 7 * (rank - 1))
        return found.isoformat() if found.month == first.month else None
    last = moved(first, 1, "M") - timedelta(1)
    return (last - timedelta((last.isoweekday() - number) % 7)).isoformat()


def week_of_month(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """The ``rank``-th week of a month, or its ``weekend``: of weeks, the month has those whose Thursday it has."""
    thursday = weekday_of_month({**f, "weekday": "6" if "weekend" in f else "4"}, at, tense)
    return unit_value(date.fromisoformat(thursday), "WE" if "weekend" in f else "W") if thursday else None


def _month_told(f: Fields, at: Anchor, tense: Direction) -> date | None:
    """The first day of the month that the fields tell."""
    if "month" not in f:
        return moved(at.published.replace(day=1), int(f["turn"]), "M") if at.published else None
    told = {name: f[name] for name in ("month", "year", "turn") if name in f}
    value = day({**told, "day": "1"}, Anchor(at.published.replace(day=1) if at.published else None), tense)
    return date.fromisoformat(value) if value else None


def day_of_event(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """The day of an event that a day just told is so far from: "on Nov. 20, two days after the vote". Told without one:
    how long, where the words count it (``amount``)."""
    amount = round(amount_of(f["amount"]) or 0) if "amount" in f else 1
    if at.apposed_to and amount and f["unit"] in ("D", "W"):
        return moved(date.fromisoformat(at.apposed_to), int(f["sign"]) * amount, f["unit"]).isoformat()
    return so_long(f) if "amount" in f else None


def week_of(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """The week that the day lies in."""
    value = day(f, at, tense)
    return unit_value(date.fromisoformat(value), "W") if value else None


def feast(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``feast``, and perhaps ``year``, ``weeks`` ("Christmas last year": -1) or ``turn`` ("last Christmas")."""
    kept = time_tables().feasts[f["feast"]]
    year = int(f["year"]) if "year" in f else None
    if at.published and "weeks" in f:
        year = at.published.year + int(f["weeks"])
    if year is not None:
        found = feast_day(kept, year)
    elif at.published is None:
        return None
    else:
        published, turn = at.published, int(f.get("turn", "0"))
        days = [found for found in (feast_day(kept, y) for y in around(published)) if found]
        found = next(_turned(days, published, turn), None) if turn else at.nearest(days, tense)
    return found.isoformat() if found else None


def named(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """The day that an event is ``named`` after."""
    return time_tables().named[f["named"]]


def clock(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``clock``, ``military``, ``hour`` or ``words``, with ``halves`` or ``daypart`` and ``zone``, on the day told."""
    military = f.get("military", "")
    numbers = f.get("clock") or f.get("hour") or f.get("words") or f"{military[:2]}:{military[2:]}"
    hour, minute, *_ = (*re.split("[:.]", time_tables().words["NUMBER"].get(numbers, numbers)), "00")
    h, m = int(hour), int(minute)
    part = f.get("daypart")
    if h < 12 and (f.get("halves") == "PM" or part in ("AF", "EV") or (part == "NI" and h >= 6)):
        h += 12
    elif h == 12 and f.get("halves") == "AM":
        h = 0
    if h > 24 or m > 59 or (h == 24 and m):
        return None
    if f.get("zone") == "Z" and at.local_hour and (told := _universal_day(h, m, at.local_hour)):
        return f"{told}T{h:02}:{m:02}Z"
    return _on_day(f"{h:02}:{m:02}{'Z' if f.get('zone') == 'Z' else ''}", at, tense)


def _universal_day(hour: int, minute: int, local: str) -> str:
    """The day that an hour of universal time is of, told beside the same hour on a local clock (``...T01:00``): zones
    lie 12 hours behind to 14 ahead."""
    there = datetime.fromisoformat(local)
    same = there.replace(hour=hour % 24, minute=minute)
    ahead = (there - same) / timedelta(hours=1)
    shift = 1 if ahead < -12 else -1 if ahead > 14 else 0
    return (same - timedelta(shift)).date().isoformat()


def noon(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``noon``, or midnight, of the day told."""
    return _on_day(f["noon"].replace("-", ":") + ("Z" if f.get("zone") == "Z" else ""), at, tense)


def part_of_told(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``daypart`` of the day told."""
    return _on_day(f["daypart"], at, tense)


def part_of_day(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``daypart`` of the day ``turn`` from the publication."""
    return f"{(at.published + timedelta(int(f['turn']))).isoformat()}T{f['daypart']}" if at.published else None


def part_of_day_told(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``daypart`` of the day ``step`` from the one told."""
    return f"{(date.fromisoformat(at.day) + timedelta(int(f['step']))).isoformat()}T{f['daypart']}" if at.day else None


def _on_day(hours: str, at: Anchor, tense: Direction) -> str | None:
    told = at.day_of_hour(tense)
    return f"{told}T{hours}" if told else None


def _turned(days: list[date], published: date, turn: int) -> Iterator[date]:
    """The days on the side of the publication that ``turn`` names (-1, 0: any, 1), the nearest first."""
    for found in sorted(days, key=lambda found: abs(found - published)):
        if turn == 0 or (found > published) - (found < published) == turn:
            yield found


def _day_of(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _number(f: Fields) -> int:
    """The day of the month: ``day`` in digits, or ``dayword`` ("twenty - first")."""
    if "day" in f:
        return _int(f["day"])
    tens, _, ones = f["dayword"].replace(" - ", " ").rpartition(" ")
    return int(time_tables().words["NUMBER"].get(tens, "0")) + int(time_tables().words["DAYWORD"][ones])


def _int(number: str) -> int:
    """The digits of "16th"."""
    return int(number.rstrip("stndrh"))
