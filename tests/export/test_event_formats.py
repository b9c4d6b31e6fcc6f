"""Coded events reach event-data users in the columns they load."""

import json
import subprocess
import sys

import pytest

from dateline.errors import DatelineError
from dateline.export.event_formats import GDELT_COLUMNS, writer
from dateline.record import Event, PlaceRef, Record, Report, Span

BODY = "Turkey attacked Syria on Sunday. France and Germany met in Paris."


@pytest.fixture
def record():
    attack = Event(
        event="ASSAULT", cameo="190", actors=("TURMIL",), recipients=("SYRGOV", "SYRREB"), date="2018-07-01",
        evidence=(Span(part="body", start=0, end=32),),
    )  # fmt: skip
    talks = Event(
        event="CONSULT", cameo="040", actors=("FRAGOV", "DEUGOV"),
        place=PlaceRef(name="Paris", country="FRA", lat=48.9, lon=2.4), evidence=(Span(part="body", start=33, end=65),),
    )  # fmt: skip
    report = Report(id="r1", body=BODY, published="2018-07-03", source="Wire")
    return Record(reader="t", report=report, events=(attack, talks))


def test_cameo_lines_as_petrarch_writes_them(record):
    _, lines = writer("cameo")
    assert list(lines(record)) == [
        "20180701\tTURMIL\tSYRGOV\t190\tr1;0",
        "20180701\tTURMIL\tSYRREB\t190\tr1;0",
        "20180703\tFRAGOV\tDEUGOV\t040\tr1;1",
        "20180703\tDEUGOV\tFRAGOV\t040\tr1;1",
    ]


def test_gdelt_rows_have_the_header_s_columns(record):
    header, lines = writer("gdelt")
    rows = [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines(record)]
    assert tuple(rows[0]) == GDELT_COLUMNS
    assert (rows[0]["Actor1CountryCode"], rows[0]["EventRootCode"], rows[0]["QuadClass"]) == ("TUR", "19", "4")
    assert (rows[2]["ActionGeo_FullName"], rows[2]["ActionGeo_CountryCode"]) == ("Paris", "FRA")
    assert float(rows[0]["GoldsteinScale"]) == -10


def test_plover_events_carry_their_words(record):
    _, lines = writer("plover")
    first = json.loads(next(lines(record)))
    assert first["text"] == "Turkey attacked Syria on Sunday."
    assert first["source"] == [{"code": "TURMIL", "actor": "TUR", "sector": "MIL"}]
    assert (first["event"], first["quad_class"]) == ("ASSAULT", 4)


def test_an_unknown_format_is_refused():
    with pytest.raises(DatelineError, match="use cameo, gdelt or plover"):
        writer("yaml")


def test_the_export_command_sets_aside_what_is_no_record(record, tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_bytes(record.to_json() + b"\n{}\n")
    result = subprocess.run(
        [sys.executable, "-m", "dateline.cli", "export", str(path), "--to", "cameo"], capture_output=True, text=True
    )
    assert result.returncode == 1
    assert len(result.stdout.splitlines()) == 4
    assert "records.jsonl:2: no record" in result.stderr
