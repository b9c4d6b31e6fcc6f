"""Which days an expression means, by the day of publication, the tense, and the times told before.

One function for each ``make`` of the rules in ``knowledge/data/times.toml``. A value is ``None`` where the words,
the day of publication or the calendar leave it open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateline.knowledge.times import TimeTables
from dateline.reading.calendar_values import grain, interval, moved, unit_value
from dateline.reading.feast_days import feast_day
from dateline.reading.time_amounts import amount_of, duration
from dateline.reading.time_grammar import Expression
from dateline.reading.time_tense import UNTOLD, Tense
from dateline.record.model import TimeType

Fields = Mapping[str, str]


@dataclass(frozen=True)
class Meaning:
    """What an expression comes to: a TIMEX3 value, and a type where the words alone don't give it."""

    value: str | None
    type: TimeType | None = None


@dataclass
class Anchor:
    """Where a text has got to, telling time: what later expressions hang on.

    ``told`` is the last time told, ``told_day`` the last that was a day, ``told_quarter`` the last quarter;
    ``years`` the year of each month that was told with one.
    """

    published: date | None
    tables: TimeTables
    told: str | None = None
    told_day: str | None = None
    told_quarter: str | None = None
    years: dict[int, int] = field(default_factory=dict)
    tense: Tense = UNTOLD

    def resolve(self, expression: Expression, tense: Tense) -> Meaning:
        """What the expression means here."""
        self.tense = tense
        try:
            meaning = _MAKERS[expression.rule.make](expression.fields, self)
        except (ValueError, OverflowError):  # a day that isn't in the calendar
            return Meaning(None)
        return meaning if isinstance(meaning, Meaning) else Meaning(meaning)

    def remember(self, value: str | None, explicit_year: bool) -> None:
        """Takes a time that was told as the one that later ones hang on."""
        unit = grain(value) if value else None
        if value is None or unit is None or unit in ("E", "C"):
            return
        self.told = value
        if unit == "D":
            self.told_day = value[:10]
        if unit == "Q":
            self.told_quarter = value
        if explicit_year and unit in ("D", "M"):
            self.years[int(value[5:7])] = int(value[:4])

    @property
    def base(self) -> date | None:
        """The last day told, or the first of the time told, or the day of publication."""
        days = interval(self.told)
        return days[0] if days else self.published

    def nearest(self, candidates: list[date]) -> date | None:
        """Of the same day in several years: the one the tense asks for, the nearest where it asks for none.

        The direction of a noun's time ("a dividend payable Jan. 2, declared ...") gives way to a day more than three
        times nearer the other way.
        """
        published = self.published
        if published is None or not candidates:
            return None
        near = min(candidates, key=lambda day: abs(day - published))
        past = max((day for day in candidates if day <= published), default=near)
        future = min((day for day in candidates if day >= published), default=near)
        wanted = {"past": past, "future": future, None: near}[self.tense.direction]
        if self.tense.direct or abs(wanted - published) <= 3 * abs(near - published):
            return wanted
        return near


def _day(f: Fields, at: Anchor) -> str | None:
    month, day = int(f["month"]), _int(f["day"])
    year = _year(f, at)
    if year is None and month in at.years and at.tense.direction != "future":
        year = at.years[month]
    if year is not None:
        return date(year, month, day).isoformat()
    if at.published is None:
        return None
    years = range(at.published.year - 1, at.published.year + 2)
    candidates = [found for found in (_date_or_none(y, month, day) for y in years) if found]
    if "weekday" in f:
        named = [found for found in candidates if found.isoweekday() == int(f["weekday"])]
        candidates = named or candidates
    found = at.nearest(candidates)
    return found.isoformat() if found else None


def _month(f: Fields, at: Anchor) -> str | None:
    month, year = int(f["month"]), _year(f, at)
    if year is None:
        if at.published is None:
            return None
        this = at.published.replace(day=1)
        years = [date(this.year + step, month, 1) for step in (-1, 0, 1)]
        if "turn" in f:
            turn = int(f["turn"])
            ordered = sorted(years, key=lambda day: abs(day - this))
            year = next((d.year for d in ordered if (d > this) - (d < this) == turn), this.year) if turn else this.year
        elif month in at.years and at.tense.direction != "future":
            year = at.years[month]
        else:
            at_month = Anchor(this, at.tables, tense=at.tense)
            found = at_month.nearest(years)
            year = found.year if found else None
    return None if year is None else f"{year:04}-{month:02}"


