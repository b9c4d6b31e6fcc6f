"""A kill takes a report back: it stays in the archive and tells nothing any more."""

import itertools

import pytest
from made_records import record_of

from dateline.archive import Archive


def version(name, published, update=None, **told):
    record = record_of(name, published, body=f"Text of {name} about the ministers in Helsinki.", **told)
    return record.model_copy(update={"report": record.report.model_copy(update={"item": "urn:1", "update": update})})


FIRST = version("a", "2018-07-16", contacts=[{}], statements=[("Aron Vale", "The talks went well.")])
KILL = version("k", "2018-07-17", "kill", statements=[("Aron Vale", "The report is withdrawn.")])
OTHER = record_of("b", "2018-07-16", [{}])


def test_a_kill_withdraws_the_report_and_it_stays_in_the_archive(archive):
    archive.add(FIRST, OTHER)
    assert archive.counts()["statements"] == 1
    archive.add(KILL)
    assert archive.counts()["reports"] == 3
    assert list(archive.statements()) == []
    (contact,) = archive.contacts()
    assert [account["report"] for account in contact["accounts"]] == ["b"]
    assert archive.record("a") == FIRST
    assert (archive.killed_by("a"), archive.killed_by("b"), archive.killed_by("k")) == ("k", None, None)


@pytest.mark.parametrize("order", list(itertools.permutations((FIRST, KILL, OTHER))))
def test_the_order_does_not_matter(tmp_path, order):
    with Archive(tmp_path / "one.db") as one, Archive(tmp_path / "many.db") as many:
        one.add(FIRST, OTHER, KILL)
        for record in order:
            many.add(record)
        assert one.fingerprint() == many.fingerprint()


def test_reading_again_does_not_bring_it_back(archive):
    archive.add(FIRST, KILL)
    again = FIRST.model_copy(update={"reader": "test 2"})
    for _ in archive.ingest([again.to_json()], replace=True):
        pass
    assert archive.counts()["statements"] == 0
    assert archive.counts()["reports"] == 2


def test_without_the_kill_the_report_tells_again(tmp_path):
    with Archive(tmp_path / "one.db") as one, Archive(tmp_path / "other.db") as other:
        one.add(FIRST, OTHER, KILL)
        one.remove("k")
        other.add(FIRST, OTHER)
        assert one.fingerprint() == other.fingerprint()
        assert one.counts()["statements"] == 1


@pytest.mark.parametrize("name", ["a", "k"])
def test_another_date_does_not_bring_it_back(tmp_path, name):
    day = "2018-07-18"
    again = version("a", day, contacts=[{}]) if name == "a" else version("k", day, "kill")
    rest = KILL if name == "a" else FIRST
    with Archive(tmp_path / "one.db") as one, Archive(tmp_path / "other.db") as other:
        one.add(FIRST, OTHER, KILL)
        one.renew(again)
        other.add(again, OTHER, rest)
        assert one.fingerprint() == other.fingerprint()
        assert one.counts()["statements"] == 0
