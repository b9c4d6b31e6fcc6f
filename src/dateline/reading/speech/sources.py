"""What the words of a source are: whose name they hold, whom a relative pronoun means, how the unnamed are called."""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.reading.casting.cast import Cast, Standing
from dateline.reading.speech.clauses import SUBJECTS, noun_phrase
from dateline.reading.speech.relays import BODY
from dateline.record import Span

RELATIVE = frozenset({"WP", "WDT", "WP$"})
NAMING = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PUNCT", "NUM", "SPACE", "X"})
"""What may stand before the name that a source phrase holds: its title, or the comma of an apposition."""

CLIMB = 5
"""So far up the parse the clause of a relative pronoun is looked for."""


def antecedent(phrase: TokenSpan) -> TokenSpan | None:
    """The phrase, or whom it means if it is a relative pronoun ("X, who said"); ``None`` where that is nobody."""
    root = phrase.root
    if root.tag_ not in RELATIVE and not (root.lower_ == "that" and root.pos_ in ("PRON", "DET", "SCONJ")):
        return phrase
    node = root
    for _ in range(CLIMB):
        if node.dep_ in ("relcl", "acl") and node.head.i < root.i and node.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return noun_phrase(node.head)
        if node.head.i == node.i:
            break
        node = node.head
    before = root.i - 1
    while before >= 0 and (root.doc[before].is_punct or root.doc[before].pos_ in ("ADP", "SPACE")):
        before -= 1
    noun = before >= root.sent.start and root.doc[before].pos_ in ("NOUN", "PROPN")
    return noun_phrase(root.doc[before]) if noun and root.tag_ in RELATIVE else None


def person_named(phrase: TokenSpan, cast: Cast) -> Standing | None:
    """The person whose name the phrase holds: "Gen. X, the deputy commander", "the envoy to Y, X".

    Not a person of whom it only tells: "Y's lawyer", "a spokesman for President Y".
    """
    doc, first = phrase.doc, phrase.start
    for standing in cast.standing(Span(part=BODY, start=phrase.start_char, end=phrase.end_char)):
        if not standing.actors or cast.actors[standing.actors[0]].kind != "person" or not standing.mentioned:
            continue
        if not _is_name(standing, phrase):
            continue
        before, after = max(standing.start, first) - 1, standing.end
        if before >= first and (doc[before].pos_ not in NAMING or _is_an_example(before, phrase)):
            continue
        if after < len(doc) and (doc[after].tag_ == "POS" or _is_title_of_another(standing, phrase)):
            continue
        if not _in_a_clause(doc[standing.head], phrase):
            return standing
    return None


def _is_name(standing: Standing, phrase: TokenSpan) -> bool:
    head = phrase.doc[standing.head]
    return head.pos_ == "PROPN" or head.ent_type_ == "PERSON"


def _is_an_example(before: int, phrase: TokenSpan) -> bool:
    """ "Many senators such as Sen. X", "Republicans - including Senator X"."""
    while before > phrase.start and phrase.doc[before].pos_ in ("PROPN", "ADJ", "NOUN", "DET"):
        before -= 1
    return phrase.doc[before].lower_ in ("including", "as", "like")


def _is_title_of_another(standing: Standing, phrase: TokenSpan) -> bool:
    """ "Trump lawyer X": the name is followed by a noun that it describes."""
    return standing.end < phrase.end and phrase.doc[standing.end].pos_ == "NOUN"


def _in_a_clause(token: Token, phrase: TokenSpan) -> bool:
    """Whether the token stands in a clause inside the phrase: "an official who met X"."""
    node = token
    while phrase.start <= node.head.i < phrase.end and node.head.i != node.i:
        node = node.head
        if node.dep_ in ("relcl", "acl", "advcl") and node.pos_ in ("VERB", "AUX"):
            return True
    return False


def first_of_two(phrase: TokenSpan) -> TokenSpan:
    """Of "the opposition and foreign observers", taken by the parser for one noun with another before it: the first."""
    for child in phrase.root.lefts:
        if child.dep_ == "nmod" and any(c.dep_ == "cc" for c in child.children):
            return phrase.doc[child.left_edge.i : child.i + 1]
    return phrase


def apposed(head: Token) -> TokenSpan | None:
    """The name beside a description: "Spain's main opposition, the Popular Party", "the Minister for Europe, Ms X"."""
    if head.ent_type_ == "PERSON":
        return None
    objects = (token for child in head.children if child.dep_ == "prep" for token in child.children)
    for token in (head, *objects):
        for child in token.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > head.i:
                return noun_phrase(child)
    return None


def person_of(head: Token) -> TokenSpan | None:
    """The whole of the person's name that a token is part of."""
    doc, start, end = head.doc, head.i, head.i + 1
    if head.ent_type_ != "PERSON":
        return None
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return doc[start:end]


def described(phrase: TokenSpan) -> TokenSpan:
    """How the unnamed are called: the noun phrase, without the clauses that hang from it."""
    root = phrase.root
    if root.dep_ in SUBJECTS or root.pos_ in ("NOUN", "PROPN"):
        core = noun_phrase(root)
        if core.start >= phrase.start and core.end <= phrase.end:
            return core
    end = phrase.end
    while end - 1 > root.i and phrase.doc[end - 1].pos_ in ("ADP", "PUNCT", "SCONJ", "CCONJ", "SPACE"):
        end -= 1
    return phrase.doc[phrase.start : end]
