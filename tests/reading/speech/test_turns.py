"""Transcripts: each turn is a statement of who has the floor."""

from __future__ import annotations

from dateline.reading.reader import Reader
from dateline.record import Report, Statement

BODY = """East Room

5:16 P.M. EDT

PRESIDENT BIDEN: Thank you all. It is good to see Chancellor Scholz here.

Please have a seat. (Applause.)

CHANCELLOR SCHOLZ: Thank you, Mr. President. We stand together.

Q    Mr. President, what about the fish?

MS. DALTON: One question each. UN Secretary-General Antonio Guterres said that the sea was calm.

MODERATOR: That is all we have time for."""


def turns(reader: Reader, body: str, source: str = "The White House") -> tuple[Statement, ...]:
    report = Report(id="made-up", source=source, published="2023-05-10T12:00:00Z", body=body)
    return reader.read(report).statements


def test_a_turn_is_one_direct_statement_without_a_cue(reader: Reader) -> None:
    told = [s for s in turns(reader, BODY) if not s.cue]
    assert [(s.speaker.name, s.speaker.country) for s in told] == [
        ("Biden", "USA"),
        ("Scholz", "DEU"),
        ("Dalton", "USA"),
        ("Moderator", "USA"),
    ]
    assert {s.mode for s in told} == {"direct"}
    assert told[0].content_text.startswith("Thank you all.")
    assert told[0].content_text.endswith("(Applause.)")
    assert "fish" not in " ".join(s.content_text for s in told)


def test_what_others_said_in_a_turn_is_passed_on_by_who_has_the_floor(reader: Reader) -> None:
    [inner] = [s for s in turns(reader, BODY) if s.cue and s.act == "speech"]
    assert (inner.speaker.name, inner.relayed_by) == ("Antonio Guterres", ("Dalton",))


def test_a_dateline_in_capitals_gives_nobody_the_floor(reader: Reader) -> None:
    body = "OSLO: The Norwegian government said the road was open.\n\nREAD MORE: Ten roads to see in May."
    assert [s.content_text for s in turns(reader, body, "Example Wire") if s.act == "speech"] == ["the road was open"]
