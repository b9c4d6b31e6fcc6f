"""What stands where in one part of a report: the actor, place and time at each token, and where and when it is written."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from dateline.knowledge.contact_frames import ContactFrames
from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis
from dateline.record import Actor, Place, Span, Time


T = TypeVar("T")


@dataclass(frozen=True)
class Scene:
    """One part of a report laid out by token."""

    part: str
    doc: Doc = field(repr=False)
    words: ContactFrames = field(repr=False)
    here: Place | None
    """Where the report is written: the place of its dateline."""
    published: date | None
    actors: dict[int, Actor] = field(repr=False)
    """Token -> the actor whose shortest mention covers it."""
    places: dict[int, Place] = field(repr=False)
    times: tuple[tuple[int, int, Time], ...] = field(repr=False)
    """Time expressions with their first token and the one past their last."""
    sides: dict[int, str] = field(repr=False)
    """Token -> the country or organisation it names or is an adjective of."""

    def times_in(self, tokens: TokenSpan) -> tuple[tuple[int, int, Time], ...]:
        """The time expressions that begin within the tokens, in order."""
        return tuple(t for t in self.times if tokens.start <= t[0] < tokens.end)

    def span(self, tokens: TokenSpan) -> Span:
        """The record's span of some tokens."""
        return Span(part=self.part, start=tokens.start_char, end=tokens.end_char)


def scenes(
    analysis: Analysis, times: tuple[Time, ...], places: tuple[Place, ...], cast: Cast, words: ContactFrames
) -> Iterator[Scene]:
    """The parts of a report in the order they are told: the body first, for it names in full what the others cut short."""
    here = dateline_place(analysis.report.dateline, places)
    for part in sorted(analysis.docs, key=lambda name: (name != "body", name)):
        doc = analysis.docs[part]
        layout = _Layout(part, doc)
        actors = layout.shortest((m, a) for a in cast.actors for m in a.mentions)
        named = layout.shortest((m, p) for p in places for m in p.mentions)
        sides = {i: p.country for i, p in named.items() if p.country}
        sides |= {i: a.country for i, a in actors.items() if a.country and a.kind not in ("person", "media")}
        yield Scene(
            part=part,
            doc=doc,
            words=words,
            here=here,
            published=analysis.report.published_on,
            actors=actors,
            places=named,
            times=tuple((*layout.tokens(t.span), t) for t in times if t.part == part),
            sides=sides,
        )


def dateline_place(dateline: str | None, places: tuple[Place, ...]) -> Place | None:
    """The place a dateline names: ``PHNOM PENH, Nov. 3 , 2006 (Xinhua)``."""
    if not dateline:
        return None
    head = dateline.split(",")[0].split("(")[0].strip().casefold()
    return next((p for p in places if p.name.casefold() == head), None)


class _Layout:
    """Code points to tokens of one part."""

    def __init__(self, part: str, doc: Doc) -> None:
        self.part = part
        self.starts = [token.idx for token in doc]

    def tokens(self, span: Span) -> tuple[int, int]:
        """First token and the one past the last."""
        return max(bisect_right(self.starts, span.start) - 1, 0), bisect_left(self.starts, span.end)

    def shortest(self, mentions: Iterable[tuple[Span, T]]) -> dict[int, T]:
        found: dict[int, tuple[int, T]] = {}
        for span, what in mentions:
            if span.part != self.part:
                continue
            first, end = self.tokens(span)
            for i in range(first, end):
                if i not in found or end - first < found[i][0]:
                    found[i] = (end - first, what)
        return {i: what for i, (_, what) in found.items()}
