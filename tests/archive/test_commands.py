"""The archive's commands: what they print in a pipe, and with which exit status."""

import csv
import io
import json
import subprocess
import sys

import pytest
from made_records import record_of

from dateline.archive import Archive


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    path = tmp_path_factory.mktemp("archive") / "archive.db"
    with Archive(path) as archive:
        archive.add(
            record_of("a", "2018-07-17", [{}], [("Aron Vale", "The talks went well.")]),
            record_of("b", "2018-07-18", [{}]),
        )
    return path


def dateline(path, *arguments, stdin=""):
    return subprocess.run(
        [sys.executable, "-m", "dateline.cli", *arguments, "--archive", str(path)],
        input=stdin, capture_output=True, text=True, encoding="utf-8", timeout=120,
    )  # fmt: skip


def test_lists_are_json_lines_in_a_pipe_and_csv_on_request(filled):
    (contact,) = map(json.loads, dateline(filled, "contacts", "--between", "RUS", "USA").stdout.splitlines())
    assert [a["report"] for a in contact["accounts"]] == ["a", "b"]
    rows = list(csv.DictReader(io.StringIO(dateline(filled, "statements", "--by", "Vale", "-f", "csv").stdout)))
    assert [row["said"] for row in rows] == ["The talks went well."]
    assert "Helsinki" in dateline(filled, "dyad", "RUS", "USA", "--format", "table").stdout


def test_show_tells_every_account_with_its_words(filled):
    (contact,) = map(json.loads, dateline(filled, "contacts").stdout.splitlines())
    shown = dateline(filled, "show", contact["id"])
    assert "2 accounts" in shown.stdout
    assert "The ministers told reporters of b" in shown.stdout


def test_review_asks_and_keeps_the_answer(filled):
    result = dateline(filled, "review", "--reviewer", "jo", stdin="s\nq\n")
    assert result.returncode == 0
    assert "0 decided" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["positions"], 1, "nothing found"),
        (["show", "nothing"], 2, "nothing in the archive"),
        (["contacts", "--from", "soon"], 2, "no date"),
        (["search", "("], 2, "search"),
        (["review", "--undo", "9"], 2, "no decision"),
        (["review", "c1", "--accept", "--reject"], 2, "say one thing"),
        (["review", "c1", "--accept"], 2, "no statement, position or contact"),
        (["review", "c1", "--set", "date"], 2, "FIELD=VALUE"),
        (["review", "c1", "--merge"], 2, "two contacts"),
    ],
)
def test_what_cannot_be_answered_is_told(filled, arguments, status, told):
    result = dateline(filled, *arguments)
    assert result.returncode == status
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_a_contact_is_corrected_split_and_joined_by_its_id(tmp_path):
    path = tmp_path / "archive.db"
    with Archive(path) as archive:
        archive.add(record_of("a", "2018-07-17", [{}]), record_of("b", "2018-07-18", [{}]))
    (contact,) = map(json.loads, dateline(path, "contacts").stdout.splitlines())
    told = dateline(path, "review", contact["id"], "--set", "date=2018-07-15", "--set", "place=Vienna, AUT")
    assert (told.returncode, "kept as decision 1" in told.stderr) == (0, True)
    (contact,) = map(json.loads, dateline(path, "contacts").stdout.splitlines())
    assert (contact["date"], contact["place"]["name"]) == ("2018-07-15", "Vienna")
    assert dateline(path, "review", contact["id"], "--split", "b").returncode == 0
    one, other = map(json.loads, dateline(path, "contacts").stdout.splitlines())
    assert dateline(path, "review", one["id"], other["id"], "--merge", "--reviewer", "jo").returncode == 0
    assert len(dateline(path, "contacts").stdout.splitlines()) == 1


def test_a_report_is_given_its_date_and_taken_out(tmp_path):
    path, text = tmp_path / "archive.db", tmp_path / "oslo.txt"
    text.write_text("Norwegian Prime Minister Erna Solberg met French President Emmanuel Macron in Oslo on Monday.")
    told = dateline(path, "ingest", str(text))
    assert "no publication date (oslo)" in told.stderr
    assert dateline(path, "redate", "oslo", "3 July 2018").returncode == 0
    (contact,) = map(json.loads, dateline(path, "contacts", "-f", "jsonl").stdout.splitlines())
    assert contact["date"] == "2018-07-02"
    assert dateline(path, "redate", "oslo", "soon").returncode == 2
    assert dateline(path, "redate", "bergen", "2018-07-03").returncode == 2
    assert dateline(path, "remove", "oslo", "bergen").returncode == 2
    assert dateline(path, "remove", "oslo").returncode == 0
    assert dateline(path, "contacts").stdout == ""
