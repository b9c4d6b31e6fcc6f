"""From a time told to the days of the calendar, as contacts and events date themselves."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.reading.times import find_times
from dateline.reading.timing.calendar_values import date_of, interval, ranges
from dateline.record import Time

PUBLISHED = date(2018, 7, 3)


def told(text: str) -> tuple[Time, ...]:
    return find_times(text, PUBLISHED, lambda start, end: "future")


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2018-07-16", "2018-07-16", "2018-07-16"),
        ("2018-07-16T20:30Z", "2018-07-16", "2018-07-16"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2018-W29", "2018-07-16", "2018-07-22"),
        ("2018-W29-WE", "2018-07-21", "2018-07-22"),
        ("2018-Q3", "2018-07-01", "2018-09-30"),
        ("2018-H1", "2018-01-01", "2018-06-30"),
        ("2018-WI", "2018-12-01", "2019-02-28"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("198", "1980-01-01", "1989-12-31"),
        ("18", "1800-01-01", "1899-12-31"),
    ],
)
def test_a_value_covers_its_days(value: str, first: str, last: str) -> None:
    assert interval(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", [None, "", "PRESENT_REF", "P2D", "PXH", "XXXX-07", "2018-02-30", "2018-W60", "0000"])
def test_a_value_that_tells_of_no_days_covers_none(value: str | None) -> None:
    assert interval(value) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They meet on July 16.", "2018-07-16"),
        ("They meet on July 16 at 8:30 p.m.", "2018-07-16"),
        ("They meet next week.", "2018-W28"),
        ("They meet in July 2019.", "2019-07"),
        ("They meet in 2020.", "2020"),
        ("They meet next weekend.", "2018-07-14/2018-07-15"),
        ("They meet from July 14 to 16.", "2018-07-14/2018-07-16"),
        ("They meet on Monday and Tuesday.", "2018-07-09/2018-07-10"),
        ("They may meet in the near future.", None),
    ],
)
def test_times_together_are_one_date_of_the_record(text: str, expected: str | None) -> None:
    assert date_of(told(text)) == expected


def test_times_that_a_word_joins_are_a_range_and_others_stand_alone() -> None:
    text = "From July 14 to 16 they meet in Paris, between Monday and Tuesday in Rome, on July 30 and in 2020 at home."
    assert [[time.text for time in group] for group in ranges(told(text), text)] == [
        ["July 14", "16"], ["Monday", "Tuesday"], ["July 30"], ["2020"],
    ]  # fmt: skip
