"""When an event took place: the time of its clause, the day it was said, or that of what was told before it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from dateline.model.frames import Frame
from dateline.reading.analysis import Analysis
from dateline.reading.timing.calendar_values import date_of, ranges
from dateline.record import Span, Statement, Time

VERBS = ("VERB", "AUX")
PERFECT = ("have", "has", "'ve", "’ve")
NEAR = ("under it", "in its clause", "in a clause over it")
"""Where a time may stand to a trigger, from the nearest; one elsewhere in the sentence is another's."""


class Days:
    """The dates of events, asked for in the order of the text."""

    def __init__(
        self,
        analysis: Analysis,
        times: tuple[Time, ...],
        statements: tuple[Statement, ...],
        weights: Mapping[str, float],
    ) -> None:
        self.analysis, self.statements, self.weights = analysis, statements, weights
        parts = analysis.report.parts()
        self.groups = [
            group
            for part in parts
            for group in ranges([t for t in times if t.part == part and t.type in ("DATE", "TIME")], parts[part])
        ]
        published = analysis.report.published
        self.published = str(published)[:10] if published else None
        self.last, self.went_on = self.published, True

    def of(self, frame: Frame) -> str | None:
        """The likeliest day of an event where it is likelier than none; the next event may go on from it."""
        day, marks = self.candidate(frame)
        total = self.weights["(always)"] + sum(self.weights.get(mark, 0.0) for mark in marks)
        sure = day is not None and 1 / (1 + math.exp(-total)) >= LEAST
        self.follow(day if sure else None)
        return day if sure else None

    def follow(self, day: str | None) -> None:
        """Take in the date of an event, for the next."""
        self.last, self.went_on = day or self.last, day is not None

    def candidate(self, frame: Frame) -> tuple[str | None, list[str]]:
        """The likeliest day of an event, and the marks (rows of ``dating.csv``) that speak for and against it."""
        found = list(self._told(frame))
        near = min((f for f in found if f[0] < len(NEAR)), default=None)
        said = self._said(frame.trigger)
        source: str
        day: str | None
        if near:
            source, day = NEAR[near[0]], near[2]
        elif said:
            source, day = "said", said
        else:
            source, day = "told before", self.last
        marks = [source, f"{source}: {frame.labels['event']}", frame.labels["event"], *self._marks(frame, source, day)]
        if near is None and found:
            marks.append("time of another")
        return day, marks

    def _marks(self, frame: Frame, source: str, day: str | None) -> Iterator[str]:
        tokens = self.analysis.tokens(frame.trigger)
        root = tokens.root
        if self.went_on:
            yield from ("goes on", f"{source}: goes on")
        if root.pos_ == "NOUN":
            yield from ("noun", f"{source}: noun")
        if root.tag_ == "VBD":
            yield from ("past", f"{source}: past")
        if any(c.dep_ == "aux" and c.lower_ in PERFECT for c in root.children):
            yield from ("perfect", f"{source}: perfect")
        if self.analysis.words[frame.trigger.part].quoted[tokens.start]:
            yield "quoted"
        if day is not None and day == self.published:
            yield from ("published", f"{source}: published")
        if day is not None and len(day) == YEAR:
            yield "year"

    def _said(self, trigger: Span) -> str | None:
        """The day of the statement in which an event is told, or that it is."""
        for statement in self.statements:
            if any(c.contains(trigger) for c in statement.content) or any(c.overlaps(trigger) for c in statement.cue):
                return statement.said
        return None

    def _told(self, frame: Frame) -> Iterator[tuple[int, int, str]]:
        """The days told in the trigger's sentence, with how near they stand; weeks tell of no day."""
        tokens = self.analysis.tokens(frame.trigger)
        sentence = tokens[0].sent
        over = list(_verbs(tokens.root))
        for group in self.groups:
            if group[0].part == frame.trigger.part and sentence.start_char <= group[0].start < sentence.end_char:
                day = date_of(group)
                if day is not None and "W" not in day:
                    root = self.analysis.tokens(group[0].span).root
                    level = next(
                        (n for t in (root, *root.ancestors) if (n := _level(t, set(tokens), over)) >= 0), len(NEAR)
                    )
                    yield level, abs(group[0].start - frame.trigger.start), day


LEAST = 0.5
YEAR = 4


def _level(token: Token, trigger: set[Token], over: list[Token]) -> int:
    """Where a word over a time stands to a trigger, by its place in `NEAR`; -1 where it decides nothing."""
    if token in trigger:
        return 0
    if token.pos_ not in VERBS:
        return -1
    if over and (token == over[0] or token in over[0].conjuncts):
        return 1
    return 2 if token in over else len(NEAR)


def _verbs(token: Token) -> Iterator[Token]:
    """The verbs over a token, itself first, from the nearest."""
    if token.pos_ in VERBS:
        yield token
    for over in token.ancestors:
        if over.pos_ in VERBS:
            yield over
