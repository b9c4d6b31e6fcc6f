"""What may be a position: a sentence and a side of which it tells something, with all that speaks for or against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge.stances import StanceFrame
from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis, span_of
from dateline.reading.speech.layout import MARKS
from dateline.reading.speech.relays import BODY
from dateline.reading.stances.holders import holders_of, parties_of
from dateline.reading.stances.issues import issue_of
from dateline.reading.stances.triggers import SUBJECTS, Found, find_triggers
from dateline.record import Span, Statement
from dateline.record.model import Party, Stance

Frames = Mapping[str, tuple[StanceFrame, ...]]

TAKEN_OVER: dict[Stance, frozenset[str]] = {
    "offers": frozenset({"commitment", "goodwill"}),
    "demands": frozenset({"goodwill", "contact"}),
    "refuses": frozenset({"alleged"}),
}
"""The frames that take over what a stance commits to."""

CONTENT = frozenset({"VERB", "ADJ", "NOUN", "AUX"})
SPOKEN_OF = frozenset({"we", "i", "they", "it", "you"})
IGOS = frozenset({"UN", "EUU", "NATO", "LAS", "AU"})
COMPLEMENTS = frozenset({"dobj", "xcomp", "ccomp", "attr", "acomp", "advcl"})

# Counts are told as shares of these, so that every mark lies between 0 and 1.
MOST_SIDES, MOST_TAKEN, MOST_TOKENS = 6, 6, 50


@dataclass(frozen=True)
class Taken:
    """A stance that the words of a frame take, on an issue."""

    found: Found
    issue: TokenSpan
    stance: Stance


@dataclass
class Candidate:
    """A sentence and a holder whose stance it may tell.

    ``taken`` the stances that words of the table take there; ``statement`` what the holder says there, ``verb`` what
    the holder does there; ``marks`` name -> number in [0, 1], what the weights are for.
    """

    sentence: TokenSpan
    holder: Party
    taken: list[Taken] = field(default_factory=list)
    statement: Statement | None = None
    verb: Token | None = None
    marks: dict[str, float] = field(default_factory=dict)


def find_candidates(
    analysis: Analysis, cast: Cast, statements: tuple[Statement, ...], frames: Frames
) -> list[Candidate]:
    """Every sentence of the body with every side that speaks, acts or takes a stance in it; in order, by side."""
    gathered = _Gathered()
    for found in find_triggers(analysis, statements, frames):
        issue = issue_of(found)
        for holder in holders_of(found, cast):
            candidate = gathered.of(found.token, holder)
            if candidate is not None and issue is not None:
                candidate.taken.append(Taken(found, issue, _stance(found, issue.root, frames)))
            elif candidate is not None:
                candidate.marks[f"no issue {found.stance}"] = 1
    for candidate in gathered.in_order():
        candidate.taken = _by_weight(candidate.taken)
    for statement in statements:
        _mark_speech(analysis, statement, gathered)
    for token, party in _doers(analysis, cast):
        candidate = gathered.of(token, party)
        if candidate is not None:
            _mark_deed(token, candidate)
    candidates = gathered.in_order()
    _mark_surroundings(analysis, cast, frames, candidates)
    return candidates


def _by_weight(taken: list[Taken]) -> list[Taken]:
    """What decides the stance first: a proviso, and what an act is meant as ("left in protest against the raid")."""
    return sorted(taken, key=lambda t: not (_is_proviso_of(t.found, taken[0].found) or _is_meaning(t.found)))


def _is_meaning(found: Found) -> bool:
    word = found.token
    return word.pos_ == "NOUN" and word.dep_ == "pobj" and word.head.lower_ == "in" and word.nbor(-1) == word.head


def _is_proviso_of(proviso: Found, found: Found) -> bool:
    """ "Would not sign *unless* they were paid": what is told with a proviso is conditional."""
    if proviso.frame.pos != "PROVISO":
        return False
    verb = found.governor
    said = {verb.i, *(c.i for c in verb.children if c.dep_ in ("xcomp", "ccomp", "acomp"))}
    said |= {c.i for i in said for c in verb.doc[i].children if c.dep_ in ("xcomp", "ccomp")}
    return proviso.governor.head.i in said


class _Gathered:
    """The candidates so far, by sentence and country."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, str], Candidate] = {}

    def of(self, token: Token, holder: Party) -> Candidate | None:
        """The candidate of a token's sentence and a holder; ``None`` where no country or body is known."""
        if not holder.country:
            return None
        key = (token.sent.start, holder.country)
        if key not in self._known:
            self._known[key] = Candidate(sentence_of(token), holder)
        return self._known[key]

    def in_order(self) -> list[Candidate]:
        return [self._known[key] for key in sorted(self._known)]


def sentence_of(token: Token) -> TokenSpan:
    """The token's sentence without blanks and quotation marks before it."""
    sentence = token.sent
    start, end = sentence.start, sentence.end
    while end > start + 1 and token.doc[end - 1].is_space:
        end -= 1
    while start < end - 1 and (token.doc[start].is_space or token.doc[start].text in MARKS):
        start += 1
    return token.doc[start:end]


