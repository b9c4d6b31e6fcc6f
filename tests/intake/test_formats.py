"""What a writer of ours puts into each format comes back: headline, source, day, body."""

import csv
import io
from datetime import date

import made_files as made
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_files import BODY, HEADLINE, PUBLISHED, ROWS, SOURCE

from dateline.errors import SetAside, UsageError
from dateline.intake import Intake
from dateline.intake.formats import form_of
from dateline.intake.sources import Source, told
from dateline.record import Report

WHOLE = {
    "html": made.page, "feed": made.rss, "newsxml": made.newsml_g2, "json": made.ninjs, "eml": made.mail,
    "docx": made.docx, "odt": made.odt, "rtf": made.rtf, "anpa": made.anpa, "iptc7901": made.iptc_7901,
}  # fmt: skip


def read(tmp_path, content, name="file", **options):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(Intake([path], **options))


@pytest.mark.parametrize(
    ("form", "writer"), [*WHOLE.items(), ("feed", made.atom), ("newsxml", made.newsml_1), ("newsxml", made.nitf)]
)
def test_what_is_written_comes_back(tmp_path, form, writer):
    content = writer()
    path = tmp_path / "file"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with path.open("rb") as stream:
        assert form_of(Source("file", stream)) == form
    (report,) = Intake([path])
    assert isinstance(report, Report), report
    assert report.headline == HEADLINE
    assert report.body == "\n\n".join(BODY)
    if form not in ("docx", "odt", "rtf"):
        assert report.published == PUBLISHED
        assert report.published_on == date.fromisoformat(PUBLISHED[:10])
    if form not in ("docx", "odt", "rtf", "eml", "anpa", "iptc7901"):
        assert report.source == SOURCE


LINES = st.lists(
    st.text(st.sampled_from("abcdefgh ij klmnopq rstu vwxyz éü"), min_size=20, max_size=120)
    .map(lambda t: "The two sides met and " + " ".join(t.split()) + " on Monday in the town hall, officials said."),
    min_size=2, max_size=5,
)  # fmt: skip


@pytest.mark.parametrize(
    "writer",
    [made.page, made.rss, made.newsml_g2, made.newsml_1, made.nitf, made.ninjs, made.mail, made.docx, made.odt],
)
@settings(deadline=None, max_examples=8)
@given(lines=LINES)
def test_any_body_comes_back(tmp_path_factory, writer, lines):
    (report,) = read(tmp_path_factory.mktemp("any"), writer(body=lines))
    assert [line for line in report.body.split("\n") if line] == lines


def test_a_page_gives_what_stands_beside_its_article(tmp_path):
    (report,) = read(tmp_path, made.page())
    assert report.byline == "Jane Doe"
    assert [(p.file, p.caption) for p in report.photos] == [
        ("0012.jpg", "The two ministers shake hands. (Northern Wire/Photo)")
    ]
    assert "Read Next" not in report.body
    assert "crowned" not in report.body
    assert "©" not in report.body


def test_newsml_keeps_slug_byline_urgency_embargo_and_keywords(tmp_path):
    (report,) = read(tmp_path, made.newsml_g2(note="Eds: CORRECTS day"))
    assert (report.slug, report.byline, report.urgency) == ("RURITANIA-FISH", "Jane Doe", 3)
    assert (report.embargoed, report.keywords, report.item) == ("2024-03-06T00:00:00Z", ("fish",), "urn:1")
    assert report.update == "correction"
    (killed,) = read(tmp_path, made.newsml_g2(status="canceled", body=()))
    assert killed.update == "kill"


def test_the_wires_of_control_characters(tmp_path):
    (report,) = read(tmp_path, made.iptc_7901())
    assert (report.source, report.dateline, report.byline) == ("dpa", "Strelsau (dpa)", "Jane Doe, dpa")
    assert (report.slug, report.urgency, report.update, report.advisories) == (
        "Ruritania/fish",
        3,
        "update",
        ("1ST LEAD",),
    )
    (report,) = read(tmp_path, made.anpa())
    assert (report.dateline, report.byline, report.update) == ("STRELSAU, Ruritania (AP)", "JANE DOE", "update")


def test_a_feed_without_the_text_gives_its_summary_marked(tmp_path):
    text = made.rss().replace("content:encoded", "other")
    (report,) = read(tmp_path, text)
    assert report.advisories == ("Summary from a feed, not the full text",)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # warcio's writer leaves its files open
@pytest.mark.parametrize("zipped", [True, False])
def test_a_web_archive_gives_its_pages(tmp_path, zipped):
    items = read(
        tmp_path,
        made.warc([made.page(), "<html><body></body></html>", made.page("Another headline of the wire")], zipped),
    )
    assert [getattr(item, "headline", None) for item in items] == [HEADLINE, None, "Another headline of the wire"]
    assert "http://wire.example/1" in items[1].where
    assert items[0].url == "http://wire.example/0"


