"""The archive's coded events, told once for all copies, in the formats that event-data users load."""

import json

import pytest
from made_records import record_of
from test_commands import dateline

from dateline.archive import Archive
from dateline.errors import UsageError
from dateline.export.event_formats import writer

BLAME = ("ACCUSE", "111", ["RUSGOV"], ["USAGOV"])
AID = ("AID", "070", ["USAGOV"], ["UKRGOV"])
WIRE = (
    "Russia criticised the United States on Tuesday over its plans for the north, and said that it would answer them "
    "in its own time. The ministry told reporters in the capital that nothing had been settled between the two sides."
)


def three_copies():
    return [
        record_of("first", "2018-07-17", body=WIRE, source="Agency", events=[BLAME]),
        record_of("second", "2018-07-18", body=WIRE + " More follows.", source="Paper", events=[BLAME]),
        record_of("third", "2018-07-18", body=WIRE + " It ends here.", source="Paper", events=[BLAME, AID]),
    ]


@pytest.fixture
def filled(archive):
    archive.add(
        *three_copies(),
        record_of("other", "2018-07-20", events=[("AID", "071", ["FRAGOV"], ["UKRGOV"])]),
    )
    return archive


def told(lines):
    return [(line["report"], line["cameo"]) for line in lines]


def test_what_copies_tell_is_one_event_with_its_numbers(filled):
    assert told(filled.events()) == [("other", "071"), ("third", "070"), ("first", "111")]
    blame = list(filled.events())[2]
    assert blame["mentions"] == 3
    assert blame["reports"] == ["first", "second", "third"]
    assert blame["sources"] == ["Agency", "Paper"]


def test_events_by_parties_and_days(filled):
    assert told(filled.events(between=("United States", "RUS"))) == [("first", "111")]
    assert told(filled.events(parties=["Ukraine"])) == [("other", "071"), ("third", "070")]
    assert told(filled.events(parties=["Ukraine", "FRA"])) == [("other", "071")]
    assert told(filled.events(since="2018-07-19")) == [("other", "071")]
    assert told(filled.events(until="2018-07-17")) == [("first", "111")]
    assert told(filled.events(limit=1)) == [("other", "071")]
    with pytest.raises(UsageError):
        next(filled.events(parties=["Nobody at all"]))


def test_a_copy_tells_what_the_period_leaves_of_it(filled):
    """The first copy lies before the period; the second is the first of those in it."""
    (line,) = (line for line in filled.events(since="2018-07-18") if line["cameo"] == "111")
    assert line["report"] == "second"
    assert line["mentions"] == 2


def test_the_event_of_a_rejected_contact_is_left_out(archive):
    archive.add(
        record_of("a", "2018-07-17", [{"status": "held"}], events=[("CONSULT", "040", ["RUSGOV"], ["USAGOV"]), BLAME])
    )
    (contact,) = archive.contacts()
    number = archive.judge(contact["id"], "reject", "jo")
    assert told(archive.events()) == [("a", "111")]
    archive.undo(number)
    assert len(told(archive.events())) == 2


def test_gdelt_rows_count_the_copies(filled):
    header, rows_of = writer("gdelt")
    names = header.split("\t")
    (row,) = (
        dict(zip(names, r.split("\t"), strict=True)) for e in filled.events(between=("RUS", "USA")) for r in rows_of(e)
    )
    assert [row[n] for n in ("NumMentions", "NumSources", "NumArticles")] == ["3", "2", "3"]


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("events") / "archive.db"
    with Archive(path) as archive:
        archive.add(*three_copies())
    return path


def test_the_command_lists_and_writes_event_formats(path):
    lines = [json.loads(line) for line in dateline(path, "events", "--with", "RUS").stdout.splitlines()]
    assert [line["cameo"] for line in lines] == ["111"]
    assert (
        dateline(path, "events", "-f", "cameo", "--to", "2018-07-17").stdout
        == "20180717\tRUSGOV\tUSAGOV\t111\tfirst;0\n"
    )
    gdelt = dateline(path, "events", "-f", "gdelt").stdout.splitlines()
    assert [len(row.split("\t")) for row in gdelt] == [58] * 3
    assert dateline(path, "events", "-f", "gdelt", "--no-header").stdout.splitlines() == gdelt[1:]
    assert "USAGOV" in dateline(path, "events", "-f", "csv").stdout
    assert [json.loads(r)["event"] for r in dateline(path, "events", "-f", "plover").stdout.splitlines()] == [
        "AID",
        "ACCUSE",
    ]


def test_no_event_is_told_and_the_status_is_1(path):
    for form in ("jsonl", "cameo"):
        result = dateline(path, "events", "--from", "2019", "-f", form)
        assert (result.returncode, result.stdout) == (1, "")
        assert "nothing found" in result.stderr
