"""Reports come in as desks have them, and what is no report is told apart without stopping the rest."""

import csv
import gzip
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import SetAside, UsageError
from dateline.intake import Intake
from dateline.intake.instants import instant
from dateline.intake.stream import report_of
from dateline.record import Report

SHEET = """Two leaders to meet in spring: palace
Northern Wire
1530650268000

0012.JPG

In this file photo the two presidents shake hands. (File photo: Northern Wire/AFP)

The presidents of Ruritania and Sylvania will meet in May, the palace said Monday.

They will talk about fish.
"""


def read(path, **options):
    return list(Intake([path], **options))


def write(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_sheet_gives_headline_source_instant_photo_and_body():
    report = report_of(SHEET)
    assert (report.headline, report.source) == ("Two leaders to meet in spring: palace", "Northern Wire")
    assert report.published == "2018-07-03T20:37:48Z"
    assert report.body.startswith("The presidents of Ruritania")
    assert report.body.endswith("about fish.")
    (photo,) = report.photos
    assert (photo.file, photo.credit, photo.archival) == ("0012.JPG", "Northern Wire/AFP", True)
    assert photo.caption.startswith("In this file photo")


@pytest.mark.parametrize("gone", ["Northern Wire\n", "1530650268000\n", "0012.JPG\n", "In this file photo"])
def test_each_block_of_a_sheet_may_be_missing(gone):
    lines = [line for line in SHEET.splitlines(keepends=True) if not line.startswith(gone.rstrip("\n"))]
    report = report_of("".join(lines))
    assert report.headline == "Two leaders to meet in spring: palace"
    assert "The presidents of Ruritania and Sylvania will meet" in report.body


def test_two_photos_and_no_caption_for_the_first():
    text = SHEET.replace("0012.JPG\n", "0011.jpg\n\n0012.JPG\n")
    report = report_of(text)
    assert [p.file for p in report.photos] == ["0011.jpg", "0012.JPG"]
    assert report.photos[0].caption is None


@pytest.mark.parametrize(
    ("head", "dateline", "source", "published"),
    [
        ("MEXICO CITY, Nov. 30 , 2006 (Xinhua) -- ", "MEXICO CITY, Nov. 30 , 2006 (Xinhua)", "Xinhua", "2006-11-30"),
        ("HELSINKI (AP) _ ", "HELSINKI (AP)", "AP", None),
        ("MOSCOW, July 2 (Reuters) - ", "MOSCOW, July 2 (Reuters)", "Reuters", None),
        ("PARIS, Dec 6, 2005\n\n", "PARIS, Dec 6, 2005", None, "2005-12-06"),
        ("SHARM EL-SHEIKH, Egypt (AP) — ", "SHARM EL-SHEIKH, Egypt (AP)", "AP", None),
    ],
)
def test_the_agencies_datelines(head, dateline, source, published):
    report = report_of(head + "Two ministers met on Thursday.\n\nThey talked about fish.")
    assert (report.dateline, report.source, report.published) == (dateline, source, published)
    assert report.body == "Two ministers met on Thursday.\n\nThey talked about fish."


def test_advisories_and_headline_stand_before_the_dateline():
    report = report_of(
        "ATTENTION - RECASTS with quotes ///\n2nd Ld-Writethru\nURGENT Ministers meet in Helsinki\n\n"
        "HELSINKI (AP) _ Two ministers met on Thursday.\n"
    )
    assert report.headline == "Ministers meet in Helsinki"
    assert report.advisories == ("ATTENTION - RECASTS with quotes ///", "2nd Ld-Writethru", "URGENT")


def test_a_headline_may_stand_below_the_dateline():
    report = report_of("HELSINKI, July 2, 2018 (AP)\n\nMinisters meet on fish\n\nTwo ministers met on Thursday.")
    assert (report.headline, report.body) == ("Ministers meet on fish", "Two ministers met on Thursday.")


def test_a_headline_that_is_only_an_advisory_is_no_headline(tmp_path):
    row = {"headline": "ATTENTION - ADDS quotes ///", "body": "Two ministers met."}
    (report,) = read(write(tmp_path, "a.jsonl", json.dumps(row)))
    assert (report.headline, report.advisories) == (None, ("ATTENTION - ADDS quotes ///",))


def test_plain_text_with_and_without_a_headline():
    assert report_of("Ministers meet\n\nTwo ministers met on Thursday.").headline == "Ministers meet"
    assert report_of("Two ministers met on Thursday.\n\nThey talked.").headline is None


def test_one_bad_line_loses_nothing_else(tmp_path):
    good = json.dumps({"id": "good", "body": "Two ministers met."})
    lines = [good, '{"id": "cut", "body": "Two mini', '{"body": "x"}', "[]", '{"body": "lone \\ud800 half"}']
    lines += ['{"body": "They met.", "published": "2018-02-31"}', '{"id": "last", "body": "They met again."}']
    items = read(write(tmp_path, "w.jsonl", "\n".join(lines)))
    assert [item.id for item in items if isinstance(item, Report)] == ["good", "last"]
    aside = [item for item in items if isinstance(item, SetAside)]
    assert [item.where.rsplit(":", 1)[1] for item in aside] == ["2", "3", "4", "5", "6"]
    assert "2018-02-31" in aside[-1].reason
    assert "not JSON" in aside[0].reason


def test_a_cut_json_array_gives_the_reports_before_the_cut(tmp_path):
    items = read(write(tmp_path, "w.json", '[{"id": "a", "body": "They met."}, {"id": "b", "bo'))
    assert items[0].id == "a"
    assert "not JSON after 1 report" in items[1].reason


def test_csv_rows_with_line_breaks_and_a_bad_one(tmp_path):
    out = io.StringIO()
    rows = [
        ["id", "headline", "body", "published"],
        ["1", "H", "They met,\nand talked.", "2018-07-03"],
        ["2", "", "", ""],
    ]
    csv.writer(out).writerows([*rows, ["3", "", "Café talks.", ""]])
    items = read(write(tmp_path, "w.csv", out.getvalue()))
    assert [getattr(item, "id", None) for item in items] == ["1", None, "3"]
    assert items[0].body == "They met,\nand talked."
    assert items[1].where.endswith("w.csv:4")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_encodings_are_detected(tmp_path, encoding):
    text = "The café talks went on “for hours”, the minister’s aide said on Monday in Paris, and both sides left."
    (report,) = read(write(tmp_path, "r.txt", text.encode(encoding)))
    assert report.body == text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (bytes(range(256)) * 20, "binary"),
        (b"x", "tells nothing"),
        (b"<?xml version='1.0'?><rss><item>Oslo said that it agreed.</item></rss>", "the body is empty"),
        (b"<?xml version='1.0'?><invoice><total>12 euros</total></invoice>", "its root is 'invoice'"),
        (b'{"body": ""}', "the body is empty"),
        ("Le président russe a rencontré lundi à Helsinki son homologue américain. " * 3, "language is 'fr'"),
        ("met " * 100_000, "at most 250,000"),
        ("They met. " + '"' * 3_000, "3,000 characters without a blank"),
    ],
)
def test_what_is_no_report_is_set_aside_with_its_reason(tmp_path, content, reason):
    (item,) = read(write(tmp_path, "r.txt", content))
    assert isinstance(item, SetAside)
    assert reason in item.reason


