"""How sure lines are: in lists, in searches, in what is settled, and in what a person is asked first."""

import pytest
from made_records import record_of

from dateline.archive import Archive
from dateline.archive.asking.paging import Line
from dateline.errors import UsageError
from dateline.record.confidence import at_least

BODY = "The ministers of both sides told reporters at length how they see their dealings. {} "


@pytest.fixture
def archive(tmp_path):
    """Two reports of one meeting, .7 and .6 sure, a doubtful call, statements and events of all sorts."""
    with Archive(tmp_path / "archive.db") as opened:
        opened.add(
            record_of(
                "a", "2018-07-16",
                [{"confidence": 0.7, "agenda": [topic("arms", 0.9), topic("fishing rights", 0.3)]},
                 {"kind": "call", "who": ("Dmitri Rook", "Ella Marsh"), "date": "2018-07-12", "confidence": 0.4}],
                [("Aron Vale", "The talks went well.", 0.9), ("Bela Stone", "The talks went on and on.", 0.35),
                 ("Cora Finch", "The talks were cold.")],
                events=[("CONSULT", "040", ["RUSGOV"], ["USAGOV"], 0.8), ("REJECT", "120", ["RUSGOV"], ["USAGOV"], 0.2),
                        ("ACCUSE", "112", ["USAGOV"], ["RUSGOV"])],
                body=BODY.format("One wrote of fog and of boats."),
            ),
            record_of("b", "2018-07-18", [{"confidence": 0.6}], source="Second Wire",
                      body="Elsewhere a second hand put down in other words that the two had sat together."),
        )  # fmt: skip
        yield opened


def topic(words: str, confidence: float) -> Line:
    return {"topic": words, "standing": "discussed", "evidence": [{"part": "body", "start": 0, "end": 5}],
            "confidence": confidence}  # fmt: skip


def test_two_witnesses_are_surer_than_either(archive):
    meeting, call = archive.contacts()
    assert (meeting["confidence"], call["confidence"]) == (0.88, 0.4)
    assert [account["confidence"] for account in meeting["accounts"]] == [0.7, 0.6]
    assert {item["topic"]: item["confidence"] for item in meeting["agenda"]} == {"arms": 0.9, "fishing rights": 0.3}


def test_a_copy_makes_nothing_surer(archive):
    for name in ("c", "d"):
        archive.add(
            record_of(name, "2018-07-16", [{"confidence": 0.65}], body=BODY.format("One wrote of fog and boats."))
        )
    meeting, _ = archive.contacts()
    assert len(meeting["accounts"]) > 2
    assert meeting["confidence"] == 0.88


def test_lists_hold_what_is_at_least_so_sure(archive):
    assert [c["kind"] for c in archive.contacts(min_confidence=0.5)] == ["meeting"]
    assert [c["kind"] for c in archive.dyad("RUS", "USA", min_confidence=0.4)] == ["call", "meeting"]
    assert [s["speaker"] for s in archive.statements(min_confidence=0.5)] == ["Aron Vale"]
    assert [e["event"] for e in archive.events(min_confidence=0.5)] == ["CONSULT"]
    assert {e["confidence"] for e in archive.events()} == {0.8, 0.2, None}
    assert len(list(archive.statements())) == 3


def test_searches_hold_reports_and_sure_lines(archive):
    assert [h["who"] for h in archive.search("talks", min_confidence=0.5)] == ["Aron Vale"]
    assert [h["text"] for h in archive.search("arms OR fishing", min_confidence=0.5)] == ["arms"]
    assert [h["in"] for h in archive.search("boats", min_confidence=1)] == ["reports"]


def test_what_a_person_stands_for_is_sure(archive):
    _, call = archive.contacts()
    unsure = next(s for s in archive.statements() if s["speaker"] == "Bela Stone")
    archive.judge(call["id"], "accept", "jo")
    number = archive.judge(unsure["id"], "correct", "jo", {"speaker": "Aron Vale"})
    assert len(list(archive.contacts(min_confidence=0.9))) == 1
    assert [s["speaker"] for s in archive.statements(min_confidence=0.95)] == ["Aron Vale"]
    archive.undo(number)
    assert list(archive.statements(min_confidence=0.95)) == []


def test_what_is_no_confidence_is_refused(archive):
    for question in (archive.contacts, archive.statements, archive.positions, archive.events):
        with pytest.raises(UsageError, match="between 0 and 1"):
            list(question(min_confidence=80))


def test_the_least_sure_are_asked_about_first_and_once(archive):
    asked = [(doubt["kind"], doubt["confidence"]) for doubt in archive.doubtful() if doubt["about"] == "line"]
    assert asked == [("statement", 0.35), ("contact", 0.4)]
    first = next(archive.doubtful())
    assert first["words"] == "The talks went on and on."
    archive.judge(first["line"]["id"], "accept", "jo")
    assert [d["kind"] for d in archive.doubtful() if d["about"] == "line"] == ["contact"]
    call = next(archive.doubtful())["line"]
    archive.judge(call["id"], "reject", "jo")
    assert [d for d in archive.doubtful() if d["about"] == "line"] == []


def test_the_order_of_arrival_has_no_part_in_it(tmp_path, archive):
    records = list(archive.records())
    with Archive(tmp_path / "turned.db") as turned:
        turned.add(*reversed(records))
        assert turned.fingerprint() == archive.fingerprint()


def test_a_record_without_its_doubtful_lines_is_a_record(archive):
    record = next(r for r in archive.records() if r.report.id == "a")
    kept = at_least(record, 0.5)
    assert [c.kind for c in kept.contacts] == ["meeting"]
    assert [item.topic for item in kept.contacts[0].agenda] == ["arms"]
    assert [s.speaker.name for s in kept.statements] == ["Aron Vale"]
    assert [e.event for e in kept.events] == ["CONSULT"]
    assert type(record).from_json(kept.to_json()) == kept
    assert at_least(record, 0.0).contacts == record.contacts


def test_an_archive_of_before_tells_no_confidence_and_keeps_its_people(tmp_path):
    from alembic import command
    from alembic.config import Config

    from dateline.archive.migrating import MIGRATIONS

    path = tmp_path / "old.db"
    with Archive(path) as archive:
        archive.add(record_of("a", "2018-07-16", [{}]), record_of("b", "2018-07-17", [{}], source="Second Wire"))
        before = [c["participants"] for c in archive.contacts()]
        with archive.database.engine.connect().execution_options(writing=True) as connection, connection.begin():
            config = Config()
            config.set_main_option("script_location", str(MIGRATIONS))
            config.attributes["connection"] = connection
            command.downgrade(config, "0002")
    with Archive(path) as archive:
        (meeting,) = archive.contacts()
        assert meeting["confidence"] is None
        assert [meeting["participants"]] == before
        assert list(archive.contacts(min_confidence=0.1)) == []
