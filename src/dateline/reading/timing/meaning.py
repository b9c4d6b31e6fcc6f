"""What an expression means at its place in the text: the ``make`` of each rule of ``knowledge/data/times.toml``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from dateline.reading.timing import amounts, days, periods
from dateline.reading.timing.anchor import Anchor
from dateline.reading.timing.grammar import Expression
from dateline.reading.timing.tense import Direction


def meaning_of(expression: Expression, anchor: Anchor, tense: Direction) -> str | None:
    """The TIMEX3 value; ``None`` where the words, the day of publication or the calendar leave it open."""
    try:
        return _MAKERS[expression.rule.make](expression.fields, anchor, tense)
    except (ValueError, OverflowError):  # a day that isn't in the calendar: February 30, the year 10000
        return None


Maker: TypeAlias = Callable[[Mapping[str, str], Anchor, Direction], str | None]

_MAKERS: Mapping[str, Maker] = {
    maker.__name__: maker
    for maker in (
        days.day,
        days.day_of_numbers,
        days.day_of_event,
        days.weekday_of_month,
        days.week_of_month,
        days.weekday,
        days.days_away,
        days.day_of_month,
        days.week_of,
        days.feast,
        days.named,
        days.clock,
        days.noon,
        days.part_of_told,
        days.part_of_day,
        days.part_of_day_told,
        periods.month,
        periods.quarter,
        periods.half,
        periods.season,
        periods.year,
        periods.year_in_words,
        periods.decade,
        periods.century,
        periods.shifted,
        periods.latest,
        periods.quarter_ended,
        periods.quarter_last_year,
        periods.year_before,
        periods.ago,
        periods.ahead,
        periods.due_in,
        periods.before_told,
        periods.after_told,
        periods.step,
    )
} | {
    "so_long": lambda f, at, tense: amounts.so_long(f),
    "every": lambda f, at, tense: amounts.every(f),
    "no_time": lambda f, at, tense: None,
    "as_told": lambda f, at, tense: f["value"],
}
