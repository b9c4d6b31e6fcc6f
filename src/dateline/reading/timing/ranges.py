"""Two days or months joined by a word such as "to": a year told with one of them holds for both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.reading.timing.calendar_values import JOINING
from dateline.reading.timing.grammar import Expression

Told = tuple[Expression, ...]


def with_years(text: str, found: Sequence[Told]) -> list[Told]:
    """The expressions of a text; of two that are joined, one without a year has it from the other: "from Dec. 30 to
    Jan. 2, 2019" begins in 2018, "from December 2008 to March" ends in 2009."""
    told = list(found)
    for i in range(len(told) - 1):
        if len(told[i]) == len(told[i + 1]) == 1 and JOINING.fullmatch(text, told[i][0].end, told[i + 1][0].start):
            one, other = told[i][0], told[i + 1][0]
            if _is_open(one) and _has_year(other):
                told[i] = (_of(one, int(other.fields["year"]) - (_place(one) > _place(other))),)
            elif _has_year(one) and _is_open(other):
                told[i + 1] = (_of(other, int(one.fields["year"]) + (_place(other) < _place(one))),)
    return told


_MAKES = frozenset({"day", "month"})
_YEARS = frozenset({"year", "turn", "which"})


def _is_open(words: Expression) -> bool:
    return words.rule.make in _MAKES and not _YEARS & words.fields.keys()


def _has_year(words: Expression) -> bool:
    return words.rule.make in _MAKES and "year" in words.fields


def _of(words: Expression, year: int) -> Expression:
    return replace(words, fields={**words.fields, "year": f"{year:04}"})


def _place(words: Expression) -> tuple[int, int]:
    """Where in its year the time lies; months alone before their days."""
    day = words.fields.get("day", "0").rstrip("stndrh")
    return int(words.fields["month"]), int(day)
