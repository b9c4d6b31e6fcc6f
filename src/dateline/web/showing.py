"""How values are put into words on the pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from dateline.archive.doubts import UNSURE

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

STANDINGS = {
    "expected": "Expected",
    "discussed": "Discussed",
    "agreed": "Agreed",
    "excluded": "Off the table",
}
"""The columns of an agenda board."""


def counted(number: int, one: str, many: str | None = None) -> str:
    """``1 report``, ``2,416 reports``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def day(value: str | None) -> str:
    """``16 July 2018``, ``July 2018``, ``week 29 of 2018``, ``16–18 July 2018``; nothing for an unknown date."""
    if not value:
        return ""
    first, _, last = value.partition("/")
    if not last or first == last:
        return _one(first)
    a, b = _one(first), _one(last)
    if first[:7] == last[:7] and len(first) == len(last) == 10:
        return f"{int(first[8:])}–{b}"
    if first[:4] == last[:4] and a.endswith(" " + first[:4]):
        return f"{a[:-5]} – {b}"
    return f"{a} – {b}"


def _one(value: str) -> str:
    if match := re.fullmatch(r"(\d{4})-W(\d{2})(?:-\d)?", value):
        return f"week {int(match[2])} of {match[1]}"
    if match := re.match(r"(\d{4})-(\d{2})(?:-(\d{2}))?", value):
        month = int(match[2])
        if 1 <= month <= 12:
            return f"{f'{int(match[3])} ' if match[3] else ''}{MONTHS[month - 1]} {match[1]}"
    return value


def instant(value: str | None) -> str:
    """``9 July 2018, 18:00``: a moment as it was written."""
    if not value:
        return ""
    clock = re.search(r"T(\d{2}:\d{2})", value)
    zone = " UTC" if value.endswith(("Z", "+00:00")) else ""
    return day(value[:10]) + (f", {clock[1]}{zone}" if clock and clock[1] != "00:00" else "")


def month_name(value: str) -> str:
    """``2018-07`` -> ``July 2018``."""
    return _one(value)


def weekday(value: str) -> str:
    """``Monday``."""
    return date.fromisoformat(value).strftime("%A")


def party_name(code: str | None) -> str:
    """``Russia`` for ``RUS``; the code itself where none is known."""
    return _names().get(code or "", code or "")


@cache
def _names() -> dict[str, str]:
    from dateline.knowledge.organisations import load_organisations
    from dateline.knowledge.states import load_states

    names: dict[str, str] = {}
    for body in load_organisations():  # the organisation itself stands before its missions
        if body.kind == "igo" and body.code:
            names.setdefault(body.code, body.name)
    return names | {state.code: state.name for state in load_states()}


DURATION = re.compile(r"P(?:(?P<Y>X|[\d.]+)Y)?(?:(?P<M>X|[\d.]+)M)?(?:(?P<W>X|[\d.]+)W)?(?:(?P<D>X|[\d.]+)D)?"
                      r"(?:T?(?:(?P<h>X|[\d.]+)H)?(?:(?P<m>X|[\d.]+)M)?(?:(?P<s>X|[\d.]+)S)?)?")  # fmt: skip
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "h": "hour", "m": "minute", "s": "second"}


def duration(value: str | None) -> str:
    """``3 days`` for ``P3D``, ``several hours`` for ``PXH`` (TIMEX3)."""
    match = DURATION.fullmatch(value or "")
    if not match:
        return value or ""
    told = [(number, UNITS[unit]) for unit, number in match.groupdict().items() if number]
    parts = [f"several {unit}s" if n == "X" else f"{n} {unit}{'' if n == '1' else 's'}" for n, unit in told]
    return " ".join(parts) or value or ""


FILTERS: dict[str, Callable[..., Any]] = {
    "counted": counted, "day": day, "instant": instant, "party_name": party_name, "month_name": month_name,
    "weekday": weekday, "duration": duration,
}  # fmt: skip
GLOBALS: dict[str, Any] = {"STANDINGS": STANDINGS, "doubtful": UNSURE}
