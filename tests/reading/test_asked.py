"""A question that fails loses none of the others, and the record says so."""

from __future__ import annotations

import pytest

from dateline.commands.missing import missing_in, tell_missing
from dateline.reading import reader as reading
from dateline.reading.reader import Reader
from dateline.reading.stances.framing import frame_of
from dateline.record import Record, Report

BODY = "Norway said that Sweden must reopen the border."


def test_a_question_that_fails_loses_no_other(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ValueError("made up")

    whole = reader.read(Report(id="made-up", published="2019-05-08", body=BODY))
    monkeypatch.setattr(reading, "read_positions", fails)
    partial = reader.read(whole.report)
    assert partial.unanswered == ("positions",)
    assert partial.positions == ()
    assert (partial.statements, partial.actors) == (whole.statements, whole.actors)
    line = partial.to_json()
    assert Record.from_json(line) == partial
    assert missing_in(line) == "made-up: positions"


def test_a_whole_record_says_nothing_of_it(reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    line = reader.read(Report(id="made-up", body='He wrote "unanswered":["x"] on the wall.')).to_json()
    assert b'"unanswered":[' not in line
    assert missing_in(line) is None
    tell_missing([])
    assert capsys.readouterr().err == ""


def test_what_is_missing_is_told_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    tell_missing(["a: positions", "b: events, photos"])
    told = capsys.readouterr().err
    assert told.startswith("dateline: 2 records lack")
    assert "  b: events, photos\n" in told


@pytest.mark.parametrize("issue", ["", " ", "\n"])
def test_an_issue_without_words_has_no_frame(issue: str) -> None:
    assert frame_of(issue, "NOR", {("NOR", "Lofoten"): "our islands"}) is None
