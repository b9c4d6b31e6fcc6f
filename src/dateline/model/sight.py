"""What the encoder and the heads say of a report, before it is decided what counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dateline.model.frames import FrameKind
from dateline.model.pieces import Ints, Pieces
from dateline.model.spans import Floats, Table


@dataclass(frozen=True)
class Seen:
    """What the encoder says of a window of ``n`` pieces that begins at piece ``start``.

    ``paragraphs`` (n,); ``tags`` (n, 3 TAGS) shares of the tags; ``keys`` (n, 256) what the link head needs to know of
    a piece; ``states`` (n, 384), of which spans are made.
    """

    start: int
    paragraphs: Ints
    tags: Floats
    keys: Floats
    states: Floats

    @property
    def end(self) -> int:
        """The number of the first piece after the window."""
        return self.start + len(self.tags)


@dataclass(frozen=True)
class Trigger:
    """A trigger or topic ``[start, end)`` in pieces, and how sure the encoder is of it; a topic has no kind."""

    kind: FrameKind | None
    start: int
    end: int
    score: float


@dataclass(frozen=True)
class RoleShares:
    """For one trigger the shares of the role labels, (n, ROLE_LABELS), of the pieces from ``start`` on."""

    trigger: Trigger
    start: int
    shares: Floats


def word_shares(shares: RoleShares, heads: Ints) -> Table:
    """The shares of words, by their first pieces."""
    low, high = np.searchsorted(heads, [shares.start, shares.start + len(shares.shares)])
    return int(low), shares.shares[heads[low:high] - shares.start]


def joined(pieces: Pieces, seen: Sequence[Seen], shares: Sequence[Floats]) -> Floats:
    """Shares of a whole report from those of its windows; where they overlap, the farther from the edge counts more."""
    total = np.zeros((len(pieces), shares[0].shape[1]), dtype=np.float32)
    weights = np.zeros((len(pieces), 1), dtype=np.float32)
    for window, here in zip(seen, shares, strict=True):
        place = np.arange(len(here), dtype=np.float32)
        weight = (np.minimum(place, len(here) - 1 - place) + 1)[:, None]
        total[window.start : window.end] += weight * here
        weights[window.start : window.end] += weight
    found: Floats = total / weights
    return found
