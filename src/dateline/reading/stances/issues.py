"""What the stance is on: the issue as a short phrase of the text."""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge.stances import StanceFrame
from dateline.reading.stances.triggers import Found, governor, shared_subject

LONGEST = 14
"""An issue is a short phrase: longer ones are cut at this many tokens."""


def issue_of(found: Found) -> TokenSpan | None:
    """The issue as a short phrase, verbatim."""
    token = found.token
    for place in found.frame.issue:
        phrase = _at(place, token)
        if phrase is not None and phrase.root.ent_type_ not in ("DATE", "TIME"):
            if found.frame.stance == found.frame.negated and (no := _denial(phrase.root)):
                phrase = token.doc[no.i : phrase.end]  # what is demanded is "not to close the border"
            return _short(phrase) if _is_issue(phrase.root, found.frame) else None
    return None


def _denial(verb: Token) -> Token | None:
    return next((c for c in verb.lefts if c.dep_ == "neg"), None)


def likely_issue(verb: Token | None, sentence: TokenSpan) -> TokenSpan:
    """What a sentence is about where no word of the table takes a stance in it: what the verb has as its matter."""
    verb = next((t for t in sentence if t.dep_ == "ccomp"), None) or verb or sentence.root
    for place in ("object", "to", "clause", "subject"):
        phrase = _at(place, verb)
        if phrase is not None and phrase.root.pos_ != "PRON":
            return _short(phrase)
    return _short(verb.doc[verb.left_edge.i : verb.right_edge.i + 1])


def _is_issue(head: Token, frame: StanceFrame) -> bool:
    """People are nobody's issue; nor is what the frame excepts."""
    return head.lemma_ not in frame.unless and head.ent_type_ != "PERSON" and head.pos_ != "PRON"


def _at(place: str, token: Token) -> TokenSpan | None:
    passive = any(c.dep_ == "nsubjpass" for c in token.children)
    if place == "object":
        if token.dep_ == "acl" and token.tag_ == "VBN":
            return _phrase(token.head)
        wanted = "nsubjpass" if passive else "dobj"
        return next((_phrase(c) for c in token.children if c.dep_ == wanted), None)
    if place == "to":
        for child in token.rights:
            if child.dep_ in ("xcomp", "ccomp", "acl", "advcl") and any(c.lower_ == "to" for c in child.lefts):
                return _infinitive(child)
        return None
    if place == "doing":
        below = [d for c in token.rights for d in (c, *c.children)]
        gerunds = (c for c in below if c.tag_ == "VBG")
        governed = ("xcomp", "pcomp", "dobj", "ccomp")
        return next((_infinitive(c) for c in gerunds if c.dep_ in governed or _follows(c, token)), None)
    if place == "others":
        return next(
            (_infinitive(c) for c in token.rights if c.dep_ in ("ccomp", "xcomp") and _has_own_subject(c)), None
        )
    if place == "clause":
        return next((_phrase(c) for c in token.rights if c.dep_ in ("ccomp", "acl")), None)
    if place == "subject":
        subject = shared_subject(governor(token))
        return _phrase(subject) if subject is not None else None
    if place == "self":
        return _clause(token)
    preposition = next((c for c in token.rights if c.dep_ in ("prep", "prt") and c.lower_ == place[1:]), None)
    return next((_phrase(c) for c in preposition.children if c.i > preposition.i), None) if preposition else None


def _clause(token: Token) -> TokenSpan:
    """What must, will or need be: the verb with its complements; after "if", the whole condition."""
    verb = token.head
    start = token.i + 1 if token.dep_ == "mark" else verb.i
    return token.doc[start : max(verb.right_edge.i + 1, start + 1)]


def _infinitive(verb: Token) -> TokenSpan:
    return verb.doc[verb.i : verb.right_edge.i + 1]


def _follows(verb: Token, trigger: Token) -> bool:
    """ "Ruled out working with them": right behind the trigger or its particle, whatever the parse."""
    before = verb.nbor(-1)
    return before == trigger or (before.dep_ == "prt" and before.head == trigger)


def _has_own_subject(verb: Token) -> bool:
    """ "wanted Tehran to stop", "wants the votes recounted"."""
    done = verb.tag_ == "VBN" or any(c.lower_ == "to" for c in verb.lefts)
    return done and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.lefts)


def _phrase(head: Token) -> TokenSpan:
    end = head.right_edge.i + 1
    for child in head.rights:
        if child.dep_ in ("relcl", "advcl", "punct") or (child.dep_ == "acl" and child.tag_ == "VBN"):
            end = child.left_edge.i
            break
    return head.doc[head.left_edge.i : max(end, head.i + 1)]


def _short(phrase: TokenSpan) -> TokenSpan:
    start, end = phrase.start, min(phrase.end, phrase.start + LONGEST)
    while start < end - 1 and (phrase.doc[start].is_punct or phrase.doc[start].lower_ in ("that", "a", "an")):
        start += 1
    while end > start + 1 and (phrase.doc[end - 1].is_punct or phrase.doc[end - 1].is_space):
        end -= 1
    return phrase.doc[start:end]
