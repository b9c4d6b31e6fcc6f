"""Amounts of time: number words, and the TIMEX3 values of durations and sets."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from dateline.knowledge.times import time_tables


def so_long(f: Mapping[str, str]) -> str:
    """``amount`` of ``unit``."""
    return duration(amount_of(f["amount"]), f["unit"])


def every(f: Mapping[str, str]) -> str:
    """How often: on each ``weekday``, ``month``, ``season``, ``daypart`` or weekend, or each ``amount`` of ``unit``."""
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
    return duration(amount_of(f.get("amount", "one")), f["unit"])


@cache
def _numbers() -> Mapping[str, str]:
    words = time_tables().words
    return {**words["NUMBER"], **words["ROUNDNUMBER"]}


_HALVES = {"Y": ("M", 6), "M": ("D", 15), "D": ("TH", 12), "TH": ("TM", 30), "TM": ("TS", 30)}
"""What half a unit is in the next smaller one."""

_LONGER = {"2W": ("W", 2), "E": ("Y", 10)}
"""Units without a letter in ISO 8601, in one that has."""


def amount_of(words: str) -> Fraction | None:
    """The amount in words ("two and a half", "5 1 / 2", "a couple of"); ``None`` where it is indefinite ("several").

    ``words`` are lower-case and spaced.
    """
    half = Fraction(0)
    if words.endswith(" and a half"):
        words, half = words.removesuffix(" and a half"), Fraction(1, 2)
    total = part = Fraction(0)
    parts = words.replace(" / ", "/").replace("-", " ").split()
    for word in parts:
        if word in ("and", "of", "the") or (word in ("a", "an") and len(parts) > 1):
            continue
        if word == "half":
            half = Fraction(1, 2)
            continue
        number = _number("1" if word in ("a", "an") else _numbers().get(word, word))
        if number is None:
            return None
        if number in (100, 1000) and word.isalpha():
            part = max(part, Fraction(1)) * number
            if number == 1000:
                total, part = total + part, Fraction(0)
        else:
            part += number
    return total + part + half


def _number(digits: str) -> Fraction | None:
    plain = digits.replace(",", "")
    if not plain[:1].isdigit() or len(plain) > 9:
        return None
    try:
        return Fraction(plain)
    except (ValueError, ZeroDivisionError):
        return None


def duration(amount: Fraction | int | None, unit: str) -> str:
    """The TIMEX3 value of so many units; of an indefinite amount ``PX`` and the unit's letter, as in TimeBank."""
    if unit in _LONGER:
        unit, times = _LONGER[unit]
        amount = amount and times * amount
    if amount is None:
        return f"PX{unit[-1]}"
    whole, rest = divmod(Fraction(amount), 1)
    if not rest:
        return _period((whole, unit))
    if rest == Fraction(1, 2) and unit in _HALVES:
        smaller, count = _HALVES[unit]
        return _period((whole, unit), (Fraction(count), smaller))
    return _period((amount, unit))


def _period(*parts: tuple[Fraction | int, str]) -> str:
    value = "P"
    for amount, unit in parts:
        if amount:
            digits = str(amount.numerator) if amount.denominator == 1 else f"{float(amount):.4g}"
            clock = unit.startswith("T") and "T" not in value
            value += ("T" if clock else "") + digits + unit[-1]
    return value if len(value) > 1 else "PT0S" if parts[0][1].startswith("T") else f"P0{parts[0][1]}"
