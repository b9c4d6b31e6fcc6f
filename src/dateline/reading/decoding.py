"""From the tagger's scores to spans: whole words, one role a word for each cue, content owned by one cue alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.reading.pieces import Ints, Pieces

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Limits:
    """The shares of belief from which a word counts, chosen on articles held out from training."""

    cue: float
    source: float
    content: float
    attribution: float


@dataclass(frozen=True)
class CueSpan:
    """A cue ``[start, end)`` in pieces, and how sure the encoder is of it."""

    start: int
    end: int
    score: float


@dataclass(frozen=True)
class RoleSpans:
    """The source and content spans of one cue in pieces, and how sure the link head is of the content."""

    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    score: float


def find_cues(tags: Floats, pieces: Pieces, limits: Limits) -> list[CueSpan]:
    """The cues of a text from the shares (n, 3) of outside, begins, inside."""
    heads = np.flatnonzero(pieces.heads)
    words = tags[heads]
    within = words[:, 0] < 1 - limits.cue
    found = []
    for start, end in _runs(within, words[:, 1] > words[:, 2]):
        score = float(1 - words[start:end, 0].min())
        found.append(CueSpan(*_in_pieces(heads, start, end, len(pieces)), score))
    return found


def find_roles(
    cues: Sequence[CueSpan], shares: Floats, pieces: Pieces, limits: Limits
) -> list[tuple[CueSpan, RoleSpans]]:
    """The cues that have content, each with its spans; ``shares`` (cues, n, 5) of the roles of every piece.

    A word is the content of at most one cue, the likeliest: PolNeAR's contents do not overlap, and a quotation has
    one speaker. A source may serve many cues.
    """
    if not cues:
        return []
    heads = np.flatnonzero(pieces.heads)
    words = shares[:, heads]
    source, content = words[:, :, 1] + words[:, :, 2], words[:, :, 3] + words[:, :, 4]
    owned = content >= content.max(0)
    is_content = owned & (content > limits.content) & (content > source)
    is_source = (source > limits.source) & ~is_content
    linked = []
    for place, cue in enumerate(cues):
        span = [
            tuple(
                _in_pieces(heads, start, end, len(pieces))
                for start, end in _runs(here[place], words[place, :, begins] > words[place, :, begins + 1])
            )
            for here, begins in ((is_source, 1), (is_content, 3))
        ]
        score = float(content[place, is_content[place]].max(initial=0.0))
        if span[1] and cue.score * score >= limits.attribution:
            linked.append((cue, RoleSpans(span[0], span[1], score)))
    return linked


def _runs(within: NDArray[np.bool_], begins: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The stretches ``[start, end)`` of words within, each begun where the one before is without or one begins."""
    before = np.concatenate([[False], within[:-1]])
    after = np.concatenate([within[1:], [False]])
    starts = within & (begins | ~before)
    ends = within & (~after | np.concatenate([begins[1:], [True]]))
    return list(zip(np.flatnonzero(starts).tolist(), (np.flatnonzero(ends) + 1).tolist(), strict=True))


def _in_pieces(heads: Ints, start: int, end: int, total: int) -> tuple[int, int]:
    return int(heads[start]), int(heads[end]) if end < len(heads) else total