def _year(f: Fields, at: Anchor) -> int | None:
    """The year that the words give, by number or as "last year"."""
    if "year" in f:
        return int(f["year"])
    turn = f.get("turn") if "weeks" not in f else f["weeks"]
    if turn is not None and at.published and ("day" in f or "month" not in f or f.get("of_year")):
        return at.published.year + int(turn)
    return None


def _weekday(f: Fields, at: Anchor) -> str | None:
    if at.published is None:
        return None
    weekday, published = int(f["weekday"]), at.published
    monday = published - timedelta(published.isoweekday() - 1)
    if "weeks" in f:
        return (monday + timedelta(7 * int(f["weeks"]) + weekday - 1)).isoformat()
    back = (published.isoweekday() - weekday) % 7
    turn = f.get("turn")
    if turn == "0":
        return (monday + timedelta(weekday - 1)).isoformat()
    if turn == "-1":
        return (published - timedelta(back or 7)).isoformat()
    if turn == "1" or (at.tense.direction == "future" and back):
        return (published + timedelta(7 - back)).isoformat()
    return (published - timedelta(back)).isoformat()


def _days_away(f: Fields, at: Anchor) -> str | None:
    return (at.published + timedelta(int(f["deictic"]))).isoformat() if at.published else None


def _day_of_month(f: Fields, at: Anchor) -> str | None:
    base = at.published if "turn" in f else at.base
    if base is None:
        return None
    if "turn" in f:
        base = moved(base.replace(day=1), int(f["turn"]), "M")
    return base.replace(day=_int(f["day"])).isoformat()


def _feast(f: Fields, at: Anchor) -> str | None:
    feast = at.tables.feasts[f["feast"]]
    if "year" in f:
        found = feast_day(feast, int(f["year"]))
    elif at.published is None:
        return None
    elif "weeks" in f:
        found = feast_day(feast, at.published.year + int(f["weeks"]))
    else:
        years = range(at.published.year - 1, at.published.year + 2)
        days = [day for day in (feast_day(feast, year) for year in years) if day]
        turn = int(f.get("turn", "0"))
        if turn:
            days = [day for day in days if (day - at.published).days * turn > 0]
        found = at.nearest(days) if not turn else min(days, key=lambda day: abs(day - at.published), default=None)  # type: ignore[operator]
    return found.isoformat() if found else None


def _named(f: Fields, at: Anchor) -> str | None:
    return at.tables.named[f["named"]]


def _quarter(f: Fields, at: Anchor) -> str | None:
    quarter, year = int(f["ordinal"]), _year(f, at)
    if year is None:
        if at.published is None:
            return None
        year = at.published.year
        start, end = date(year, 3 * quarter - 2, 1), interval(f"{year}-Q{quarter}")
        if at.tense.direction != "future" and start > at.published:
            year -= 1
        elif at.tense.direction == "future" and end and end[1] < at.published:
            year += 1
    return f"{year:04}-Q{quarter}"


def _half(f: Fields, at: Anchor) -> str | None:
    year = _year(f, at)
    if year is None and at.published:
        year = at.published.year
    return f"{year:04}-H{f['half']}" if year else None


def _season(f: Fields, at: Anchor) -> str | None:
    season, year = f["season"], int(f["year"]) if "year" in f else None
    if year is None and at.published:
        published = at.published
        year = published.year + int(f.get("weeks", "0"))
        if "weeks" not in f:
            turn = f.get("turn") or {"past": "-", "future": "+", None: "0"}[at.tense.direction]
            days = interval(f"{year:04}-{season}")
            assert days is not None
            if (turn == "-1" and days[1] >= published) or (turn == "-" and days[0] > published):
                year -= 1
            elif (turn == "1" and days[0] <= published) or (turn == "+" and days[1] < published):
                year += 1
    return f"{year:04}-{season}" if year else None


def _plain_year(f: Fields, at: Anchor) -> str | None:
    return f["year"]


def _year_in_words(f: Fields, at: Anchor) -> str | None:
    words = f["words"].replace("- ", "").split()
    century = "19" if words[0] == "nineteen" else "20"
    rest = amount_of(" ".join(word for word in words[1 if century == "19" else 2 :]), at.tables.words["NUMBER"])
    return f"{century}{int(rest or 0):02}" if rest is None or rest < 100 else None


