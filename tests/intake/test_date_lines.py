"""Dates on lines of their own, as pages and desks write them."""

from __future__ import annotations

import pytest

from dateline.errors import UsageError
from dateline.intake.date_lines import date_of_line
from dateline.intake.said import date_said, said
from dateline.intake.stream import report_of
from dateline.knowledge.clock_zones import offset
from dateline.record import Report

BODY = "Two ministers met in Amman on Thursday.\n\nThey talked about fish."


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("March 02, 2023", "2023-03-02"),
        ("2 March 2023", "2023-03-02"),
        ("2023-03-02", "2023-03-02"),
        ("Thursday, 2 March 2023", "2023-03-02"),
        ("Thu 2nd Mar 2023", "2023-03-02"),
        ("Updated: March 2, 2023 21:40", "2023-03-02T21:40"),
        ("March 2, 2023 16:20", "2023-03-02T16:20"),
        ("Published 2 March 2023, 10:15 GMT+1", "2023-03-02T10:15+01:00"),
        ("March 2, 2023 11:32 AM EST · Updated 3 hours ago", "2023-03-02T11:32-05:00"),
        ("2023.03.02 16:20 KST", "2023-03-02T16:20+09:00"),
        ("Last modified on 2 March 2023 at 9.15pm", "2023-03-02T21:15"),
        ("21:40, March 2, 2023", "2023-03-02T21:40"),
        ("Date: Thu, 2 Mar 2023 11:32:00 +0530", "2023-03-02T11:32+05:30"),
        ("25/06/2023", "2023-06-25"),
        ("06/25/2023", "2023-06-25"),
        ("02/03/2023", None),
        ("31 April 2023", None),
        ("March 2", None),
        ("The talks of March 2, 2023", None),
        ("March 2, 2023 was a Thursday", None),
        ("", None),
    ],
)
def test_a_line_that_is_a_date_and_nothing_else(line: str, published: str | None) -> None:
    assert date_of_line(line) == published


@pytest.mark.parametrize(
    ("zone", "hours"),
    [("GMT", "Z"), ("gmt+1", "+01:00"), ("UTC-03:30", "-03:30"), ("+0900", "+09:00"), ("KST", "+09:00"), ("IST", None),
     ("GMT+15", None), ("Moscow time", None)],
)  # fmt: skip
def test_zones_as_newsrooms_write_them(zone: str, hours: str | None) -> None:
    assert offset(zone) == hours


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("Ministers talk fish\n\nMarch 02, 2023\n\n", "2023-03-02"),
        ("Ministers talk fish\nBy A Writer\nUpdated: March 2, 2023 21:40\n\n", "2023-03-02T21:40"),
        ("Ministers talk fish\nMarch 2, 2023\n16:20\n", "2023-03-02T16:20"),
        ("Ministers talk fish\nUpdated March 4, 2023\nPublished March 2, 2023\n\n", "2023-03-02"),
    ],
)
def test_the_head_of_a_text_tells_when_it_was_published(head: str, published: str) -> None:
    report = report_of(head + BODY)
    assert (report.headline, report.published, report.body) == ("Ministers talk fish", published, BODY)


def test_a_chronology_is_no_publication() -> None:
    text = "March 2, 2023\nThey met.\n\nMarch 3, 2023\nThey parted.\n\nMarch 4, 2023\nThey wrote."
    assert report_of(text).published is None


def test_a_date_below_the_first_sentences_stays_in_the_body() -> None:
    text = f"{'The two ministers met in Amman on Thursday ' * 3}and parted.\n\n2 March 2023\n\nThey talked about fish."
    report = report_of(text)
    assert report.published == "2023-03-02"
    assert "2 March 2023" in report.body


@pytest.mark.parametrize(
    ("head", "dateline", "source", "published"),
    [
        ("AMMAN, 14 March 2026 (Arab Wire) - ", "AMMAN, 14 March 2026 (Arab Wire)", "Arab Wire", "2026-03-14"),
        ("PRETORIA, Nov 22, 2025 (dpa) - ", "PRETORIA, Nov 22, 2025 (dpa)", "dpa", "2025-11-22"),
        ("GENEVA, Monday, July 2, 2018 (AP) -- ", "GENEVA, Monday, July 2, 2018 (AP)", "AP", "2018-07-02"),
        ("AMMAN, Jordan, 14 March (AP) - ", "AMMAN, Jordan, 14 March (AP)", "AP", None),
        ("Published 8 July 2025\n\nAMMAN (AP) - ", "AMMAN (AP)", "AP", "2025-07-08"),
    ],
)
def test_datelines_in_either_order_and_agencies_in_small_letters(
    head: str, dateline: str, source: str, published: str | None
) -> None:
    report = report_of(head + BODY)
    assert (report.dateline, report.source, report.published, report.body) == (dateline, source, published, BODY)


def test_a_byline_is_no_source_of_a_sheet() -> None:
    report = report_of(f"Ministers talk fish\nBy A Writer\n2023-03-02\n\n{BODY}")
    assert (report.source, report.published) == (None, "2023-03-02")


def test_what_is_said_completes_a_report_and_changes_none() -> None:
    say = said("2 April 2024", "Northern Wire")
    bare, full = Report(id="a", body=BODY), Report(id="b", body=BODY, published="2018-07-03", source="AP")
    told = say.of(bare)
    assert (told.published, str(told.published_on), told.source) == ("2024-04-02", "2024-04-02", "Northern Wire")
    assert say.of(full) == full


@pytest.mark.parametrize("words", ["tomorrow", "April 2", "02/03/2024", "31 April 2024", ""])
def test_what_is_no_date_with_its_year_is_refused(words: str) -> None:
    with pytest.raises(UsageError, match="2 April 2024"):
        date_said(words)
