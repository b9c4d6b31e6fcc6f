"""Where each side stands: explicit policy stances."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge import Knowledge
from dateline.knowledge.stances import StanceFrame
from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis, span_of
from dateline.reading.speech.layout import MARKS
from dateline.reading.speech.relays import BODY
from dateline.reading.stances.framing import own_wordings
from dateline.reading.stances.holders import holders_of, several_sides
from dateline.reading.stances.issues import issue_of
from dateline.reading.stances.triggers import find_triggers
from dateline.record import Position, Statement
from dateline.record.model import Stance

TAKEN_OVER: dict[Stance, frozenset[str]] = {
    "offers": frozenset({"commitment", "goodwill"}),
    "demands": frozenset({"goodwill"}),
}
"""The frames that take over what a stance commits to."""


def read_positions(
    analysis: Analysis, cast: Cast, statements: tuple[Statement, ...], knowledge: Knowledge
) -> tuple[Position, ...]:
    """Every clear stance of a party on an issue, in order; one for each holder, sentence and stance."""
    if not several_sides(cast):
        return ()
    wordings = own_wordings(analysis, statements)
    positions: dict[tuple[str | None, int, Stance], Position] = {}
    for found in find_triggers(analysis, statements, knowledge.stances):
        issue = issue_of(found)
        if issue is None:
            continue
        stance = _stance(found.stance, issue.root, knowledge.stances)
        evidence = _sentence(found.token)
        for holder in holders_of(found, cast):
            key = (holder.country, evidence.start, stance)
            if not holder.country or key in positions:
                continue
            positions[key] = Position(
                holder=holder,
                issue=issue.text,
                stance=stance,
                frame=next((w for n in issue.text.split() if (w := wordings.get((holder.country, n)))), None),
                statement=found.statement.id if found.statement else None,
                evidence=(span_of(BODY, evidence),),
                evidence_text=evidence.text,
            )
            rule = f"stance_frames.csv: {found.frame}"
            analysis.because(f"position {len(positions)}", rule, span_of(BODY, found.words))
    return tuple(positions.values())


def _stance(stance: Stance, committed: Token, frames: Mapping[str, tuple[StanceFrame, ...]]) -> Stance:
    """ "pledged to support" supports: what is offered or asked for may itself be a stance."""
    taking_over = TAKEN_OVER.get(stance, frozenset())
    rows = frames.get(committed.lemma_, ())
    return next((f.stance for f in rows if f.where in taking_over and f.stance), stance)


def _sentence(token: Token) -> TokenSpan:
    sentence = token.sent
    start, end = sentence.start, sentence.end
    while end > start + 1 and token.doc[end - 1].is_space:
        end -= 1
    while start < end - 1 and (token.doc[start].is_space or token.doc[start].text in MARKS):
        start += 1
    return token.doc[start:end]
