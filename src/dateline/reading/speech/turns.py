"""Transcripts: who has the floor. "MR. PRICE: ...", "THE PRESIDENT: ...", "MODERATOR: ...", "Q: ..."."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan

from dateline.knowledge import Knowledge
from dateline.knowledge.naming import words_of
from dateline.reading.analysis import Analysis, span_of
from dateline.reading.casting.cast import Cast
from dateline.reading.speech.layout import Layout
from dateline.reading.speech.relays import BODY
from dateline.record import Actor, Party

LABEL = re.compile(r"^[ \t*]*([A-Z][^:\n\d\"“”?!]{0,60}?)(?: ?\([^)\n]{1,50}\))?\*{0,2}:\*{0,2}[ \t\xa0]*(?=\S)", re.M)
QUESTION = re.compile(r"^[ \t*]*(Q|QUESTION|Question)\*{0,2}(?::[ \t\xa0]*|[ \t\xa0]+)(?=\S)", re.M)
LONGEST_LABEL = 8


@dataclass(frozen=True)
class Turn:
    """What one speaker says until the next has the floor. ``label`` is the words that give it to him."""

    label: TokenSpan
    content: TokenSpan
    speaker: Party


def read_turns(analysis: Analysis, layout: Layout, cast: Cast, knowledge: Knowledge) -> list[Turn]:
    """The turns of a transcript, in order; none in any other text. Reporters' questions only part the turns."""
    text = layout.doc.text
    floor = Floor(analysis, cast, knowledge)
    labels = list(_labels(text, floor))
    if not labels:
        return []
    starts = sorted({m.start() for m in (*labels, *QUESTION.finditer(text))})
    turns = []
    for match in labels:
        end = next((start for start in starts if start > match.start()), len(text))
        label = layout.doc.char_span(*match.span(1), alignment_mode="expand")
        content = layout.doc.char_span(match.end(), len(text[:end].rstrip()), alignment_mode="expand")
        if label is not None and content is not None and content.start >= label.end:
            turns.append(Turn(label, content, floor.speaker(match[1], label)))
    return turns


def _labels(text: str, floor: Floor) -> Iterator[re.Match[str]]:
    """The lines that give somebody the floor: in capitals by title or name, else by a name that returns."""
    found = [m for m in LABEL.finditer(text) if len(m[1].split()) <= LONGEST_LABEL and not QUESTION.match(m[0])]
    times = Counter(m[1].strip("* ") for m in found)
    capital = [m for m in found if m[1].isupper() and floor.may_hold(m[1])]
    yield from capital
    for match in found:
        if not match[1].isupper() and times[match[1].strip("* ")] > 1 and floor.is_person(match[1]):
            yield match


class Floor:
    """Who the labels of one transcript are."""

    def __init__(self, analysis: Analysis, cast: Cast, knowledge: Knowledge) -> None:
        self.analysis, self.cast, self.knowledge = analysis, cast, knowledge
        self.titles = knowledge.reporting.titles
        self.country = self._publisher()

    def may_hold(self, label: str) -> bool:
        """Whether a label in capitals is somebody's: it has a title, or is the surname of somebody in the report."""
        words = words_of(label)
        return bool(self.titles & {*words, " ".join(words)}) or self._actor(words) is not None

    def is_person(self, label: str) -> bool:
        """Whether the label ends with the whole name of a person of the report."""
        actor = self._actor(words_of(label))
        return actor is not None and set(words_of(actor.name)) <= set(words_of(label))

    def speaker(self, label: str, tokens: TokenSpan) -> Party:
        """The person called by name or by office; others as the label calls them, speaking for whose text it is."""
        words = words_of(label)
        actor = self._actor(words) or self._holder(words)
        if actor is not None:
            name_told = actor.name.title() if actor.name.isupper() else actor.name
            return Party(name=name_told, actor=actor.id, country=actor.country or self.country)
        name = tuple(word for word in words if word not in self.titles)
        office = " ".join(word for word in words if word in self.titles)
        on = self.analysis.report.published_on
        role = next((r.office for r in self.knowledge.roles.get(office)), None) if office else None
        person = self.knowledge.people.find(name, on, None, role) if name and role else None
        if person is not None:
            return Party(name=person.name, country=person.country)
        known = self.cast.party(span_of(BODY, tokens))
        text = label.title() if name and len(words) > len(name) else label.capitalize()
        return Party(name=text, country=self.country or known.country)

    def _actor(self, words: tuple[str, ...]) -> Actor | None:
        """The one person of the report whose surname ends the label."""
        if not words or words[-1] in self.titles:
            return None
        named = [a for a in self.cast.actors if a.kind == "person" and words_of(a.name)[-1:] == words[-1:]]
        full = [a for a in named if set(words) & set(words_of(a.name)[:-1])]
        found = full or named
        return found[0] if len(found) == 1 else None

    def _holder(self, words: tuple[str, ...]) -> Actor | None:
        """Of "THE PRESIDENT": who in the report holds the office in the country whose text it is."""
        office = " ".join(word for word in words if word != "the")
        held = [a for a in self.cast.actors if a.kind == "person" and a.country == self.country and a.office == office]
        return held[0] if self.country and held else None

    def _publisher(self) -> str | None:
        """The country of the office that publishes the transcript."""
        words = words_of(self.analysis.report.source or "")
        hits = self.knowledge.names.hits(words, range(len(words)))
        return next((named.country for hit in hits for named in hit.entries if named.country), None)
