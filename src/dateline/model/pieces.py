"""What the model sees of a report: word pieces, what the pieces lose (case, paragraphs, quotation, part), and windows.

The encoder's vocabulary is lower-case and knows no line ends; who is quoted turns on both, so every piece carries
its shape, the gap before it, its place in quotation and the part it stands in. Training and reading share this module,
so that the model is asked about exactly what it learnt from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Ints = NDArray[np.int64]

# Values of the features of a piece; a model is trained on these numbers, so they never change their meaning.
SHAPES = ("special", "lower", "title", "upper", "mixed", "digits", "mark")
GAPS = ("none", "space", "line", "paragraph")
QUOTATION = ("outside", "inside", "carried on", "opening mark", "closing mark")
PARTS = ("body", "headline")
FEATURES = (SHAPES, GAPS, QUOTATION, PARTS)

WINDOW = 448  # pieces a window may hold, the two special ones not counted
OVERLAP = (
    64  # pieces two windows share, so that a trigger near the edge of one is seen with its surroundings in the other
)


@dataclass(frozen=True)
class Pieces:
    """A report as ``n`` word pieces, in order: those of the headline, then those of the body.

    ``ids`` (n,) vocabulary numbers; ``features`` (n, 4) indices into ``FEATURES``; ``starts``, ``ends`` (n,) code
    points of the part; ``heads`` (n,) whether a piece begins a word; ``split`` the number of the body's first piece.
    """

    ids: Ints
    features: Ints
    starts: Ints
    ends: Ints
    heads: NDArray[np.bool_]
    split: int = 0

    def __len__(self) -> int:
        """How many pieces there are."""
        return len(self.ids)

    @cached_property
    def paragraphs(self) -> Ints:
        """The number of the paragraph each piece stands in, from 1."""
        return np.cumsum(self.features[:, 1] == GAPS.index("paragraph"))


class Cutter:
    """Cuts texts into pieces with the model's own vocabulary."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        """Take the tokenizer as shipped; it must neither cut off nor pad."""
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        vocabulary = tokenizer.get_vocab()
        self._begins_word = np.ones(max(vocabulary.values()) + 1, dtype=bool)
        self._begins_word[[number for piece, number in vocabulary.items() if piece.startswith("##")]] = False

    def cut(self, reports: Sequence[tuple[str, str]]) -> Iterator[Pieces]:
        """The pieces of each report, given as headline and body, in order."""
        texts = [text for report in reports for text in report]
        cut = self._cut(texts)
        for headline, body in zip(cut, cut, strict=True):
            yield _joined(headline, body)

    def _cut(self, texts: list[str]) -> Iterator[Pieces]:
        for text, encoding in zip(texts, self._tokenizer.encode_batch(texts, add_special_tokens=False), strict=True):
            ids = np.array(encoding.ids, dtype=np.int64)
            offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
            starts, ends = offsets[:, 0], offsets[:, 1]
            part = np.zeros(len(ids), dtype=np.int64)
            columns = [_shapes(text, starts, ends), _gaps(text, starts, ends), _quotation(text)[starts], part]
            features = np.stack(columns, 1)
            yield Pieces(ids, features, starts, ends, self._begins_word[ids])


def _joined(headline: Pieces, body: Pieces) -> Pieces:
    """The two parts as one."""
    headline.features[:, 3] = PARTS.index("headline")

    def both(name: str) -> Any:
        return np.concatenate([getattr(headline, name), getattr(body, name)])

    return Pieces(both("ids"), both("features"), both("starts"), both("ends"), both("heads"), len(headline))


def _shapes(text: str, starts: Ints, ends: Ints) -> Ints:
    upper = _running(text, str.isupper)
    letters = _running(text, str.isalpha)
    digits = _running(text, str.isdigit)
    length, capitals = ends - starts, upper[ends] - upper[starts]
    begins_upper = upper[np.minimum(starts + 1, len(text))] > upper[starts]
    shape = np.full(len(starts), SHAPES.index("mark"), dtype=np.int64)
    wordlike = letters[ends] > letters[starts]
    shape[wordlike] = SHAPES.index("mixed")
    shape[wordlike & (capitals == 0)] = SHAPES.index("lower")
    shape[wordlike & (capitals == length)] = SHAPES.index("upper")
    shape[wordlike & begins_upper & (capitals == 1)] = SHAPES.index("title")
    shape[digits[ends] > digits[starts]] = SHAPES.index("digits")
    return shape


def _gaps(text: str, starts: Ints, ends: Ints) -> Ints:
    lines = _running(text, "\n".__eq__)
    before = np.concatenate([[0], ends[:-1]])
    newlines = lines[starts] - lines[before]
    gap = np.where(starts > before, GAPS.index("space"), GAPS.index("none"))
    gap[newlines > 0] = GAPS.index("line")
    gap[newlines > (1 if _BLANK_LINE.search(text) else 0)] = GAPS.index("paragraph")
    gap[:1] = GAPS.index("paragraph")
    return gap


def _running(text: str, test: Callable[[str], bool]) -> Ints:
    """How many characters before each position pass the test; one longer than the text."""
    counts = np.zeros(len(text) + 1, dtype=np.int64)
    np.cumsum(np.array([test(character) for character in text], dtype=np.int64), out=counts[1:])
    return counts


