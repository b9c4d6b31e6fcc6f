"""Who said what, word by word: source, cue and content spans of the body (PARC/PolNeAR terms).

The model beside this module (`model/MODEL_CARD.md`) does the seeing: an encoder scores every word as part of a cue,
and a link head says, for one cue, which words are its source and which its content. `decoding` makes spans of it.
"""

from __future__ import annotations

import hashlib
import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dateline.errors import DatelineError
from dateline.reading.tagging.decoding import CueSpan, Limits, RoleShares, RoleSpans, find_cues, find_roles
from dateline.reading.tagging.pieces import Cutter, Ints, Pieces, nearness, windows
from dateline.record import Span, Spans

MODEL = Path(__file__).parent / "model"
FILES = ("encoder.onnx", "links.onnx", "tokenizer.json", "limits.toml")

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Attribution:
    """One attribution: who (source), by which words (cue), what (content); ``score`` is the tagger's confidence."""

    source: Spans
    cue: Spans
    content: Spans
    score: float = 1.0


@dataclass(frozen=True)
class Seen:
    """What the encoder says of a window of ``n`` pieces that begins at piece ``start``.

    ``paragraphs`` (n,); ``tags`` (n, 9) scores of cue, source and content labels; ``keys`` (n, 256) and
    ``states`` (n, 384), what the link head needs to know of a piece as a word and as part of a cue.
    """

    start: int
    paragraphs: Ints
    tags: Floats
    keys: Floats
    states: Floats


class Tagger:
    """Finds the attributions of texts. Deterministic: the same text gives the same output in any batch.

    The model's numbers are rounded to eight bits by the largest of those met in one run, so every window is run by
    itself: what stands beside it in a batch must not change what is read in it.
    """

    def __init__(self, model: Path = MODEL, threads: int = 1) -> None:
        """Take the model in the folder ``model``; it is loaded when first used.

        ``threads`` work on one window together; one is right where several processes read side by side.
        """
        self._model = model
        self._threads = threads

    @cached_property
    def version(self) -> str:
        """The first twelve digits of the SHA-256 of the model's files."""
        digest = hashlib.sha256()
        for name in FILES:
            digest.update(self._file(name).read_bytes())
        return digest.hexdigest()[:12]

    @cached_property
    def limits(self) -> Limits:
        """How sure the model must be; may be set to others."""
        return Limits(**tomllib.loads(self._file("limits.toml").read_text(encoding="utf8")))

    def tag_many(self, bodies: Sequence[str]) -> list[tuple[Attribution, ...]]:
        """The attributions of each body, in order of their cues. Raises `DatelineError` if the model is not there."""
        return [self.decide(pieces, self.see(pieces)) for pieces in self._cutter.cut(list(bodies))]

    def see(self, pieces: Pieces) -> list[Seen]:
        """What the encoder says of each window of a text."""
        return [self._encode(pieces, start, end) for start, end in windows(pieces)] if len(pieces) else []

    def decide(self, pieces: Pieces, seen: list[Seen]) -> tuple[Attribution, ...]:
        """The attributions that follow from what was seen."""
        tags = _joined(len(pieces), seen)
        cues = find_cues(tags[:, :3], pieces, self.limits)
        return tuple(
            _attribution(pieces, roles) for roles in find_roles(self._ask(seen, cues), tags[:, 3:], pieces, self.limits)
        )

    def _encode(self, pieces: Pieces, start: int, end: int) -> Seen:
        ids = np.concatenate([[self._special[0]], pieces.ids[start:end], [self._special[1]]])
        features = np.pad(pieces.features[start:end], ((1, 1), (0, 0)))
        outputs = self._encoder.run(None, {"ids": ids, "features": features})
        return Seen(start, pieces.paragraphs[start:end], *(output[1:-1] for output in outputs))

    def _ask(self, seen: list[Seen], cues: list[CueSpan]) -> list[RoleShares]:
        """What the link head says of each cue; where several windows hold a cue, the mean of what it says there."""
        heard: list[list[tuple[int, Floats]]] = [[] for _ in cues]
        starts = [cue.start for cue in cues]
        for window in seen:
            start, end = window.start, window.start + len(window.tags)
            within = range(bisect_left(starts, start), bisect_left(starts, end))
            asked = [place for place in within if cues[place].end <= end]
            if asked:
                spans = [(cues[place].start - start, cues[place].end - start) for place in asked]
                for place, shares in zip(asked, self._link(window, spans), strict=True):
                    heard[place].append((start, shares))
        return [RoleShares(cue, *_mean(shares)) for cue, shares in zip(cues, heard, strict=True) if shares]

    def _link(self, window: Seen, cues: list[tuple[int, int]]) -> Floats:
        """Shares (cues, n, 5) of the roles of the window's pieces."""
        means = np.stack([window.states[start:end].mean(0) for start, end in cues])
        near = np.stack([nearness(window.paragraphs, *cue) for cue in cues])
        return _shares(self._linker.run(None, {"keys": window.keys, "cues": means, "nearness": near})[0])

    @cached_property
    def _cutter(self) -> Cutter:
        return Cutter(self._tokenizer)

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        return Tokenizer.from_file(str(self._file("tokenizer.json")))

    @cached_property
    def _special(self) -> tuple[int, int]:
        vocabulary = self._tokenizer.get_vocab()
        return vocabulary["[CLS]"], vocabulary["[SEP]"]

    @cached_property
    def _encoder(self) -> onnxruntime.InferenceSession:
        return self._session("encoder.onnx")

    @cached_property
    def _linker(self) -> onnxruntime.InferenceSession:
        return self._session("links.onnx")

    def _session(self, name: str) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        return onnxruntime.InferenceSession(self._file(name).read_bytes(), options, ["CPUExecutionProvider"])

    def _file(self, name: str) -> Path:
        path = self._model / name
        if not path.is_file():
            raise DatelineError(f"the attribution model lacks {name} in {self._model}: install the package again")
        return path


