"""PolNeAR as the network learns it: windows of pieces with their labels and the roles every cue gives them."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dateline.reading.tagging.pieces import WINDOW, Cutter, Ints, Pieces, windows

# Labels of a piece for itself (three tag sets), and for one cue (one set).
OUTSIDE, BEGINS, INSIDE = range(3)
NO_ROLE, SOURCE_BEGINS, SOURCE_INSIDE, CONTENT_BEGINS, CONTENT_INSIDE = range(5)
IGNORED = -100  # the label of a piece that does not begin a word

HELD_OUT_EVERY = 24  # every such article of the training file is kept for choosing the decoder's limits

Roles = dict[str, list[list[int]]]  # "source", "cue" and "content", each a list of [start, end) code points


@dataclass(frozen=True)
class Article:
    """A text in pieces with every annotator's reading; the first reading is the one that counts."""

    id: str
    body: str
    pieces: Pieces
    readings: list[list[Roles]]


@dataclass(frozen=True)
class Cue:
    """A cue ``[start, end)`` in pieces of its window, and the role it gives to every piece of it, (n,)."""

    start: int
    end: int
    roles: Ints


@dataclass(frozen=True)
class Window:
    """A stretch of an article. ``tags`` (n, 3): cue, source and content labels of each piece."""

    ids: Ints
    features: Ints
    paragraphs: Ints
    tags: Ints
    cues: list[Cue]


def read_articles(path: Path, cutter: Cutter) -> list[Article]:
    """Every article of a PolNeAR file of ``shared/data``."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    cut = cutter.cut([row["body"] for row in rows])
    return [
        Article(row["id"], row["body"], pieces, [reading["attributions"] for reading in row["gold"]])
        for row, pieces in zip(rows, cut, strict=True)
    ]


def taught(articles: list[Article]) -> list[Article]:
    """Those of the training file that the network learns from."""
    return [article for place, article in enumerate(articles) if place % HELD_OUT_EVERY]


def held_out(articles: list[Article]) -> list[Article]:
    """Those of the training file that it does not."""
    return articles[::HELD_OUT_EVERY]


def epoch_windows(articles: list[Article], rng: random.Random) -> Iterator[Window]:
    """Every article once: cut at places that differ each time, in a reading drawn when there are several."""
    for article in articles:
        reading = article.readings[0] if rng.random() < 0.5 else rng.choice(article.readings)
        first = rng.randint(WINDOW // 3, WINDOW)
        spans = [_in_pieces(article.pieces, attribution) for attribution in reading]
        for start, end in windows(article.pieces, overlap=0, first=first):
            yield _window(article.pieces, spans, start, end)


def straight_marks(window: Window, curly: dict[int, int]) -> Window:
    """The same window with straight quotation marks, as the agencies write them."""
    ids = window.ids.copy()
    for mark, straight in curly.items():
        ids[ids == mark] = straight
    return Window(ids, window.features, window.paragraphs, window.tags, window.cues)


def _in_pieces(pieces: Pieces, attribution: Roles) -> dict[str, list[tuple[int, int]]]:
    def find(start: int, end: int) -> tuple[int, int]:
        return int(np.searchsorted(pieces.ends, start, side="right")), int(np.searchsorted(pieces.starts, end))

    return {role: [span for s, e in spans if (span := find(s, e))[0] < span[1]] for role, spans in attribution.items()}


def _window(pieces: Pieces, spans: list[dict[str, list[tuple[int, int]]]], start: int, end: int) -> Window:
    size = end - start
    tags = np.zeros((size, 3), dtype=np.int64)
    cues = []
    for attribution in spans:
        for column, role in enumerate(("cue", "source", "content")):
            for span in attribution[role]:
                _mark(tags[:, column], span, start, BEGINS, INSIDE)
        for cue_start, cue_end in attribution["cue"][:1]:
            if start <= cue_start and cue_end <= end:
                roles = np.zeros(size, dtype=np.int64)
                for span in attribution["source"]:
                    _mark(roles, span, start, SOURCE_BEGINS, SOURCE_INSIDE)
                for span in attribution["content"]:
                    _mark(roles, span, start, CONTENT_BEGINS, CONTENT_INSIDE)
                cues.append(Cue(cue_start - start, cue_end - start, np.where(pieces.heads[start:end], roles, IGNORED)))
    tags[~pieces.heads[start:end]] = IGNORED
    return Window(pieces.ids[start:end], pieces.features[start:end], pieces.paragraphs[start:end], tags, cues)


def _mark(labels: Ints, span: tuple[int, int], offset: int, begins: int, inside: int) -> None:
    start, end = span[0] - offset, span[1] - offset
    labels[max(start, 0) : max(end, 0)] = inside
    if 0 <= start < len(labels):
        labels[start] = begins
