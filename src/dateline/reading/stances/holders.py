"""Whose stance it is."""

from __future__ import annotations

from spacy.tokens import Token

from dateline.reading.actors import Cast
from dateline.reading.speech.relays import BODY
from dateline.reading.stances.triggers import Found, shared_subject
from dateline.record import Span
from dateline.record.model import Party

OWN = frozenset({"i", "we", "he", "she"})
VERDICTS = frozenset({"MODAL", "MARK", "PROVISO"})


def several_sides(cast: Cast) -> bool:
    """Whether several sides are told of: what a government says to its own people is no stance between parties."""
    sides = {actor.country for actor in cast.actors if actor.kind != "media" and actor.country}
    return len(sides) > 1 or any(actor.kind == "armed_group" for actor in cast.actors)


def holders_of(found: Found, cast: Cast) -> list[Party]:
    """Whose stance it is: the speaker's, unless the words give it to another party."""
    speaker = found.statement.speaker if found.statement else None
    if speaker is not None and (found.is_cue or "subject" in found.frame.issue):
        return [speaker]
    subject = _subject(found)
    parties = parties_of(subject, cast) if subject is not None else []
    if speaker is None:
        return parties
    if found.frame.pos in VERDICTS:
        return [speaker] if _fits_verdict(found, subject, parties, cast) else []
    if subject is None:
        return [speaker] if found.frame.where == "said" else []
    if subject.lower_ in OWN or (not parties and subject.pos_ == "PRON"):
        return [speaker]
    return [speaker] if any(p.country == speaker.country for p in parties) else parties


def _fits_verdict(found: Found, subject: Token | None, parties: list[Party], cast: Cast) -> bool:
    """ "must" and "should" demand of others; "will" offers what the speaker's own side does, "I will" is no policy.

    Other people are others even of the same country: "the president must quit", the rebel chief said.
    """
    assert found.statement is not None
    speaker = found.statement.speaker
    own = subject is not None and (
        subject.lower_ == "we" or any(p.country == speaker.country and p.actor != speaker.actor for p in parties)
    )
    if found.frame.trigger == ("will",):
        return own and subject is not None and subject.i < found.token.i
    if found.frame.stance == "demands":
        people = {actor.id for actor in cast.actors if actor.kind == "person"} - {speaker.actor}
        own = own and not all(p.actor in people for p in parties)
        return subject is not None and not own and subject.lower_ not in OWN
    return True


def _subject(found: Found) -> Token | None:
    token = found.token
    if token.pos_ == "NOUN":
        owner = next((c for c in token.lefts if c.dep_ == "poss"), None)
        if owner is not None and owner.pos_ != "PRON":
            return owner
        doer = next((c for c in token.rights if c.dep_ == "prep" and c.lower_ in ("by", "from")), None)
        if doer is not None:  # "a boycott by Israel", "promises from Iran"
            return next(iter(doer.children), None)
    node = found.governor
    agent = next((c for c in node.children if c.dep_ == "agent"), None)
    if agent is not None and node.i == token.i:
        return next(iter(agent.children), None)
    if any(c.dep_ == "auxpass" for c in token.children):
        return None
    return shared_subject(node)


def parties_of(subject: Token, cast: Cast) -> list[Party]:
    """The parties that a subject names, one for each of its coordinated heads."""
    parties = []
    for head in (subject, *subject.conjuncts):
        span = Span(part=BODY, start=head.doc[head.left_edge.i].idx, end=head.idx + len(head))
        party = cast.party(span)
        if party.country and party.name:
            parties.append(party)
    return parties
