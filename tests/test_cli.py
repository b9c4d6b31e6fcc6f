"""The command a user types: what it prints, what it refuses, and with which exit status."""

import json
import subprocess
import sys
import time

import pytest

SCHEMA_FIELDS = {"schema", "reader", "report", "times", "places", "actors", "statements", "contacts", "positions"}


def dateline(*arguments, stdin=""):
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "dateline.cli", *map(str, arguments)],
        input=stdin, capture_output=True, text=True, encoding="utf-8", timeout=120,
    )  # fmt: skip


def test_reading_an_example_prints_a_readout_without_colour_in_a_pipe(examples):
    result = dateline("read", examples / "helsinki.txt")
    assert result.returncode == 0
    assert "Presidents to meet in Helsinki" in result.stdout
    assert "\x1b" not in result.stdout
    assert result.stderr == ""


def test_json_lines_one_record_a_report_in_order(examples):
    result = dateline("read", examples, "--format", "jsonl")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [r["report"]["id"] for r in records] == ["conference", "helsinki", "telephone_call", "visit_put_off"]
    assert all(r.keys() >= SCHEMA_FIELDS for r in records)


def test_a_record_can_be_read_again(examples, tmp_path):
    first = tmp_path / "first.jsonl"
    assert dateline("read", examples, "-f", "jsonl", "-o", first).returncode == 0
    again = dateline("read", first, "-f", "jsonl")
    assert [json.loads(x)["report"]["body"] for x in again.stdout.splitlines()] == [
        json.loads(x)["report"]["body"] for x in first.read_text(encoding="utf-8").splitlines()
    ]


def test_standard_input():
    result = dateline("read", "-", "-f", "json", stdin="HELSINKI, July 2, 2018 (AP) _ Two ministers met on Monday.")
    assert json.loads(result.stdout)["report"]["published"] == "2018-07-02"


def test_bad_reports_are_listed_and_the_rest_is_read(tmp_path):
    path = tmp_path / "w.jsonl"
    path.write_text('{"id": "a", "body": "They met."}\n{"id": "b", "bo\n{"id": "c", "body": "They left."}\n')
    result = dateline("read", path, "-f", "jsonl")
    assert result.returncode == 1
    assert [json.loads(line)["report"]["id"] for line in result.stdout.splitlines()] == ["a", "c"]
    assert "2 read, 1 set aside" in result.stderr
    assert "w.jsonl:2" in result.stderr


def test_a_missing_date_is_a_warning():
    result = dateline("read", "-", "-f", "jsonl", stdin="Two ministers met on Monday.")
    assert result.returncode == 0
    assert "no publication date" in result.stderr


@pytest.mark.parametrize(
    "arguments", [["read", "/no/such/file"], ["read"], ["read", "x", "--format", "yaml"], ["frobnicate"]]
)
def test_usage_errors_exit_2(arguments):
    result = dateline(*arguments)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_an_output_that_cannot_be_written_is_told(examples, tmp_path):
    result = dateline("read", examples / "helsinki.txt", "-o", tmp_path / "no" / "such" / "folder.jsonl")
    assert result.returncode == 2
    assert "cannot be written" in result.stderr


def test_help_answers_at_once():
    fastest = min(timed("--help") for _ in range(3))
    assert fastest < 0.6  # 0.3 s on an idle machine; a busy one is slower


def timed(*arguments):
    start = time.perf_counter()
    assert dateline(*arguments).returncode == 0
    return time.perf_counter() - start


def test_help_loads_no_model():
    code = "import sys, dateline.cli; sys.exit(any(m in sys.modules for m in ('spacy', 'onnxruntime', 'numpy')))"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_the_schema_command_prints_a_json_schema():
    schema = json.loads(dateline("schema").stdout)
    assert set(schema["properties"]) >= SCHEMA_FIELDS


def test_the_package_runs_as_a_module():
    found = subprocess.run([sys.executable, "-m", "dateline", "--version"], capture_output=True, text=True, check=True)
    assert found.stdout.startswith("dateline ")


def test_every_command_and_option_is_documented():
    import click
    import typer

    from dateline.cli import app

    text = (pathlib_root() / "docs" / "commands.md").read_text(encoding="utf-8")
    command = typer.main.get_command(app)
    missing = [
        f"{' '.join(path)} {name}"
        for path, sub in commands(command, click)
        for name in [f"## dateline {' '.join(path)}", *(o for p in sub.params for o in p.opts if o.startswith("--"))]
        if name not in text
    ]
    assert not missing


def commands(command, click, path=()):
    """Every command below a group, with the words that call it."""
    for name, sub in getattr(command, "commands", {}).items():
        if hasattr(sub, "commands"):
            yield from commands(sub, click, (*path, name))
        else:
            yield (*path, name), sub


def pathlib_root():
    from pathlib import Path

    return Path(__file__).parent.parent


UNDATED = "Two ministers met in Oslo on Monday."


def test_a_date_and_a_source_may_be_said():
    said = ("--published", "2 April 2024", "--source", "Northern Wire")
    report = json.loads(dateline("read", "-", "-f", "json", *said, stdin=UNDATED).stdout)["report"]
    assert (report["published"], report["published_on"], report["source"]) == (
        "2024-04-02",
        "2024-04-02",
        "Northern Wire",
    )


def test_what_is_no_date_is_told_before_anything_is_read():
    result = dateline("read", "-", "--published", "next Monday", stdin=UNDATED)
    assert result.returncode == 2
    assert "'next Monday' is no date" in result.stderr


def test_reports_without_a_date_are_named(tmp_path):
    for name in "abcdefg":
        (tmp_path / f"{name}.txt").write_text(f"{UNDATED} This is the text called {name}.")
    result = dateline("read", tmp_path, "-f", "jsonl", "-j", "1")
    assert "7 of 7 reports have no publication date (a, b, c, d, e, ...)" in result.stderr
