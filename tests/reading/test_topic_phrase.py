"""Where the phrase of a topic begins and ends."""

import pytest

from dateline.reading.topic_phrase import phrase_of


@pytest.mark.parametrize(
    ("sentence", "marked", "phrase"),
    [
        ("They discussed fishing quotas, shipping safety and a station.", "fishing quotas,", "fishing quotas"),
        ("They discussed the situation in Libya and the dam.", "the situation in Libya and", "the situation in Libya"),
        ("They will meet in the coming days.", "meet in the coming", "meet in the coming days"),
        ("They spoke of the price of cotton.", "of the price of cotton", "the price of cotton"),
        ("They discussed trade.", "trade", "trade"),
    ],
)  # fmt: skip
def test_a_phrase_is_whole_and_holds_nothing_that_joins_it(reader, sentence, marked, phrase):
    doc = reader.analyser.nlp(sentence)
    start = sentence.index(marked)
    assert phrase_of(doc.char_span(start, start + len(marked), alignment_mode="expand")).text == phrase
