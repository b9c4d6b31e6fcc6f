"""What stands where in one part of a report: who, which place, which time at each token; where and when it is filed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from dateline.knowledge import Knowledge
from dateline.knowledge.contact_words import ContactWords
from dateline.knowledge.gazetteer import Spot
from dateline.reading.analysis import Analysis
from dateline.reading.casting.cast import Cast, Standing
from dateline.reading.casting.setting import dateline_place
from dateline.record import Actor, Place, Span, Time, slug

LEAD = 4
"""Sentences at the head of a report whose news is of the day they name."""


@dataclass(frozen=True)
class Scene:
    """One part of a report laid out by token."""

    part: str
    doc: Doc = field(repr=False)
    words: ContactWords = field(repr=False)
    here: Place | None
    """Where the report is written: the place of its dateline."""
    published: date | None
    actors: tuple[Actor, ...] = field(repr=False)
    """The cast of the whole report; standings number it."""
    standings: dict[int, Standing] = field(repr=False)
    """Head token -> the widest words of which it is the head that stand for somebody."""
    covering: dict[int, Standing] = field(repr=False)
    """Token -> the fewest words around it that stand for somebody."""
    states: Mapping[str, str] = field(repr=False)
    """Country code -> the name of the state."""
    sides: dict[int, str] = field(repr=False)
    """Token -> the country or organisation that it names, or of which it is the adjective."""
    places: dict[int, Place] = field(repr=False)
    times: tuple[tuple[int, int, Time], ...] = field(repr=False)
    """Time expressions with their first token and the one past their last."""
    timed: dict[int, int] = field(repr=False)
    """Token -> the number of the time expression it is part of."""
    lead: int
    """The token at which the lead of the body ends; 0 in other parts."""
    lands: Mapping[str, Spot] = field(repr=False)
    """Country code -> the state on the map."""

    @property
    def state_names(self) -> Container[str]:
        """The names of states, to tell a state from a city."""
        return self.states.values()

    def land(self, country: str) -> Place | None:
        """A state as a place."""
        spot = self.lands.get(country)
        return _place(spot) if spot is not None else None

    def tokens(self, span: Span) -> TokenSpan:
        """The tokens that a span covers, widened to whole tokens."""
        found = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        assert found is not None, "a span is never empty"
        return found

    def times_at(self, span: Span) -> tuple[tuple[int, int, Time], ...]:
        """The time expressions that share a word with a span, in order."""
        tokens = self.tokens(span)
        numbers = dict.fromkeys(self.timed[i] for i in range(tokens.start, tokens.end) if i in self.timed)
        return tuple(self.times[n] for n in numbers)

    def times_in(self, tokens: TokenSpan) -> tuple[tuple[int, int, Time], ...]:
        """The time expressions that begin within the tokens, in order."""
        first = bisect_left(self.times, tokens.start, key=lambda t: t[0])
        return self.times[first : bisect_left(self.times, tokens.end, key=lambda t: t[0])]

    def span(self, tokens: TokenSpan) -> Span:
        """The record's span of some tokens, without the blanks around them."""
        text = tokens.text
        start = tokens.start_char + len(text) - len(text.lstrip())
        return Span(part=self.part, start=start, end=start + len(text.strip()))


def scenes(
    analysis: Analysis,
    times: tuple[Time, ...],
    places: tuple[Place, ...],
    cast: Cast,
    knowledge: Knowledge,
) -> Iterator[Scene]:
    """The parts of a report, the body first: it names in full what headline and captions cut short."""
    names = {code: state.name for code, state in knowledge.states.items()}
    here = _here(analysis.dateline, places, knowledge)
    for part in sorted(analysis.docs, key=lambda name: (name != "body", name)):
        doc = analysis.docs[part]
        starts = [token.idx for token in doc]
        standings = cast.standings.get(part, [])
        told = tuple((*_tokens(starts, t.span), t) for t in times if t.part == part)
        yield Scene(
            part=part,
            doc=doc,
            words=knowledge.contact_words,
            here=here,
            published=analysis.report.published_on,
            actors=cast.actors,
            standings=_by_head(standings),
            covering=_covering(standings),
            states=names,
            sides=_sides(standings, cast.actors),
            places={
                i: place
                for place in places
                for mention in place.mentions
                if mention.part == part
                for i in range(*_tokens(starts, mention))
            },
            times=told,
            timed={i: n for n, (first, end, _) in enumerate(told) for i in range(first, end)},
            lead=_lead(doc) if part == "body" else 0,
            lands=knowledge.gazetteer.states,
        )


def _lead(doc: Doc) -> int:
    """Where the first sentences of a body end, whose news is of the day they name."""
    return next((s.end for n, s in enumerate(doc.sents, 1) if n == LEAD), len(doc))


def _here(dateline: str | None, places: tuple[Place, ...], knowledge: Knowledge) -> Place | None:
    spot = dateline_place(dateline, knowledge)
    if spot is None:
        return None
    known = next((p for p in places if p.name == spot.name and p.country == spot.country), None)
    return known or _place(spot)


def _place(spot: Spot) -> Place:
    return Place(id=slug(spot.name), name=spot.name, country=spot.country, lat=spot.lat, lon=spot.lon)


def _by_head(standings: list[Standing]) -> dict[int, Standing]:
    widest: dict[int, Standing] = {}
    for standing in standings:
        known = widest.get(standing.head)
        if known is None or standing.end - standing.start > known.end - known.start:
            widest[standing.head] = standing
    return widest


def _covering(standings: list[Standing]) -> dict[int, Standing]:
    fewest: dict[int, Standing] = {}
    for standing in sorted(standings, key=lambda s: s.start - s.end):
        for i in range(standing.start, standing.end):
            fewest[i] = standing
    return fewest


def _sides(standings: list[Standing], actors: tuple[Actor, ...]) -> dict[int, str]:
    return {
        i: standing.country
        for standing in standings
        if standing.country and len(standing.actors) < 2 and (not standing.mentioned or _is_state(standing, actors))
        for i in range(standing.start, standing.end)
        if standing.end - standing.start <= 1 or not _is_person(standing, actors)
    }


def _is_state(standing: Standing, actors: tuple[Actor, ...]) -> bool:
    return any(actors[n].kind in ("government", "igo", "armed_group", "party") for n in standing.actors)


def _is_person(standing: Standing, actors: tuple[Actor, ...]) -> bool:
    return any(actors[n].kind == "person" for n in standing.actors)


def _tokens(starts: list[int], span: Span) -> tuple[int, int]:
    """First token of a span and the one past its last."""
    return max(bisect_right(starts, span.start) - 1, 0), bisect_left(starts, span.end)
