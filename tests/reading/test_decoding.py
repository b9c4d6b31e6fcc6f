"""From scores to spans."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.reading.decoding import CueSpan, Limits, find_cues, find_roles
from dateline.reading.pieces import Pieces

LIMITS = Limits(cue=0.5, source=0.5, content=0.5, attribution=0.0)


def words(count: int, continued: tuple[int, ...] = ()) -> Pieces:
    places = np.arange(count)
    heads = ~np.isin(places, continued)
    return Pieces(places, np.zeros((count, 3), dtype=np.int64), places * 2, places * 2 + 1, heads)


def role_scores(*roles: str) -> np.ndarray:
    """One row for each cue; a letter a piece: capital begins, "s" source, "c" content, "-" none."""
    table = np.full((len(roles), len(roles[0]), 5), 0.02, dtype=np.float32)
    for row, letters in enumerate(roles):
        for place, letter in enumerate(letters):
            table[row, place, "-SsCc".index(letter)] = 0.92
    return table


def test_a_cue_is_a_run_of_words_and_a_new_one_begins_where_the_model_says_so():
    tags = np.array([[0.9, 0.1, 0], [0.1, 0.8, 0.1], [0.1, 0.1, 0.8], [0.2, 0.7, 0.1]], dtype=np.float32)
    found = find_cues(tags, words(4), LIMITS)
    assert [(cue.start, cue.end) for cue in found] == [(1, 3), (3, 4)]


def test_spans_end_with_whole_words():
    tags = np.array([[0.1, 0.9, 0], [0.9, 0.1, 0], [0.9, 0.1, 0]], dtype=np.float32)
    assert [(cue.start, cue.end) for cue in find_cues(tags, words(3, continued=(1,)), LIMITS)] == [(0, 2)]


def test_source_and_content_are_read_for_each_cue():
    ((cue, roles),) = find_roles([CueSpan(2, 3, 1.0)], role_scores("Ss-CcCc"), words(7), LIMITS)
    assert roles.source == ((0, 2),)
    assert roles.content == ((3, 5), (5, 7))
    assert cue.start == 2


def test_words_are_said_once_by_the_likelier_of_two():
    scores = role_scores("S-CcC", "---Cc")
    scores[1, 3:] = [0.3, 0.02, 0.02, 0.6, 0.06]
    linked = find_roles([CueSpan(1, 2, 1.0), CueSpan(2, 3, 1.0)], scores, words(5), LIMITS)
    assert [roles.content for _, roles in linked] == [((2, 4), (4, 5))]


def test_one_source_may_serve_two_cues():
    scores = role_scores("S-C---", "S----C")
    linked = find_roles([CueSpan(1, 2, 1.0), CueSpan(4, 5, 1.0)], scores, words(6), LIMITS)
    assert [roles.source for _, roles in linked] == [((0, 1),), ((0, 1),)]


def test_a_cue_without_content_is_no_attribution():
    assert find_roles([CueSpan(1, 2, 1.0)], role_scores("S--"), words(3), LIMITS) == []
    assert find_roles([], role_scores("S--")[:0], words(3), LIMITS) == []


@given(st.integers(1, 4), st.integers(1, 40), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_whatever_the_scores_contents_never_overlap(cues, size, random):
    scores = np.array([[[0.01 + random.random() for _ in range(5)] for _ in range(size)] for _ in range(cues)])
    scores /= scores.sum(-1, keepdims=True)
    spans = [CueSpan(place, place + 1, 1.0) for place in range(cues)]
    covered = [
        piece
        for _, roles in find_roles(spans, scores.astype(np.float32), words(size), LIMITS)
        for start, end in roles.content
        for piece in range(start, end)
    ]
    assert len(covered) == len(set(covered))
