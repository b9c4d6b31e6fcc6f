"""The day that a report is of: at the place it is from."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.knowledge import load
from dateline.reading.publication import published_day
from dateline.reading.reader import Reader
from dateline.record import Record, Report


def day(published: str | None, dateline: str | None = None, source: str | None = None) -> date | None:
    report = Report(id="made-up", body="They met.", published=published, dateline=dateline, source=source)
    return published_day(report, dateline, load())


@pytest.mark.parametrize(
    ("published", "dateline", "counts"),
    [
        ("2018-07-08T22:30:00Z", "WELLINGTON, July 9 (Agency)", "2018-07-09"),
        ("2018-07-09T23:30:00Z", "BEIJING", "2018-07-10"),
        ("2018-07-10T02:00:00Z", "WASHINGTON", "2018-07-09"),
        ("2018-07-10T02:00:00+03:00", "MOSCOW", "2018-07-10"),
        ("2018-07-10T02:00:00+03:00", "NEW YORK", "2018-07-09"),
        ("2018-01-10T04:30:00Z", "OTTAWA, Canada", "2018-01-09"),
        ("2018-07-09T22:00:00Z", "TOKYO/WASHINGTON", "2018-07-10"),
        ("2018-07-10T12:00:00Z", "GENEVA", "2018-07-10"),
    ],
)
def test_the_day_is_that_at_the_datelines_place(published: str, dateline: str, counts: str) -> None:
    assert str(day(published, dateline)) == counts


def test_without_a_dateline_it_is_the_day_at_the_sources_seat() -> None:
    assert day("2018-07-09T22:30:00Z", source="Xinhua") == date(2018, 7, 10)
    assert day("2018-07-09T22:30:00Z", source="The Ruritanian") == date(2018, 7, 9)


def test_an_instant_in_a_zone_of_its_own_is_in_its_sources() -> None:
    assert day("2018-07-09T22:30:00-04:00", source="Reuters") == date(2018, 7, 9)


@pytest.mark.parametrize(
    "published", ["2018-07-10", "2018-07-10T00:00:00Z", "2018-07-10T00:00Z", "2018-07-10T00:00:00", "2018-07-10T01:00"]
)
def test_a_day_without_an_hour_or_without_a_zone_stays(published: str) -> None:
    assert day(published, "WASHINGTON") == day(published, "WELLINGTON") == date(2018, 7, 10)


@pytest.mark.parametrize("published", ["0001-01-01", "0001-01-01T00:30:00Z", "9999-12-31", "9999-12-31T23:30:00Z"])
@pytest.mark.parametrize("dateline", ["WELLINGTON", "HONOLULU", None])
def test_at_the_ends_of_the_calendar_there_is_no_day(published: str, dateline: str | None) -> None:
    assert day(published, dateline) is None
    assert day("2018-13-45", dateline) is None


def test_every_question_follows_the_one_day(reader: Reader) -> None:
    body = "The two foreign ministers met in Wellington on Monday morning.\n\nThey said so on Monday."
    report = Report(id="nz", published="2018-07-08T22:30:00Z", dateline="WELLINGTON", body=body)
    record = reader.read(report)
    assert (record.report.published, record.report.published_on) == ("2018-07-08T22:30:00Z", date(2018, 7, 9))
    assert [time.value for time in record.times] == ["2018-07-09TMO", "2018-07-09"]
    assert b'"published_on":"2018-07-09"' in record.to_json()
    assert Record.from_json(record.to_json()) == record


@pytest.mark.parametrize("published", ["0001-01-01", "0001-01-02T03:00:00Z", "9999-12-31T23:59:59Z"])
def test_a_report_of_the_calendars_ends_is_read(reader: Reader, published: str) -> None:
    body = "Foreign Minister Aron Vale met President Bela Stone in Paris on Monday. They will meet again next week."
    record = reader.read(Report(id="end", published=published, dateline="PARIS", body=body))
    assert record.report.published == published
    assert record.report.published_on is None
    assert all(time.value is None for time in record.times)
