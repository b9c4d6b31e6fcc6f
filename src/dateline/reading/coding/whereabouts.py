"""Where an event took place."""

from __future__ import annotations

from spacy.tokens import Token

from dateline.model.frames import Frame
from dateline.reading.analysis import Analysis
from dateline.record import Place, PlaceRef, Span

WHERE = {"in", "at", "near", "outside", "inside"}


def place_of(frame: Frame, analysis: Analysis, places: tuple[Place, ...]) -> PlaceRef | None:
    """Where an event was: the first place of its clause that stands after ``in``, ``at``, ``near`` or ``outside``."""
    part = frame.trigger.part
    root = analysis.tokens(frame.trigger).root
    for head in (root, *_verb(root)):
        clause = Span(part=part, start=head.left_edge.idx, end=head.right_edge.idx + len(head.right_edge.text))
        near = [
            (mention.start, place)
            for place in places
            for mention in place.mentions
            if clause.contains(mention) and _is_where(analysis, mention)
        ]
        if near:
            place = min(near, key=lambda found: found[0])[1]
            return PlaceRef(name=place.name, country=place.country, lat=place.lat, lon=place.lon)
    return None


def _verb(root: Token) -> list[Token]:
    """The verb over a noun that names an action."""
    return [] if root.pos_ in ("VERB", "AUX") else [t for t in root.ancestors if t.pos_ in ("VERB", "AUX")][:1]


def _is_where(analysis: Analysis, mention: Span) -> bool:
    over = analysis.tokens(mention).root.head
    return over.dep_ == "prep" and over.lower_ in WHERE
