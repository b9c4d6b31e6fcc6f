"""What holds of the times of any text at all."""

from __future__ import annotations

import re
from datetime import date, timedelta
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.knowledge.times import time_tables
from dateline.reading.times import find_times
from dateline.reading.timing.calendar_values import interval
from dateline.reading.timing.tense import Direction

CALENDAR = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|-W[0-5]\d(-WE)?|-Q[1-4]|-H[12]|-(SP|SU|FA|WI))?|\d{2,3}"
PERIOD = r"P(X[SMHDWYQECL]|(\d+(\.\d+)?[YMWDQECL])*(T(\d+(\.\d+)?[HMS])+)?)(?<!P)"
VALID = {
    "DATE": re.compile(rf"{CALENDAR}|(PAST|PRESENT|FUTURE)_REF"),
    "TIME": re.compile(r"\d{4}-\d\d-\d\dT([01]\d:[0-5]\d|2[0-3]:[0-5]\d|24:00|MO|MI|AF|EV|NI)Z?"),
    "DURATION": re.compile(PERIOD),
    "SET": re.compile(rf"{PERIOD}|XXXX-(\d\d|SP|SU|FA|WI|WXX-([1-7]|WE)|XX-XXT(MO|AF|EV|NI))"),
}

PIECES = """the a of in on this every . , - / : ago later earlier until 's half and to from 0 31 99 1998 2006 10000
2006-02-29 24:00 99:99 1990s '80s 22nd 3.5 1,000 0735"""

WORDS = sorted(
    {spelling for words in time_tables().words.values() for word in words for spelling in (word, word.title())}
    | {*PIECES.split(), "\n\n"}
)

texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
days = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
directions = st.sampled_from(["past", "reported", "future", None])


@settings(max_examples=400, deadline=None)
@given(texts, st.one_of(st.none(), days), directions)
def test_every_value_is_timex3_and_every_span_is_its_words(
    text: str, published: date | None, direction: Direction
) -> None:
    end = 0
    for time in find_times(text, published, lambda first, last: direction):
        assert end <= time.start < time.end <= len(text)
        assert text[time.start : time.end] == time.text == time.text.strip()
        end = time.end
        if time.value is not None:
            assert VALID[time.type].fullmatch(time.value), time
            if time.type in ("DATE", "TIME") and not time.value.endswith("REF"):
                assert interval(time.value), time


@settings(max_examples=50, deadline=None)
@given(texts, days)
def test_the_same_text_tells_the_same_times(text: str, published: date) -> None:
    assert find_times(text, published) == find_times(text, published)


RELATIVE = [
    "yesterday", "today", "tomorrow", "Monday", "last Friday", "next Sunday", "this Tuesday", "last week", "this month",
    "next year", "the weekend", "this weekend", "two weeks ago", "three days ago", "a month ago", "ten years ago",
    "in May",
    "in late October", "July 16", "last December", "next March", "last summer", "this winter", "the third quarter",
    "the first half of this year", "Christmas", "this decade", "last century", "two days from now",
]  # fmt: skip


@pytest.mark.parametrize("words", RELATIVE)
@settings(max_examples=40, deadline=None)
@given(
    published=st.dates(date(1950, 1, 1), date(2050, 1, 1)),
    later=st.integers(min_value=0, max_value=800),
    direction=directions,
)
def test_what_is_told_later_never_means_an_earlier_day(
    words: str, published: date, later: int, direction: Direction
) -> None:
    first, second = (
        interval(find_times(f"They meet {words}.", day, lambda start, end: direction)[0].value)
        for day in (published, published + timedelta(later))
    )
    assert first is not None
    assert second is not None
    assert first <= second


@pytest.mark.parametrize(
    "piece",
    [
        "Monday met ",
        "a few of the last ",
        "the ",
        "1 ",
        "9 9 9 . ",
        "nineteen ",
        "May ",
        "\n\n",
        "1,111",
        "at 1:",
        "’",
        "a.",
    ],
)
def test_a_text_ten_times_longer_takes_about_ten_times_as_long(piece: str) -> None:
    def seconds(times: int) -> float:
        start = process_time()
        find_times(piece * times, date(2006, 11, 22))
        return process_time() - start

    seconds(10)
    short, long = min(seconds(300) for _ in range(3)), min(seconds(3000) for _ in range(2))
    assert long < 25 * short + 0.05
