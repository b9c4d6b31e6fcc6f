"""What the pages, the command line and the summaries say of formats is so."""

import io
import re
import threading
from pathlib import Path
from typing import get_args

import pytest

from dateline.cli_options import From
from dateline.commands.aside import by_reason
from dateline.commands.watching import arriving
from dateline.errors import SetAside, UsageError
from dateline.intake import FORMATS, Intake
from dateline.intake.formats import form_of
from dateline.intake.sources import Source, told
from dateline.intake.written_dates import date_of
from dateline.record import Report

DOCS = Path(__file__).parent.parent.parent / "docs"
DATA = Path(__file__).parent.parent.parent.parent / "shared" / "data"
VISIBLE = str.maketrans({"⏎": "\n", "␖": "\x16", "␁": "\x01", "␂": "\x02", "␑": "\x11"})
EXCERPTS = re.findall(
    r"^\| `(\w+)` \| `dateline read [^`]+` \| `(.+)` \|$", (DOCS / "intake.md").read_text(), re.MULTILINE
)


def test_the_command_line_and_the_pages_name_every_format():
    names = set(get_args(get_args(get_args(From)[0])[0]))
    assert names == set(FORMATS)
    for page in ("intake.md", "commands.md"):
        text = (DOCS / page).read_text()
        assert all(f"`{name}`" in text for name in FORMATS), page


def test_most_formats_have_an_excerpt():
    assert set(FORMATS) - {name for name, _ in EXCERPTS} == {"docx", "odt", "xlsx"}


@pytest.mark.parametrize(("name", "excerpt"), EXCERPTS)
def test_the_excerpts_are_told_apart(name, excerpt):
    data = excerpt.translate(VISIBLE).encode()
    assert form_of(Source("file", io.BufferedReader(io.BytesIO(data)))) == name


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Wed, 31 Jan 2018 07:26:05 GMT", "2018-01-31T07:26:05Z"),
        ("20131020T192751+1100", "2013-10-20T19:27:51+11:00"),
        ("2016-05-24 20:53:25+00:00", "2016-05-24T20:53:25+00:00"),
        ("3 Feb 2025", "2025-02-03"),
        ("March 5, 2024 9:30 AM EST", "2024-03-05T09:30:00-05:00"),
        ("March 5, 2024 9:30 AM IST", "2024-03-05T09:30:00"),
        ("Tue, 5 Mar 2024 09:30:00 +0530 (IST)", "2024-03-05T09:30:00+05:30"),
        ("5 March 2024 9:30 GMT+2", "2024-03-05T09:30:00+02:00"),
        ("5 March 2024 9:30 NPT", "2024-03-05T09:30:00+05:45"),
        ("31/12/2024", "2024-12-31"),
        ("3.2.2025", "2025-02-03"),
        ("1530650268", "2018-07-03T20:37:48Z"),
    ],
)
def test_dates_of_pages_feeds_and_tables(written, day):
    assert date_of(written) == day


@pytest.mark.parametrize("written", ["3 hours ago", "May 2024", "12 March", "02/03/2025", "soon", "9" * 5000])
def test_what_is_no_day_is_refused(written):
    with pytest.raises(Exception, match="published"):
        date_of(written)


def test_what_shares_its_reason_is_told_together():
    aside = [SetAside(f"{n}.txt", f"the body has {n} characters") for n in range(30)] + [
        SetAside("x", "the file is empty")
    ]
    first, second = by_reason(aside)
    assert first.startswith("30 times: the body has 0 characters: 0.txt, 1.txt")
    assert first.endswith("and 10 more")
    assert second == "x: the file is empty"


def test_since_takes_files_changed_since(tmp_path):
    import os

    for name, when in (("old.txt", 0), ("new.txt", None)):
        (tmp_path / name).write_text("The two ministers met on Monday in Oslo.")
        if when is not None:
            os.utime(tmp_path / name, (when, when))
    assert [r.id for r in Intake([tmp_path], told=told(since="2020-01-01"))] == ["new"]
    with pytest.raises(UsageError, match="no day"):
        told(since="yesterday")


def test_new_files_of_a_folder_are_taken_as_they_come(tmp_path):
    pytest.importorskip("watchfiles")
    stop = threading.Event()
    (tmp_path / "there.txt").write_text("Old.")

    def write():
        (tmp_path / ".hidden").write_text("No.")
        (tmp_path / "new.txt").write_text("The two ministers met on Monday in Oslo.")

    timers = [threading.Timer(1.0, write), threading.Timer(60.0, stop.set)]
    for timer in timers:
        timer.daemon = True
        timer.start()
    found = next(arriving([str(tmp_path)], stop))
    stop.set()
    for timer in timers:
        timer.cancel()
    assert [Path(path).name for path in found] == ["new.txt"]


@pytest.mark.skipif(not (DATA / "formats").is_dir(), reason="skipped: no ../shared/data")
def test_every_real_file_is_read_or_set_aside_with_a_reason():
    files = [*sorted((DATA / "formats").glob("*/*")), *sorted((DATA / "html").glob("*.html"))]
    for path in files:
        items = list(Intake([path]))
        assert items, path
        for item in items:
            assert isinstance(item, Report) or (item.reason and "Error" not in item.reason), (path, item)


@pytest.mark.skipif(not (DATA / "html").is_dir(), reason="skipped: no ../shared/data")
def test_bodies_of_real_pages():
    from dateline.evaluation.intake import pages

    bodies, headline, published = pages(DATA / "html")
    assert float(re.search(r"F1 ([\d.]+)", bodies)[1]) >= 0.93
    assert headline == "headline right 2 of 2 pages that hold it"
    assert published == "published right 1 of 1 pages that hold it"