_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_MARK = re.compile(r"[“”„«»\"]|``|''|\n[^\S\n]*\n|\n")


def _quotation(text: str) -> Ints:
    """The quotation state of every character.

    A paragraph ends its quotation; one that opens with a mark while the last was left open carries it on. A straight
    mark opens if there is a gap before it and none after it, closes if it is the other way round, and else turns the
    state, so that one lost mark does not turn a whole paragraph inside out.
    """
    state = np.zeros(len(text) + 1, dtype=np.int64)
    paragraph_mark = len(_BLANK_LINE.findall(text)) == 0
    inside, carried, low, since = False, False, False, 0
    for match in _MARK.finditer(text):
        mark, start, end = match[0], match.start(), match.end()
        if inside:
            state[since:start] = QUOTATION.index("carried on" if carried else "inside")
        since = end
        if mark[0] == "\n":
            if len(mark) > 1 or paragraph_mark:
                left_open, inside, carried = inside, False, False
                following = text[end : end + 2].lstrip()
                carried = left_open and following[:1] in tuple("“\"`'„«")
            continue
        opens = mark in ("„", "«", "``") or (mark == "“" and not low) or (mark == '"' and _opens(text, start, inside))
        low = mark == "„"  # German style: what opens elsewhere closes after it
        state[start:end] = QUOTATION.index("opening mark" if opens else "closing mark")
        carried = carried and opens and not inside
        inside = opens
    if inside:
        state[since:] = QUOTATION.index("carried on" if carried else "inside")
    return state


def _opens(text: str, at: int, inside: bool) -> bool:
    gap_before = at == 0 or text[at - 1].isspace() or text[at - 1] in "([—–-"
    gap_after = at + 1 == len(text) or text[at + 1].isspace() or text[at + 1] in ".,;:!?)]"
    return gap_before if gap_before != gap_after else not inside


def windows(
    pieces: Pieces, size: int = WINDOW, overlap: int = OVERLAP, first: int | None = None
) -> list[tuple[int, int]]:
    """Cover the pieces with windows ``[start, end)`` of at most ``size``, cut between paragraphs where that is near.

    Neighbours share about ``overlap`` pieces: from half of that to twice it, as paragraphs fall. ``first`` limits the
    first window alone (training shifts the cuts).
    """
    total = len(pieces)
    breaks = np.flatnonzero(pieces.features[:, 1] == GAPS.index("paragraph"))
    found, start, limit = [], 0, first or size
    while total - start > limit:
        end = _last_in(breaks, start + limit // 2 + overlap, start + limit) or start + limit
        found.append((start, end))
        start = _last_in(breaks, max(start + 1, end - 2 * overlap), end - overlap // 2) or max(start + 1, end - overlap)
        limit = size
    found.append((start, total))
    return found


def _last_in(breaks: Ints, low: int, high: int) -> int | None:
    """The last break in ``[low, high]``, or ``None``."""
    at = int(np.searchsorted(breaks, high, side="right")) - 1
    return int(breaks[at]) if at >= 0 and breaks[at] >= low else None


BEFORE, AFTER = 64, 128
"""How many pieces before and from a trigger's first piece on can have a role to it: of the annotated roles .99 do."""


def around(trigger_start: int, total: int) -> Ints:
    """The numbers of a window's pieces that can have a role to a trigger, (BEFORE + AFTER,); -1 where there is none."""
    place = np.arange(trigger_start - BEFORE, trigger_start + AFTER)
    place[(place < 0) | (place >= total)] = -1
    return place


def nearness(paragraphs: Ints, start: int, end: int) -> Ints:
    """How each piece of a window lies to a trigger ``[start, end)``: a number below ``NEARNESS`` for each.

    ``paragraphs`` are those of the window's pieces. Distances are exact to eight pieces and grow coarser from there;
    paragraphs between count up to two either way.
    """
    place = np.arange(len(paragraphs))
    after = np.maximum(place - end + 1, 0)
    before = np.maximum(start - place, 0)
    distance = _COARSE[np.minimum(after, len(_COARSE) - 1)] + np.where(before > 0, _STEPS, 0)
    distance = distance + _COARSE[np.minimum(before, len(_COARSE) - 1)]
    apart = np.clip(paragraphs - paragraphs[start], -2, 2) + 2
    result: Ints = distance * 5 + apart
    return result


def nearness_of(paragraphs: Ints, starts: Ints, ends: Ints, others: Ints) -> Ints:
    """How one piece each, ``others``, lies to a trigger ``[start, end)`` each: the same numbers as `nearness` gives."""
    after = np.minimum(np.maximum(others - ends + 1, 0), len(_COARSE) - 1)
    before = np.minimum(np.maximum(starts - others, 0), len(_COARSE) - 1)
    distance = _COARSE[after] + np.where(before > 0, _STEPS, 0) + _COARSE[before]
    result: Ints = distance * 5 + np.clip(paragraphs[others] - paragraphs[starts], -2, 2) + 2
    return result


_EDGES = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 24, 32, 40, 48, 64, 80, 96, 128, 160, 192, 256)
_COARSE = np.searchsorted(_EDGES, np.arange(513), side="right").astype(np.int64)
_STEPS = len(_EDGES)
NEARNESS = (2 * _STEPS + 1) * 5