def test_a_line_too_long_is_passed_over_without_being_held(tmp_path):
    long = b'{"body": "' + b"a" * (20 << 20) + b'"}\n'
    items = read(write(tmp_path, "w.jsonl", long + b'{"id": "after", "body": "They met."}\n'))
    assert "a line of 20,971,5" in items[0].reason
    assert items[1].id == "after"


def test_gzip_folder_glob_and_repeated_ids(tmp_path):
    line = json.dumps({"id": "same", "body": "They met."}).encode()
    write(tmp_path, "a.jsonl.gz", gzip.compress(line))
    write(tmp_path, "b.jsonl", line)
    write(tmp_path, ".hidden", line)
    assert [r.id for r in read(tmp_path)] == ["same", "same~2"]
    assert [r.id for r in read(tmp_path / "*.gz")] == ["same"]


def test_a_truncated_gzip_is_set_aside(tmp_path):
    whole = gzip.compress(json.dumps({"id": "a", "body": "They met. " * 50}).encode())
    assert isinstance(read(write(tmp_path, "a.jsonl.gz", whole[:-12]))[-1], SetAside)


def test_usage_errors(tmp_path):
    with pytest.raises(UsageError, match="no such file"):
        Intake([tmp_path / "nothing"])
    with pytest.raises(UsageError, match="holds no files"):
        Intake([tmp_path])
    with pytest.raises(UsageError, match="unknown format"):
        Intake([tmp_path], "xls")


def test_a_format_can_be_forced(tmp_path):
    (report,) = read(write(tmp_path, "r.txt", SHEET), form="plain")
    assert report.body.startswith("Northern Wire") or report.body.startswith("Two leaders")


def test_instants():
    assert instant(1530650268000) == instant("1530650268") == "2018-07-03T20:37:48Z"
    assert instant("2018-07-03 20:37+0200") == "2018-07-03T20:37+02:00"


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_any_text_is_a_report_or_refused(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("any") / "r.txt"
    path.write_text(text, encoding="utf-8", newline="")
    assert all(isinstance(item, Report | SetAside) for item in Intake([path]))


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_reports_or_refused(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "r.bin"
    path.write_bytes(data)
    assert all(isinstance(item, Report | SetAside) for item in Intake([path]))
