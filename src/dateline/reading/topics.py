"""The words of a topic: a list split into its items, each cut to the phrase that names it."""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

LONGEST = 40
"""Tokens a topic may have; longer phrases are the parser's, not the report's."""

REACH = 10
"""How many tokens on from its noun the list may stand that says what the noun comes to."""

MOST = 12
"""Items a list may have."""

SPECIFIED = ("way", "mean", "how", "measure", "possibility", "step", "proposal", "need", "plan")
"""Nouns that say nothing without the clause hung on them: "ways to end the crisis"."""

EMPTIED = ("solution", "settlement", "resolution", "answer", "end", "range", "number", "variety", "series", "host")
"""Nouns to look through: a solution to the dispute is about the dispute."""


def phrases(head: Token, cue: Token, whole: bool = False) -> list[TokenSpan]:
    """The phrases of a list, each by itself: "trade, energy and the Korean nuclear issue" are three.

    Two bare words ("trade and investment") stay one, and so does everything where ``whole`` is asked for. ``cue`` is
    the word that makes them topics: what the parser hung on it right behind the phrase belongs to the phrase.
    """
    items: list[Token] = []
    queue = [_specific(head)]
    while queue and len(items) < MOST:
        item = queue.pop(0)
        items.append(item)
        queue += [c for c in item.children if c.dep_ == "conj" and c.pos_ == item.pos_]
    if whole or (len(items) == 2 and not _stands_alone(items[1])) or head.pos_ == "VERB":
        return [_phrase(items[0], cue, whole=True)]
    return [_phrase(item, cue, whole=False) for item in items]


def _specific(head: Token) -> Token:
    for token in head.doc[head.i + 1 : head.i + REACH]:  # "major issues of the region, including poverty and terrorism"
        if token.lower_ == "including" and (named := [p for p in token.children if p.dep_ in ("pobj", "dobj")]):
            return named[0]
    if head.lemma_.lower() in EMPTIED:
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in ("to", "of", "for"):
                return next((p for p in child.children if p.dep_ == "pobj"), head)
    return head


def _stands_alone(item: Token) -> bool:
    """Whether the second of two has words of its own; "trade and investment" is one topic."""
    return any(c.dep_ in ("det", "poss", "amod", "compound") for c in item.children)


def _phrase(head: Token, cue: Token, whole: bool) -> TokenSpan:
    """The words of a topic: its subtree, without clauses hung on and without the other items of its list."""
    doc, left, right = head.doc, head.left_edge.i, head.i
    if head.pos_ == "VERB" and doc[left].lower_ == "to":
        left += 1
    specified = head.pos_ == "VERB" or head.lemma_.lower() in SPECIFIED
    for child in head.rights:
        if child.dep_ in ("punct", "advcl", "parataxis", "appos") and head.pos_ != "VERB" and not whole:
            break
        if child.dep_ in ("relcl", "appos", "parataxis") and not specified:
            break
        if child.dep_ in ("cc", "conj") and not whole:
            break
        right = max(right, child.right_edge.i)
    for child in cue.rights:  # "more tourists | to Kenya"
        if (
            child.i == right + 1
            and child.dep_ == "prep"
            and child.lower_ in ("to", "in", "between", "with", "of", "for")
        ):
            right = child.right_edge.i
    right = min(right, left + LONGEST)
    while right > head.i and (doc[right].is_punct or doc[right].is_space):
        right -= 1
    return doc[left : right + 1]
