"""Where each side stands: explicit policy stances."""

from __future__ import annotations

from typing import get_args

from dateline.language.english.modality import Modality, modality_of
from dateline.model.frames import Frame
from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis, span_of
from dateline.reading.speech.said import Said
from dateline.reading.stances.framing import frame_of, own_wordings
from dateline.reading.topic_phrase import phrase_of
from dateline.record import Position, Span, Statement
from dateline.record.model import Party, Stance


def read_positions(analysis: Analysis, cast: Cast, statements: tuple[Statement, ...]) -> tuple[Position, ...]:
    """Every clear stance of a party on an issue, in the order of the text; each holder, sentence and stance once.

    The model proposes frames: the words that carry a stance, who holds it, on what. Where the words name no holder it
    is who speaks there.
    """
    wordings = own_wordings(analysis, cast, statements)
    said = Said(statements)
    found: dict[tuple[str | None, Span, Stance], Position] = {}
    for frame in analysis.frames.positions:
        statement = said.at(frame.trigger)
        holder = holder_of(frame, cast, statement)
        if holder is None or not frame.roles["issue"]:
            continue
        sentence = analysis.sentence(frame.trigger)
        stance = stance_of(frame, modality_of(analysis.tokens(frame.trigger).root))
        if stance is None:
            continue
        words = frame.roles["issue"][0]
        issue = analysis.text(span_of(words.part, phrase_of(analysis.tokens(words))))
        key = (holder.country or holder.name, sentence, stance)
        if key in found:
            continue
        found[key] = Position(
            holder=holder,
            issue=issue,
            stance=stance,
            frame=frame_of(issue, holder.country, wordings),
            statement=statement.id if statement else None,
            evidence=(sentence,),
            evidence_text=analysis.text(sentence),
            confidence=analysis.confidence("position", frame.score),
        )
        analysis.because_of(f"position {len(found)}", frame)
    return tuple(found.values())


def stance_of(frame: Frame, modality: Modality) -> Stance | None:
    """The stance that the model believes in most of those the words leave; none of what is only asked.

    "Does not support" and "would never accept" are no support.
    """
    if modality.mood == "question":
        return None
    beliefs = frame.beliefs.get("stance") or {frame.labels["stance"]: 1.0}
    left = {s: share for s, share in beliefs.items() if modality.polarity or s not in CONSENTING}
    best = max(left, key=lambda stance: left[stance], default=None)
    return next((stance for stance in get_args(Stance) if stance == best), None)


CONSENTING = ("supports", "offers")
"""Stances that a denial turns into another."""


def holder_of(frame: Frame, cast: Cast, statement: Statement | None) -> Party | None:
    """Whose stance it is: whom the words name; else who speaks."""
    for span in frame.roles["holder"]:
        party = cast.party(span)
        if party.name and party.country:
            return party
    return statement.speaker if statement is not None and statement.speaker.name else None
