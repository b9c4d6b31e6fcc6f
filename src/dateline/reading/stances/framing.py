"""How the holder of a position names what the report names differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from dateline.language.english.verbs import is_negated
from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis
from dateline.reading.speech.relays import BODY
from dateline.reading.stances.holders import parties_of
from dateline.reading.stances.subjects import shared_subject
from dateline.record import Span, Statement

NAMING = frozenset(
    {"call", "describe", "brand", "label", "term", "dub", "consider", "regard", "denounce", "see", "view"}
)
"""Verbs that give a thing a name: "Norway calls the rebels bandits"."""


def own_wordings(analysis: Analysis, cast: Cast, statements: tuple[Statement, ...]) -> Mapping[tuple[str, str], str]:
    """What each side says a thing *is*, by country and name: "Crimea is an integral part of Russia".

    The words must be reported speech, and their subject a name; or the report says what the side calls the thing. The
    first wording of a side is kept.
    """
    doc = analysis.docs[BODY]
    wordings: dict[tuple[str, str], str] = {}
    for statement in statements:
        country = statement.speaker.country
        for span in statement.content if country else ():
            for token in analysis.tokens(span):
                if token.dep_ != "attr" or token.head.lemma_ != "be" or token.pos_ not in ("NOUN", "PROPN"):
                    continue
                subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
                words = doc[token.left_edge.i : token.right_edge.i + 1]
                inside = span.contains(Span(part=BODY, start=words.start_char, end=words.end_char))
                if subject is not None and subject.text[:1].isupper() and subject.pos_ != "PRON" and inside:
                    wordings.setdefault((country or "", subject.text), words.text)
    for thing, words, verb in _named(doc):
        for party in parties_of(doer, cast) if (doer := _doer(verb)) is not None else ():
            wordings.setdefault((party.country or "", thing.text), words.text)
    return wordings


def frame_of(issue: str, country: str | None, wordings: Mapping[tuple[str, str], str]) -> str | None:
    """The side's own wording of something that the issue names by itself: not of "Asia" in "the Asia Fund"."""
    words = issue.split()
    for word, after in pairwise((*words, "")):
        if (country or "", word) in wordings and not after[:1].isupper():
            return wordings[country or "", word]
    return None


def _doer(verb: Token) -> Token | None:
    subject = shared_subject(verb)
    relative = subject is not None and subject.lower_ in ("which", "who", "that") and verb.dep_ == "relcl"
    return verb.head if relative else subject


def _named(doc: Doc) -> Iterator[tuple[Token, TokenSpan, Token]]:
    """What is called something, what it is called, and the verb: "describes the raid as self-defence"."""
    for verb in doc:
        if verb.lemma_ not in NAMING or verb.pos_ != "VERB" or is_negated(verb):
            continue
        thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
        name = next((c for c in verb.rights if c.dep_ == "oprd"), None)
        for child in verb.rights:
            if child.dep_ == "prep" and child.lower_ == "as":
                name = next((c for c in child.children if c.dep_ == "pobj"), name)
            if child.dep_ == "ccomp" and child.pos_ in ("NOUN", "PROPN", "ADJ"):  # "consider Hamas a terrorist group"
                thing = next((c for c in child.children if c.dep_ == "nsubj"), thing)
                name = child
        if thing is not None and name is not None and thing.pos_ != "PRON":
            first = max((c.i + 1 for c in name.lefts if c.dep_ == "nsubj"), default=name.left_edge.i)
            yield thing, doc[first : name.right_edge.i + 1], verb
