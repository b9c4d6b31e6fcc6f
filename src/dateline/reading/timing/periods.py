"""Weeks, months, quarters, seasons, years and longer: what their words mean by the publication, the tense, and the time
told before.

Every function takes a rule's fields, the anchor and the tense, and gives a TIMEX3 value or ``None``.
Raises `ValueError` or `OverflowError` where the calendar ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from dateline.reading.timing.amounts import amount_of, duration
from dateline.reading.timing.anchor import Anchor
from dateline.reading.timing.calendar_values import grain, interval, moved, unit_value
from dateline.reading.timing.days import around, year_told
from dateline.reading.timing.tense import AHEAD, Direction

Fields = Mapping[str, str]


def month(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``month`` and perhaps ``year``, ``turn`` of the year, or ``which`` ("last May")."""
    number, year = int(f["month"]), year_told(f, at)
    if year is None and at.published:
        this = at.published.replace(day=1)
        months = [date(y, number, 1) for y in around(this)]
        which = f.get("which")
        if which == "0":
            year = this.year
        elif which:
            year = next(
                (d.year for d in sorted(months, key=lambda d: abs(d - this)) if _sign(d, this) == int(which)), None
            )
        else:
            found = Anchor(this, years=at.years).nearest(months, tense, doubt=tense != "past")
            year = found.year if found else None
    return f"{year:04}-{number:02}" if year else None


