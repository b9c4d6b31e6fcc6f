"""When: the times a report tells, and the days they mean."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.knowledge.times import time_tables
from dateline.reading.reader import Reader
from dateline.reading.times import find_times, read_times
from dateline.reading.timing.tense import Direction, TenseAt
from dateline.record import Photo, Report

PUBLISHED = date(2006, 11, 22)

EXAMPLES = [
    pytest.param(text, value, id=f"{rule.name}: {text}")
    for rule in time_tables().rules
    for text, value in rule.examples
    if rule.make != "no_time"
]

NAMES = [text for rule in time_tables().rules for text, _ in rule.examples if rule.make == "no_time"]


@pytest.mark.parametrize(("marked", "value"), EXAMPLES)
def test_every_rule_reads_its_examples(marked: str, value: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    told = {(time.start, time.end): time.value or "" for time in find_times(text, PUBLISHED)}
    assert told.get((start, end)) == value


@pytest.mark.parametrize("marked", NAMES)
def test_no_time_is_read_in_the_examples_of_names(marked: str) -> None:
    assert not find_times(marked.replace("[", "").replace("]", ""), PUBLISHED)


def test_every_rule_has_an_example() -> None:
    assert not [rule.name for rule in time_tables().rules if not rule.examples]


def values(text: str, published: date | None = PUBLISHED, tense: Direction | str = "guessed") -> list[str | None]:
    """The values told in a text, under one tense throughout if one is given."""
    at: TenseAt | None = None if tense == "guessed" else lambda start, end: tense  # type: ignore[return-value]
    return [time.value for time in find_times(text, published, at)]


def test_news_of_the_past_means_the_last_monday_and_news_of_the_future_the_next() -> None:
    assert values("They met on Monday.", tense="past") == ["2006-11-20"]
    assert values("They will meet on Monday.", tense="future") == ["2006-11-27"]


def test_the_weekday_of_publication_is_the_day_itself() -> None:
    assert values("The minister said Wednesday", tense="past") == ["2006-11-22"]
    assert values("The minister will speak on Wednesday", tense="future") == ["2006-11-22"]


def test_a_day_planned_for_yesterday_is_over_one_that_will_be_is_not() -> None:
    assert values("The march was planned for Tuesday", tense="due") == ["2006-11-21"]
    assert values("The march was planned for Friday", tense="due") == ["2006-11-24"]
    assert values("They will march on Tuesday", tense="future") == ["2006-11-28"]


def test_a_day_weeks_ago_is_not_taken_for_one_of_next_year() -> None:
    assert values("They are to return the boy by Nov. 14", tense="future") == ["2006-11-14"]


def test_the_name_of_a_programme_is_no_time() -> None:
    assert values('He told "60 Minutes" and USA Today on Monday', tense="past") == ["2006-11-20"]
    assert values("It was found on Thanksgiving Day", tense="past") == ["2006-11-23"]


def test_a_day_told_without_its_year_is_the_one_the_news_is_about() -> None:
    summer = date(2018, 7, 3)
    assert values("They will hold a summit on July 16.", summer, "future") == ["2018-07-16"]
    assert values("They announced it on Thursday", summer, "past") == ["2018-06-28"]
    assert values("The card was signed on Dec. 24", date(2006, 1, 3), "past") == ["2005-12-24"]
    assert values("The dividend, declared now, is payable Jan. 2.", date(2006, 11, 2), "past")[1:] == ["2007-01-02"]


def test_an_attack_told_with_its_year_lends_it_to_the_day_told_later() -> None:
    text = "The October 1998 shooting stunned the town. He died on Oct. 23."
    assert values(text, date(1999, 5, 6), None) == ["1998-10", "1998-10-23"]


def test_both_ends_of_a_range_are_told() -> None:
    told = find_times("The leaders meet from July 14 to 16, and again on 16-17 December.", date(2018, 7, 3))
    assert [(time.text, time.value) for time in told] == [
        ("July 14", "2018-07-14"), ("16", "2018-07-16"), ("16", "2018-12-16"), ("17 December", "2018-12-17"),
    ]  # fmt: skip


def test_a_day_that_does_not_exist_is_found_and_left_unresolved() -> None:
    assert values("The pact is dated February 30, 2006.") == [None]
    assert values("It ended on 31 November.") == [None]


def test_without_a_day_of_publication_what_hangs_on_it_is_left_unresolved() -> None:
    text = "On Monday they recalled the accord of May 3, 1998; talks go on next week and on July 16 for two days."
    assert values(text, None) == [None, "1998-05-03", None, None, "P2D"]


def test_an_hour_and_its_day_are_one_time() -> None:
    told = find_times("The truce began at 5 p.m. Tuesday.", PUBLISHED)
    assert [(time.text, time.type, time.value) for time in told] == [("5 p.m. Tuesday", "TIME", "2006-11-21T17:00")]


def test_an_hour_in_two_zones_takes_the_day_that_follows() -> None:
    assert values("The blast came at 10:35 a.m. (0735 GMT) Friday.") == [
        "2006-11-17T10:35", "2006-11-17T07:35Z", "2006-11-17",
    ]  # fmt: skip


def test_an_hour_in_a_new_paragraph_is_of_the_day_of_publication() -> None:
    assert values("They met on Monday.\n\nThe first test comes at 1200 GMT.")[-1] == "2006-11-22T12:00Z"


def test_an_hour_of_what_is_to_come_is_of_the_day_to_come() -> None:
    text = "They will hold a summit on July 16.\n\nThey will lunch in the middle of the day."
    assert values(text, date(2018, 7, 3), "future") == ["2018-07-16", "2018-07-16TMI"]


def test_a_date_that_names_an_event_says_so() -> None:
    attacks, bombings, plain = find_times(
        "Since the September 11 attacks and the Aug. 7 bombings they met on Aug. 9.", date(2002, 9, 1)
    )
    assert (attacks.value, attacks.mod) == ("2001-09-11", "NAME")
    assert (bombings.value, bombings.mod) == ("2002-08-07", "NAME")
    assert plain.mod is None


def test_words_that_only_look_like_months_and_days_are_no_times() -> None:
    text = (
        "Mrs May may march on; he sat, and the second term will fall apart. "
        "The 44-year-old took 1,200 men, $1998 and 2000 people."
    )
    assert values(text) == []


def test_months_behind_a_preposition_are_times_even_if_they_are_other_words_too() -> None:
    assert values("Aid stopped in May and came back in March.", tense="past") == ["2006-05", "2006-03"]


def test_a_modifier_is_kept_with_the_value() -> None:
    told = find_times("He left early Tuesday, after more than four hours, and returns by the end of 2007.", PUBLISHED)
    assert [(time.value, time.mod) for time in told] == [
        ("2006-11-21", "START"), ("PT4H", "MORE_THAN"), ("2007", "END"),
    ]  # fmt: skip


def test_feasts_move_with_the_year() -> None:
    assert values("They met on Good Friday 1998.") == ["1998-04-10"]
    assert values("The truce covers Eid al-Fitr.", date(2006, 10, 20)) == ["2006-10-23"]


def test_all_parts_of_a_text_that_wires_split_are_one_time() -> None:
    assert [time.text for time in find_times("BEIJING , Nov. 30 , 2006", PUBLISHED)] == ["Nov. 30 , 2006"]


def test_the_times_of_headline_body_and_captions_are_read_by_their_parse(reader: Reader) -> None:
    report = Report(
        id="made-up",
        published="2018-07-03T20:37:48Z",
        headline="Leaders to meet on July 16",
        body="The spokesman said Monday that the two will talk for several hours.\n\n"
        "On Thursday, both sides announced a summit on July 16. Envoys will prepare it on Tuesday and Wednesday.",
        photos=(Photo(file="a.jpg", caption="The two at a summit on Nov. 11, 2017."),),
    )
    (times,) = map(read_times, reader.analyser.analyse_many([report]))
    assert [(time.part, time.text, time.value) for time in times] == [
        ("headline", "July 16", "2018-07-16"),
        ("body", "Monday", "2018-07-02"),
        ("body", "several hours", "PXH"),
        ("body", "Thursday", "2018-06-28"),
        ("body", "July 16", "2018-07-16"),
        ("body", "Tuesday", "2018-07-03"),
        ("body", "Wednesday", "2018-07-04"),
        ("caption:0", "Nov. 11, 2017", "2017-11-11"),
    ]


@pytest.mark.parametrize(
    "text", ["", " \n", "Monday", "\n\nMonday.\n\n ", "’s Monday 😀 Monday", "On On On Monday Monday"]
)
def test_no_text_is_too_odd_to_be_read(reader: Reader, text: str) -> None:
    report = Report(id="odd", published="2018-07-03", body=text)
    (times,) = map(read_times, reader.analyser.analyse_many([report]))
    assert [time.text for time in times] == ["Monday"] * text.count("Monday")
