"""Coded events reach event-data users in the columns they load."""

import json
import subprocess
import sys

import pytest

from dateline.errors import DatelineError
from dateline.export.event_formats import events_of, writer
from dateline.record import Actor, Event, PlaceRef, Record, Report, Span

BODY = "Turkey attacked Syria on Sunday.\n\nFrance and Germany met in Paris. Hamas criticised the United Nations."


@pytest.fixture
def record():
    attack = Event(
        event="ASSAULT", cameo="190", actors=("TURMIL",), recipients=("SYRGOV", "SYRREB"), date="2018-07-01",
        evidence=(Span(part="body", start=0, end=32),),
    )  # fmt: skip
    talks = Event(
        event="CONSULT", cameo="040", actors=("FRAGOV", "DEUGOV"),
        place=PlaceRef(name="Paris", country="FRA", lat=48.85341, lon=2.3488),
        evidence=(Span(part="body", start=34, end=66),),
    )  # fmt: skip
    blame = Event(
        event="ACCUSE", cameo="111", actors=("PSEREB",), recipients=("IGOUNO",),
        place=PlaceRef(name="Russia", country="RUS", lat=55.0, lon=50.0),
        evidence=(Span(part="body", start=67, end=103),),
    )  # fmt: skip
    report = Report(id="r1", body=BODY, published="2018-07-03", source="Wire")
    hamas = Actor(
        id="a1", name="Hamas", kind="armed_group", country="PSE", code="PSEREB",
        mentions=(Span(part="body", start=67, end=72),),
    )  # fmt: skip
    return Record(reader="t", report=report, actors=(hamas,), events=(attack, talks, blame))


def written(record, form):
    _, rows_of = writer(form)
    return [row for line in events_of(record) for row in rows_of(line)]


@pytest.fixture
def rows(record):
    """The rows of GDELT's format, by column."""
    header, _ = writer("gdelt")
    return [dict(zip(header.split("\t"), row.split("\t"), strict=True)) for row in written(record, "gdelt")]


def test_cameo_lines_as_petrarch_writes_them(record):
    assert written(record, "cameo") == [
        "20180701\tTURMIL\tSYRGOV\t190\tr1;0",
        "20180701\tTURMIL\tSYRREB\t190\tr1;0",
        "20180703\tFRAGOV\tDEUGOV\t040\tr1;1",
        "20180703\tDEUGOV\tFRAGOV\t040\tr1;1",
        "20180703\tPSEREB\tIGOUNO\t111\tr1;2",
    ]


def test_gdelt_rows_have_all_58_columns_in_its_order(rows):
    names = list(rows[0])
    assert len(names) == 58
    assert names[:6] == ["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate", "Actor1Code"]
    assert (names[15], names[25], names[34], names[35]) == ("Actor2Code", "IsRootEvent", "AvgTone", "Actor1Geo_Type")
    assert names[49:] == [
        "ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_CountryCode", "ActionGeo_ADM1Code", "ActionGeo_Lat",
        "ActionGeo_Long", "ActionGeo_FeatureID", "DATEADDED", "SOURCEURL",
    ]  # fmt: skip


def test_gdelt_dates_codes_and_scores(rows):
    attack = rows[0]
    assert [attack[n] for n in ("SQLDATE", "MonthYear", "Year", "FractionDate")] == [
        "20180701", "201807", "2018", "2018.4959",
    ]  # fmt: skip
    assert [attack[n] for n in ("EventCode", "EventBaseCode", "EventRootCode", "QuadClass")] == [
        "190", "190", "19", "4",
    ]  # fmt: skip
    assert float(attack["GoldsteinScale"]) == -10
    assert [row["IsRootEvent"] for row in rows] == ["1", "1", "0", "0", "0"]  # told in the first paragraph
    assert (attack["DATEADDED"], attack["SOURCEURL"], attack["AvgTone"]) == ("20180703", "r1", "")


def test_gdelt_sides_are_taken_apart(rows):
    assert (rows[0]["Actor1CountryCode"], rows[0]["Actor1Type1Code"]) == ("TUR", "MIL")
    blame = rows[4]
    assert (blame["Actor1Name"], blame["Actor1CountryCode"], blame["Actor1Type1Code"]) == ("HAMAS", "PSE", "REB")
    assert (blame["Actor2KnownGroupCode"], blame["Actor2CountryCode"], blame["Actor2Type1Code"]) == ("UNO", "", "IGO")


def test_gdelt_places_are_coded_by_fips(rows):
    names = [f"ActionGeo_{name}" for name in ("Type", "FullName", "CountryCode", "ADM1Code", "FeatureID")]
    assert [rows[2][name] for name in names] == ["4", "Paris", "FR", "", ""]
    assert [rows[4][name] for name in names] == ["1", "Russia", "RS", "RS", "RS"]
    assert rows[0]["ActionGeo_Type"] == ""


def test_an_event_has_the_same_number_in_every_export(record, rows):
    again = [row.split("\t")[0] for row in written(record, "gdelt")]
    assert again == [row["GLOBALEVENTID"] for row in rows]
    assert len(set(again)) == 5
    assert all(int(number) < 1 << 63 for number in again)


def test_plover_events_carry_their_words(record):
    first = json.loads(written(record, "plover")[0])
    assert first["text"] == "Turkey attacked Syria on Sunday."
    assert first["source"] == [{"code": "TURMIL", "actor": "TUR", "sector": "MIL"}]
    assert (first["event"], first["quad_class"]) == ("ASSAULT", 4)


def test_an_unknown_format_is_refused():
    with pytest.raises(DatelineError, match="use cameo, gdelt or plover"):
        writer("yaml")


def export(path, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "dateline.cli", "export", str(path), *arguments], capture_output=True, text=True
    )


def test_the_export_command_sets_aside_what_is_no_record(record, tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_bytes(record.to_json() + b"\n{}\n")
    result = export(path, "--to", "cameo")
    assert result.returncode == 1
    assert len(result.stdout.splitlines()) == 5
    assert "1 line set aside:\n  " in result.stderr
    assert "records.jsonl:2: no record" in result.stderr
    assert "dateline read --format jsonl" in result.stderr


def test_the_header_can_be_left_out_as_gdelt_s_own_files_do(record, tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_bytes(record.to_json() + b"\n")
    assert len(export(path, "--to", "gdelt").stdout.splitlines()) == 6
    bare = export(path, "--to", "gdelt", "--no-header").stdout.splitlines()
    assert [len(row.split("\t")) for row in bare] == [58] * 5
