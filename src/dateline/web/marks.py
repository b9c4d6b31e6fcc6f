"""Where the words of a record's lines stand in its report's text, cut at every border so that they can overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from dateline.record import Record, Span

KINDS = ("statement", "contact", "position", "assessment", "agenda", "event", "actor", "place", "time")
"""Kinds of lines, in the order in which pages list them."""


@dataclass(frozen=True)
class Mark:
    """Words of one line: ``contact-c1``, ``agenda-c1-0``, ``time-3``."""

    kind: str
    line: str
    span: Span


@dataclass(frozen=True)
class Piece:
    """A stretch of text that the same lines rest on; none of them for plain text."""

    text: str
    kinds: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    """The lines whose first words begin here."""


def pieces(record: Record) -> dict[str, list[Piece]]:
    """The parts of the report by name (``headline``, ``body``, ``caption:0``), each cut into pieces, in order."""
    marks = list(marks_of(record))
    seen: set[str] = set()
    cut = {}
    for part, text in record.report.parts().items():
        cut[part] = list(_cut(text, [m for m in marks if m.span.part == part], seen))
    return cut


def marks_of(record: Record) -> Iterator[Mark]:
    """The marks of every line of a record. Of a statement: its source, cue and content."""
    for s in record.statements:
        yield from _marks("statement", f"statement-{s.id}", (*s.source, *s.cue, *s.content))
    for c in record.contacts:
        yield from _marks("contact", f"contact-{c.id}", c.evidence)
        for n, item in enumerate(c.agenda):
            yield from _marks("agenda", f"agenda-{c.id}-{n}", item.evidence)
    for n, position in enumerate(record.positions):
        yield from _marks("position", f"position-{n}", position.evidence)
    for n, assessment in enumerate(record.assessments):
        yield from _marks("assessment", f"assessment-{n}", assessment.evidence)
    for n, event in enumerate(record.events):
        yield from _marks("event", f"event-{n}", event.evidence)
    for n, actor in enumerate(record.actors):
        yield from _marks("actor", f"actor-{n}", actor.mentions)
    for n, place in enumerate(record.places):
        yield from _marks("place", f"place-{n}", place.mentions)
    for n, time in enumerate(record.times):
        yield from _marks("time", f"time-{n}", (time.span,))


def _marks(kind: str, line: str, spans: Iterable[Span]) -> Iterator[Mark]:
    return (Mark(kind, line, span) for span in spans)


def _cut(text: str, marks: list[Mark], seen: set[str]) -> Iterator[Piece]:
    """The text cut where any span begins or ends. `seen` are lines whose first words have been met."""
    borders = sorted({0, len(text), *(m.span.start for m in marks), *(m.span.end for m in marks)})
    starting: dict[int, list[Mark]] = {}
    for mark in sorted(marks, key=lambda m: KINDS.index(m.kind)):
        starting.setdefault(mark.span.start, []).append(mark)
    open_marks: list[Mark] = []
    for start, end in pairwise(borders):
        open_marks = [m for m in open_marks if m.span.end > start] + starting.get(start, [])
        lines = tuple(dict.fromkeys(m.line for m in open_marks))
        begins = tuple(line for line in lines if line not in seen)
        seen.update(begins)
        kinds = tuple(kind for kind in KINDS if any(m.kind == kind for m in open_marks))
        yield Piece(text[start:end], kinds, lines, begins)
