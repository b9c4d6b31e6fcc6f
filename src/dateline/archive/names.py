"""Whether two names are of one person or body, as wire reports write them."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from dateline.record.letters import plain

ALIKE = 0.88
"""Jaro-Winkler similarity of two words that are spellings of one: ``Mahmud``/``Mahmoud``, ``Gyanendra``/``Gyanendera``.

Winkler 1990; .88 keeps ``Kim``/``Kem`` and ``Hassan``/``Hussein`` apart."""

SHORT = 4
"""Letters up to which only the same spelling is the same word."""


@lru_cache(maxsize=1 << 16)
def folded(text: str | None) -> tuple[str, ...]:
    """The words of a name without case, accents and punctuation; remembered, as names come again and again."""
    return words_of(text)


def words_of(text: str | None) -> tuple[str, ...]:
    """The words of any text, without case, accents and punctuation."""
    return tuple(re.findall(r"[a-z0-9]+", plain(text or "")))


@lru_cache(maxsize=1 << 18)
def same_name(a: str, b: str) -> bool:
    """Whether one name is the other, or a shorter or differently spelled form of it.

    ``Bush`` is ``George W. Bush`` and ``Hu`` is ``Hu Jintao``, but ``Hu Jintao`` is not ``Wu Jintao``.
    """
    left, right = sorted((folded(a), folded(b)), key=len)
    if not left or not right:
        return False
    rest = list(right)
    for word in left:
        found = next((other for other in rest if same_word(word, other)), None)
        if found is None:
            return _same_surname(left, right)
        rest.remove(found)
    return True


def _same_surname(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """``William Clinton`` and ``Bill Clinton``: the last words agree and the first begin alike or are short forms."""
    return (
        len(left) > 1
        and len(right) > 1
        and left[-1] == right[-1]
        and len(left[-1]) > SHORT
        and (left[0][0] == right[0][0] or (left[0], right[0]) in SHORT_FORMS or (right[0], left[0]) in SHORT_FORMS)
    )


SHORT_FORMS = {("bill", "william"), ("dick", "richard"), ("bob", "robert"), ("tony", "anthony"), ("ted", "edward")}


def same_word(a: str, b: str) -> bool:
    """Whether two words are spellings of one."""
    if a == b:
        return True
    if min(len(a), len(b)) <= SHORT or a[0] != b[0]:
        return False
    return JaroWinkler.similarity(a, b) >= ALIKE
