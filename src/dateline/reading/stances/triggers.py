"""The words by which a stance is taken, found in a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge.stances import StanceFrame
from dateline.reading.analysis import Analysis
from dateline.reading.speech.relays import BODY
from dateline.record import Statement
from dateline.record.model import Stance

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
TAKING_OVER = frozenset({"commitment", "goodwill", "contact", "alleged"})
"""Frames that only say what an offer or a demand commits to, or what a refusal is of."""

STEPS = 4
"""So far up the parse a shared subject is looked for."""


@dataclass(frozen=True)
class Found:
    """A trigger in the text with the stance it says and the statement it is part of."""

    frame: StanceFrame
    token: Token
    stance: Stance
    statement: Statement | None
    is_cue: bool

    @property
    def words(self) -> TokenSpan:
        """The words of the trigger."""
        return self.token.doc[self.token.i : self.token.i + len(self.frame.trigger)]

    @property
    def governor(self) -> Token:
        """The verb on which the trigger's subject and negation hang."""
        return governor(self.token)


def find_triggers(
    analysis: Analysis, statements: tuple[Statement, ...], frames: Mapping[str, tuple[StanceFrame, ...]]
) -> Iterator[Found]:
    """Every trigger of the body that says something where it stands, in order."""
    cues = _spoken(analysis, statements, of_cue=True)
    contents = _spoken(analysis, statements, of_cue=False)
    for token in analysis.docs[BODY]:
        for frame in frames.get(token.lemma_.lower(), ()):
            if frame.where in TAKING_OVER or not _matches(token, frame):
                continue
            statement = cues.get(token.i) or contents.get(token.i)
            stance = frame.negated if _negated(token, frame) else frame.stance
            if stance == "supports" and {"only", "would"} <= {c.lower_ for c in token.lefts}:
                stance = "conditional"  # "would only accept experts"
            if stance and (statement is not None or frame.where != "said"):
                yield Found(frame, token, stance, statement, token.i in cues)
            break


def _spoken(analysis: Analysis, statements: tuple[Statement, ...], of_cue: bool) -> dict[int, Statement]:
    """By token, the statement whose cue or content it is part of; the first where several are."""
    spoken: dict[int, Statement] = {}
    for statement in reversed(statements):
        for span in statement.cue if of_cue else statement.content:
            spoken |= dict.fromkeys((t.i for t in analysis.tokens(span)), statement)
    return spoken


def _matches(token: Token, frame: StanceFrame) -> bool:
    if any(c.lower_ == "whether" for c in governor(token).lefts) or _is_instead(token):
        return False
    if len(frame.trigger) > 1:
        words = token.doc[token.i : token.i + len(frame.trigger)]
        if tuple(t.lemma_.lower() for t in words) != frame.trigger:
            return False
    if frame.pos == "MODAL":
        return token.dep_ == "aux"
    if frame.pos in ("MARK", "PROVISO"):
        last = token.doc[token.i + len(frame.trigger) - 1]
        before = token.doc[token.i - 1].lower_ if token.i else ""
        return last.dep_ == "mark" and last.head.dep_ == "advcl" and before not in ("as", "even")
    # "a motion to criticise": what a noun is for is nobody's stance yet
    return token.pos_ == frame.pos and not (token.dep_ == "acl" and token.tag_ == "VB")


def _is_instead(token: Token) -> bool:
    """ "Instead of blaming each other"."""
    return token.i > 1 and token.dep_ == "pcomp" and token.nbor(-2).lower_ == "instead"


def _negated(token: Token, frame: StanceFrame) -> bool:
    verbs = {token.i, governor(token).i}
    if "to" in frame.issue:
        verbs |= {c.i for c in token.rights if c.dep_ in ("xcomp", "ccomp") and any(w.lower_ == "to" for w in c.lefts)}
    below = [c for i in verbs for c in token.doc[i].children]
    subject = shared_subject(governor(token))
    if subject is not None and _is_nobody(subject):
        return True
    if token.pos_ == "NOUN" and any(c.lower_ in ("no", "without") for c in token.lefts):
        return True
    return any(c.dep_ == "neg" for c in below)


def _is_nobody(subject: Token) -> bool:
    """ "Neither side would accept", "no state can accept"."""
    words = [subject, *subject.lefts]
    return any(w.lower_ in ("neither", "no", "none", "nobody") for w in words)


def governor(token: Token) -> Token:
    """The verb on which the trigger's subject and negation hang."""
    if token.dep_ in ("aux", "mark"):
        return token.head
    for node in (token, *token.ancestors):
        if node.pos_ in ("VERB", "AUX"):
            return node
    return token


def shared_subject(node: Token) -> Token | None:
    """The subject of a verb or of the verbs it hangs from; of a participle, the noun it belongs to."""
    for _ in range(STEPS):
        subject = next((c for c in node.children if c.dep_ in SUBJECTS), None)
        if subject is not None:
            return subject
        if node.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep", "acl"):
            return None
        node = node.head
        if node.pos_ in ("NOUN", "PROPN"):
            return node
    return None