def _decade(f: Fields, at: Anchor) -> str | None:
    if "rounddecade" in f:
        return f"19{f['rounddecade']}"
    digits = f["decade"].lstrip("'’").rstrip("s")
    return digits[:3] if len(digits) == 4 else f"19{digits[0]}" if digits[0] != "0" else "200"


def _century(f: Fields, at: Anchor) -> str | None:
    number = _int(f.get("ordinal") or f["day"])
    return f"{number - 1:02}"


def _shifted(f: Fields, at: Anchor) -> str | None:
    if at.published is None:
        return None
    unit, turn = f["unit"], int(f["turn"])
    if unit == "WE" and "the" in f and at.tense.direction != "future":
        return unit_value(moved(at.published, 0 if at.published.isoweekday() >= 6 else -1, "W"), unit)
    if unit == "Q" and "the" in f:
        return at.told_quarter or unit_value(moved(at.published, -1, "Q"), unit)
    return unit_value(
        moved(at.published.replace(day=1) if unit not in ("W", "WE", "D") else at.published, turn, unit), unit
    )


def _latest(f: Fields, at: Anchor) -> str | None:
    unit = f.get("unit", "Q")
    if unit == "Q" and at.told_quarter:
        return at.told_quarter
    if at.published is None or "unit" not in f:
        return None
    return unit_value(moved(at.published.replace(day=1) if unit != "W" else at.published, -1, unit), unit)


def _week_of(f: Fields, at: Anchor) -> str | None:
    day = _day(f, at)
    return unit_value(date.fromisoformat(day), "W") if day else None


def _ago(f: Fields, at: Anchor) -> Meaning | str | None:
    amount = _amount(f, at)
    if amount is None:
        return "PAST_REF"
    return _stepped(at.published, -amount, f["unit"])


def _ahead(f: Fields, at: Anchor) -> Meaning | str | None:
    amount = _amount(f, at)
    if amount is None:
        return "FUTURE_REF"
    return _stepped(at.published, amount, f["unit"])


def _due_in(f: Fields, at: Anchor) -> Meaning | str | None:
    amount = _amount(f, at)
    if at.tense.direction != "future" or amount is None:
        return Meaning(duration(amount, f["unit"]), "DURATION")
    return _stepped(at.published, amount, f["unit"])


def _before_told(f: Fields, at: Anchor) -> Meaning | str | None:
    amount = _amount(f, at)
    if amount is None:
        return Meaning(duration(amount, f["unit"]), "DURATION")
    return _stepped(at.base, -amount, f["unit"], at.told)


def _after_told(f: Fields, at: Anchor) -> Meaning | str | None:
    amount = _amount(f, at)
    if amount is None:
        return Meaning(duration(amount, f["unit"]), "DURATION")
    return _stepped(at.base, amount, f["unit"], at.told)


def _stepped(base: date | None, amount: int, unit: str, told: str | None = None) -> Meaning | str | None:
    """So many units from a day, in the grain of the unit; weeks from a day that was told are counted in days."""
    if unit.startswith("T"):
        return Meaning(None, "TIME")
    if unit == "2W":
        unit, amount = "W", 2 * amount
    if base is None:
        return None
    if unit == "W" and told and grain(told) == "D":
        return moved(base, amount, "W").isoformat()
    return unit_value(moved(base, amount, unit), "Y" if unit in ("E", "C") else unit)


def _step(f: Fields, at: Anchor) -> str | None:
    unit, step = f["unit"], int(f["step"])
    told = at.told or (at.published.isoformat() if at.published else None)
    if not unit:
        return at.told
    if told is None or unit.startswith("T") or unit in ("2W", "L"):
        return None
    days = interval(told)
    if days is None or (_SIZE[grain(told) or "C"] > _SIZE[unit]):
        return None
    return unit_value(moved(days[0], step, unit), unit)


_SIZE = {"D": 1, "WE": 2, "W": 2, "M": 3, "Q": 4, "S": 5, "Y": 6, "E": 7, "C": 8}


def _year_before_told(f: Fields, at: Anchor) -> str | None:
    told = at.told_quarter
    if told:
        return f"{int(told[:4]) - 1:04}{told[4:]}"
    return unit_value(moved(at.published, -1, "Y"), "Y") if at.published else None


