"""From scores to who says what."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.attributions import RoleSpans, find_roles
from dateline.model.limits import Limits
from dateline.model.pieces import Pieces
from dateline.model.sight import RoleShares, Trigger

LIMITS = Limits(cue=0.5, source=0.5, content=0.5, attribution=0.0)


def cue(start: int, end: int) -> Trigger:
    return Trigger("attribution", start, end, 1.0)


def words(count: int, continued: tuple[int, ...] = ()) -> Pieces:
    places = np.arange(count)
    heads = ~np.isin(places, continued)
    return Pieces(places, np.zeros((count, 4), dtype=np.int64), places * 2, places * 2 + 1, heads)


def role_scores(*roles: str) -> np.ndarray:
    """One row for each cue; a letter a piece: capital begins, "s" source, "c" content, "-" none."""
    table = np.full((len(roles), len(roles[0]), 5), 0.02, dtype=np.float32)
    for row, letters in enumerate(roles):
        for place, letter in enumerate(letters):
            table[row, place, "-SsCc".index(letter)] = 0.92
    return table


def roles_of(scores: np.ndarray) -> list[RoleSpans]:
    """Roles of as many cues as there are tables, each standing at the first piece; the tags agree with the cues."""
    asked = [RoleShares(cue(0, 1), 0, table) for table in scores]
    return find_roles(asked, agreeing_tags(scores), words(scores.shape[1]), LIMITS)


def agreeing_tags(scores: np.ndarray) -> np.ndarray:
    most = scores.max(0)
    source, content = most[:, 1:3], most[:, 3:5]
    return np.column_stack([1 - source.sum(1), source, 1 - content.sum(1), content])


def test_source_and_content_are_read_for_a_cue():
    (roles,) = roles_of(role_scores("Ss-CcCc"))
    assert roles.source == ((0, 2),)
    assert roles.content == ((3, 5), (5, 7))


def test_scores_of_a_part_of_the_text_give_spans_of_the_text():
    asked = RoleShares(cue(5, 6), 4, role_scores("S-Cc")[0])
    tags = agreeing_tags(role_scores("----S-Cc-"))
    (roles,) = find_roles([asked], tags, words(9), LIMITS)
    assert (roles.source, roles.content) == (((4, 5),), ((6, 8),))


def test_one_doubtful_word_does_not_split_a_span():
    scores = role_scores("S-Cccc")
    scores[0, 4] = [0.6, 0.0, 0.0, 0.0, 0.4]
    assert roles_of(scores)[0].content == ((2, 6),)


def test_words_are_said_once_by_the_surer_of_two():
    scores = role_scores("S-CcC", "-S-Cc")
    scores[1, 3:] *= 0.9
    scores[1, 3:, 0] += 0.1
    assert [roles.content for roles in roles_of(scores)] == [((2, 4), (4, 5))]


def test_one_source_may_serve_two_cues():
    assert [roles.source for roles in roles_of(role_scores("S-C---", "S----C"))] == [((0, 1),), ((0, 1),)]


def test_a_cue_without_content_is_no_attribution():
    assert roles_of(role_scores("S--")) == []
    assert roles_of(role_scores("---")) == []
    assert find_roles([], agreeing_tags(role_scores("---")), words(3), LIMITS) == []


def test_a_word_that_is_plainly_said_goes_to_the_cue_nearest_to_owning_it():
    scores = role_scores("S-Cc-", "S-Cc-")
    scores[:, 4] = [[0.7, 0, 0, 0, 0.3], [0.8, 0, 0, 0, 0.2]]
    scores[1, 2:4] = [0.9, 0.02, 0.02, 0.03, 0.03]
    tags = agreeing_tags(scores)
    tags[4] = [1, 0, 0, 0.05, 0, 0.95]
    asked = [RoleShares(cue(1, 2), 0, table) for table in scores]
    assert [roles.content for roles in find_roles(asked, tags, words(5), LIMITS)] == [((2, 5),)]


@given(st.integers(1, 4), st.integers(1, 40), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_whatever_the_scores_contents_never_overlap(cues, size, random):
    scores = np.array([[[0.01 + random.random() for _ in range(5)] for _ in range(size)] for _ in range(cues)])
    scores /= scores.sum(-1, keepdims=True)
    covered = [
        piece
        for roles in roles_of(scores.astype(np.float32))
        for start, end in roles.content
        for piece in range(start, end)
    ]
    assert len(covered) == len(set(covered))


def test_a_plain_quotation_that_no_cue_claims_stays_with_the_speaker_before_it():
    scores = role_scores("S-Ccc----------")
    tags = agreeing_tags(role_scores("S-Ccc--Cccccccc"))
    asked = [RoleShares(cue(1, 2), 0, scores[0])]
    (roles,) = find_roles(asked, tags, words(15), LIMITS)
    assert roles.content == ((2, 5), (7, 15))
