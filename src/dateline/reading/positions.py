"""Where each side stands: explicit policy stances."""

from __future__ import annotations

from dateline.knowledge import Knowledge
from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis, span_of
from dateline.reading.speech.relays import BODY
from dateline.reading.stances.candidates import Candidate, evidence_of, find_candidates
from dateline.reading.stances.framing import own_wordings
from dateline.reading.stances.holders import several_sides
from dateline.reading.stances.issues import likely_issue
from dateline.reading.stances.weighing import LEAST_TAKEN, LEAST_UNTAKEN, Weights, load_weights
from dateline.record import Position, Span, Statement
from dateline.record.model import Stance


def read_positions(
    analysis: Analysis, cast: Cast, statements: tuple[Statement, ...], knowledge: Knowledge
) -> tuple[Position, ...]:
    """Every clear stance of a party on an issue, in order; one for each holder's country and sentence.

    The table of stance frames says which words take which stance, on what; the weights, learnt from annotated reports,
    say whether a sentence tells a position at all, and the stance where no word of the table does.
    """
    if not several_sides(cast):
        return ()
    weights = load_weights()
    wordings = own_wordings(analysis, statements)
    positions: list[Position] = []
    for candidate in find_candidates(analysis, cast, statements, knowledge.stances):
        told = _told(candidate, weights)
        if told is None:
            continue
        stance, issue, statement, rule, words = told
        holder = candidate.holder
        positions.append(
            Position(
                holder=holder,
                issue=issue,
                stance=stance,
                frame=next((w for n in issue.split() if (w := wordings.get((holder.country or "", n)))), None),
                statement=statement.id if statement else None,
                evidence=(evidence_of(candidate),),
                evidence_text=candidate.sentence.text,
            )
        )
        analysis.because(f"position {len(positions)}", rule, words)
    return tuple(positions)


def _told(candidate: Candidate, weights: Weights) -> tuple[Stance, str, Statement | None, str, Span] | None:
    """The stance, the issue, the statement it rests on, the rule and its words; ``None`` for what is no position."""
    share = weights.share(candidate.marks)
    if candidate.taken and share >= LEAST_TAKEN:
        taken = candidate.taken[0]
        rule = f"stance_frames.csv: {taken.found.frame}; weights {share:.2f}"
        return taken.stance, taken.issue.text, taken.found.statement, rule, span_of(BODY, taken.found.words)
    if not candidate.taken and share >= LEAST_UNTAKEN:
        issue = likely_issue(candidate.verb, candidate.sentence)
        stance = weights.stance(candidate.marks)
        rule = f"weights {weights.version}: {share:.2f}"
        return stance, issue.text, candidate.statement, rule, evidence_of(candidate)
    return None
