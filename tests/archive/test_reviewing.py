"""A person's word stands, outlives re-reading, and can be taken back."""

import pytest
from made_records import record_of
from sqlalchemy.event import listen

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
        record_of("b", "2018-07-18", [{"kind": "conference", "date": None, "place": None, "who": VAGUE}]),
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


def test_a_contacts_own_fields_are_corrected_and_outlive_rereading(archive):
    archive.add(record_of("a", "2018-07-17", [{}]), record_of("b", "2018-07-18", [{}]))
    wanted = only(archive.contacts())["id"]
    value = {"date": "2018-07-15", "status": "cancelled", "place": "Vienna, AUT", "participants": ["Aron Vale, RUS"]}
    number = archive.judge(wanted, "correct", "jo", value)
    for again in ([], [record_of("a", "2018-07-17", [{"kind": "summit"}], reader="test 2").to_json()]):
        for _ in archive.ingest(again, replace=True):
            pass
        contact = only(archive.contacts())
        assert (contact["date"], contact["status"], contact["judged"]) == ("2018-07-15", "cancelled", "correct")
        assert contact["place"]["name"] == "Vienna"
        assert contact["place"]["lat"] == pytest.approx(48.2, abs=0.1)
        assert [p["country"] for p in contact["participants"]] == ["RUS"]
        told = {c["field"]: c["instead_of"] for c in contact["corrections"]}
        assert told["date"] == "2018-07-16"
    assert only(archive.contacts(since="2018-07-15", until="2018-07-15", country="AUT"))
    assert list(archive.contacts(between=("RUS", "USA"))) == []
    archive.undo(number)
    assert only(archive.contacts(between=("RUS", "USA")))["judged"] is None


def test_the_standing_of_a_topic_is_corrected(archive):
    span = {"part": "body", "start": 0, "end": 3}
    topic = {"topic": "trade", "standing": "expected", "evidence": [span]}
    archive.add(record_of("a", "2018-07-17", [{"agenda": [topic]}]))
    archive.judge(only(archive.contacts())["id"], "correct", "jo", {"agenda": ["trade: agreed", "energy: excluded"]})
    stood = {item["topic"]: item["standing"] for item in only(archive.contacts())["agenda"]}
    assert stood == {"trade": "agreed", "energy": "excluded"}


def test_a_rejected_contact_is_no_longer_told_until_that_is_taken_back(archive):
    archive.add(record_of("a", "2018-07-17", [{}]))
    number = archive.judge(only(archive.contacts())["id"], "reject", "jo")
    assert list(archive.contacts()) == []
    archive.add(record_of("b", "2018-07-18", [{}]))
    assert list(archive.contacts()) == []
    archive.undo(number)
    assert len(only(archive.contacts())["accounts"]) == 2


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        ({"date": "16 July"}, "2018-07-16"),
        ({"kind": "party"}, "meeting, visit"),
        ({"place": "Vienna, Nowhere"}, "no state"),
        ({"agenda": ["trade"]}, "trade: agreed"),
        ({"agenda": ["trade: perhaps"]}, "expected, discussed"),
        ({"colour": "red"}, "can be corrected"),
        ({"participants": [""]}, "name"),
    ],
)
def test_what_no_contact_can_have_is_refused(archive, value, complaint):
    archive.add(record_of("a", "2018-07-17", [{}]))
    with pytest.raises(UsageError, match=complaint):
        archive.judge(only(archive.contacts())["id"], "correct", "jo", value)
    assert list(archive.decisions()) == []


def test_contacts_are_joined_and_parted_by_their_ids(archive):
    archive.add(
        record_of("a", "2018-07-17", [{}]),
        record_of("b", "2018-07-18", [{}]),
        record_of("c", "2018-08-21", [{"date": "2018-08-20"}]),
    )
    later, earlier = (c["id"] for c in archive.contacts())
    joined = archive.merge(earlier, later, "jo")
    assert len(only(archive.contacts())["accounts"]) == 3
    archive.undo(*joined)
    archive.split(earlier, ["b"], "jo")
    assert sorted(len(c["accounts"]) for c in archive.contacts()) == [1, 1, 1]
    with pytest.raises(UsageError, match="leave at least one"):
        archive.split(later, ["c"], "jo")
    with pytest.raises(UsageError, match="same contact"):
        archive.merge(later, later, "jo")


def test_what_was_rejected_is_not_found_by_searching_either(archive):
    span = {"part": "body", "start": 0, "end": 3}
    topic = {"topic": "the glaciers", "standing": "excluded", "evidence": [span]}
    archive.add(record_of("a", "2018-07-17", [{"agenda": [topic]}], [("Aron Vale", "The glaciers are melting.")]))
    assert {hit["in"] for hit in archive.search("glaciers")} == {"agenda", "statements"}
    wanted = [only(archive.statements())["id"], only(archive.contacts())["id"]]
    numbers = [archive.judge(line, "reject", "jo") for line in wanted]
    assert list(archive.search("glaciers")) == []
    assert archive.views.search("glaciers", {}).hits == []
    assert archive.views.off_the_table("2018-07-01", "2018-07-31") == []
    archive.undo(*numbers)
    assert len(list(archive.search("glaciers"))) == 2


def test_settling_asks_as_often_however_many_decisions_there_are(archive):
    archive.add(*(record_of(name, "2018-07-17", [{"date": f"2018-{n:02}-01"}]) for n, name in enumerate("abcdef", 1)))
    asked = []
    listen(archive.database.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))

    def questions_for(name, day):
        asked.clear()
        archive.add(record_of(name, day, [{"date": day}], body=f"{name} " * 9))
        return len(asked)

    archive.judge_pair("a#c1", "b#c1", "split", "jo")
    few = questions_for("g", "2019-12-01")
    for pair in (("c#c1", "d#c1"), ("e#c1", "f#c1")):
        archive.judge_pair(*pair, "split", "jo")
    archive.judge(only(archive.contacts(since="2018-01-01", until="2018-01-31"))["id"], "accept", "jo")
    assert questions_for("h", "2020-12-01") == few
