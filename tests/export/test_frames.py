"""Records, and people's word on them, as annotation to train with."""

import json

import pytest

from dateline.archive import Archive
from dateline.commands.frames import export_frames, word_on
from dateline.errors import UsageError
from dateline.export.frames import Word, frames_row, report_row, statements_row
from dateline.model.frames import Attribution, Frame, Frames
from dateline.record import Record, Span

BODY = (
    "Foreign minister Aron Vale met Bela Stone in Geneva on Monday. "
    "The two visited Laos and Cambodia and discussed fishing rights. "
    "Vale said that his country opposes the tariffs."
)


def at(words, after=0):
    start = BODY.index(words, after)
    return {"part": "body", "start": start, "end": start + len(words)}


def span(words):
    return Span(**at(words))


def sentence(first, last):
    start, end = BODY.index(first), BODY.index(last) + len(last)
    return {"part": "body", "start": start, "end": end}


def offsets(words):
    return ["body", at(words)["start"], at(words)["end"]]


MET, SEEN, SAID = (sentence("Foreign", "Monday."), sentence("The two", "rights."), sentence("Vale said", "tariffs."))
PARTIES = [{"name": "Aron Vale", "country": "RUS"}, {"name": "Bela Stone", "country": "USA"}]


@pytest.fixture
def record():
    visit = {"kind": "visit", "status": "held", "participants": PARTIES, "evidence": [SEEN]}
    return Record.model_validate({
        "schema": 1, "reader": "test", "report": {"id": "r", "source": "Wire", "published": "2018-07-17", "body": BODY},
        "contacts": [
            {"id": "c1", "kind": "meeting", "status": "held", "participants": PARTIES, "evidence": [MET],
             "place": {"name": "Geneva", "country": "CHE"}, "date": "2018-07-16"},
            {"id": "c2", "place": {"name": "Laos", "country": "LAO"}, **visit, "agenda": [
                {"topic": "fishing rights", "standing": "expected", "evidence": [SEEN]}]},
            {"id": "c3", "place": {"name": "Cambodia", "country": "KHM"}, **visit},
        ],
        "statements": [
            {"id": "s1", "speaker": PARTIES[0], "mode": "indirect", "source": [at("Vale", 100)], "cue": [at("said")],
             "content": [at("that his country opposes the tariffs")],
             "content_text": "his country opposes the tariffs"},
            {"id": "s2", "speaker": PARTIES[0], "mode": "direct", "content": [at("tariffs")],
             "content_text": "tariffs"},
        ],
        "positions": [
            {"holder": PARTIES[0], "issue": "the tariffs", "stance": "opposes", "statement": "s1", "evidence": [SAID],
             "evidence_text": BODY[SAID["start"] : SAID["end"]]},
        ],
    })  # fmt: skip


def frame(kind, trigger, labels, **roles):
    return Frame(kind, span(trigger), {role: tuple(map(span, words)) for role, words in roles.items()}, labels)


SEEN_FRAMES = Frames(
    contacts=(
        frame("contact", "met", {"kind": "meeting", "status": "held"},
              who=["Foreign minister Aron Vale", "Bela Stone"], when=["Monday"], where=["Geneva"]),
        frame("contact", "visited", {"kind": "visit", "status": "held"}, who=["The two"], when=[], where=["Laos"]),
    ),
    positions=(frame("position", "opposes", {"stance": "opposes"}, holder=["his country"], issue=["the tariffs"]),),
    attributions=(Attribution((), (span("said"),), ()),),
)  # fmt: skip


def test_contacts_have_the_words_that_tell_of_them(record):
    meeting, laos, cambodia = frames_row(record, SEEN_FRAMES)["contacts"]
    assert meeting["mentions"] == [{
        "trigger": offsets("met"), "who": [offsets("Foreign minister Aron Vale"), offsets("Bela Stone")],
        "when": [offsets("Monday")], "where": [offsets("Geneva")],
    }]  # fmt: skip
    assert (meeting["kind"], meeting["date"], meeting["place"]) == (
        "meeting", "2018-07-16", {"name": "Geneva", "country": "CHE"},
    )  # fmt: skip
    assert laos["agenda"] == [{"topic": offsets("fishing rights"), "standing": "expected"}]
    assert laos["mentions"] == cambodia["mentions"]  # one word, two visits


