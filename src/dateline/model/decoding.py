"""From what the network sees to frames: which words are triggers and topics, what fills roles, what is one contact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np

from dateline.model.attributions import find_roles
from dateline.model.frames import ROLES, Attribution, Frame, FrameKind, Frames, Topic
from dateline.model.layout import LABELS_OF, PAIRS, TAGS, TRIGGERS, Layout, role_columns
from dateline.model.limits import Limits
from dateline.model.pieces import Ints, Pieces, nearness_of
from dateline.model.sight import RoleShares, Seen, Trigger, joined, word_shares
from dateline.model.spans import Floats, best_labels, bridged, cropped, in_pieces, runs, stretches
from dateline.record import Span, Spans

BRIDGE = 0.05
"""The share of belief from which up to four words between two stretches of a topic are part of it: "U.S. exports"."""
RECENT = 60
"""How many triggers of contacts back a trigger or topic is asked about; it bounds the time on any input."""


class Heads(Protocol):
    """What decoding asks of a network."""

    @property
    def limits(self) -> Limits:
        """How sure it must be."""

    @property
    def layout(self) -> Layout:
        """What its label sets hold."""

    def roles(self, seen: Sequence[Seen], triggers: Sequence[Trigger]) -> list[RoleShares]:
        """What each piece around a trigger is to it."""

    def labels(self, states: Floats) -> Floats:
        """The shares of the labels of spans."""

    def pairs(self, left: Floats, right: Floats, near: Ints) -> Floats:
        """How likely spans belong together."""

    def states(self, seen: Sequence[Seen], triggers: Sequence[Trigger]) -> Floats:
        """The mean state of each span."""


def decide(heads: Heads, pieces: Pieces, seen: list[Seen]) -> Frames:
    """The frames that follow from what was seen of a report."""
    if not seen:
        return Frames()
    tags = joined(pieces, seen, [window.tags for window in seen])
    triggers = {kind: _find(tags, tag, kind, pieces, heads.limits) for kind, tag in TRIGGERS.items()}
    every = [trigger for found in triggers.values() for trigger in found]
    shares = heads.roles(seen, every) if every else []
    by_kind = {kind: [s for s in shares if s.trigger.kind == kind] for kind in TRIGGERS}
    topics = _find(tags, "topic", None, pieces, heads.limits)
    contacts = triggers["contact"]
    states = heads.states(seen, [*contacts, *topics]) if contacts or topics else np.zeros((0, 1), dtype=np.float32)
    frames = {
        kind: tuple(_frames(heads, pieces, seen, kind, by_kind[kind])) for kind in TRIGGERS if kind != "attribution"
    }
    return Frames(
        attributions=_attributions(by_kind["attribution"], tags, pieces, heads.limits),
        contacts=frames["contact"],
        positions=frames["position"],
        events=frames["event"],
        topics=tuple(_topics(heads, pieces, topics, states[len(contacts) :])),
        same=dict(_same(heads, pieces, contacts, states)),
        about=dict(_about(heads, pieces, contacts, topics, states)),
    )


def _find(tags: Floats, name: str, kind: FrameKind | None, pieces: Pieces, limits: Limits) -> list[Trigger]:
    """The triggers or topics of one tag, in order."""
    heads = np.flatnonzero(pieces.heads)
    column = 3 * TAGS.index(name)
    words = tags[heads, column : column + 3]
    within = words[:, 0] < 1 - getattr(limits, name)
    if name == "topic":
        within = bridged(within, words[:, 0] < 1 - BRIDGE)
    return [
        Trigger(kind, *in_pieces((start, end), heads, len(pieces)), float(1 - words[start:end, 0].mean()))
        for part in _parts(heads, pieces)
        for start, end in _within(runs(within[part], words[part, 1] > words[part, 2]), part.start)
    ]


def _parts(heads: Ints, pieces: Pieces) -> tuple[slice, slice]:
    """The words of the headline and those of the body: no span goes over."""
    at = int(np.searchsorted(heads, pieces.split))
    return slice(0, at), slice(at, len(heads))


def _within(found: list[tuple[int, int]], start: int) -> list[tuple[int, int]]:
    return [(start + a, start + b) for a, b in found]


def _frames(
    heads: Heads, pieces: Pieces, seen: list[Seen], kind: FrameKind, asked: Sequence[RoleShares]
) -> Iterator[Frame]:
    """The frames of one kind, with their roles and labels."""
    if not asked:
        return
    firsts = np.flatnonzero(pieces.heads)
    tables = [cropped(word_shares(shares, firsts)) for shares in asked]
    limits = [getattr(heads.limits, role) for role in ROLES[kind]]
    labels = best_labels([table for _, table in tables], limits)
    shares = heads.labels(heads.states(seen, [a.trigger for a in asked]))
    for place, (first, _) in enumerate(tables):
        trigger = asked[place].trigger
        roles = {
            role: _spans(pieces, firsts, stretches(labels[place], role_columns(kind, role)[0], first))
            for role in ROLES[kind]
        }
        beliefs = {name: _beliefs(heads.layout, name, shares[place]) for name in LABELS_OF[kind]}
        best = {name: max(values, key=lambda value: values[value]) for name, values in beliefs.items()}
        yield Frame(kind, _span(pieces, trigger.start, trigger.end), roles, best, round(trigger.score, 4), beliefs)


def _beliefs(layout: Layout, name: str, shares: Floats) -> dict[str, float]:
    return {
        value: round(float(share), 4)
        for value, share in zip(layout.values[name], shares[layout.columns(name)], strict=True)
    }


def _topics(heads: Heads, pieces: Pieces, topics: Sequence[Trigger], states: Floats) -> Iterator[Topic]:
    shares = heads.labels(states) if topics else states
    for topic, row in zip(topics, shares, strict=True):
        standings = _beliefs(heads.layout, "standing", row)
        yield Topic(_span(pieces, topic.start, topic.end), standings, round(topic.score, 4))


def _same(
    heads: Heads, pieces: Pieces, contacts: Sequence[Trigger], states: Floats
) -> Iterator[tuple[tuple[int, int], float]]:
    """How likely each two triggers of contacts tell of one."""
    pairs = [(i, j) for j in range(len(contacts)) for i in range(max(0, j - RECENT), j)]
    yield from _asked(heads, pieces, "same", pairs, contacts, contacts, states, states)


def _about(
    heads: Heads, pieces: Pieces, contacts: Sequence[Trigger], topics: Sequence[Trigger], states: Floats
) -> Iterator[tuple[tuple[int, int], float]]:
    """How likely each topic, by its number, is one of the contact of each trigger."""
    starts = [contact.start for contact in contacts]
    pairs = []
    for t, topic in enumerate(topics):
        at = int(np.searchsorted(starts, topic.start))
        pairs += [(n, t) for n in range(max(0, at - RECENT // 2), min(len(contacts), at + RECENT // 2))]
    found = _asked(heads, pieces, "topic", pairs, contacts, topics, states, states[len(contacts) :])
    yield from (((t, n), share) for (n, t), share in found)


def _asked(
    heads: Heads, pieces: Pieces, sort: str, pairs: list[tuple[int, int]], left: Sequence[Trigger],
    right: Sequence[Trigger], left_states: Floats, right_states: Floats,
) -> Iterator[tuple[tuple[int, int], float]]:  # fmt: skip
    if not pairs:
        return
    a, b = np.array(pairs).T
    places = np.array([(left[i].start, left[i].end, right[j].start) for i, j in pairs], dtype=np.int64)
    near = nearness_of(pieces.paragraphs, places[:, 0], places[:, 1], places[:, 2])
    shares = heads.pairs(left_states[a], right_states[b], near)[:, PAIRS.index(sort)]
    for pair, share in zip(pairs, shares, strict=True):
        yield pair, round(float(share), 4)


def _attributions(asked: Sequence[RoleShares], tags: Floats, pieces: Pieces, limits: Limits) -> tuple[Attribution, ...]:
    """Who says what, in order of the cues."""
    columns = slice(3 * TAGS.index("source"), 3 * TAGS.index("content") + 3)
    return tuple(
        Attribution(
            source=tuple(_span(pieces, *place) for place in r.source),
            cue=(_span(pieces, r.cue.start, r.cue.end),),
            content=tuple(_span(pieces, *place) for place in r.content),
            score=round(r.score, 3),
        )
        for r in find_roles(asked, tags[:, columns], pieces, limits)
    )


def _spans(pieces: Pieces, heads: Ints, words: Sequence[tuple[int, int]]) -> Spans:
    return tuple(_span(pieces, *in_pieces(stretch, heads, len(pieces))) for stretch in words)


def _span(pieces: Pieces, start: int, end: int) -> Span:
    """The record's span of some pieces; what would go over from the headline to the body ends with the headline."""
    end = min(end, pieces.split) if start < pieces.split else end
    part = "headline" if start < pieces.split else "body"
    return Span(part=part, start=int(pieces.starts[start]), end=int(pieces.ends[end - 1]))
