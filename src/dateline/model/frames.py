"""What the model says of a text: frames, each a trigger with its roles and labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dateline.record import Span, Spans

FrameKind = Literal["attribution", "contact", "position", "event"]

ROLES: Mapping[FrameKind, tuple[str, ...]] = {
    "attribution": ("source", "content"),
    "contact": ("who", "when", "where"),
    "position": ("holder", "issue"),
    "event": ("who", "whom"),
}
"""The roles that words can have to the trigger of a frame of each kind."""


@dataclass(frozen=True)
class Frame:
    """One frame: the words that evoke it, what fills its roles, its labels, and how sure the model is (0 to 1).

    ``roles`` holds every role of the kind, each with its spans in the order of the text. ``labels`` holds for a contact
    ``kind`` and ``status`` (as the record has them), for a position ``stance``, for an event ``event`` (PLOVER type),
    ``mode`` ("" where it has none) and ``cameo`` (the likeliest code).
    """

    kind: FrameKind
    trigger: Span
    roles: Mapping[str, Spans]
    labels: Mapping[str, str]
    score: float = 1.0
