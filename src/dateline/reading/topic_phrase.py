"""The phrase of a topic: from the words that the model marks to where the phrase begins and ends."""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan

OUTSIDE = frozenset({"PUNCT", "CCONJ", "ADP", "SPACE"})
"""Parts of speech with which no phrase begins."""
AFTER = OUTSIDE | {"DET", "SCONJ", "PART"}
"""And with which none ends."""
MODIFIERS = frozenset({"amod", "compound", "det", "nummod", "nmod", "poss"})
REACH = 3
"""How many tokens on the noun may stand that the last word belongs to: "in the coming" days."""
BACK = 5
"""How many tokens back the owner's words may begin: Russia "'s annexation of Crimea"."""


def phrase_of(tokens: TokenSpan) -> TokenSpan:
    """The words without what joins them to others, with the noun their last word describes and the owner's name."""
    doc, start, end = tokens.doc, tokens.start, tokens.end
    if doc[start].dep_ == "case" and doc[start].head.left_edge.i >= start - BACK:
        start = doc[start].head.left_edge.i
    while start < end - 1 and doc[start].pos_ in OUTSIDE:
        start += 1
    last = doc[end - 1]
    if last.dep_ in MODIFIERS and end <= last.head.i < end + REACH:
        end = last.head.i + 1
    while end - 1 > start and doc[end - 1].pos_ in AFTER:
        end -= 1
    return doc[start:end]
