"""Whether a country or a capital acts, or is only where things happen."""

from __future__ import annotations

from dateline.reading.words import Words

LOCATIVE = frozenset({"in", "at", "near", "across", "inside", "outside", "throughout", "around", "via", "within",
                      "through", "into", "beyond", "over", "toward"})  # fmt: skip
"""Prepositions after which a country is a place."""

TO_AND_FRO = frozenset({"to", "from", "off", "for", "on", "of", "leave", "reach"})
"""Prepositions after which a capital is a place as well; a country may be a party (``a message to Syria``)."""

PARTY_TO = frozenset({"with", "between", "by", "against", "among", "than", "like", "and"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "csubj"})
_STILL = frozenset({"lie", "stand", "host", "cover", "situate", "locate"})
_MOTION = frozenset({"leave", "visit", "reach", "enter", "tour", "bomb", "shell", "hit"})


def acts(words: Words, start: int, end: int, kind: str) -> bool:
    """Whether the name of a state or a capital, tokens ``[start, end)``, stands for its government here.

    It does as the subject of a verb (``Moscow said``), as a party (``between Moscow and Washington``) and as a
    possessor (``Moscow's view``); it does not after ``in``, and a capital doesn't after ``to`` or ``from`` either.
    """
    head = end - 1
    previous = words.folds[start - 1] if start else ""
    if previous == "the" and start > 1:
        previous = words.folds[start - 2]
    if previous in LOCATIVE:
        return False
    if kind == "state":
        return True
    dep = words.dep[head]
    governor = words.doc[words.head[head]]
    if previous in TO_AND_FRO:
        return False
    if dep in _SUBJECTS:
        return governor.lemma_ not in _STILL
    if previous in PARTY_TO:
        return True
    if end < len(words) and words.folds[end] == "s":
        return True
    if dep in ("dobj", "iobj", "dative"):
        return governor.lemma_ not in _MOTION
    if dep == "conj":
        return words.folds[words.head[head]] != "" and words.dep[words.head[head]] in (_SUBJECTS | {"dobj"})
    return False
