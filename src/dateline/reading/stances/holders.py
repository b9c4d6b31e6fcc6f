"""Whose stance it is."""

from __future__ import annotations

from spacy.tokens import Token

from dateline.reading.actors import Cast
from dateline.reading.speech.relays import BODY
from dateline.record import Span
from dateline.record.model import Party


def several_sides(cast: Cast) -> bool:
    """Whether several sides are told of: what a government says to its own people is no stance between parties."""
    sides = {actor.country for actor in cast.actors if actor.kind != "media" and actor.country}
    return len(sides) > 1 or any(actor.kind == "armed_group" for actor in cast.actors)


def parties_of(subject: Token, cast: Cast) -> list[Party]:
    """The parties that a subject names, one for each of its coordinated heads."""
    parties = []
    for head in (subject, *subject.conjuncts):
        span = Span(part=BODY, start=head.doc[head.left_edge.i].idx, end=head.idx + len(head))
        party = cast.party(span)
        if party.country and party.name:
            parties.append(party)
    return parties
