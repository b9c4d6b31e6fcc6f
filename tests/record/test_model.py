"""The record is the contract: it survives JSON, and every line points at real words."""

import string

import jsonschema
import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from dateline.record import (
    Actor,
    AgendaItem,
    Contact,
    Participant,
    Party,
    Photo,
    Record,
    Report,
    Span,
    Statement,
    Time,
    spans_of,
)
from dateline.record.schema import json_schema

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
COUNTRY = st.sampled_from([None, "RUS", "USA", "UN", "EUU"])


@st.composite
def records(draw):
    """Records of made-up reports, with spans drawn inside their parts."""
    body, headline = draw(TEXT), draw(st.none() | TEXT)
    caption = draw(st.none() | TEXT)
    report = Report(
        id=draw(TEXT),
        headline=headline,
        body=body,
        published=draw(st.sampled_from([None, "2018-07-03", "2018-07-03T20:37:48Z"])),
        photos=(Photo(caption=caption, people=("A B",)),) if caption else (),
    )
    parts = report.parts()

    def span():
        part = draw(st.sampled_from(sorted(parts)))
        start = draw(st.integers(0, len(parts[part]) - 1))
        return Span(part=part, start=start, end=draw(st.integers(start + 1, len(parts[part]))))

    where = span()
    words = parts[where.part][where.start : where.end]
    time = Time(part=where.part, start=where.start, end=where.end, text=words, type="DATE", value="2018-07")
    party = Party(name=draw(st.none() | TEXT), country=draw(COUNTRY))
    statement = Statement(id="s1", speaker=party, mode="direct", content=(span(), span()), content_text=draw(TEXT))
    contact = Contact(
        id="c1",
        kind="summit",
        status="scheduled",
        participants=(Participant(name=draw(TEXT), country=draw(COUNTRY)),),
        agenda=(AgendaItem(topic=draw(TEXT), standing="excluded", evidence=(span(),)),),
        evidence=(span(),),
    )
    actor = Actor(id="a1", name=draw(TEXT), kind="person", mentions=(span(),))
    return Record(
        reader="t", report=report, times=(time,), actors=(actor,), statements=(statement,), contacts=(contact,)
    )


@given(records())
def test_a_record_written_as_json_and_read_back_is_the_same(record):
    assert Record.from_json(record.to_json()) == record
    assert Record.from_json(record.to_json()).to_json() == record.to_json()


@settings(deadline=None)
@given(records())
def test_what_is_written_fits_the_published_schema(record):
    jsonschema.validate(orjson.loads(record.to_json()), orjson.loads(json_schema()))


@given(records())
def test_every_span_lies_in_its_part(record):
    parts = record.report.parts()
    assert all(0 <= s.start < s.end <= len(parts[s.part]) for s in spans_of(record))


def test_a_span_outside_its_part_is_refused():
    with pytest.raises(ValidationError, match="outside its part"):
        Record(
            reader="t",
            report=Report(id="r", body="They met."),
            actors=(Actor(id="a", name="They", kind="person", mentions=(Span(part="body", start=5, end=50),)),),
        )


def test_a_time_must_be_the_words_it_points_at():
    time = Time(part="body", start=0, end=4, text="Monday", type="DATE")
    with pytest.raises(ValidationError, match="is not the text"):
        Record(reader="t", report=Report(id="r", body="They met."), times=(time,))


def test_a_report_with_a_lone_surrogate_is_refused():
    with pytest.raises(ValidationError):
        Report(id="r", body="broken \ud800 text")


def test_field_names_are_the_contracts():
    line = orjson.loads(Record(reader="t", report=Report(id="r", body=string.ascii_letters)).to_json())
    assert list(line) == [
        "schema", "reader", "report", "times", "places", "actors", "statements", "contacts", "positions", "assessments",
        "events",
    ]  # fmt: skip
