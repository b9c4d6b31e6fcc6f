"""Calendar dates of contacts as ranges of days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.encounters.dates import bounds, disjoint


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2018-07-16", "2018-07-16", "2018-07-16"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2018-W29", "2018-07-16", "2018-07-22"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-07-16/2018-07-18", "2018-07-16", "2018-07-18"),
    ],
)
def test_bounds(value, first, last):
    assert bounds(value) == (first, last)


def test_a_vague_time_is_no_calendar_date():
    with pytest.raises(ValueError, match="no calendar date"):
        bounds("PRESENT_REF")


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_two_days_are_disjoint_unless_they_are_the_same(a, b):
    assert disjoint(a.isoformat(), b.isoformat()) == (a != b)
