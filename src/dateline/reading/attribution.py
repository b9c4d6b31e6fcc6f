"""Who said what, word by word: source, cue and content spans of the body (PARC/PolNeAR terms).

The model beside this module (`model/MODEL_CARD.md`) does the seeing: an encoder scores every word as part of a cue,
and a link head says, for one cue, which words are its source and which its content. `decoding` makes spans of it.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dateline.errors import DatelineError
from dateline.reading.decoding import CueSpan, Limits, RoleSpans, find_cues, find_roles
from dateline.reading.pieces import Cutter, Pieces, nearness, windows
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


class Tagger:
    """Finds the attributions of texts. Deterministic: the same text gives the same output in any batch.

    The model's numbers are rounded to eight bits by the largest of those met in one run, so every window is run by
    itself: what stands beside it in a batch must not change what is read in it.
    """

    def __init__(self, model: Path = MODEL, threads: int = 1, limits: Limits | None = None) -> None:
        """Take the model in the folder ``model``; it is loaded when first used.

        ``threads`` work on one window together; one is right where several processes read side by side. ``limits``
        take the place of the model's own.
        """
        self._model = model
        self._threads = threads
        if limits:
            self._limits = limits

    @cached_property
    def version(self) -> str:
        """The first twelve digits of the SHA-256 of the model's files."""
        digest = hashlib.sha256()
        for name in FILES:
            digest.update(self._file(name).read_bytes())
        return digest.hexdigest()[:12]

    def tag_many(self, bodies: Sequence[str]) -> list[tuple[Attribution, ...]]:
        """The attributions of each body, in order of their cues. Raises `DatelineError` if the model is not there."""
        return [self._tag(pieces) for pieces in self._cutter.cut(list(bodies))]

    def _tag(self, pieces: Pieces) -> tuple[Attribution, ...]:
        if not len(pieces):
            return ()
        seen = [_Seen(start, *self._encode(pieces, start, end)) for start, end in windows(pieces)]
        cues = find_cues(_joined(len(pieces), seen), pieces, self._limits)
        linked = find_roles(cues, self._links(pieces, seen, cues), pieces, self._limits)
        return tuple(_attribution(pieces, cue, roles) for cue, roles in linked)

    def _encode(self, pieces: Pieces, start: int, end: int) -> list[Floats]:
        """Tag scores (n, 9), keys and queries (n, 2 LINK) of a window's pieces."""
        ids = np.concatenate([[self._special[0]], pieces.ids[start:end], [self._special[1]]])
        features = np.pad(pieces.features[start:end], ((1, 1), (0, 0)))
        outputs = self._encoder.run(None, {"ids": ids[None], "features": features[None]})
        return [output[0, 1:-1] for output in outputs]

    def _links(self, pieces: Pieces, seen: list[_Seen], cues: list[CueSpan]) -> Floats:
        """Role scores (cues, n, 5) over the whole text; where windows overlap, their mean."""
        scores = np.zeros((len(cues), len(pieces), 5), dtype=np.float32)
        scores[:, :, 0] = 1e-6  # pieces out of a cue's windows have no role
        paragraphs = pieces.paragraphs
        for window in seen:
            start, end = window.start, window.start + len(window.tags)
            asked = [place for place, cue in enumerate(cues) if start <= cue.start and cue.end <= end]
            if not asked:
                continue
            spans = [(cues[place].start - start, cues[place].end - start) for place in asked]
            near = np.stack([nearness(paragraphs[start:end], *span) for span in spans])
            queries = np.stack([window.queries[s:e].mean(0) for s, e in spans])
            logits = self._linker.run(None, {"keys": window.keys, "queries": queries, "nearness": near})[0]
            scores[asked, start:end] += _shares(logits)
        shares: Floats = scores / scores.sum(-1, keepdims=True)
        return shares

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
    def _limits(self) -> Limits:
        return Limits(**tomllib.loads(self._file("limits.toml").read_text(encoding="utf8")))

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


@dataclass(frozen=True)
class _Seen:
    """What the encoder says of the window that begins at piece ``start``."""

    start: int
    tags: Floats
    keys: Floats
    queries: Floats


def _joined(total: int, seen: list[_Seen]) -> Floats:
    """Cue tag shares (n, 3) of a text; where windows overlap, the farther from its window's edge counts the more."""
    joined = np.zeros((total, 3), dtype=np.float32)
    for window in seen:
        size = len(window.tags)
        place = np.arange(size, dtype=np.float32)
        weight = np.minimum(place, size - 1 - place) + 1
        joined[window.start : window.start + size] += weight[:, None] * _shares(window.tags[:, :3])
    shares: Floats = joined / joined.sum(-1, keepdims=True)
    return shares


def _shares(logits: Floats) -> Floats:
    """Softmax over the last axis."""
    grown = np.exp(logits - logits.max(-1, keepdims=True))
    shares: Floats = grown / grown.sum(-1, keepdims=True)
    return shares


def _attribution(pieces: Pieces, cue: CueSpan, roles: RoleSpans) -> Attribution:
    def spans(found: Sequence[tuple[int, int]]) -> Spans:
        return tuple(Span(part="body", start=int(pieces.starts[s]), end=int(pieces.ends[e - 1])) for s, e in found)

    return Attribution(
        spans(roles.source), spans([(cue.start, cue.end)]), spans(roles.content), round(cue.score * roles.score, 3)
    )
