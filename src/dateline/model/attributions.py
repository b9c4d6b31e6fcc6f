"""Who says what: from what the model says of cues to source and content spans, each word said by one speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dateline.model.limits import Limits
from dateline.model.pieces import Pieces
from dateline.model.sight import RoleShares, Trigger, word_shares
from dateline.model.spans import Floats, Stretch, Table, best_labels, cropped, in_pieces, runs, stretches

NO_ROLE, SOURCE, SOURCE_ON, CONTENT, CONTENT_ON = range(5)
"""The labels of a word for one cue: none, begins or carries on a source, begins or carries on a content."""


@dataclass(frozen=True)
class RoleSpans:
    """The source and content spans of one cue in pieces, and how sure the link head is of the content."""

    cue: Trigger
    source: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    score: float


def find_roles(asked: Sequence[RoleShares], tags: Floats, pieces: Pieces, limits: Limits) -> list[RoleSpans]:
    """The cues that have content, each with its spans, in order.

    ``tags`` (n, 6): whatever the cue, the shares of outside, begins, inside a source, and of the same for a content.
    Contents do not overlap, as in PolNeAR: where two cues claim the same words the surer claim holds. A source may
    serve many cues.
    """
    if not asked:
        return []
    heads = np.flatnonzero(pieces.heads)
    tables = [cropped(table) for table in _agreed([word_shares(shares, heads) for shares in asked], tags[heads])]
    labels = best_labels([table for _, table in tables], (limits.source, limits.content))
    sources = [_surest(stretches(row, SOURCE, table[0]), table) for row, table in zip(labels, tables, strict=True)]
    contents = [stretches(row, CONTENT, first) for row, (first, _) in zip(labels, tables, strict=True)]
    granted = _grant(contents, tables)
    _take_in_unclaimed(granted, tags[heads, 3:])
    found = []
    for shares, source, content in zip(asked, sources, granted, strict=True):
        score = shares.trigger.score * max(content.values(), default=0.0)
        if content and score >= limits.attribution:
            in_source, in_content = (
                tuple(in_pieces(stretch, heads, len(pieces)) for stretch in sorted(words))
                for words in (source, content)
            )
            found.append(RoleSpans(shares.trigger, in_source, in_content, score))
    return found


def _agreed(tables: Sequence[Table], tags: Floats) -> list[Table]:
    """What the cues say of the words, brought together with what the tags say of them whatever the cue.

    The tags see more than the cues together own up to. So the cue that comes nearest to owning a word takes it at a
    mean of its own share and the tags'.
    """
    agreed = [(first, table.copy()) for first, table in tables]
    for begins, tag, trust in (
        (SOURCE, tags[:, :3], TRUST_IN_SOURCE_TAGS),
        (CONTENT, tags[:, 3:], TRUST_IN_CONTENT_TAGS),
    ):
        both = slice(begins, begins + 2)
        most = np.full(len(tags), _NO_CLAIM, dtype=np.float32)
        for first, table in tables:
            here = most[first : first + len(table)]
            np.maximum(here, table[:, both].sum(1), out=here)
        for (first, table), (_, changed) in zip(tables, agreed, strict=True):
            there = slice(first, first + len(table))
            nearest = table[:, both].sum(1) >= most[there]
            changed[nearest, both] += trust * (tag[there][nearest, 1:] - table[nearest, both])
    for _, table in agreed:
        table[:, NO_ROLE] = np.maximum(0.0, 1 - table[:, SOURCE:].sum(1))
    return agreed


TRUST_IN_SOURCE_TAGS, TRUST_IN_CONTENT_TAGS = 0.5, 0.7
"""How much of the mean is the tags', chosen on articles held out from training."""

_NO_CLAIM = 0.01


def _surest(stretches: Sequence[Stretch], table: Table) -> Sequence[Stretch]:
    """The surest source alone: in PolNeAR one attribution in two thousand has two."""
    return sorted(stretches, key=lambda stretch: -_belief(stretch, SOURCE, table))[:1]


def _belief(stretch: Stretch, begins: int, table: Table) -> float:
    """The mean share of a role over a stretch."""
    first, words = table
    return float(words[stretch[0] - first : stretch[1] - first, begins : begins + 2].sum(1).mean())


def _grant(claims: Sequence[Sequence[Stretch]], tables: Sequence[Table]) -> list[dict[Stretch, float]]:
    """To each cue the contents it may keep with their mean shares; the surest claims are heard first."""
    sure = [
        (-_belief(stretch, CONTENT, tables[place]), place, stretch)
        for place, stretches in enumerate(claims)
        for stretch in stretches
    ]
    granted: list[dict[Stretch, float]] = [{} for _ in claims]
    taken: set[int] = set()
    for unsure, place, stretch in sorted(sure):
        if taken.isdisjoint(range(*stretch)):
            taken.update(range(*stretch))
            granted[place][stretch] = -unsure
    return granted


def _take_in_unclaimed(granted: Sequence[dict[Stretch, float]], tags: Floats) -> None:
    """Give words that the tags call content, and no cue does, to the content before them, else to the one behind.

    So the third paragraph of a long quotation stays with its speaker.
    """
    said = tags[:, 1:].sum(1)
    owner = np.full(len(tags), -1)
    for place, contents in enumerate(granted):
        for start, end in contents:
            owner[start:end] = place
    unclaimed = (owner < 0) & (said >= _PLAINLY_SAID)
    begins = tags[:, 1] > tags[:, 2]
    for start, end in runs(unclaimed, begins):
        before, behind = owner[max(0, start - _BESIDE) : start], owner[end : end + _BESIDE]
        beside = [*before[before >= 0][-1:], *behind[behind >= 0][:1]]
        carried_on = start > 0 and owner[start - 1] >= 0 and not begins[start]
        if beside and (carried_on or end - start >= _WORTH_TAKING):
            contents = granted[beside[0]]
            whole = next((stretch for stretch in contents if carried_on and stretch[1] == start), (start, end))
            contents[whole[0], end] = contents.pop(whole, float(said[start:end].mean()))
            owner[start:end] = beside[0]


_PLAINLY_SAID = 0.5
_BESIDE = 20  # words between; from 5 to 20 all did as well on held-out articles, 20 best on the development ones
_WORTH_TAKING = 6  # words; shorter ones are mostly slips of the tags
