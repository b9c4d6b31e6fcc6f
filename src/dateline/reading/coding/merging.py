"""Frames of two proposers as one list: the model's, and the tables' where the model is silent."""

from __future__ import annotations

from dataclasses import replace

from dateline.model.frames import Frame
from dateline.reading.analysis import Analysis

LEAST_SURE = 0.8
"""A table's row counts beside the model's frames only where it is known by a word of its own (`acts.proposals`)."""


def merged(seen: tuple[Frame, ...], known: tuple[Frame, ...], analysis: Analysis) -> tuple[Frame, ...]:
    """All of the model's frames, completed, and of the tables' those that are sure and in whose sentence the model sees
    none of the same type, nor any at the same word; in the order of the text. Of a text in which the model sees nothing
    at all (a headline, a single sentence), the tables tell alone."""
    if not seen:
        return in_order(known)
    seen = tuple(_completed(frame, known) for frame in seen)
    taken = {(_sentence(frame, analysis), frame.labels["event"]) for frame in seen}
    more = [
        frame
        for frame in known
        if frame.score >= LEAST_SURE
        and (_sentence(frame, analysis), frame.labels["event"]) not in taken
        and not any(frame.trigger.overlaps(other.trigger) for other in seen)
    ]
    return in_order((*seen, *more))


def _completed(frame: Frame, known: tuple[Frame, ...]) -> Frame:
    """A frame of the model with what the tables know of the same deed: sides that it leaves open, a code in place of a
    general one (``120``), the contexts."""
    same = (k for k in known if k.labels["event"] == frame.labels["event"] and k.trigger.overlaps(frame.trigger))
    deed = next(same, None)
    if deed is None:
        return frame
    roles = {role: spans or deed.roles.get(role, ()) for role, spans in frame.roles.items()}
    cameo = frame.labels["cameo"]
    if cameo.endswith(GENERAL) or len(cameo) < len(deed.labels["cameo"]):
        cameo = deed.labels["cameo"]
    return replace(frame, roles=roles, labels={**deed.labels, **frame.labels, "cameo": cameo})


GENERAL = "0"
"""What the codes end in that tell no more than the root does."""


def in_order(frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """The frames in the order of the text, the headline's first."""
    return tuple(
        sorted(frames, key=lambda frame: (frame.trigger.part == "body", frame.trigger.part, frame.trigger.start))
    )


def _sentence(frame: Frame, analysis: Analysis) -> tuple[str, int]:
    return frame.trigger.part, int(analysis.tokens(frame.trigger)[0].sent.start)
