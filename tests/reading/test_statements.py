"""Who said what, in which words, and through whom."""

from __future__ import annotations

import pytest

from dateline.reading.reader import Reader
from dateline.record import Report, Statement


def said(reader: Reader, body: str) -> tuple[Statement, ...]:
    return reader.read(Report(id="made-up", source="Wire", published="2019-05-08T10:00:00Z", body=body)).statements


@pytest.mark.parametrize(
    ("body", "content", "mode"),
    [
        (
            "The talks will resume in June, the Norwegian foreign minister said.",
            "The talks will resume in June",
            "indirect",
        ),
        ("The minister said that the border would stay open.", "the border would stay open", "indirect"),
        ('"We are ready to sign," said the minister.', "We are ready to sign", "direct"),
        ('The minister replied: "There will be no talks this year."', "There will be no talks this year.", "direct"),
        ('The minister called the offer "a sham" but said he would study it.', "he would study it", "indirect"),
        (
            'The minister said the offer was "a sham" in all but name.',
            'the offer was "a sham" in all but name',
            "mixed",
        ),
        ("The minister urged both sides to show restraint.", "both sides to show restraint", "indirect"),
        (
            "The minister called on all parties to lay down their arms.",
            "all parties to lay down their arms",
            "indirect",
        ),
        ("The minister condemned the shelling of the port.", "the shelling of the port", "indirect"),
        ("The minister denied the report.", "the report", "indirect"),
        ("The minister pledged to withdraw the troops.", "to withdraw the troops", "indirect"),
        ("According to the minister, the troops will withdraw.", "the troops will withdraw", "indirect"),
        ("The shelling of the port was condemned by Norway.", "The shelling of the port", "indirect"),
    ],
)
def test_what_is_reported_is_the_content_without_cue_and_outer_marks(
    reader: Reader, body: str, content: str, mode: str
) -> None:
    found = [(s.content_text, s.mode) for s in said(reader, body)]
    assert (content, mode) in found


def test_a_second_verb_makes_a_second_statement(reader: Reader) -> None:
    body = "The minister said the road was open, adding that trucks had begun to cross."
    assert [s.content_text for s in said(reader, body)] == ["the road was open", "trucks had begun to cross"]


def test_a_quotation_carried_on_is_one_statement(reader: Reader) -> None:
    body = '"The road is open," the minister told reporters. "Trucks have begun to cross the border."'
    [statement] = said(reader, body)
    assert statement.mode == "direct"
    assert len(statement.content) == 2
    assert "Trucks have begun" in statement.content_text
    assert statement.addressee == "reporters"


def test_a_quotation_that_follows_indirect_speech_is_a_statement_of_the_same_speaker(reader: Reader) -> None:
    body = 'The minister said the road was open. "Trucks have begun to cross the border."'
    first, second = said(reader, body)
    assert (second.content_text, second.mode, second.cue) == ("Trucks have begun to cross the border.", "direct", ())
    assert second.speaker == first.speaker


def test_what_an_agency_passes_on_is_the_statement_of_the_person(reader: Reader) -> None:
    body = "The minister said the road was open, the state news agency reported."
    [statement] = said(reader, body)
    assert statement.content_text == "the road was open"
    assert statement.relayed_by == ("state news agency",)


def test_the_relay_is_carried_over_to_what_the_speaker_says_next(reader: Reader) -> None:
    body = (
        "The minister said the road was open, state television reported.\n\nThe minister added that trucks had crossed."
    )
    assert [s.relayed_by for s in said(reader, body)] == [("state television",), ("state television",)]


def test_hopes_are_thoughts_not_speech(reader: Reader) -> None:
    [statement] = said(reader, "The minister hoped that the talks would succeed.")
    assert statement.act == "thought"


@pytest.mark.parametrize(
    "body",
    [
        "The minister would not say when the talks would begin.",
        "Nobody came to the square.",
        "The minister will announce a cabinet next week.",
    ],
)
def test_what_was_not_said_is_no_speech(reader: Reader, body: str) -> None:
    assert [statement for statement in said(reader, body) if statement.act == "speech"] == []


def test_every_span_of_a_statement_lies_in_the_body(reader: Reader) -> None:
    body = '"Never," said the minister. He said "we" would see.\n\n"Open mark, he added.'
    for statement in said(reader, body):
        for span in (*statement.source, *statement.cue, *statement.content):
            assert body[span.start : span.end].strip()


def test_what_names_no_day_was_said_on_the_speakers_latest(reader: Reader) -> None:
    body = (
        "The Norwegian government said on Monday that the road was open.\n\n"
        "On Thursday the Norwegian government announced that trucks would cross.\n\n"
        "The Norwegian government added that the drivers were glad."
    )
    assert [s.said for s in said(reader, body)] == ["2019-05-06", "2019-05-02", "2019-05-06"]


def test_a_document_speaks_for_who_issued_it(reader: Reader) -> None:
    body = "The Norwegian government said in a statement the road was open. The statement said trucks had crossed."
    assert {s.speaker.country for s in said(reader, body)} == {"NOR"}


def test_a_participle_that_leads_in_reports_too(reader: Reader) -> None:
    body = "Stressing that the road was open, the Norwegian government urged drivers to be patient."
    assert "the road was open" in [s.content_text for s in said(reader, body)]


@pytest.mark.parametrize("verb", ["snapped", "thundered", "sighed", "whispered"])
def test_beside_a_quotation_every_verb_reports(reader: Reader, verb: str) -> None:
    body = f'"Who will pay for the road?" the Norwegian envoy wondered. "Not us at all!" the Danish envoy {verb}.'
    first, second = said(reader, body)
    assert (first.speaker.country, first.content_text) == ("NOR", "Who will pay for the road?")
    assert (second.speaker.country, second.content_text) == ("DNK", "Not us at all!")


def test_a_quotation_after_a_sentence_on_somebody_is_theirs(reader: Reader) -> None:
    body = 'Norwegian Prime Minister Erna Solberg was brief on the road. "We have waited for it long enough."'
    [statement] = said(reader, body)
    assert (statement.speaker.name, statement.mode) == ("Erna Solberg", "direct")


def test_nothing_was_said_after_publication(reader: Reader) -> None:
    body = (
        "The Norwegian government said the ferry would sail on May 20. On May 30 the ferry will call at Bergen, "
        "the Norwegian government said. On December 31 Norway said it would close the road."
    )
    assert all(s.said is None or s.said <= "2019-05-08" for s in said(reader, body))
