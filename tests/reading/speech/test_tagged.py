"""What the attribution model adds to the grammar."""

from __future__ import annotations

from dataclasses import replace

from dateline.model.attribution import Attribution

from dateline.reading.reader import Reader
from dateline.record import Report, Span, Statement


def said(reader: Reader, body: str, attribution: Attribution) -> tuple[Statement, ...]:
    [statements] = [
        reader.read_analysis(replace(analysis, attributions=(attribution,))).statements
        for analysis in reader.analyser.analyse_many([Report(id="made-up", body=body)])
    ]
    return statements


def tagged(body: str, source: str, cue: str, content: str, score: float = 0.95) -> Attribution:
    source_span, cue_span, content_span = (
        (Span(part="body", start=body.index(words), end=body.index(words) + len(words)),)
        for words in (source, cue, content)
    )
    return Attribution(source_span, cue_span, content_span, score)


def test_what_the_grammar_does_not_know_is_added_as_thought(reader: Reader) -> None:
    body = "The minister is confident that the talks will succeed."
    [statement] = said(reader, body, tagged(body, "The minister", "is confident", "that the talks will succeed"))
    assert (statement.act, statement.content_text) == ("thought", "the talks will succeed")


def test_an_attribution_that_the_grammar_has_too_is_one_statement(reader: Reader) -> None:
    body = "The minister said the talks would go on."
    assert len(said(reader, body, tagged(body, "The minister", "said", "the talks would go on"))) == 1


def test_a_doubtful_attribution_is_left_out(reader: Reader) -> None:
    body = "The minister is confident that the talks will succeed."
    doubtful = tagged(body, "The minister", "is confident", "that the talks will succeed", score=0.3)
    assert said(reader, body, doubtful) == ()


def test_what_was_not_said_is_added_as_no_speech(reader: Reader) -> None:
    body = "The minister did not say that the talks would end."
    (statement,) = said(reader, body, tagged(body, "The minister", "did not say", "that the talks would end"))
    assert statement.act == "thought"
