"""Where each side stands: explicit policy stances."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge import Knowledge
from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis, span_of
from dateline.reading.speech.relays import BODY
from dateline.reading.stances.candidates import Candidate, evidence_of, find_candidates
from dateline.reading.stances.framing import frame_of, own_wordings
from dateline.reading.stances.holders import several_sides
from dateline.reading.stances.issues import likely_issue
from dateline.reading.stances.weighing import LEAST_TAKEN, LEAST_UNTAKEN, Weights, load_weights, told_of
from dateline.record import Position, Span, Statement
from dateline.record.model import Stance


def read_positions(
    analysis: Analysis, cast: Cast, statements: tuple[Statement, ...], knowledge: Knowledge
) -> tuple[Position, ...]:
    """Every clear stance of a party on an issue, in order; of one holder and sentence one, or one for and one against.

    The table of stance frames says which words take which stance, on what; the weights, learnt from annotated reports,
    say whether a sentence tells a position at all, and the stance where no word of the table does.
    """
    if not several_sides(cast):
        return ()
    weights = load_weights()
    wordings = own_wordings(analysis, cast, statements)
    positions: list[Position] = []
    for candidate in find_candidates(analysis, cast, statements, knowledge.stances):
        for told in _told(candidate, weights):
            positions.append(
                Position(
                    holder=candidate.holder,
                    issue=told.issue,
                    stance=told.stance,
                    frame=frame_of(told.issue, candidate.holder.country, wordings),
                    statement=told.statement.id if told.statement else None,
                    evidence=(evidence_of(candidate),),
                    evidence_text=candidate.sentence.text,
                )
            )
            analysis.because(f"position {len(positions)}", told.rule, told.words)
    return tuple(positions)


@dataclass(frozen=True)
class Told:
    """A position that a candidate tells: the statement it rests on, the rule that found it, and from which words."""

    stance: Stance
    issue: str
    statement: Statement | None
    rule: str
    words: Span


def _told(candidate: Candidate, weights: Weights) -> list[Told]:
    """What the candidate tells: mostly one position, none where its share is too small."""
    share = weights.share(candidate.marks)
    if candidate.taken and share >= LEAST_TAKEN:
        found = (candidate.taken[i] for i in told_of([t.stance for t in candidate.taken]))
        return [
            Told(
                taken.stance,
                taken.issue.text,
                taken.found.statement,
                f"stance_frames.csv: {taken.found.frame}; weights {share:.2f}",
                span_of(BODY, taken.found.words),
            )
            for taken in found
        ]
    if not candidate.taken and share >= LEAST_UNTAKEN:
        issue = likely_issue(candidate.verb, candidate.sentence)
        stance = weights.stance(candidate.marks)
        rule = f"weights {weights.version}: {share:.2f}"
        return [Told(stance, issue.text, candidate.statement, rule, evidence_of(candidate))]
    return []