def _joined(total: int, seen: list[Seen]) -> Floats:
    """Tag shares (n, 9) of a text; where windows overlap, the farther from its window's edge counts the more."""
    joined = np.zeros((total, 9), dtype=np.float32)
    weights = np.zeros((total, 1), dtype=np.float32)
    for window in seen:
        size = len(window.tags)
        place = np.arange(size, dtype=np.float32)
        weight = (np.minimum(place, size - 1 - place) + 1)[:, None]
        joined[window.start : window.start + size] += weight * _shares(window.tags.reshape(size, 3, 3)).reshape(size, 9)
        weights[window.start : window.start + size] += weight
    shares: Floats = joined / weights
    return shares


def _mean(heard: list[tuple[int, Floats]]) -> tuple[int, Floats]:
    """One table from the first window's start to the last one's end."""
    first = heard[0][0]
    total = np.zeros((heard[-1][0] + len(heard[-1][1]) - first, 5), dtype=np.float32)
    for start, shares in heard:
        total[start - first : start - first + len(shares)] += shares
    mean: Floats = total / total.sum(-1, keepdims=True)
    return first, mean


def _shares(logits: Floats) -> Floats:
    """Softmax over the last axis."""
    grown = np.exp(logits - logits.max(-1, keepdims=True))
    shares: Floats = grown / grown.sum(-1, keepdims=True)
    return shares


def _attribution(pieces: Pieces, roles: RoleSpans) -> Attribution:
    def spans(found: Sequence[tuple[int, int]]) -> Spans:
        return tuple(Span(part="body", start=int(pieces.starts[s]), end=int(pieces.ends[e - 1])) for s, e in found)

    cue = spans([(roles.cue.start, roles.cue.end)])
    return Attribution(spans(roles.source), cue, spans(roles.content), round(roles.score, 3))
