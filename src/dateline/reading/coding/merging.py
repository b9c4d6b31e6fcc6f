"""Frames of two proposers as one list: the model's, and the tables' where the model is silent."""

from __future__ import annotations

from dateline.model.frames import Frame
from dateline.reading.analysis import Analysis

LEAST_SURE = 0.8
"""A table's row counts beside the model's frames only where it is known by a word of its own (`acts.proposals`)."""


def merged(seen: tuple[Frame, ...], known: tuple[Frame, ...], analysis: Analysis) -> tuple[Frame, ...]:
    """All of the model's frames, and of the tables' those that are sure and in whose sentence the model sees none of
    the same type, nor any at the same word; in the order of the text."""
    taken = {(_sentence(frame, analysis), frame.labels["event"]) for frame in seen}
    more = [
        frame
        for frame in known
        if frame.score >= LEAST_SURE
        and (_sentence(frame, analysis), frame.labels["event"]) not in taken
        and not any(frame.trigger.overlaps(other.trigger) for other in seen)
    ]
    return in_order((*seen, *more))


def in_order(frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """The frames in the order of the text, the headline's first."""
    return tuple(
        sorted(frames, key=lambda frame: (frame.trigger.part == "body", frame.trigger.part, frame.trigger.start))
    )


def _sentence(frame: Frame, analysis: Analysis) -> tuple[str, int]:
    return frame.trigger.part, int(analysis.tokens(frame.trigger)[0].sent.start)
