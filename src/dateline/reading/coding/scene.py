"""Where a sentence is set: the country of those whom words describe without one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from dateline.knowledge import Knowledge
from dateline.reading.analysis import Analysis
from dateline.reading.casting.cast import Cast
from dateline.reading.casting.setting import dateline_place
from dateline.record import Place, Span

STATES = {"state", "capital", "metonym", "adjective", "people", "organisation"}


class Scene:
    """The countries of the places that words name, of their sentence, and of the report."""

    def __init__(self, analysis: Analysis, places: tuple[Place, ...], cast: Cast, knowledge: Knowledge) -> None:
        self.analysis, self.cast = analysis, cast
        self.spots = sorted(
            ((mention, place) for place in places for mention in place.mentions), key=lambda spot: spot[0].start
        )
        self.names = knowledge.names
        self._dateline = dateline_place(analysis.dateline, knowledge)

    def lands(self, span: Span) -> Iterator[str]:
        """The countries of the places in a span."""
        return (place.country for mention, place in self.spots if place.country and span.contains(mention))

    def named(self, span: Span) -> Iterator[str]:
        """The countries and organisations whose names are in a span, also inside other words: ``US-brokered``."""
        words = self.analysis.words[span.part]
        start, end = words.tokens(span)
        inside = [k for k in words.capitals if start <= words.origin[k] < end]
        for hit in self.names.hits(words.phrase, inside):
            named = hit.entries[0]
            if words.origin[hit.end - 1] < end and named.kind in STATES and named.country:
                yield named.country

    def land(self, span: Span, sector: str) -> str | None:
        """The country meant by ``a man``, ``police``: of the nearest place in the sentence, else the report's."""
        sentence = self.sentence(span)
        near = [
            (abs(mention.start - span.start), place.country)
            for mention, place in self.spots
            if place.country and sentence.contains(mention)
        ]
        if near:
            return min(near)[1]
        if sector == "GOV":
            return None
        return self.home

    @cached_property
    def home(self) -> str | None:
        """The country that the report is set in: the dateline's, else that most spoken of."""
        if self._dateline and self._dateline.country:
            return self._dateline.country
        counts = Counter(place.country for _, place in self.spots if place.country)
        return counts.most_common(1)[0][0] if counts else None

    def sentence(self, span: Span) -> Span:
        """The sentence that a span begins in."""
        tokens = self.analysis.tokens(span)
        sentence = tokens[0].sent
        return Span(part=span.part, start=sentence.start_char, end=sentence.end_char)
