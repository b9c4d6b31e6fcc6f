"""Which way a time lies: whether the verb it belongs to tells of the past or of what is to come."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from spacy.tokens import Doc, Token

from dateline.knowledge.times import time_tables


class Tense(NamedTuple):
    """The direction, ``None`` where nothing tells it, and whether the verb itself has the time (not a noun by it)."""

    direction: Literal["past", "future"] | None
    direct: bool = False


TenseAt = Callable[[int, int], Tense]
"""The tense of the words ``[start, end)`` of a text."""

UNTOLD = Tense(None)


def tense_in(doc: Doc) -> TenseAt:
    """Tenses by the parse of a text."""

    def tense(start: int, end: int) -> Tense:
        words = doc.char_span(start, end, alignment_mode="expand")
        if words is None or not len(words):
            return UNTOLD
        token, direct, leaning = words.root, True, None
        while token.head != token:
            token = token.head
            if token.pos_ == "ADP":
                leaning = leaning or _LEANING.get(token.lower_)
                if leaning == "past":
                    return Tense("past", direct)
            elif token.pos_ in ("VERB", "AUX") or token.lemma_ in _verbs()["plan"]:
                direction = _direction(token)
                if direction:
                    return Tense(direction, direct)
            else:
                direct = False
        return Tense(leaning, direct)

    return tense


def tense_in_text(text: str) -> TenseAt:
    """Tenses guessed from the words before, for texts that no parser has seen."""

    def tense(start: int, end: int) -> Tense:
        clause = _CLAUSE_END.split(text[max(0, start - 120) : start])[-1]
        cues = [match.lastgroup for match in _CUES.finditer(clause)] or [
            match.lastgroup for match in _CUES.finditer(_CLAUSE_END.split(text[end : end + 60])[0])
        ][:1]
        return Tense("future" if cues[-1] == "future" else "past", False) if cues else UNTOLD

    return tense


_LEANING: Mapping[str, Literal["past", "future"]] = {
    "since": "past",
    "by": "future",
    "until": "future",
    "till": "future",
}
_CLAUSE_END = re.compile(r"[.;:\n]\s")
_CUES = re.compile(
    r"\b(?:(?P<future>will|would|shall|may|might|should|to be|due|scheduled|set to|expected|plans?|is to|are to|until)"
    r"|(?P<past>said|was|were|had|has|have|met|told|began|took|went|came|left|held|\w{3,}ed))\b",
    re.IGNORECASE,
)


def _verbs() -> Mapping[str, frozenset[str]]:
    return time_tables().tense


def _direction(verb: Token) -> Literal["past", "future"] | None:
    verbs, tag = _verbs(), verb.tag_
    aux = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.dep_ == "conj" and not aux and tag in ("VB", "VBN"):
        return _direction(verb.head) if verb.head.pos_ in ("VERB", "AUX") else None
    if aux & verbs["modal"]:
        return "past" if "have" in aux and not aux & {"will", "'ll", "’ll"} else "future"
    if "did" in aux:
        return "past"
    if verb.lemma_ in verbs["plan"] and tag != "VB":
        if aux & _WERE or verb.head.lower_ in _WERE:
            return None
        return "past" if tag == "VBD" else "future"
    if "to" in aux:
        head = verb.head
        if verb.dep_ == "advcl" or head.lemma_ in verbs["done"]:
            return None
        return "future"
    if tag == "VBD" or (tag in ("VBN", "VBG") and aux & {"had", "was", "were", "has", "have", "been", "'ve", "’ve"}):
        return "past"
    if tag == "VBG":
        return "future" if aux & {"is", "are", "am", "'s", "'re", "’s", "’re"} else None
    if tag == "VBN":
        return "future" if aux & {"is", "are", "be"} else "past"
    if tag in ("VBZ", "VBP") and verb.lemma_ not in verbs["lasting"]:
        return "past" if verb.lemma_ in verbs["speech"] else "future"
    return None


_WERE = frozenset({"was", "were", "had", "been"})
