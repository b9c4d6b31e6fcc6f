"""What goes in stays in, once, whatever happens on the way."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from made_records import record_of

from dateline.archive import Archive

KILLS = 20 if os.environ.get("CI") else 3

INGEST = """
import sys
from dateline.archive import Archive, ingesting
ingesting.BATCH = 3
with Archive(sys.argv[1]) as archive, open(sys.argv[2], "rb") as lines:
    for _ in archive.ingest(line.rstrip() for line in lines):
        pass
"""


def test_the_same_report_twice_is_one(archive):
    record = record_of("a", "2018-07-17", [{}], [("Aron Vale", "The talks went well.")])
    archive.add(record)
    before = archive.fingerprint()
    archive.add(record)
    archive.add(record.model_copy(update={"report": record.report.model_copy(update={"id": "another name"})}))
    assert archive.fingerprint() == before
    assert archive.counts()["reports"] == 1


def test_two_texts_under_one_id_are_two_reports(archive):
    archive.add(record_of("a", "2018-07-17"), record_of("a", "2018-07-18"))
    assert archive.counts()["reports"] == 2


def test_reports_that_are_there_are_not_read_again(archive):
    first, second = record_of("a", "2018-07-17"), record_of("b", "2018-07-18")
    archive.add(first)
    known = []
    assert list(archive.unread([first.report, second.report], known.append)) == [second.report]
    assert known == [first.report]


def test_a_record_comes_out_as_it_went_in(archive):
    record = record_of("a", "2018-07-17", [{}], [("Aron Vale", "The talks went well.")])
    archive.add(record)
    assert archive.record("a") == record
    assert list(archive.records()) == [record]
    assert archive.record("b") is None


def test_rereading_replaces_the_machine_lines(archive):
    archive.add(record_of("a", "2018-07-17", [{"kind": "visit"}]), record_of("b", "2018-07-18", [{}]))
    again = record_of("a", "2018-07-17", [{}], reader="test 2")
    assert [r.id for r in archive.read_otherwise("test 2")] == ["a", "b"]
    for _ in archive.ingest([again.to_json()], replace=True):
        pass
    assert archive.record("a") == again
    contacts = list(archive.contacts())
    assert [(c["kind"], len(c["accounts"])) for c in contacts] == [("meeting", 2)]
    assert [r.id for r in archive.read_otherwise("test 2")] == ["b"]


@pytest.mark.parametrize("seed", range(4))
def test_any_order_gives_the_same_archive(tmp_path, many, seed):
    states = set()
    for n in range(2):
        order = random.Random(seed * 10 + n).sample(many, len(many))
        with Archive(tmp_path / f"{n}.db") as archive:
            if n:
                archive.add(*order)
            else:
                for record in order:
                    archive.add(record)
            states.add(archive.fingerprint())
    assert len(states) == 1


def test_killed_at_any_moment_and_started_again_it_loses_and_doubles_nothing(where, tmp_path, many):
    ends_as_if_never_killed(where, [record.to_json() for record in many], tmp_path, KILLS, 1.0)


def test_real_reports_are_not_lost_or_doubled_by_kills_either(where, tmp_path, wire_records):
    ends_as_if_never_killed(where, wire_records, tmp_path, max(2, KILLS // 4), 2.5)


def ends_as_if_never_killed(where, records, folder, kills, longest):
    """Ingest and kill, at instants up to `longest` seconds after the start; the last time let it end."""
    lines = folder / "records.jsonl"
    lines.write_bytes(b"".join(line + b"\n" for line in records))
    with Archive(folder / "whole.db") as archive:
        for _ in archive.ingest(records):
            pass
        whole = archive.fingerprint()
    chance = random.Random(7)
    for _ in range(kills):
        child = subprocess.Popen([sys.executable, "-c", INGEST, str(where), str(lines)], start_new_session=True)
        time.sleep(0.4 + longest * chance.random())
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
    subprocess.run([sys.executable, "-c", INGEST, str(where), str(lines)], check=True)
    with Archive(where) as archive:
        assert archive.fingerprint() == whole


def test_one_process_reads_while_another_writes(archive, where, many):
    archive.add(many[0])
    with archive.database.writing() as connection:
        connection.exec_driver_sql("UPDATE reports SET url = 'half-way'")
        with Archive(where) as reader:
            assert reader.counts()["reports"] == 1


def test_copies_are_one_witness_and_the_latest_version_leads(archive):
    body = " ".join(f"word{n} of the long text about the meeting" for n in range(40))
    archive.add(
        record_of("1", "2018-07-17", [{"date": "2018-07-15"}], body=body),
        record_of("2", "2018-07-17", [{}], body=body + " And one more sentence was added."),
        record_of("3", "2018-07-17", [{}], body="Another agency tells of it in quite different words altogether."),
    )
    (contact,) = archive.contacts()
    assert contact["witnesses"] == 2
    assert contact["date"] == "2018-07-16"
    assert len({a["family"] for a in contact["accounts"]}) == 2
