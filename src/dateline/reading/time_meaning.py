"""What an expression means at its place in the text: the ``make`` of each rule of ``knowledge/data/times.toml``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from dateline.reading import time_amounts, time_days, time_periods
from dateline.reading.time_anchor import Anchor
from dateline.reading.time_grammar import Expression
from dateline.reading.time_tense import Direction


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
        time_days.day,
        time_days.weekday,
        time_days.days_away,
        time_days.day_of_month,
        time_days.week_of,
        time_days.feast,
        time_days.named,
        time_days.clock,
        time_days.noon,
        time_days.part_of_told,
        time_days.part_of_day,
        time_days.part_of_day_told,
        time_periods.month,
        time_periods.quarter,
        time_periods.half,
        time_periods.season,
        time_periods.year,
        time_periods.year_in_words,
        time_periods.decade,
        time_periods.century,
        time_periods.shifted,
        time_periods.latest,
        time_periods.quarter_ended,
        time_periods.quarter_last_year,
        time_periods.year_before,
        time_periods.ago,
        time_periods.ahead,
        time_periods.due_in,
        time_periods.before_told,
        time_periods.after_told,
        time_periods.step,
    )
} | {
    "so_long": lambda f, at, tense: time_amounts.so_long(f),
    "every": lambda f, at, tense: time_amounts.every(f),
    "as_told": lambda f, at, tense: f["value"],
}
