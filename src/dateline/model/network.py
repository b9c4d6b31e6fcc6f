"""The network at work: reports in, frames out, through four ONNX graphs."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from dateline.errors import DatelineError
from dateline.model.calibration import FILE as CALIBRATION
from dateline.model.calibration import Calibration, read_calibration
from dateline.model.decoding import Heads, decide
from dateline.model.folder import FILES, WEIGHTS, file_of
from dateline.model.frames import Frames
from dateline.model.layout import FILE, PAIRS, TAGS, TRIGGERS, Layout, read_layout
from dateline.model.limits import Limits, read_limits
from dateline.model.pieces import AFTER, BEFORE, Cutter, Ints, Pieces, around, nearness, windows
from dateline.model.sight import RoleShares, Seen, Trigger
from dateline.model.spans import Floats, softmax


class Network(Heads):
    """Finds the frames of reports. Deterministic: the same report gives the same frames in any batch.

    The encoder's numbers are rounded to eight bits by the largest of those met in one run, so every window is run by
    itself: what stands beside it in a batch must not change what is read in it.
    """

    def __init__(self, folder: Path = WEIGHTS, threads: int = 1) -> None:
        """Take the model in a folder; it is loaded when first used.

        ``threads`` work on one window together; one is right where several processes read side by side.
        """
        self._folder = folder
        self._threads = threads

    @cached_property
    def version(self) -> str:
        """The first twelve digits of the SHA-256 of the model's files."""
        digest = hashlib.sha256()
        for name in FILES:
            digest.update(self._file(name).read_bytes())
        if (self._folder / CALIBRATION).is_file():
            digest.update((self._folder / CALIBRATION).read_bytes())
        return digest.hexdigest()[:12]

    @cached_property
    def limits(self) -> Limits:
        """How sure the model must be; may be set to others."""
        return read_limits(self._file("limits.toml"))

    @cached_property
    def calibration(self) -> Calibration:
        """How often a line with some score is right; without its file scores are taken as they are."""
        return read_calibration(self._folder / CALIBRATION)

    @cached_property
    def layout(self) -> Layout:
        """What its label sets hold."""
        return read_layout(self._file(FILE))

    def frames(self, reports: Sequence[tuple[str, str]]) -> list[Frames]:
        """The frames of each report, given as headline and body. Raises `DatelineError` if the model is not there."""
        return [decide(self, pieces, self.see(pieces)) for pieces in self._cutter.cut(reports)]

    def cut(self, reports: Sequence[tuple[str, str]]) -> list[Pieces]:
        """The pieces of each report."""
        return list(self._cutter.cut(reports))

    def see(self, pieces: Pieces) -> list[Seen]:
        """What the encoder says of each window of a report."""
        return [self._encode(pieces, start, end) for start, end in windows(pieces)] if len(pieces) else []

    def roles(self, seen: Sequence[Seen], triggers: Sequence[Trigger]) -> list[RoleShares]:
        """What each piece around a trigger is to it, as seen in the window that shows the most around it."""
        found: list[RoleShares | None] = [None] * len(triggers)
        for window, places in _by_window(seen, triggers).items():
            asked = [triggers[n] for n in places]
            for n, shares in zip(places, self._link(seen[window], asked), strict=True):
                found[n] = shares
        return [shares for shares in found if shares is not None]

    def labels(self, states: Floats) -> Floats:
        """The shares of the labels, (m, layout.size), of spans with the states (m, 384); each set sums to one."""
        scores = self._labeller.run(None, {"spans": states})[0]
        for name in self.layout.values:
            columns = self.layout.columns(name)
            scores[:, columns] = softmax(scores[:, columns])
        found: Floats = scores
        return found

    def pairs(self, left: Floats, right: Floats, near: Ints) -> Floats:
        """How likely, (m, PAIRS), spans belong together."""
        scores = self._pairer.run(None, {"left": left, "right": right, "nearness": near})[0]
        assert scores.shape[1] == len(PAIRS)
        found: Floats = 1 / (1 + np.exp(-scores))
        return found

    def states(self, seen: Sequence[Seen], triggers: Sequence[Trigger]) -> Floats:
        """The mean state of each span, (m, 384), in the window that shows the most around it."""
        found = np.zeros((len(triggers), seen[0].states.shape[1]), dtype=np.float32)
        for window, places in _by_window(seen, triggers).items():
            start, states = seen[window].start, seen[window].states
            for n in places:
                found[n] = states[triggers[n].start - start : triggers[n].end - start].mean(0)
        return found

    def _encode(self, pieces: Pieces, start: int, end: int) -> Seen:
        ids = np.concatenate([[self._special[0]], pieces.ids[start:end], [self._special[1]]])
        features = np.pad(pieces.features[start:end], ((1, 1), (0, 0)))
        outputs = self._encoder.run(None, {"ids": ids, "features": features})
        tags, keys, states = (output[1:-1] for output in outputs)
        shares = softmax(tags.reshape(len(tags), len(TAGS), 3)).reshape(len(tags), 3 * len(TAGS))
        return Seen(start, pieces.paragraphs[start:end], shares, keys, states)

    def _link(self, window: Seen, triggers: Sequence[Trigger]) -> list[RoleShares]:
        size, start = len(window.tags), window.start
        places = np.stack([around(trigger.start - start, size) for trigger in triggers])
        near = np.stack(
            [
                nearness(window.paragraphs, t.start - start, t.end - start)[place]
                for t, place in zip(triggers, places, strict=True)
            ]
        )
        mask = (places >= 0).astype(np.int64)
        inputs = {
            "keys": window.keys[places] * mask[:, :, None].astype(np.float32),
            "triggers": np.stack([window.states[t.start - start : t.end - start].mean(0) for t in triggers]),
            "kinds": np.array([list(TRIGGERS).index(t.kind) for t in triggers if t.kind], dtype=np.int64),
            "nearness": near * mask,
            "mask": mask,
        }
        shares = softmax(self._linker.run(None, inputs)[0])
        found = []
        for trigger, place, row in zip(triggers, places, shares, strict=True):
            there = np.flatnonzero(place >= 0)
            found.append(RoleShares(trigger, int(place[there[0]]) + start, row[there[0] : there[-1] + 1]))
        assert shares.shape[1] == BEFORE + AFTER
        return found

    @cached_property
    def _cutter(self) -> Cutter:
        return Cutter(self._tokenizer)

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        path = self._file("tokenizer.json")
        try:
            return Tokenizer.from_file(str(path))
        except Exception as error:  # tokenizers raises no narrower class
            raise DatelineError(f"{path} is no tokenizer: {str(error).strip()[:200]}") from None

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

    @cached_property
    def _labeller(self) -> onnxruntime.InferenceSession:
        return self._session("labels.onnx")

    @cached_property
    def _pairer(self) -> onnxruntime.InferenceSession:
        return self._session("pairs.onnx")

    def _session(self, name: str) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        graph = self._file(name).read_bytes()
        try:
            return onnxruntime.InferenceSession(graph, options, ["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime has a class of its own for every way in which a graph is none
            raise DatelineError(f"{self._folder / name} is no graph to run: {str(error).strip()[:200]}") from None

    def _file(self, name: str) -> Path:
        return file_of(self._folder, name)


def _by_window(seen: Sequence[Seen], triggers: Sequence[Trigger]) -> dict[int, list[int]]:
    """For each window the numbers of the triggers that it shows best: the farthest from its edges."""
    found: dict[int, list[int]] = {}
    first = 0
    for n, trigger in sorted(enumerate(triggers), key=lambda row: row[1].start):
        while first < len(seen) - 1 and seen[first].end <= trigger.start:
            first += 1
        best, room = first, -1
        for number in range(first, len(seen)):
            window = seen[number]
            if window.start > trigger.start:
                break
            free = min(trigger.start - window.start, window.end - trigger.end)
            if free > room:
                best, room = number, free
        found.setdefault(best, []).append(n)
    return found