def quarter(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``ordinal`` and perhaps ``year`` or ``turn``: else the last that has begun, or the next of what is to come."""
    number, year = int(f["ordinal"]), year_told(f, at)
    if year is None and at.published:
        year = at.published.year
        first, last = interval(f"{year:04}-Q{number}") or (at.published, at.published)
        if tense in AHEAD:  # the quarter before this one may still be to be reported
            year += last < at.published - timedelta(92)
        else:
            year -= first > at.published
    return f"{year:04}-Q{number}" if year else None


def half(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``half`` of a ``year``, of the one ``turn`` from the publication's, or of the publication's own."""
    year = year_told({"turn": "0", **f}, at)
    return f"{year:04}-H{f['half']}" if year else None


def season(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``season`` and perhaps ``year``, ``weeks`` (of the year: "last year" -1) or ``turn`` ("last summer")."""
    name, year = f["season"], int(f["year"]) if "year" in f else None
    if year is None and at.published:
        published = at.published
        year = published.year + int(f.get("weeks", "0"))
        first, last = interval(f"{year:04}-{name}") or (published, published)
        turn = (
            {"past": -1, "reported": -1, "future": 1, "due": 1, None: 0}[tense] if "turn" not in f else int(f["turn"])
        )
        strict = "turn" in f
        if "weeks" not in f and turn == -1 and (last >= published if strict else first > published):
            year -= 1
        if "weeks" not in f and turn == 1 and (first <= published if strict else last < published):
            year += 1
    return f"{year:04}-{name}" if year else None


def year(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``year``, as told."""
    return f["year"]


def year_in_words(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``words``: "nineteen ninety - one", "two thousand and six"."""
    words = f["words"].replace("- ", "").split()
    century, rest = ("19", words[1:]) if words[0] == "nineteen" else ("20", words[2:])
    number = amount_of(" ".join(rest)) if rest else 0
    return f"{century}{int(number):02}" if number is not None and number < 100 else None


def decade(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``decade`` in digits ("1980s", "'80s") or ``rounddecade`` ("eighties": 8)."""
    if "rounddecade" in f:
        return f"19{f['rounddecade']}"
    digits = f["decade"].strip("'’s")
    return digits[:3] if len(digits) == 4 else f"{'20' if digits[0] in '01' else '19'}{digits[0]}"


def century(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``ordinal``: the nineteenth has the value 18."""
    return f"{int(f['ordinal'].rstrip('stndrh')) - 1:02}"


def shifted(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """The ``unit`` that lies ``turn`` from the publication's; ``the`` marks "the quarter", "the weekend"."""
    if at.published is None:
        return None
    unit, turn = f["unit"], int(f["turn"])
    if "the" in f and unit == "WE" and tense not in AHEAD and at.published.isoweekday() < 6:
        turn = -1
    if "the" in f and unit == "Q":
        return at.period or unit_value(moved(at.published, -1, "Q"), "Q")
    if unit == "W" and turn == -1 and at.published.isoweekday() == 7:
        turn = 0  # on a Sunday, "last week" is the one that ends
    return unit_value(moved(at.published, turn, unit), unit)


def latest(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """The last full ``unit``, or the quarter reported."""
    unit = f.get("unit", "Q")
    if unit == "Q" and at.period:
        return at.period
    return unit_value(moved(at.published, -1, unit), unit) if at.published and "unit" in f else None


def quarter_ended(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """The quarter with the ``month`` that it ended in."""
    ended = month(f, at, "past")
    return unit_value(date.fromisoformat(f"{ended}-01"), "Q") if ended else None


def quarter_last_year(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """The quarter reported, ``turn`` years from its own."""
    value = at.period or (unit_value(moved(at.published, -1, "Q"), "Q") if at.published else None)
    return f"{int(value[:4]) + int(f['turn']):04}{value[4:]}" if value else None


def year_before(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """A year before the quarter reported; else the year before the time told, or before the publication (``ago``)."""
    if at.period:
        return f"{int(at.period[:4]) - 1:04}{at.period[4:]}"
    base = at.published if "ago" in f else at.base
    return unit_value(moved(base, -1, "Y"), "Y") if base else None


def ago(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``amount`` of ``unit`` before the publication."""
    return _away(f, at.published, -1) if _amount(f) is not None else "PAST_REF"


def ahead(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``amount`` of ``unit`` after the publication."""
    return _away(f, at.published, 1) if _amount(f) is not None else "FUTURE_REF"


def due_in(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``amount`` of ``unit``: ahead where something is to come, how long it took where it was done."""
    if tense in AHEAD and not f["unit"].startswith("T"):
        return ahead(f, at, tense)
    return duration(amount_of(f["amount"]), f["unit"])


def before_told(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``amount`` of ``unit`` before the time told."""
    return _away(f, at.base, -1, at.told) if _amount(f) is not None else duration(None, f["unit"])


def after_told(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """``amount`` of ``unit`` after the time told."""
    return _away(f, at.base, 1, at.told) if _amount(f) is not None else duration(None, f["unit"])


def step(f: Fields, at: Anchor, tense: Direction) -> str | None:
    """The ``unit`` that lies ``step`` from the one told, which where none is told is the publication's unless the words
    are ``only`` of one told; the time told itself where no unit is named."""
    told, unit = at.told or (None if "only" in f else at.day), f.get("unit")
    if unit is None:
        return at.told
    days = interval(told)
    if told is None or days is None or unit not in _SIZES or _SIZES.index(grain(told) or "C") > _SIZES.index(unit):
        return None
    return unit_value(moved(days[0], int(f["step"]), unit), unit)


_SIZES = ("D", "W", "WE", "M", "Q", "S", "Y", "E", "C")


def _away(f: Fields, base: date | None, sign: int, told: str | None = None) -> str | None:
    """So many units from a day, in the grain of the unit; weeks from a day that was told are counted in days."""
    amount, unit = sign * (_amount(f) or 0), f["unit"]
    if unit == "2W":
        unit, amount = "W", 2 * amount
    if base is None or unit.startswith("T"):
        return None
    if unit == "W" and told and grain(told) == "D":
        return moved(base, amount, "W").isoformat()
    return unit_value(moved(base, amount, unit), "Y" if unit in ("E", "C", "L") else unit)


def _amount(f: Fields) -> int | None:
    amount = amount_of(f["amount"])
    return None if amount is None else round(amount)


def _sign(one: date, other: date) -> int:
    return (one > other) - (one < other)
