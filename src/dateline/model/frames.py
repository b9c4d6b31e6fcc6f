"""What the model says of a report: frames, each a trigger with its roles and labels, and which belong together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    ``mode`` ("" where it has none) and ``cameo`` (the likeliest code); ``beliefs`` how likely each value of each is.
    """

    kind: FrameKind
    trigger: Span
    roles: Mapping[str, Spans]
    labels: Mapping[str, str]
    score: float = 1.0
    beliefs: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


@dataclass(frozen=True)
class Attribution:
    """One attribution: who (source), by which words (cue), what (content); ``score`` is the model's confidence."""

    source: Spans
    cue: Spans
    content: Spans
    score: float = 1.0


@dataclass(frozen=True)
class Topic:
    """The words of an agenda's topic, how likely each standing is, and how sure the model is that it is a topic."""

    span: Span
    standings: Mapping[str, float]
    score: float = 1.0


@dataclass(frozen=True)
class Frames:
    """The frames of one report, each sort in the order of the text.

    ``same``: how likely the contact frames of two numbers (the lower first) tell of one contact. ``about``: how likely
    a topic, by its number, is one of a contact frame's contact. Pairs too far apart are not there.
    """

    attributions: tuple[Attribution, ...] = ()
    contacts: tuple[Frame, ...] = ()
    positions: tuple[Frame, ...] = ()
    events: tuple[Frame, ...] = ()
    topics: tuple[Topic, ...] = ()
    same: Mapping[tuple[int, int], float] = field(default_factory=dict, repr=False)
    about: Mapping[tuple[int, int], float] = field(default_factory=dict, repr=False)
