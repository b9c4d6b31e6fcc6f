"""The text as it is read: line ends that end nothing, quotation marks of all styles; offsets stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.line_ends import without_line_ends
from dateline.reading.reader import Reader
from dateline.reading.smoothing import smoothed
from dateline.record import Report


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The Norwegian minister met the\nSwedish envoy in Oslo on May\n16. Both\nwere glad.",
         "The Norwegian minister met the Swedish envoy in Oslo on May 16. Both were glad."),
        ('"We want quiet in\nLofoten," she said.', '"We want quiet in Lofoten," she said.'),
        ("The road is open.\nTrucks have begun to cross.", "The road is open.\nTrucks have begun to cross."),
        ("Road opens\nOSLO (Example) - The road is open.", "Road opens\nOSLO (Example) - The road is open."),
        ("The road is\n\nopen.", "The road is\n\nopen."),
        ("The road\r\nis open.", "The road  is open."),
    ],
)  # fmt: skip
def test_a_line_end_inside_a_sentence_is_a_blank(text: str, read: str) -> None:
    assert without_line_ends(text) == read


@given(st.text(alphabet="abÅ .,:\n\r\"'“”‘’`«»„"))
def test_offsets_stay(text: str) -> None:
    assert len(smoothed(text)) == len(text)


@pytest.mark.parametrize(
    "quotation",
    ["'{}'", "‘{}’", "``{}''", "''{}''", "«{}»", "„{}“", "“{}”", '"{}"'],
)
def test_all_quotation_marks_are_read(reader: Reader, quotation: str) -> None:
    body = quotation.format("We don't go on like this,") + " Norwegian Prime Minister Erna Solberg said."
    [said] = reader.read(Report(id="made-up", published="2019-05-08", body=body)).statements
    assert (said.mode, said.content_text, said.speaker.country) == ("direct", "We don't go on like this", "NOR")


def test_content_keeps_the_marks_of_the_text(reader: Reader) -> None:
    body = "Norwegian Prime Minister Erna Solberg said the offer was 'a trap' and would be refused."
    [said] = reader.read(Report(id="made-up", published="2019-05-08", body=body)).statements
    assert (said.mode, said.content_text) == ("mixed", "the offer was 'a trap' and would be refused")