def _stance(found: Found, committed: Token, frames: Frames) -> Stance:
    """ "pledged to support" supports: what is offered, asked for or rejected may itself tell the stance.

    So may what is agreed or hoped: that others *should* act is a demand, that one *would not* is a refusal. Who is
    "willing" to do it only offers.
    """
    stance = found.stance
    moods = {c.lower_ for c in committed.lefts if c.tag_ == "MD"}
    if stance == "supports" and moods & {"should", "must"}:
        return "demands"
    if stance == "supports" and moods & {"will", "would"} and _denied(committed):
        return "refuses"
    taking_over = TAKEN_OVER.get(stance, frozenset()) if found.frame.pos != "ADJ" else frozenset()
    rows = frames.get(committed.lemma_.lower(), ())
    return next((f.stance for f in rows if f.where in taking_over and f.stance), stance)


def _mark_speech(analysis: Analysis, statement: Statement, gathered: _Gathered) -> None:
    """What a statement says in each sentence it reaches into: its words, moods and persons."""
    for spans, is_content in ((statement.content, True), (statement.cue, False)):
        for span in spans:
            for token in analysis.tokens(span):
                candidate = gathered.of(token, statement.speaker)
                if candidate is None:
                    return
                marks = candidate.marks
                if candidate.statement is None:
                    candidate.statement = statement
                    marks |= {"said": 1, f"mode {statement.mode}": 1, f"act {statement.act}": 1}
                    marks["a known speaker" if statement.speaker.actor else "an unknown speaker"] = 1
                if is_content:
                    _mark_word(token, marks)


def _mark_word(token: Token, marks: dict[str, float]) -> None:
    lemma = token.lemma_.lower()
    if token.pos_ in CONTENT:
        denied = " not" if _denied(token) else ""
        marks[f"says {lemma}{denied}"] = 1
    if token.dep_ == "mark":
        marks[f"mark {lemma}"] = 1
    if token.tag_ == "MD":
        denied = " not" if _denied(token.head) else ""
        marks[f"modal {lemma}{denied}"] = 1
    if token.pos_ == "PRON" and lemma in SPOKEN_OF:
        marks[f"person {lemma}"] = 1


def _doers(analysis: Analysis, cast: Cast) -> Iterator[tuple[Token, Party]]:
    """Subjects and agents, with the parties they name."""
    for token in analysis.docs[BODY]:
        if token.dep_ in SUBJECTS or (token.dep_ == "pobj" and token.head.dep_ == "agent"):
            for party in parties_of(token, cast):
                yield token, party


def _mark_deed(doer: Token, candidate: Candidate) -> None:
    """How the verb stands of which the side is the subject."""
    verb = doer.head.head if doer.head.dep_ == "agent" else doer.head
    candidate.verb = candidate.verb or verb
    marks = candidate.marks
    marks |= {"doer": 1, f"doing {verb.dep_}": 1, f"form {verb.tag_}": 1}
    denied = " not" if _denied(verb) else ""
    for child in verb.children:
        if child.tag_ == "MD":
            marks[f"doing {child.lemma_.lower()}{denied}"] = 1
        if child.dep_ in COMPLEMENTS:
            marks[f"with {child.dep_}"] = 1
        if child.dep_ == "prep":
            marks[f"with {child.lower_}"] = 1


def _denied(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _mark_surroundings(analysis: Analysis, cast: Cast, frames: Frames, candidates: list[Candidate]) -> None:
    """What the sentence holds besides, and what kind of report it stands in."""
    sides = {actor.country for actor in cast.actors if actor.kind != "media" and actor.country}
    beside: dict[int, int] = {}
    for candidate in candidates:
        beside[candidate.sentence.start] = beside.get(candidate.sentence.start, -1) + 1
    taken = sum(bool(c.taken) for c in candidates)
    numbers = {s.start: n for n, s in enumerate(analysis.docs[BODY].sents)}
    for candidate in candidates:
        sentence, marks = candidate.sentence, candidate.marks
        for stance in {t.stance for t in candidate.taken}:
            marks |= {f"takes {stance}": 1, "takes a stance": 1}
        for found in (t.found for t in candidate.taken):
            marks["takes it by the cue" if found.is_cue else "takes it in words"] = 1
            marks[f"takes it by {found.frame.pos.lower()} {found.frame.where}"] = 1
        for stance in _lexical(sentence, frames):
            marks |= {f"word that {stance}": 1, "word of a stance": 1}
        others = {s.country for s in cast.standing(span_of(BODY, sentence)) if s.country}
        marks["others named"] = min(len(others - {candidate.holder.country}), 2) / 2
        marks["others do something"] = min(beside[sentence.start], 2) / 2
        marks["sides"] = min(len(sides), MOST_SIDES) / MOST_SIDES
        marks["stances in the report"] = min(taken, MOST_TAKEN) / MOST_TAKEN
        marks["place in the report"] = numbers[sentence[0].sent.start] / len(numbers)
        marks["length"] = min(len(sentence), MOST_TOKENS) / MOST_TOKENS
        marks["quoted"] = float('"' in sentence.text)
        marks["body"] = float(candidate.holder.country in IGOS)


def _lexical(sentence: TokenSpan, frames: Frames) -> set[Stance]:
    """The stances of which a word stands anywhere in the sentence."""
    rows = (f for token in sentence for f in frames.get(token.lemma_.lower(), ()))
    return {f.stance for f in rows if f.where == "any" and f.stance and len(f.trigger) == 1 and f.pos in CONTENT}


def evidence_of(candidate: Candidate) -> Span:
    """The sentence as the record points at it."""
    return span_of(BODY, candidate.sentence)
