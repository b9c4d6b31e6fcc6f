"""How it is seen: judgements about a contact or a relation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from dateline.knowledge import Knowledge
from dateline.knowledge.judgements import Judgements
from dateline.reading.analysis import Analysis, span_of
from dateline.record import Assessment, Statement

BODY = "body"
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True)
class Judgement:
    """A judgement in the text: its words, what it is about, and who is said to judge (``None``: left open)."""

    words: TokenSpan
    about: TokenSpan
    owner: TokenSpan | None = None


def read_assessments(
    analysis: Analysis, statements: tuple[Statement, ...], knowledge: Knowledge
) -> tuple[Assessment, ...]:
    """Every assessment of the body, in order.

    Three ways of saying it are read: how something is taken ("widely seen as a signal of ..."), what it amounts to
    ("the visit was a breakthrough"), and what analysts and their like say of it. Inside a statement the owner is the
    speaker; elsewhere only who is named as judging.
    """
    found = []
    for judgement in _judgements(analysis.docs[BODY], knowledge.judgements):
        evidence = span_of(BODY, judgement.words)
        statement = next((s for s in statements if any(c.overlaps(evidence) for c in s.content)), None)
        owner = judgement.owner.text if judgement.owner is not None else None
        if owner is None and statement is not None:
            owner = statement.speaker.name
        found.append(
            Assessment(owner=owner, about=judgement.about.text, text=judgement.words.text, evidence=(evidence,))
        )
    found.extend(_said_by_judges(analysis, statements, knowledge.judgements))
    return tuple(sorted(found, key=lambda a: a.evidence[0].start))


def _judgements(doc: Doc, words: Judgements) -> Iterator[Judgement]:
    for token in doc:
        judgement = None
        if token.lemma_ in words.perceived and any(c.dep_ == "auxpass" for c in token.children):
            judgement = _as_taken(token)
        elif (
            token.lemma_ in words.verdicts and token.dep_ == "attr" and token.head.lemma_ in ("be", "mark", "represent")
        ):
            judgement = _as_verdict(token)
        if judgement is not None and _is_matter(judgement.about, words):
            yield judgement


def _as_taken(verb: Token) -> Judgement | None:
    """ "The summit is widely seen (by diplomats) as a signal"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    taken = next((c for c in verb.rights if c.lower_ == "as" or c.dep_ in ("oprd", "xcomp")), None)
    if subject is None or taken is None:
        return None
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    owner = next(iter(agent.children), None) if agent is not None else None
    start = min((c.i for c in verb.lefts if c.dep_ == "advmod"), default=verb.i)
    words = verb.doc[start : taken.right_edge.i + 1]
    return Judgement(words, _phrase(subject), _phrase(owner) if owner is not None else None)


def _as_verdict(noun: Token) -> Judgement | None:
    """ "The visit was a sign of thaw"."""
    subject = next((c for c in noun.head.children if c.dep_ in SUBJECTS), None)
    if subject is None or any(c.dep_ == "neg" for c in noun.head.children):
        return None
    tail = [c for c in noun.head.rights if c.i >= noun.i and c.dep_ in ("attr", "prep")]
    return Judgement(noun.doc[noun.left_edge.i : tail[-1].right_edge.i + 1], _phrase(subject))


def _said_by_judges(analysis: Analysis, statements: tuple[Statement, ...], words: Judgements) -> Iterator[Assessment]:
    """ "Analysts said the summit could ...": a statement of unnamed judges about a matter."""
    for statement in statements:
        if not statement.source or statement.speaker.actor is not None:
            continue
        if not any(t.lemma_.lower() in words.judges for t in analysis.tokens(statement.source[0])):
            continue
        about = next(
            (t for span in statement.content for t in analysis.tokens(span) if t.lemma_ in words.matters), None
        )
        if about is not None and about.pos_ == "NOUN":
            yield Assessment(
                owner=statement.speaker.name,
                about=_phrase(about).text,
                text=statement.content_text,
                evidence=statement.content,
            )


def _is_matter(phrase: TokenSpan, words: Judgements) -> bool:
    return phrase.root.lemma_.lower() in words.matters


def _phrase(head: Token) -> TokenSpan:
    """The noun phrase without its article and the clauses that hang from it."""
    end = next((c.left_edge.i for c in head.rights if c.dep_ in ("relcl", "punct", "advcl")), head.right_edge.i + 1)
    start = head.left_edge.i
    if head.doc[start].dep_ == "det" and start < head.i:
        start += 1
    return head.doc[start : max(end, head.i + 1)]
