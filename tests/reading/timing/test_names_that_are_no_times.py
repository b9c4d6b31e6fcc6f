"""Names and numbers that only look like times."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.reading.reader import Reader
from dateline.reading.times import find_times, read_times
from dateline.record import Report

PUBLISHED = date(2019, 3, 14)

NO_TIMES = [
    "The premier told the Sunday Express and the Friday Times that he would stay.",
    "The Mail on Sunday and Scotland on Sunday had it first.",
    "They prayed at the Friday Mosque in Herat.",
    "The victims of Bloody Sunday were remembered.",
    "The Good Friday Agreement must hold.",
    "A leader of the March 8 coalition refused.",
    "The fighters of the February 17 Brigade left.",
    "It breaks resolutions 1696, 1737 and 1747.",
    "It breaks Resolution 1540 and Directive 2004 at once.",
    "He flew in on Flight 1549 and stays in Room 2010.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_names_with_a_day_or_a_number_tell_no_time(text: str) -> None:
    assert find_times(text, PUBLISHED) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Sunday, the Telegraph said.", "2019-03-10"),
        ("The Sunday talks failed.", "2019-03-10"),
        ("Resolution 1540 was passed in 2004.", "2004"),
        ("The March 8 meeting failed.", "2019-03-08"),
    ],
)
def test_the_same_words_outside_of_names_do(text: str, value: str) -> None:
    assert [time.value for time in find_times(text, PUBLISHED)] == [value]


def test_a_persons_first_name_is_no_month(reader: Reader) -> None:
    body = "June Parker, the envoy's spokeswoman, met April Johnson in Oslo. In June they will meet again."
    report = Report(id="names", published="2019-03-14", body=body)
    (times,) = map(read_times, reader.analyser.analyse_many([report]))
    assert [(time.text, time.value) for time in times] == [("June", "2019-06")]
