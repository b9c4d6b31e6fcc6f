"""Days told by other days, by numbers, and by their place in a month or a week."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.reading.reader import Reader
from dateline.reading.times import find_times, read_times
from dateline.reading.timing.tense import Direction
from dateline.record import Report

FRIDAY = date(2019, 3, 15)


def values(text: str, published: date = FRIDAY, tense: Direction = None) -> list[str | None]:
    return [time.value for time in find_times(text, published, lambda start, end: tense)]


@pytest.mark.parametrize(
    ("tense", "value"), [("past", "2019-03-12"), ("future", "2019-03-19"), ("due", "2019-03-19"), (None, "2019-03-12")]
)
def test_this_tuesday_said_on_a_friday_goes_by_the_tense(tense: Direction, value: str) -> None:
    assert values("this Tuesday", tense=tense) == [value]


def test_this_weekday_still_ahead_in_the_week_is_the_last_one_where_it_is_over() -> None:
    assert values("They met this Sunday.", tense="past") == ["2019-03-10"]
    assert values("They meet this Sunday.", tense="future") == ["2019-03-17"]
    assert values("They meet this Friday.", tense="future") == ["2019-03-15"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the week after next", "2019-W13"),
        ("the month after next", "2019-05"),
        ("the week before last", "2019-W09"),
        ("the year before last", "2017"),
        ("the Monday after next", "2019-03-25"),
        ("the Monday before last", "2019-03-04"),
        ("a week from Monday", "2019-03-25"),
        ("a week ago Thursday", "2019-03-07"),
        ("this past Wednesday", "2019-03-13"),
        ("the first Monday of April", "2019-04-01"),
        ("the last Friday in March", "2019-03-29"),
        ("the third Wednesday of next month", "2019-04-17"),
        ("the first week of April", "2019-W14"),
        ("the last week of May 2018", "2018-W22"),
        ("the first weekend of June", "2019-W22-WE"),
    ],
)
def test_days_and_weeks_by_their_place(words: str, value: str) -> None:
    assert values(f"They meet {words}.") == [value]


def test_a_month_has_no_fifth_monday_every_time() -> None:
    assert values("They meet on the fifth Monday of March.") == [None]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("19-Nov-2012", "2012-11-19"),
        ("Nov-19-2012", "2012-11-19"),
        ("2012.11.19", "2012-11-19"),
        ("19.11.2012", "2012-11-19"),
        ("19/11/2012", "2012-11-19"),
        ("11/19/2012", "2012-11-19"),
        ("5/5/2012", "2012-05-05"),
        ("31/11/2012", None),
        ("2012-02-30", None),
        ("the nineteenth of November 2012", "2012-11-19"),
        ("the twenty-first of March", "2019-03-21"),
        ("March the twenty-first", "2019-03-21"),
        ("the 2nd of this month", "2019-03-02"),
        ("Tues., March 12", "2019-03-12"),
        ("Sat, March 9", "2019-03-09"),
    ],
)
def test_dates_in_numbers_and_in_words(words: str, value: str | None) -> None:
    assert values(f"It was signed on {words}, they said.") == [value]


def test_a_date_that_may_be_two_tells_its_year_alone() -> None:
    assert values("The note of 3/4/2012 was lost.") == ["2012"]


def test_numbers_with_dots_and_dashes_that_are_no_dates_are_none() -> None:
    assert values("Version 10.12.2018.1 of file 7-2018-12-1 is lost.") == []


@pytest.mark.parametrize(
    ("words", "value"),
    [("Q2", "2018-Q2"), ("Q1 2018", "2018-Q1"), ("3Q 2017", "2017-Q3"), ("2018 Q4", "2018-Q4"), ("H2 2018", "2018-H2")],
)
def test_quarters_by_their_short_names(words: str, value: str) -> None:
    assert values(f"Trade fell in {words}.") == [value]


def test_the_day_before_and_the_next_day_hang_on_the_day_told() -> None:
    assert values("They met on March 4. The next day they left.") == ["2019-03-04", "2019-03-05"]
    assert values("He left on March 4. He had been in Rome the day before.") == ["2019-03-04", "2019-03-03"]
    assert values("He left on March 4, having dined there the night before.") == ["2019-03-04", "2019-03-03TNI"]
    assert values("They met. The next day they left.") == [None]


def test_the_next_day_takes_the_hour_beside_it() -> None:
    assert values("The vote is on March 19, the count at 9 a.m. the next day.") == ["2019-03-19", "2019-03-20T09:00"]


def test_within_the_next_day_is_how_long() -> None:
    assert values("They left on March 4 and expect news within the next day.") == ["2019-03-04", "P1D"]


def test_a_day_beside_the_day_of_an_event_tells_the_events_day() -> None:
    assert values("They met on March 4, a day after the vote.") == ["2019-03-04", "2019-03-03"]
    assert values("They met on March 4, two days before the summit.") == ["2019-03-04", "2019-03-06"]
    text = "They met on March 4, a day after their aides had met in Rome and the day before the vote."
    assert values(text) == ["2019-03-04", "2019-03-03", "2019-03-05"]


def test_without_a_day_beside_it_it_is_how_long_or_nothing() -> None:
    assert values("They met two days after the vote.") == ["P2D"]
    assert values("They met the day after the vote.") == []


def test_amounts_in_comparisons_are_durations() -> None:
    assert values("Exports fell in February from a month earlier.") == ["2019-02", "P1M"]
    assert values("He came on March 4 and had called two days earlier.") == ["2019-03-04", "2019-03-02"]


def test_the_first_in_so_long_is_how_long(reader: Reader) -> None:
    body = (
        "The summit will be the first in eight years. It is the worst crisis in a decade. He will be back in two weeks."
    )
    report = Report(id="long", published="2019-03-15", body=body)
    (times,) = map(read_times, reader.analyser.analyse_many([report]))
    assert [time.value for time in times] == ["P8Y", "P10Y", "2019-W13"]


def test_a_year_told_with_one_end_of_a_range_holds_for_the_other() -> None:
    assert values("It ran from December to February 2009.") == ["2008-12", "2009-02"]
    assert values("It ran from Dec. 30 to Jan. 2, 2010.") == ["2009-12-30", "2010-01-02"]
    assert values("It ran from Nov. 28, 2009 to Jan. 3.") == ["2009-11-28", "2010-01-03"]
    assert values("It ran from 26 July to 22 August 2010.") == ["2010-07-26", "2010-08-22"]


def test_universal_time_beside_a_local_hour_may_be_of_the_day_before_or_after() -> None:
    assert values("It began at 1 a.m. on March 14 (2200 GMT).") == ["2019-03-14T01:00", "2019-03-13T22:00Z"]
    assert values("It began at 11 p.m. on March 14 (0300 GMT).") == ["2019-03-14T23:00", "2019-03-15T03:00Z"]
    assert values("It began at 9 a.m. on March 14 (0700 GMT).") == ["2019-03-14T09:00", "2019-03-14T07:00Z"]
    assert values("It began at 1 a.m. Thursday (2200 GMT Wednesday).") == ["2019-03-14T01:00", "2019-03-13T22:00Z"]


def test_halves_of_a_month_and_ends_of_a_year_say_so() -> None:
    told = find_times("Between the first half of May and the second half of June, or by the year's end.", FRIDAY)
    assert [(time.value, time.mod) for time in told] == [("2019-05", "START"), ("2019-06", "END"), ("2019", "END")]


def test_one_day_to_come_is_no_length_of_time() -> None:
    assert values("The two will one day meet.", tense="future") == ["FUTURE_REF"]
    assert values("The talks took one day.", tense="past") == ["P1D"]


def test_what_lasts_may_be_old_but_no_person() -> None:
    assert values("They broke the eight-month-old truce.") == ["P8M"]
    assert values("The 44-year-old envoy left.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He left on March 4, having come two days before.", ["2019-03-04", "2019-03-02"]),
        ("They met on March 4 and the day after that.", ["2019-03-04", "2019-03-05"]),
        ("It ends at midnight GMT on March 20.", ["2019-03-20T24:00Z"]),
        ("It began at 2330 GMT (1:30 a.m. March 14).", ["2019-03-13T23:30Z", "2019-03-14T01:30"]),
        ("It was signed on 3 Jun 2016 and Jul 4, 2017.", ["2016-06-03", "2017-07-04"]),
        ("It breaks UNSCR 1929 and S/RES/1929.", []),
    ],
)
def test_what_desks_write_besides(text: str, told: list[str]) -> None:
    assert values(text) == told
