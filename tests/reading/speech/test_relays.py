"""Through which media the words reached the report."""

from __future__ import annotations

import pytest

from dateline.reading.reader import Reader
from dateline.record import Report


def relays(reader: Reader, body: str, source: str = "Example Wire") -> list[tuple[str, ...]]:
    report = Report(id="made-up", source=source, published="2023-05-10T12:00:00Z", body=body)
    return [s.relayed_by for s in reader.read(report).statements if s.act == "speech"]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Norwegian Prime Minister Erna Solberg told the BBC that the road was open.", "BBC"),
        (
            "In an interview with Radio Fjord, Norwegian Prime Minister Erna Solberg said the road was open.",
            "Radio Fjord",
        ),
        ('"The road is open," Erna Solberg was quoted by Interfax as saying.', "Interfax"),
        ("Norwegian Prime Minister Erna Solberg said on Twitter that the road was open.", "Twitter"),
        ("Erna Solberg, interviewed by the BBC on Monday, said the road was open.", "BBC"),
        ("Norway said in a statement carried by KCNA that the road was open.", "KCNA"),
        ("The road was open, Erna Solberg said, according to the TASS news agency.", "TASS news agency"),
        ("In an interview with the newspaper Dagens Nyheter, Erna Solberg said the road was open.", "Dagens Nyheter"),
    ],
)
def test_a_medium_in_the_clause_passes_the_words_on(reader: Reader, body: str, name: str) -> None:
    assert relays(reader, body) == [(name,)]


def test_the_newspaper_is_the_one_named_before(reader: Reader) -> None:
    body = (
        "The Guardian wrote of the road on Monday. "
        "Norwegian Prime Minister Erna Solberg told the newspaper that it was open."
    )
    assert relays(reader, body)[-1] == ("Guardian",)


@pytest.mark.parametrize("source", ["CNN", "edition.cnn.com"])
def test_who_writes_the_report_passes_nothing_on(reader: Reader, source: str) -> None:
    body = "Norwegian Prime Minister Erna Solberg told CNN that the road was open."
    assert relays(reader, body, source) == [()]


def test_the_agency_of_the_dateline_passes_nothing_on(reader: Reader) -> None:
    body = "West Bergen, Norway (CNN) Norwegian Prime Minister Erna Solberg said that the road was open."
    assert relays(reader, body, "news") == [()]


def test_another_hearer_ends_what_a_medium_passed_on(reader: Reader) -> None:
    body = (
        "Norwegian Prime Minister Erna Solberg told the BBC that the road was open. She added that it was dry. "
        "She told reporters in Oslo that it was cold."
    )
    assert relays(reader, body) == [("BBC",), ("BBC",), ()]


def test_a_body_passes_on_what_its_leader_said(reader: Reader) -> None:
    body = "Russian President Vladimir Putin told Erdogan that the talks would go on, the Kremlin said."
    assert relays(reader, body) == [("Kremlin",)]


def test_the_words_of_a_source_cited_are_the_sources(reader: Reader) -> None:
    report = Report(
        id="made-up", body="The BBC reported on Monday, citing a Norwegian official, that the road would be closed."
    )
    [statement] = [s for s in reader.read(report).statements if s.act == "speech"]
    assert (statement.speaker.name, statement.relayed_by) == ("a Norwegian official", ("BBC",))
