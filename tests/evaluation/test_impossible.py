"""The count of lines that cannot be."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "evaluation" / "impossible.py"


def record(**lines):
    known = {"statements": [], "contacts": [], "events": [], "actors": []}
    return {"report": {"id": "made-up", "published": "2018-07-10T12:00:00Z"}, **known, **lines}


def contact(**fields):
    parties = [{"name": "Peru", "actor": None, "country": "PER"}, {"name": "Chile", "actor": None, "country": "CHL"}]
    known = {"kind": "meeting", "status": "held", "date": None, "place": None, "announced": None, "agenda": []}
    return {"participants": parties, **known, **fields}


@pytest.fixture
def counts(tmp_path):
    """The counts of the script over one record, those above nought."""

    def counts(one):
        path = tmp_path / "records.jsonl"
        path.write_text(json.dumps(one) + "\n", encoding="utf8")
        told = subprocess.run([sys.executable, SCRIPT, path], capture_output=True, text=True, check=True).stdout
        rows = [line.split(maxsplit=1) for line in told.splitlines()[1:]]
        return {name: int(count) for count, name in rows if int(count)}

    return counts


def test_a_record_that_can_be(counts):
    said = {"said": "2018-07-09", "speaker": {"name": "Ana Rojas", "actor": "a1"}}
    assert counts(record(statements=[said], contacts=[contact(date="2018-07-09")])) == {}


def test_after_publication(counts):
    said = {"said": "2018-07-11", "speaker": {"name": "Ana Rojas", "actor": "a1"}}
    found = counts(record(statements=[said], contacts=[contact(date="2018-07-12/2018-07-13")]))
    assert found == {"statements said after publication": 1, "contacts held after publication": 1}


def test_what_is_planned_may_lie_ahead(counts):
    assert counts(record(contacts=[contact(date="2018-07-12", status="scheduled")])) == {}


def test_speakers_and_participants(counts):
    said = {"said": None, "speaker": {"name": "who", "actor": None}}
    alone = contact(participants=[{"name": "they", "actor": None, "country": None}])
    assert counts(record(statements=[said], contacts=[alone])) == {
        "speakers that are pronouns": 1,
        "participants that are no party": 1,
        "contacts of one participant": 1,
    }


def test_topics_and_places(counts):
    topics = [{"topic": "issues", "standing": "discussed"}, {"topic": "Crimea", "standing": "expected"}]
    made = contact(kind="call", status="refused", place={"name": "Lima", "country": None}, agenda=topics)
    assert counts(record(contacts=[made])) == {
        "calls and letters at a place": 1,
        "places without a country": 1,
        "agenda items of one word": 1,
        "topics discussed where nobody met": 1,
    }