def _quarter_ended(f: Fields, at: Anchor) -> str | None:
    if at.published is None:
        return None
    return at.told_quarter or unit_value(moved(at.published, -1, "Q"), "Q")


def _clock(f: Fields, at: Anchor) -> str | None:
    numbers = f.get("clock") or f.get("military") or f.get("hour") or f.get("words", "")
    if "military" in f:
        numbers = f"{numbers[:2]}:{numbers[2:]}"
    hour, minute, *_ = (*re.split("[:.]", numbers), "00")
    if not hour.isdigit():
        hour = at.tables.words["NUMBER"].get(hour, "99")
    h, m = int(hour), int(minute)
    late = f.get("halves") == "PM" or f.get("daypart") in ("AF", "EV") or (f.get("daypart") == "NI" and h >= 6)
    if late and h < 12:
        h += 12
    elif f.get("halves") == "AM" and h == 12:
        h = 0
    if h > 24 or m > 59 or (h == 24 and m):
        return None
    zone = "Z" if f.get("zone") == "Z" else ""
    return _on_day(f"T{h:02}:{m:02}{zone}", at)


def _noon(f: Fields, at: Anchor) -> str | None:
    return _on_day(f["noon"].replace("-", ":"), at)


def _part_of_day(f: Fields, at: Anchor) -> str | None:
    if at.published is None:
        return None
    return f"{(at.published + timedelta(int(f['turn']))).isoformat()}T{f['daypart']}"


def _part_of_day_told(f: Fields, at: Anchor) -> str | None:
    day = at.told_day or (at.published.isoformat() if at.published else None)
    return f"{(date.fromisoformat(day) + timedelta(int(f['step']))).isoformat()}T{f['daypart']}" if day else None


def _part_of_told(f: Fields, at: Anchor) -> str | None:
    return _on_day(f"T{f['daypart']}", at)


def _on_day(time: str, at: Anchor) -> str | None:
    day = at.told_day or (at.published.isoformat() if at.published else None)
    return day + time if day else None


def _duration(f: Fields, at: Anchor) -> str | None:
    return duration(amount_of(f["amount"], _numbers(at)), f["unit"])


def _every(f: Fields, at: Anchor) -> str | None:
    if "weekday" in f:
        return f"XXXX-WXX-{f['weekday']}"
    if "month" in f:
        return f"XXXX-{int(f['month']):02}"
    if "season" in f:
        return f"XXXX-{f['season']}"
    if "daypart" in f:
        return f"XXXX-XX-XXT{f['daypart']}"
    if f["unit"] == "WE":
        return "XXXX-WXX-WE"
    return duration(amount_of(f.get("amount", "one"), _numbers(at)), f["unit"])


def _periodic(f: Fields, at: Anchor) -> str | None:
    return f["periodic"]


def _constant(f: Fields, at: Anchor) -> str | None:
    return f["value"]


def _amount(f: Fields, at: Anchor) -> int | None:
    amount = amount_of(f["amount"], _numbers(at))
    return None if amount is None else round(amount)


def _numbers(at: Anchor) -> Mapping[str, str]:
    return {**at.tables.words["NUMBER"], **at.tables.words["ROUNDNUMBER"]}


def _int(number: str) -> int:
    return int(re.sub(r"\D", "", number))


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_MAKERS: Mapping[str, Callable[[Fields, Anchor], Meaning | str | None]] = {
    "day": _day, "month": _month, "weekday": _weekday, "days_away": _days_away, "day_of_month": _day_of_month,
    "feast": _feast, "named": _named, "quarter": _quarter, "half": _half, "season": _season, "year": _plain_year,
    "year_in_words": _year_in_words, "decade": _decade, "century": _century, "shifted": _shifted, "latest": _latest,
    "week_of": _week_of, "ago": _ago, "ahead": _ahead, "due_in": _due_in, "before_told": _before_told,
    "after_told": _after_told, "step": _step, "year_before_told": _year_before_told, "quarter_ended": _quarter_ended,
    "clock": _clock, "noon": _noon, "part_of_day": _part_of_day, "part_of_day_told": _part_of_day_told,
    "part_of_told": _part_of_told, "duration": _duration, "every": _every, "periodic": _periodic, "constant": _constant,
}  # fmt: skip
