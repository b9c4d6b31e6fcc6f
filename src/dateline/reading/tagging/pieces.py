"""What the tagger sees of a text: word pieces, what the pieces lose (case, paragraphs, quotation), and windows.

The encoder's vocabulary is lower-case and knows no line ends; who is quoted turns on both, so every piece carries
its shape, the gap before it and its place in quotation. Training and reading share this module, so that the model
is asked about exactly what it learnt from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Ints = NDArray[np.int64]

# Values of the three features of a piece; a model is trained on these numbers, so they never change their meaning.
SHAPES = ("special", "lower", "title", "upper", "mixed", "digits", "mark")
GAPS = ("none", "space", "line", "paragraph")
QUOTATION = ("outside", "inside", "carried on", "opening mark", "closing mark")

WINDOW = 320  # pieces a window may hold, the two special ones not counted
OVERLAP = 48  # pieces two windows share, so that a cue near the edge of one is seen with its surroundings in the other


@dataclass(frozen=True)
class Pieces:
    """A text as ``n`` word pieces, in order.

    ``ids`` (n,) vocabulary numbers; ``features`` (n, 3) indices into ``SHAPES``, ``GAPS`` and ``QUOTATION``;
    ``starts``, ``ends`` (n,) code points; ``heads`` (n,) whether a piece begins a word.
    """

    ids: Ints
    features: Ints
    starts: Ints
    ends: Ints
    heads: NDArray[np.bool_]

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

    def cut(self, texts: list[str]) -> Iterator[Pieces]:
        """The pieces of each text, in order."""
        for text, encoding in zip(texts, self._tokenizer.encode_batch(texts, add_special_tokens=False), strict=True):
            ids = np.array(encoding.ids, dtype=np.int64)
            offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
            starts, ends = offsets[:, 0], offsets[:, 1]
            features = np.stack([_shapes(text, starts, ends), _gaps(text, starts, ends), _quotation(text)[starts]], 1)
            yield Pieces(ids, features, starts, ends, self._begins_word[ids])


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


def nearness(paragraphs: Ints, cue_start: int, cue_end: int) -> Ints:
    """How each piece of a window lies to a cue ``[cue_start, cue_end)``: a number below ``NEARNESS`` for each.

    ``paragraphs`` are those of the window's pieces. Distances are exact to eight pieces and grow coarser from there;
    paragraphs between count up to two either way.
    """
    place = np.arange(len(paragraphs))
    after = np.maximum(place - cue_end + 1, 0)
    before = np.maximum(cue_start - place, 0)
    distance = _COARSE[np.minimum(after, len(_COARSE) - 1)] + np.where(before > 0, _STEPS, 0)
    distance = distance + _COARSE[np.minimum(before, len(_COARSE) - 1)]
    apart = np.clip(paragraphs - paragraphs[cue_start], -2, 2) + 2
    result: Ints = distance * 5 + apart
    return result


_EDGES = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 24, 32, 40, 48, 64, 80, 96, 128, 160, 192, 256)
_COARSE = np.searchsorted(_EDGES, np.arange(513), side="right").astype(np.int64)
_STEPS = len(_EDGES)
NEARNESS = (2 * _STEPS + 1) * 5
