"""The limits that suit a model, chosen on reports held out from training.

A limit of one tag or role is the one with the best F1 of its spans (two spans agree if they share half their words);
those of what belongs together the one with the best F1 of pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from tokenizers import Tokenizer

from dateline.model.decoding import decide
from dateline.model.frames import Frame, FrameKind, Frames
from dateline.model.layout import TRIGGERS
from dateline.model.limits import Limits, write_limits
from dateline.model.network import Network
from dateline.model.pieces import Cutter, Pieces
from dateline.record import Span
from frames.corpus import Example, Range, held_out, piece_range, read_examples

TRIED = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65)
START = Limits()
Figure = tuple[int, int, int]
"""What agrees, what was found, what is there."""


def choose_limits(data: Path, model: Path) -> Limits:
    """Choose the limits of the model in its folder, print the figures they reach and write them there."""
    network = Network(model, threads=2)
    cutter = Cutter(Tokenizer.from_file(str(model / "tokenizer.json")))
    examples = [example for example in read_examples(data, cutter) if held_out(example)]
    seen = [network.see(example.pieces) for example in examples]
    limits = START
    for name in [field for field in vars(START) if field != "attribution"]:
        reached = {}
        for value in TRIED:
            network.limits = replace(limits, **{name: value})
            figures = [
                measured(name, example, decide(network, example.pieces, windows), value)
                for example, windows in zip(examples, seen, strict=True)
                if _is_annotated(name, example)
            ]
            reached[value] = f1(figures)
        best = max(TRIED, key=lambda value: reached[value])
        limits = replace(limits, **{name: best})
        print(f"{name:12s} {best:.2f}  F1 {reached[best]:.3f}", flush=True)
    write_limits(limits, model / "limits.toml")
    return limits


def f1(figures: Iterable[Figure]) -> float:
    """F1 over reports."""
    agree, found, there = (sum(column) for column in zip(*figures, strict=True))
    return 2 * agree / (found + there) if found + there else 1.0


def measured(name: str, example: Example, frames: Frames, limit: float) -> Figure:
    """What one limit decides of a report, against what is annotated."""
    pieces = example.pieces
    if name in TAGGED:
        kind = TAGGED[name]
        found = [_range(pieces, span) for span in _triggers(frames, kind)]
        found = [place for place in found if kind != "event" or place[0] < example.until]
        return agreeing(found, [(t.start, t.end) for t in example.triggers if t.kind == kind])
    if name == "topic":
        return agreeing([_range(pieces, t.span) for t in frames.topics], [(t.start, t.end) for t in example.topics])
    if name in ("source", "content"):
        spans = {_range(pieces, span) for a in frames.attributions for span in getattr(a, name)}
        return agreeing(sorted(spans), sorted({place for role, place in example.said if role == name}))
    if name in ("same", "about"):
        return _paired(name, example, frames, limit)
    return _roles(name, example, frames)


TAGGED: dict[str, FrameKind] = {tag: kind for kind, tag in TRIGGERS.items()}


def _is_annotated(name: str, example: Example) -> bool:
    tag = {"source": "cue", "content": "cue", "whom": "event", "event": "event"}.get(name, name)
    return (tag if tag in ("cue", "event") else "contact") in example.annotated


def _triggers(frames: Frames, kind: FrameKind) -> list[Span]:
    if kind == "attribution":
        return [attribution.cue[0] for attribution in frames.attributions]
    return [frame.trigger for frame in _of_kind(frames, kind)]


def _of_kind(frames: Frames, kind: str) -> tuple[Frame, ...]:
    return {"contact": frames.contacts, "position": frames.positions, "event": frames.events}[kind]


def _roles(role: str, example: Example, frames: Frames) -> Figure:
    """The fillers of a role, over all kinds of frames that have it, of the triggers that were rightly found."""
    total = (0, 0, 0)
    for kind in ("contact", "position", "event"):
        gold = {(t.start, t.end): t for t in example.triggers if t.kind == kind and role in t.roles}
        for frame in _of_kind(frames, kind):
            trigger = gold.get(_range(example.pieces, frame.trigger))
            if trigger is not None:
                found = [_range(example.pieces, span) for span in frame.roles[role]]
                agree, one, other = agreeing(found, list(trigger.roles[role]))
                total = total[0] + agree, total[1] + one, total[2] + other
    return total


def _paired(name: str, example: Example, frames: Frames, limit: float) -> Figure:
    """Pairs of triggers of one contact, or of a topic and a trigger of its contact, that the limit puts together."""
    contact = {(t.start, t.end): t.contact for t in example.triggers if t.kind == "contact"}
    right = [contact.get(_range(example.pieces, frame.trigger)) for frame in frames.contacts]
    left, pairs = right, frames.same
    if name == "about":
        topics = {(t.start, t.end): t.contact for t in example.topics}
        left, pairs = [topics.get(_range(example.pieces, topic.span)) for topic in frames.topics], frames.about
    asked = [
        (left[i] == right[j], share >= limit) for (i, j), share in pairs.items() if None not in (left[i], right[j])
    ]
    return sum(a and b for a, b in asked), sum(b for _, b in asked), sum(a for a, _ in asked)


def agreeing(found: Sequence[Range], there: Sequence[Range]) -> Figure:
    """How many spans agree, each taken once, the best matches first; how many were found, and how many are there."""
    pairs = sorted(
        (-_overlap(one, other), i, j)
        for i, one in enumerate(found)
        for j, other in enumerate(there)
        if _overlap(one, other) >= 0.5
    )
    ones: set[int] = set()
    others: set[int] = set()
    for _, i, j in pairs:
        if i not in ones and j not in others:
            ones.add(i), others.add(j)
    return len(ones), len(found), len(there)


def _overlap(one: Range, other: Range) -> float:
    """Intersection over union."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(common, 0) / (max(one[1], other[1]) - min(one[0], other[0]))


def _range(pieces: Pieces, span: Span) -> Range:
    place = piece_range(pieces, (span.part, span.start, span.end))
    assert place is not None, "the model's spans are made of pieces"
    return place
