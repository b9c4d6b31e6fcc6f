"""Why a line of the record is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.model.frames import Frame
from dateline.record import Spans


@dataclass(frozen=True)
class Ground:
    """Which ``rule`` (a table's row, or a model) made a ``line`` of the record ("statement s3"), from which words.

    Of a frame ``words`` are the trigger and ``roles`` what fills its roles.
    """

    line: str
    rule: str
    words: Spans
    roles: Mapping[str, Spans] = field(default_factory=dict)


def told(frame: Frame) -> str:
    """A frame's score, and its labels with how likely each is: ``model: contact 0.97; kind meeting 0.91, ...``."""
    labels = ", ".join(
        f"{name} {value or 'none'}" + (f" {frame.beliefs[name][value]:.2f}" if name in frame.beliefs else "")
        for name, value in frame.labels.items()
    )
    return f"model: {frame.kind} {frame.score:.2f}" + (f"; {labels}" if labels else "")
