"""The figures say what they should."""

from __future__ import annotations

import pytest

from dateline.evaluation.attribution import figures

TEXT = "Anna said she would come. Boris doubted it."
ANNA = {"source": {(0, 4)}, "cue": {(5, 9)}, "content": {(10, 24)}}
BORIS = {"source": {(26, 31)}, "cue": {(32, 39)}, "content": {(40, 42)}}


def test_the_gold_itself_scores_one_everywhere():
    assert set(figures([(TEXT, [ANNA, BORIS], [BORIS, ANNA])]).values()) == {1.0}


def test_nothing_to_find_and_nothing_found_is_right():
    assert set(figures([(TEXT, [], [])]).values()) == {1.0}


def test_a_span_one_word_short_counts_by_word_but_not_as_a_span():
    short = ANNA | {"content": {(10, 19)}}
    scores = figures([(TEXT, [ANNA], [short])])
    assert scores["content.words"] == pytest.approx(4 / 5)
    assert scores["content.spans"] == 0
    assert scores["linked"] == 1


def test_the_wrong_speaker_is_not_linked():
    assert figures([(TEXT, [ANNA], [ANNA | {"source": BORIS["source"]}])])["linked"] == 0


def test_one_gold_attribution_is_not_matched_twice():
    assert figures([(TEXT, [ANNA], [ANNA, dict(ANNA)])])["linked"] == pytest.approx(2 / 3)