def test_positions_and_statements_have_theirs(record):
    (position,) = frames_row(record, SEEN_FRAMES)["positions"]
    assert position == {
        "holder": "Aron Vale", "holder_country": "RUS", "who": offsets("his country"), "by": offsets("opposes"),
        "issue": offsets("the tariffs"), "stance": "opposes", "evidence": ["body", SAID["start"], SAID["end"]],
    }  # fmt: skip
    (said,) = statements_row(record)["statements"]
    assert said["cue"] == [offsets("said")]
    assert (said["speaker"], said["speaker_country"], said["mode"]) == ("Aron Vale", "RUS", "indirect")


def test_what_the_model_did_not_see_is_left_out(record):
    assert frames_row(record, Frames()) == {"id": "r", "contacts": [], "positions": []}


def test_peoples_word_goes_before_the_record(record):
    word = Word(
        frozenset({"c3", "s1"}),
        {"c2": {"status": "cancelled", "agenda": {"fishing rights": "agreed"}}, "p0": {"stance": "refuses"}},
    )
    row = frames_row(record, SEEN_FRAMES, word)
    assert [(c["kind"], c["status"]) for c in row["contacts"]] == [("meeting", "held"), ("visit", "cancelled")]
    assert row["contacts"][1]["agenda"][0]["standing"] == "agreed"
    assert row["positions"][0]["stance"] == "refuses"
    assert statements_row(record, word)["statements"] == []


def test_the_text_goes_with_it(record):
    assert report_row(record) == {"id": "r", "source": "Wire", "published": "2018-07-17", "body": BODY}


def test_decisions_of_an_archive_are_found_by_line(record, tmp_path):
    with Archive(tmp_path / "a.db") as archive:
        archive.add(record)
        visit = next(c for c in archive.contacts(kind="visit") if c["agenda"])
        archive.judge(visit["id"], "correct", "jo", {"status": "cancelled", "agenda": ["fishing rights: agreed"]})
        archive.judge(next(archive.contacts(kind="meeting"))["id"], "reject", "jo")
        archive.judge(next(archive.positions())["id"], "correct", "jo", {"stance": "refuses"})
        archive.judge(next(archive.statements())["id"], "accept", "jo")
        word = word_on(archive, "r")
    assert word.rejected == {"c1"}
    assert word.fields["c2"] == {"status": "cancelled", "agenda": {"fishing rights": "agreed"}}
    assert word.fields["p0"]["stance"] == "refuses"


def test_the_folder_is_one_to_train_from(record, tmp_path, capsys):
    records = tmp_path / "records.jsonl"
    records.write_bytes(record.to_json() + b"\nnone\n")
    assert export_frames([str(records)], tmp_path / "mine", None, None, None) == 1
    assert "1 reports with" in capsys.readouterr().err
    for name in ("own/reports.jsonl", "frames/own_train.jsonl", "statements/own_train.jsonl"):
        (line,) = (tmp_path / "mine" / name).read_text().splitlines()
        assert json.loads(line)["id"] == "r"


def test_an_archive_that_nobody_reviewed_has_none(record, tmp_path, capsys):
    where = tmp_path / "a.db"
    with Archive(where) as archive:
        archive.add(record)
    assert export_frames([], tmp_path / "mine", str(where), None, None) == 0
    assert "people decided about none" in capsys.readouterr().err


def test_what_cannot_be_done_is_told(tmp_path):
    with pytest.raises(UsageError, match="--output FOLDER"):
        export_frames(["x"], None, None, None, None)
    with pytest.raises(UsageError, match="learnt as none"):
        export_frames(["x"], tmp_path, None, None, 0.5)
    with pytest.raises(UsageError, match="no such folder"):
        export_frames(["x"], tmp_path, None, tmp_path / "nowhere", None)