def test_a_forwarded_bulletin_is_undone_and_split(tmp_path):
    items = "\n\n----------\n\n".join(
        f"Headline number {n}\n\nSTRELSAU, March {n}, 2024 (AP) - {' '.join(BODY)}" for n in (4, 5)
    )
    text = (
        "From: a@example.org\nTo: b@example.org\nSubject: Fwd: Bulletin\nDate: Wed, 6 Mar 2024 08:00:00 +0000\n\n"
        "See below.\n\n---------- Forwarded message ---------\n> From: desk@wire.example\n> Subject: Bulletin\n"
        "> Date: Tue, 5 Mar 2024 09:30:00 +0000\n>\n> " + items.replace("\n", "\n> ")
    )
    reports = read(tmp_path, text)
    assert [r.headline for r in reports] == ["Headline number 4", "Headline number 5"]
    assert [r.published for r in reports] == ["2024-03-04", "2024-03-05"]
    assert all(">" not in r.body and "example.org" not in r.body for r in reports)


def test_markdown_with_a_head(tmp_path):
    text = "---\ndate: '2024-03-05'\npublished_time: 2024-03-05 09:30:00+00:00\nsource_url: http://wire.example/1\n" + (
        f'title: "{HEADLINE.replace(" and ", chr(92) + "_and ")}"\n---\n\n' + "\n\n".join(BODY) + "\n\n\\###\n"
    )
    (report,) = read(tmp_path, text)
    assert (report.headline, report.published) == (HEADLINE, "2024-03-05T09:30:00+00:00")
    assert (report.body, report.url) == ("\n\n".join(BODY), "http://wire.example/1")


def test_a_pdf_with_columns_and_hyphens(tmp_path):
    column = ["The foreign ministers of Ruritania and", "Sylvania met in Strelsau on Monday. They", "talked about fish for two hours in nego-",
              "tiations, and agreed to meet again in", "Gothic in May, the spokesman of the old", "palace added after the talks."]  # fmt: skip
    other = ["The king of Sylvania is to visit in the", "spring, an aide said on Tuesday. Nobody", "else had been told about these plans for",
             "a visit, and the palace declined to say", "anything about it to reporters who were", "waiting there."]  # fmt: skip
    (report,) = read(tmp_path, made.pdf(column + other, [72, 320]))
    assert "hours in negotiations, and agreed to meet" in report.body
    assert report.body.index("after the talks.") < report.body.index("The king of Sylvania is to visit in the spring")


def test_a_scan_is_refused(tmp_path):
    (item,) = read(tmp_path, made.pdf([]))
    assert isinstance(item, SetAside)
    assert "scan" in item.reason


def as_csv(rows=ROWS, delimiter=","):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(
    "content", [as_csv(), as_csv(delimiter=";"), as_csv(delimiter="\t"), made.xlsx(), made.parquet(), made.arrow()]
)
def test_tables_are_mapped_by_names_and_told(tmp_path, content):
    path = tmp_path / "table"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    intake = Intake([path])
    first, second = intake
    assert (first.headline, first.source, first.body) == (HEADLINE, SOURCE, " ".join(BODY))
    assert (first.published, second.published) == ("2024-03-05", "2024-03-25")  # the second shows that the day is first
    assert first.url == "http://wire.example/1"
    (note,) = intake.notes
    assert "Content as body" in note
    assert "Title as headline" in note


def test_a_date_that_may_be_two_days_is_asked_about(tmp_path):
    rows = [ROWS[0], ROWS[1]]
    (item,) = read(tmp_path, as_csv(rows))
    assert "--day-first" in item.reason
    assert read(tmp_path, as_csv(rows), told=told(day_first=True))[0].published == "2024-03-05"
    assert read(tmp_path, as_csv(rows), told=told(day_first=False))[0].published == "2024-05-03"


def test_columns_can_be_named(tmp_path):
    content = as_csv([("Title", "Rumpf", "Date"), ("A headline", " ".join(BODY), "2024-03-05")])
    (report,) = read(tmp_path, content, told=told("body=Rumpf"))
    assert (report.headline, report.body) == ("A headline", " ".join(BODY))
    (item,) = read(tmp_path, content, told=told("body=Text"))
    assert "no column 'Text'" in item.reason
    with pytest.raises(UsageError, match="FIELD=COLUMN"):
        told("words=Text")


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        ("name,age\nBob,12\nAnn,13\nTom,40\n", "people.csv", "table without a column of texts"),
        (
            "Title,Date,Outlet\nTalks open,2024-03-05,Wire\nTalks end,2024-03-06,Wire\n",
            "t.csv",
            "table without a column of texts",
        ),
        ("import os\n\n\ndef run():\n    return os.name\n", "run.py", "Python"),
        ("# Notes\n- call Bob\n- buy milk\n- read the wire\n", "n.txt", "notes"),
        ("Президент встретился с министром в Хельсинки.", "ru.txt", "'ru'"),
        ("两国外长星期一在北京举行会谈。", "zh.txt", "'zh'"),
    ],
)
def test_what_is_no_report_is_set_aside(tmp_path, content, name, reason):
    (item,) = read(tmp_path, content, name)
    assert isinstance(item, SetAside)
    assert reason in item.reason
