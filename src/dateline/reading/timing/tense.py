"""Which way a time lies: whether the verb it belongs to tells of the past or of what is to come."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Literal

from spacy.tokens import Doc, Span, Token

from dateline.knowledge.times import time_tables

Direction = Literal["past", "reported", "future", "due"] | None
"""Whether a time lies behind or ahead: ``reported`` where it is a noun's in a sentence of the past ("announced a
visit in May"), and so may lie ahead of it; ``due`` where it lay ahead of something told ("was planned for Saturday",
"until Thursday"), and may be over; ``None`` where nothing tells."""

AHEAD: frozenset[Direction] = frozenset({"future", "due"})

_FURTHEST = 20
"""Words up the parse that are asked: enough for real sentences, and few enough for any text."""

TenseAt = Callable[[int, int], Direction]
"""The direction of the words ``[start, end)`` of a text."""


def tense_in(doc: Doc) -> TenseAt:
    """Tenses by the parse of a text."""
    starts = doc.to_array(["IDX"])  # Doc.char_span looks through the whole text each time

    def tense(start: int, end: int) -> Direction:
        words = doc[max(0, int(starts.searchsorted(start, "right")) - 1) : int(starts.searchsorted(end))]
        if words.start > 2 and _AS_EARLY_AS.fullmatch(doc[words.start - 3 : words.start].text):
            return "future"
        noun, preposition = words.root.dep_ == "dobj", ""  # "they set Monday as the day"
        below = words.root
        for token in islice(words.root.ancestors, _FURTHEST):
            if token.lower_ == "in" and token.pos_ == "ADP" and _is_ranked(token.head) and _is_amount(words):
                return "past"
            if token.pos_ in ("ADP", "SCONJ"):
                preposition = preposition or token.lower_
                if preposition == "since":
                    return "past"
            elif token.pos_ in ("VERB", "AUX") or token.lemma_ in _verbs()["plan"]:
                if noun and _is_timeless(token):
                    return None
                beside: _Place = "after" if token.i < words.start else "before"
                direction = _direction(token, "for" if noun or preposition in _FOR else beside)
                if direction:
                    return "reported" if noun and direction == "past" else direction
            else:
                noun |= below.dep_ != "conj"  # "on Tuesday and Wednesday"
            below = token
        return "due" if preposition in _UNTIL else None

    return tense


def tense_in_text(text: str) -> TenseAt:
    """Tenses guessed from the words before, for texts that no parser has seen."""

    def tense(start: int, end: int) -> Direction:
        clause = _CLAUSE_END.split(text[max(0, start - 120) : start])[-1]
        cues = [match.lastgroup for match in _CUES.finditer(clause)] or [
            match.lastgroup for match in _CUES.finditer(_CLAUSE_END.split(text[end : end + 60])[0])
        ][:1]
        return None if not cues else "future" if cues[-1] == "future" else "past"

    return tense


def _is_ranked(word: Token) -> bool:
    """Whether the word is the first or the most of its kind: "the worst drought", "will be the first"."""
    if word.dep_ in ("acl", "relcl"):  # "the first to come in eight years"
        word = word.head
    words = [word, *word.children]
    if word.lemma_ == "be":
        words += [below for child in word.children if child.dep_ == "attr" for below in child.children]
    words += [below for child in words[1:] if child.dep_ == "amod" for below in child.children]
    return any(word.tag_ in _MOST or word.lower_ in _verbs()["ranked"] for word in words)


_MOST = frozenset({"JJS", "RBS"})


def _is_amount(words: Span) -> bool:
    """Whether the words count units of time: "eight years", "a decade"."""
    last = words[-1].lower_
    return any(last in time_tables().words[name] for name in ("UNIT", "UNITS"))


def _is_timeless(verb: Token) -> bool:
    """Whether the verb tells nothing of a noun's time: "to get around Monday's ruling", "it follows Monday's vote"."""
    return verb.tag_ in ("VBZ", "VBP") or any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


_AS_EARLY_AS = re.compile(r"as\s+(?:early|soon)\s+as", re.IGNORECASE)
_UNTIL = frozenset({"by", "until", "till"})
_CLAUSE_END = re.compile(r"[.;:\n]\s")
_CUES = re.compile(
    r"\b(?:(?P<future>will|would|shall|may|might|should|to be|due|scheduled|set to|expected|plans?|is to|are to|until)"
    r"|(?P<past>said|was|were|had|has|have|met|told|began|took|went|came|left|held|\w{3,}ed))\b",
    re.IGNORECASE,
)


def _verbs() -> Mapping[str, frozenset[str]]:
    return time_tables().tense


_Place = Literal["for", "after", "before"]


def _direction(verb: Token, place: _Place) -> Direction:
    """Where a time beside the verb lies. ``place``: it is ``for`` what the verb plans, or just after or before it.

    The order is that of English: modals, then what is planned, then the tenses.
    """
    verbs, tag = _verbs(), verb.tag_
    aux = {child.lower_ for child in verb.children if child.dep_ in _AUXILIARY}
    if verb.dep_ == "conj" and not aux and tag in ("VB", "VBN") and verb.head.pos_ in ("VERB", "AUX"):
        return _direction(verb.head, place)
    if aux & verbs["modal"]:
        return "past" if "have" in aux and not aux & _WILL else "future"
    if "did" in aux or "could" in aux:
        return "past" if "did" in aux else "reported"
    if verb.lemma_ in verbs["put"] and place == "for":
        return "due"
    if verb.lemma_ in verbs["plan"] and tag != "VB":
        return None if _is_over(verb) else "past" if tag == "VBD" and place == "before" else _planned(verb)
    if "to" in aux:
        head = verb.head
        return None if verb.dep_ == "advcl" or head.lemma_ in verbs["done"] or _is_over(head) else _planned(head)
    if tag == "VBD" or (tag in ("VBN", "VBG") and aux & _HAD):
        return "past"
    if tag == "VBG":
        return "future" if aux & _IS else None
    if tag == "VBN":
        return "future" if aux & {"is", "are", "be"} else "past"
    if tag in ("VBZ", "VBP") and verb.lemma_ not in verbs["lasting"]:
        return "past" if verb.lemma_ in verbs["speech"] else "future"
    return None


def _planned(verb: Token) -> Direction:
    """Where what is planned lies: ahead of the plans of today, ahead of those of another day at least then."""
    now = verb.tag_ in ("VBZ", "VBP") or any(child.lower_ in _IS for child in verb.children if child.dep_ in _AUXILIARY)
    return "future" if now else "due"


_AUXILIARY = frozenset({"aux", "auxpass"})


def _is_over(verb: Token) -> bool:
    """Whether a plan may be past: "had planned to", "had been due to"."""
    found = {child.lower_ for child in verb.children if child.dep_ in _AUXILIARY}
    return verb.lemma_ in _verbs()["plan"] and bool((found | {verb.head.lower_}) & {"had", "been"})


_WILL = frozenset({"will", "'ll", "’ll"})
_HAD = frozenset({"had", "was", "were", "has", "have", "been", "'ve", "’ve"})
_IS = frozenset({"is", "are", "am", "'s", "'re", "’s", "’re"})
_FOR = frozenset({"for", "until", "till", "to", "by"})
