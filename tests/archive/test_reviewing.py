"""A person's word stands, outlives re-reading, and can be taken back."""

import pytest
from made_records import record_of

from dateline.errors import UsageError

VAGUE = ("Aron Vale", "Stone")


def only(lines):
    (line,) = lines
    return line


def test_a_corrected_speaker_outlives_rereading(archive):
    archive.add(record_of("a", "2018-07-17", statements=[("Aron Vale", "The talks went well on the whole.")]))
    wanted = only(archive.statements())["id"]
    number = archive.judge(wanted, "correct", "jo", {"speaker": "Bela Stone", "country": "USA"})
    assert only(archive.statements(by="Stone"))["country"] == "USA"
    again = record_of(
        "a", "2018-07-17", statements=[("Aron Vale", "the talks went well on the whole")], reader="test 2"
    )
    for _ in archive.ingest([again.to_json()], replace=True):
        pass
    assert only(archive.statements())["speaker"] == "Bela Stone"
    assert only(archive.statements())["judged"] == "correct"
    archive.undo(number)
    assert only(archive.statements())["speaker"] == "Aron Vale"
    decision = only(archive.decisions())
    assert decision["reviewer"] == "jo"
    assert decision["undone"]


def test_a_rejected_statement_is_no_longer_told(archive):
    archive.add(record_of("a", "2018-07-17", statements=[("Aron Vale", "The talks went well.")]))
    number = archive.judge(only(archive.statements())["id"], "reject", "jo")
    assert list(archive.statements()) == []
    archive.undo(number)
    assert len(list(archive.statements())) == 1


def test_people_split_what_was_merged_and_merge_what_was_not(archive):
    archive.add(
        record_of("a", "2018-07-17", [{}]),
        record_of("b", "2018-07-18", [{}]),
        record_of("c", "2018-07-18", [{"date": "2018-08-20"}]),
    )
    assert sorted(len(c["accounts"]) for c in archive.contacts()) == [1, 2]
    split = archive.judge_pair("a#c1", "b#c1", "split", "jo")
    assert sorted(len(c["accounts"]) for c in archive.contacts()) == [1, 1, 1]
    archive.judge_pair("b#c1", "c#c1", "merge", "jo")
    assert sorted(len(c["accounts"]) for c in archive.contacts()) == [1, 2]
    again = record_of("b", "2018-07-18", [{"kind": "visit", "who": ("Dmitri Rook",)}, {}], reader="test 2")
    for _ in archive.ingest([again.to_json()], replace=True):
        pass
    assert {len(c["accounts"]) for c in archive.contacts()} >= {2}
    archive.undo(split)
    assert any({"a", "b"} <= {a["report"] for a in c["accounts"]} for c in archive.contacts())


def test_doubtful_lines_are_offered(archive):
    archive.add(
        record_of("a", "2018-07-17", [{}], [(None, "Nobody is named as saying this.")]),
        record_of(
            "b", "2018-07-18", [{"kind": "negotiation", "date": None, "place": None, "who": ("Aron Vale", "Stone")}]
        ),
    )
    assert [d["about"] for d in archive.doubtful()] == ["contact", "statement"]


def test_what_cannot_be_judged_is_told(archive):
    archive.add(record_of("a", "2018-07-17", statements=[("Aron Vale", "The talks went well.")]))
    wanted = only(archive.statements())["id"]
    with pytest.raises(UsageError, match="s1"):
        archive.judge("s1", "accept", "jo")
    with pytest.raises(UsageError, match="body"):
        archive.judge(wanted, "correct", "jo", {"body": "x"})
    with pytest.raises(UsageError, match="7"):
        archive.undo(7)
    with pytest.raises(UsageError, match="accounts"):
        archive.judge_pair("a#c1", "b#c1", "merge", "jo")
