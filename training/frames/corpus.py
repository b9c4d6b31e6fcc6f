"""Annotated reports as the network learns them: windows of pieces with their tags, triggers, roles, labels and links.

The form of the files is told in `docs/model.md`. A report need not carry every kind of annotation: what is not
annotated in it is ignored there, and never taken for absent.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from dateline.model.layout import IGNORED, LABELS, TAGS, TRIGGERS, Layout, role_columns
from dateline.model.pieces import WINDOW, Cutter, Ints, Pieces, windows

BEGINS, INSIDE = 1, 2
HELD_OUT_EVERY = 10  # of so many reports one is kept for choosing thresholds and calibration
RARE = 4  # a CAMEO code seen less often than this is learnt as its root
ANNOTATIONS = ("frames", "events", "statements")

Range = tuple[int, int]  # [start, end) in pieces
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Trigger:
    """A trigger ``[start, end)`` in pieces, what its roles are, its labels, and the contact it tells of (or ``-1``)."""

    kind: str
    start: int
    end: int
    roles: Mapping[str, Sequence[Range]]
    labels: Mapping[str, str]
    contact: int = -1


@dataclass(frozen=True)
class Topic:
    """A topic of an agenda ``[start, end)`` in pieces, with its standing and contact."""

    start: int
    end: int
    standing: str
    contact: int


@dataclass
class Example:
    """A report in pieces with what is annotated in it.

    ``annotated`` names the tags annotated; ``until`` the first piece up to which its events are.
    """

    id: str
    pieces: Pieces
    annotated: set[str] = field(default_factory=set)
    triggers: list[Trigger] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    said: list[tuple[str, Range]] = field(default_factory=list)
    until: int = 0


@dataclass(frozen=True)
class Asked:
    """A trigger in its window, with the role label of every piece, (n,), and its labels, one for each set."""

    kind: int
    start: int
    end: int
    roles: Ints
    labels: Ints
    contact: int


@dataclass(frozen=True)
class Window:
    """A stretch of a report. ``tags`` (n, len(TAGS)); ``topics`` rows of start, end, standing, contact."""

    ids: Ints
    features: Ints
    paragraphs: Ints
    tags: Ints
    triggers: list[Asked]
    topics: list[tuple[int, int, int, int]]


def read_examples(data: Path, cutter: Cutter) -> list[Example]:
    """Every report that is annotated in the files to learn from of the data folder, in order of their ids.

    Texts lie in ``*/reports.jsonl``, annotations in ``frames/``, ``events/`` and ``statements/``, in files whose name
    tells that they are to learn from (``*train*``, ``*more*``); no other file is read.
    """
    texts, notes = read_rows(data)
    ids = sorted(id for id in notes if id in texts)
    cut = cutter.cut([(texts[id].get("headline") or "", texts[id]["body"]) for id in ids])
    return [_example(id, pieces, notes[id]) for id, pieces in zip(ids, cut, strict=True)]


def read_rows(data: Path) -> tuple[dict[str, Row], dict[str, dict[str, Row]]]:
    """The texts of a data folder, and the annotations to learn from by sort, both by id."""
    notes: dict[str, dict[str, Row]] = {}
    for sort in ANNOTATIONS:
        for path in sorted((data / sort).glob("*.jsonl")):
            if "train" in path.stem or "more" in path.stem:
                for row in _rows(path):
                    notes.setdefault(row["id"], {})[sort] = row
    return {row["id"]: row for path in sorted(data.glob("*/reports.jsonl")) for row in _rows(path)}, notes


def held_out(example: Example) -> bool:
    """Whether a report is kept from training; decided by its id alone."""
    return is_held_out(example.id)


def is_held_out(id: str) -> bool:
    """Whether the report of an id is kept from training."""
    return int(hashlib.md5(id.encode()).hexdigest(), 16) % HELD_OUT_EVERY == 0


def layout_of(examples: Sequence[Example]) -> Layout:
    """The label sets: those of the record, and the event types, modes and CAMEO codes that the examples use."""
    seen: dict[str, Counter[str]] = {name: Counter() for name in LABELS}
    for example in examples:
        for trigger in example.triggers:
            for name, value in trigger.labels.items():
                seen[name][value] += 1
        for topic in example.topics:
            seen["standing"][topic.standing] += 1
    codes = seen["cameo"]
    roots = {code[:2] + "0" for code in codes}
    seen["cameo"] = Counter({code for code, count in codes.items() if count >= RARE} | roots)
    return Layout({name: tuple(sorted(values)) for name, values in seen.items()})


def epoch_windows(examples: Sequence[Example], layout: Layout, rng: random.Random) -> Iterator[Window]:
    """Every report once, cut at places that differ each time."""
    for example in examples:
        first = rng.randint(WINDOW // 2, WINDOW)
        tags = _tags(example)
        for start, end in windows(example.pieces, overlap=0, first=first):
            yield _window(example, layout, tags, start, end)


def straight_marks(window: Window, curly: Mapping[int, int]) -> Window:
    """The same window with straight quotation marks, as the agencies write them."""
    ids = window.ids.copy()
    for mark, straight in curly.items():
        ids[ids == mark] = straight
    return Window(ids, window.features, window.paragraphs, window.tags, window.triggers, window.topics)


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


def _example(id: str, pieces: Pieces, notes: Mapping[str, Row]) -> Example:
    example = Example(id, pieces)
    if row := notes.get("frames"):
        _add_frames(example, row)
    if row := notes.get("statements"):
        _add_statements(example, row)
    if row := notes.get("events"):
        _add_events(example, row)
    return example


def _add_frames(example: Example, row: Row) -> None:
    example.annotated |= {"contact", "topic", "position"}
    told: dict[Range, list[tuple[int, Row, Row]]] = {}
    for n, contact in enumerate(row["contacts"]):
        for mention in contact["mentions"]:
            if place := piece_range(example.pieces, mention["trigger"]):
                told.setdefault(place, []).append((n, contact, mention))
        for item in contact["agenda"]:
            if place := piece_range(example.pieces, item["topic"]):
                example.topics.append(Topic(*place, item["standing"], n))
    for place, mentions in told.items():  # one word may tell of several contacts: "visited Laos and Cambodia"
        roles = {
            role: _all(example.pieces, [span for _, _, mention in mentions for span in mention[role]])
            for role in ("who", "when", "where")
        }
        first = mentions[0][1]
        labels = {"kind": first["kind"], "status": first["status"]}
        example.triggers.append(Trigger("contact", *place, roles, labels, mentions[0][0]))
    for position in row["positions"]:
        if place := piece_range(example.pieces, position["by"]):
            roles = {
                "holder": _all(example.pieces, [position["who"]] if position["who"] else []),
                "issue": _all(example.pieces, [position["issue"]] if position["issue"] else []),
            }
            example.triggers.append(Trigger("position", *place, roles, {"stance": position["stance"]}))


def _add_statements(example: Example, row: Row) -> None:
    example.annotated |= {"cue", "source", "content"}
    for statement in row["statements"]:
        roles = {role: _all(example.pieces, statement[role]) for role in ("source", "content")}
        example.said += [(role, place) for role, places in roles.items() for place in places]
        if cues := _all(example.pieces, statement["cue"]):
            example.triggers.append(Trigger("attribution", *cues[0], roles, {}))


def _add_events(example: Example, row: Row) -> None:
    example.annotated.add("event")
    body = example.pieces.starts[example.pieces.split :]
    example.until = example.pieces.split + int(np.searchsorted(body, row["upto"]))
    for event in row["events"]:
        if place := piece_range(example.pieces, event["trigger"]):
            roles = {role: _all(example.pieces, event[role]) for role in ("who", "whom")}
            labels = {"event": event["event"], "mode": event["mode"] or "", "cameo": str(event["cameo"])}
            example.triggers.append(Trigger("event", *place, roles, labels))


def _all(pieces: Pieces, spans: Sequence[Any]) -> list[Range]:
    return sorted({place for span in spans if (place := piece_range(pieces, span))})


def piece_range(pieces: Pieces, span: Any) -> Range | None:
    """The pieces of a span ``[part, start, end]``; none where it covers no piece."""
    part, start, end = span
    low, high = (0, pieces.split) if part == "headline" else (pieces.split, len(pieces))
    first = low + int(np.searchsorted(pieces.ends[low:high], start, side="right"))
    last = low + int(np.searchsorted(pieces.starts[low:high], end))
    return (first, last) if first < last else None


def _tags(example: Example) -> Ints:
    """The begin-inside-outside tags (n, len(TAGS)) of a whole report; what is not annotated is ignored."""
    tags = np.full((len(example.pieces), len(TAGS)), IGNORED, dtype=np.int64)
    for column, name in enumerate(TAGS):
        if name in example.annotated:
            low, high = 0, len(example.pieces)
            if name == "event":
                high = example.until
            elif name in ("cue", "source", "content"):
                low = example.pieces.split  # statements are annotated in bodies only
            tags[low:high, column] = 0
    for trigger in example.triggers:
        column = TAGS.index(TRIGGERS[trigger.kind])  # type: ignore[index]
        _mark(tags[:, column], (trigger.start, trigger.end))
    for topic in example.topics:
        _mark(tags[:, TAGS.index("topic")], (topic.start, topic.end))
    for role, place in sorted(example.said, key=lambda row: row[1][0] - row[1][1]):
        _mark(tags[:, TAGS.index(role)], place)
    tags[~example.pieces.heads] = IGNORED
    return tags


def _mark(labels: Ints, place: Range, begins: int = BEGINS, inside: int = INSIDE, offset: int = 0) -> None:
    start, end = place[0] - offset, place[1] - offset
    labels[max(start, 0) : max(end, 0)] = inside
    if 0 <= start < len(labels):
        labels[start] = begins


def _window(example: Example, layout: Layout, tags: Ints, start: int, end: int) -> Window:
    pieces = example.pieces
    triggers = [
        _asked(trigger, layout, pieces, start, end)
        for trigger in example.triggers
        if start <= trigger.start and trigger.end <= end
    ]
    topics = [
        (topic.start - start, topic.end - start, layout.number("standing", topic.standing), topic.contact)
        for topic in example.topics
        if start <= topic.start and topic.end <= end
    ]
    here = slice(start, end)
    return Window(pieces.ids[here], pieces.features[here], pieces.paragraphs[here], tags[here], triggers, topics)


def _asked(trigger: Trigger, layout: Layout, pieces: Pieces, start: int, end: int) -> Asked:
    roles = np.zeros(end - start, dtype=np.int64)
    for role, places in trigger.roles.items():
        begins, inside = role_columns(trigger.kind, role)
        for place in places:
            _mark(roles, place, begins, inside, start)
    labels = np.array([layout.number(name, trigger.labels.get(name)) for name in LABELS], dtype=np.int64)
    roles = np.where(pieces.heads[start:end], roles, IGNORED)
    kind = list(TRIGGERS).index(trigger.kind)  # type: ignore[arg-type]
    return Asked(kind, trigger.start - start, trigger.end - start, roles, labels, trigger.contact)
