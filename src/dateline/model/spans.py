"""From shares of belief to spans: whole words, the likeliest order of labels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dateline.model.pieces import Ints

Floats = NDArray[np.float32]
Stretch = tuple[int, int]
"""``[start, end)``, in words while spans are sought, in pieces when they are given back."""

Table = tuple[int, Floats]
"""The number of the first word, and the shares (words, labels) of the labels for one trigger from there on.

Label 0 is no role; of each role an odd label begins it and the even one after that carries it on.
"""

_NEVER = -1e9


def runs(within: NDArray[np.bool_], begins: NDArray[np.bool_]) -> list[Stretch]:
    """The stretches of what lies within, cut where a new one begins."""
    starts = within & (begins | ~np.concatenate([[False], within[:-1]]))
    ends = within & np.concatenate([~within[1:] | begins[1:], [True]])
    return list(zip(np.flatnonzero(starts).tolist(), (np.flatnonzero(ends) + 1).tolist(), strict=True))


def bridged(within: NDArray[np.bool_], likely: NDArray[np.bool_], longest: int = 4) -> NDArray[np.bool_]:
    """What lies within, with gaps of up to ``longest`` words that are likely to be part of it."""
    found = within.copy()
    places = np.flatnonzero(within)
    for before, after in pairwise(places):
        if 1 < after - before <= longest + 1 and likely[before + 1 : after].all():
            found[before + 1 : after] = True
    return found


def best_labels(tables: Sequence[Floats], limits: Sequence[float]) -> NDArray[np.int64]:
    """The likeliest labels (triggers, words) of all triggers; none carries on what did not begin (Viterbi 1967).

    ``limits`` are the shares of belief from which a word counts, one for each role.
    """
    labels = 1 + 2 * len(limits)
    longest = max(len(table) for table in tables)
    scores = np.full((longest, len(tables), labels), _NEVER)
    scores[:, :, 0] = 0
    lean = np.log([1.0, *(1 / limit - 1 for limit in limits for _ in range(2))])
    for place, table in enumerate(tables):
        scores[: len(table), place] = np.log(table[:, :labels] + 1e-9) + lean
    follows = np.zeros((labels, labels))  # row: a word's label, column: the next word's
    for carries in range(2, labels, 2):
        follows[[n for n in range(labels) if n not in (carries - 1, carries)], carries] = _NEVER
    reached = scores[0] + follows[0]
    came_from = np.zeros((longest, len(tables), labels), dtype=np.int64)
    for word in range(1, longest):
        ways = reached[:, :, None] + follows
        came_from[word] = ways.argmax(1)
        reached = ways.max(1) + scores[word]
    found = np.zeros((len(tables), longest), dtype=np.int64)
    every = np.arange(len(tables))
    found[:, -1] = reached.argmax(1)
    for word in range(longest - 1, 0, -1):
        found[:, word - 1] = came_from[word, every, found[:, word]]
    return found


def stretches(labels: NDArray[np.int64], begins: int, first: int) -> list[Stretch]:
    """Where the role that ``begins`` holds, in words of the text."""
    within = (labels == begins) | (labels == begins + 1)
    return [(first + start, first + end) for start, end in runs(within, labels == begins)]


def cropped(table: Table) -> Table:
    """The same, cut to where there may be a role."""
    first, words = table
    may_be = np.flatnonzero(words[:, 0] < _SURE_OF_NONE)
    if not len(may_be):
        return first, words[:1]
    return first + int(may_be[0]), words[may_be[0] : may_be[-1] + 1]


_SURE_OF_NONE = 0.98


def in_pieces(words: Stretch, heads: Ints, total: int) -> Stretch:
    """The pieces of some words; ``heads`` are the pieces that begin words."""
    start, end = words
    return int(heads[start]), int(heads[end]) if end < len(heads) else total


def softmax(logits: Floats) -> Floats:
    """Shares over the last axis."""
    grown = np.exp(logits - logits.max(-1, keepdims=True))
    shares: Floats = grown / grown.sum(-1, keepdims=True)
    return shares
