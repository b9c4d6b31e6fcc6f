"""How it is seen: judgements about a contact or a relation."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from dateline.knowledge import Knowledge
from dateline.knowledge.judgements import Judgements
from dateline.language.english.verbs import is_negated
from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis, span_of
from dateline.reading.stances.holders import several_sides
from dateline.reading.stances.subjects import shared_subject
from dateline.record import Assessment, Spans, Statement

BODY = "body"
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVES = frozenset({"which", "that", "who"})


@dataclass(frozen=True)
class Judgement:
    """A judgement in the text: its words, what it is about, who is said to judge (``None``: left open), its trigger."""

    words: TokenSpan
    about: TokenSpan
    trigger: Token
    owner: TokenSpan | None = None


def read_assessments(
    analysis: Analysis, cast: Cast, statements: tuple[Statement, ...], knowledge: Knowledge
) -> tuple[Assessment, ...]:
    """Every assessment of the body, in order; a report that names one side only has none.

    Three ways of saying it are read: how something is taken ("widely seen as a signal of ...", "hailed the talks as"),
    what it amounts to ("the visit was a breakthrough", "marks a new stage"), and what analysts and their like say or
    think of it. Inside a statement the owner is the speaker; elsewhere only who is named as judging.
    """
    if not several_sides(cast):
        return ()
    words = knowledge.judgements
    sides = {s.head for s in cast.standings.get(BODY, ()) if s.country}
    found = [
        (_assessment(judgement, statements), f"assessment_words.csv: {judgement.trigger.lemma_}", judgement.trigger)
        for judgement in _judgements(analysis.docs[BODY], words, sides)
    ]
    found += [
        (assessment, f"assessment_words.csv: {judge.lemma_.lower()}", judge)
        for assessment, judge in _said_by_judges(analysis, statements, words)
        if not any(_overlap(assessment.evidence, known.evidence) for known, _, _ in found)
    ]
    found.sort(key=lambda row: row[0].evidence[0].start)
    for number, (_, rule, word) in enumerate(found, 1):
        analysis.because(f"assessment {number}", rule, span_of(BODY, word.doc[word.i : word.i + 1]))
    return tuple(assessment for assessment, _, _ in found)


def _assessment(judgement: Judgement, statements: tuple[Statement, ...]) -> Assessment:
    evidence = span_of(BODY, judgement.words)
    trigger = span_of(BODY, judgement.trigger.doc[judgement.trigger.i : judgement.trigger.i + 1])
    spoken = (s for s in statements if any(c.overlaps(trigger) for c in (*s.cue, *s.content)))
    statement = next(spoken, None)
    owner = judgement.owner.text if judgement.owner is not None else None
    if statement is not None and statement.speaker.actor is not None and (owner is None or _cues(statement, judgement)):
        owner = statement.speaker.name
    return Assessment(owner=owner, about=judgement.about.text, text=judgement.words.text, evidence=(evidence,))


def _cues(statement: Statement, judgement: Judgement) -> bool:
    """Whether the verb of judging is itself how the speaker speaks: "hailed the talks as"."""
    verb = judgement.trigger
    return any(c.start <= verb.idx < c.end for c in statement.cue)


def _overlap(one: Spans, other: Spans) -> bool:
    return any(a.overlaps(b) for a in one for b in other)


def _judgements(doc: Doc, words: Judgements, sides: Container[int]) -> Iterator[Judgement]:
    for token in doc:
        judgement = None
        if token.lemma_ in words.perceived and token.pos_ == "VERB":
            judgement = _as_taken(token)
            if judgement is not None and _is_bond(judgement, sides, words):
                yield judgement
                continue
        elif token.lemma_ in words.thoughts and token.pos_ == "VERB":
            judgement = _as_thought(token, words)
        elif token.lemma_ in words.verdicts and token.dep_ in ("attr", "dobj") and token.head.lemma_ in words.amounts:
            judgement = _as_verdict(token)
        if judgement is not None and _is_matter(judgement.about.root, words):
            yield judgement


def _as_taken(verb: Token) -> Judgement | None:
    """ "The summit is widely seen by diplomats as a signal", "a visit seen as historic", "she hailed the visit as"."""
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    participle = verb.dep_ == "acl" and verb.tag_ == "VBN"
    below = [c for d in verb.rights for c in (d, *d.rights)]  # the parser may hang "as" on a participle between
    taken = next((c for c in below if c.dep_ == "prep" and c.lower_ == "as"), None)
    taken = taken or next((c for c in verb.rights if (passive or participle) and c.dep_ in ("oprd", "xcomp")), None)
    asked = any(c.dep_ == "prep" and c.lower_ in ("on", "upon", "for") for c in verb.children)  # "called on all to ..."
    if taken is None or asked or is_negated(verb):
        return None
    if passive:
        matter = _antecedent(shared_subject(verb))
    else:
        matter = verb.head if participle else next((c for c in verb.children if c.dep_ == "dobj"), None)
    if matter is None:
        return None
    if passive or participle:
        agent = next((c for c in verb.children if c.dep_ == "agent"), None)
        owner = next(iter(agent.children), None) if agent is not None else None
        start = min((c.i for c in verb.lefts if c.dep_ == "advmod"), default=verb.i)
    else:
        owner, start = shared_subject(verb), taken.i
    if owner is not None and owner.pos_ == "PRON" and owner.lower_ != "many":
        owner = None
    words = _upto_clause(verb.doc[start : taken.right_edge.i + 1])
    return Judgement(words, _phrase(matter, taken), verb, _phrase(owner) if owner is not None else None)


def _is_bond(judgement: Judgement, sides: Container[int], words: Judgements) -> bool:
    """ "China was seen as a partner of Africa": what one side is taken to be to another."""
    side = judgement.about.root
    return (
        side.i in sides
        and side.pos_ != "PRON"
        and any(t.dep_ in ("pobj", "attr", "oprd") and t.lemma_ in words.bonds for t in judgement.words)
    )


def _as_thought(verb: Token, words: Judgements) -> Judgement | None:
    """ "Analysts believe the talks will fail", "observers fear that the deal ...": the thoughts of unnamed judges."""
    judge = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    thought = next((c for c in verb.rights if c.dep_ == "ccomp"), None)
    if judge is None or thought is None or judge.lemma_.lower() not in words.judges or judge.tag_ != "NNS":
        return None
    about = shared_subject(thought)
    said = verb.doc[thought.left_edge.i : thought.right_edge.i + 1]
    if about is None or is_negated(verb):
        return None
    said = said[1:] if said[0].lower_ == "that" else said
    return Judgement(said, _phrase(about), verb, _phrase(judge))


def _as_verdict(noun: Token) -> Judgement | None:
    """ "The visit was a sign of thaw", "the visit marked a turning point"."""
    subject = _antecedent(next((c for c in noun.head.children if c.dep_ in SUBJECTS), None))
    if subject is None or is_negated(noun.head):
        return None
    tail = [c for c in noun.head.rights if c.i >= noun.i and c.dep_ in (noun.dep_, "prep")]
    words = noun.doc[noun.left_edge.i : tail[-1].right_edge.i + 1]
    return Judgement(_upto_clause(words), _phrase(subject), noun)


def _antecedent(subject: Token | None) -> Token | None:
    """What "which" stands for; any other subject is itself."""
    if subject is not None and subject.lower_ in RELATIVES and subject.head.dep_ == "relcl":
        return subject.head.head
    return subject


def _said_by_judges(
    analysis: Analysis, statements: tuple[Statement, ...], words: Judgements
) -> Iterator[tuple[Assessment, Token]]:
    """ "Analysts said the summit could ...": a statement of unnamed judges with a matter for its subject."""
    for statement in statements:
        if not statement.source or statement.speaker.actor is not None:
            continue
        judge = next((t for t in analysis.tokens(statement.source[0]) if t.lemma_.lower() in words.judges), None)
        if judge is None:
            continue
        said = (t for span in statement.content for t in analysis.tokens(span))
        about = next((t for t in said if t.dep_ in SUBJECTS and _is_matter(t, words) and t.head.pos_ in CLAUSE), None)
        if about is not None:
            assessment = Assessment(
                owner=statement.speaker.name,
                about=_phrase(about).text,
                text=statement.content_text,
                evidence=statement.content,
            )
            yield assessment, judge


CLAUSE = ("VERB", "AUX")


def _is_matter(head: Token, words: Judgements) -> bool:
    return head.pos_ in ("NOUN", "PROPN") and head.lemma_.lower() in words.matters


def _upto_clause(words: TokenSpan) -> TokenSpan:
    """The words up to a clause set off by a comma, or to the end of the quotation."""
    for token in words[1:]:
        first = token.left_edge.i
        aside = token.dep_ in ("advcl", "relcl", "conj", "appos") and token.pos_ in CLAUSE
        if aside and first > words.start and words.doc[first - 1].text in (",", "-"):
            return words.doc[words.start : first - 1]
    return words


def _phrase(head: Token, until: Token | None = None) -> TokenSpan:
    """The noun phrase without its article and the clauses that hang from it, and without how it is taken."""
    stops = ("relcl", "punct", "advcl", "acl", "appos")
    end = next((c.left_edge.i for c in head.rights if c.dep_ in stops), head.right_edge.i + 1)
    end = min(end, until.i) if until is not None and until.i > head.i else end
    start = head.left_edge.i
    while start < head.i and (head.doc[start].dep_ == "det" or head.doc[start].is_punct):
        start += 1
    return head.doc[start : max(end, head.i + 1)]
