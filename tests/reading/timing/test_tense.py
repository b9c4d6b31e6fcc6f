"""Which way a time lies, by the verb it belongs to."""

from __future__ import annotations

import pytest

from dateline.reading.reader import Reader
from dateline.reading.timing.tense import tense_in, tense_in_text

SENTENCES = [
    ("The two presidents met on Monday.", "past"),
    ("The two presidents will meet on Monday.", "future"),
    ("The two presidents are to meet on Monday.", "future"),
    ("The talks are scheduled for Monday.", "future"),
    ("The minister said on Monday that talks will go on.", "past"),
    ("The court postponed the hearing until Monday.", "due"),
    ("The talks were planned for Monday.", "due"),
    ("They could return as early as Monday.", "future"),
    ("They have been waiting since Monday.", "past"),
    ("Parliament may vote on Monday.", "future"),
    ("He may have left on Monday.", "past"),
    ("The envoys did not meet on Monday.", "past"),
]


@pytest.mark.parametrize(("sentence", "direction"), SENTENCES)
def test_the_parse_tells_which_way_a_time_lies(reader: Reader, sentence: str, direction: str) -> None:
    doc = reader.analyser.nlp(sentence)
    start = sentence.index("Monday")
    assert tense_in(doc)(start, start + len("Monday")) == direction


def test_a_nouns_time_in_a_report_of_the_past_may_lie_ahead(reader: Reader) -> None:
    sentence = "The ministry announced a visit in May."
    assert tense_in(reader.analyser.nlp(sentence))(sentence.index("May"), len(sentence) - 1) in ("past", "reported")


def test_where_no_verb_tells_nothing_is_told(reader: Reader) -> None:
    assert tense_in(reader.analyser.nlp("Monday"))(0, 6) is None


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("The two presidents met on Monday.", "past"),
        ("The two presidents will meet on Monday.", "future"),
        ("Monday: no talks", None),
    ],
)
def test_without_a_parse_the_words_before_tell(sentence: str, direction: str | None) -> None:
    start = sentence.index("Monday")
    assert tense_in_text(sentence)(start, start + len("Monday")) == direction
