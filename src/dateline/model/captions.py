"""The frames of a report with those of its photos' captions, which the model sees each by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.model.frames import Frame, Frames
from dateline.record import Span

ACROSS = 0.3
"""How likely a trigger of a caption and one of another part tell of one contact, where only their words can tell."""


def with_captions(report: Frames, captions: Sequence[Frames]) -> Frames:
    """The report's frames, and after its contacts those of the captions, in order."""
    contacts, same = [*report.contacts], dict(report.same)
    for number, caption in enumerate(captions):
        first = len(contacts)
        same |= {(first + i, first + j): share for (i, j), share in caption.same.items()}
        same |= {(i, first + j): ACROSS for j in range(len(caption.contacts)) for i in range(first)}
        contacts += _of_part(f"caption:{number}", caption.contacts)
    return replace(report, contacts=tuple(contacts), same=same) if len(contacts) > len(report.contacts) else report


def _of_part(part: str, frames: Sequence[Frame]) -> Iterator[Frame]:
    def moved(span: Span) -> Span:
        return Span(part=part, start=span.start, end=span.end)

    for frame in frames:
        roles = {role: tuple(moved(span) for span in spans) for role, spans in frame.roles.items()}
        yield replace(frame, trigger=moved(frame.trigger), roles=roles)
