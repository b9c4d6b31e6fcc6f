"""How names are compared: folded words, and a rough spelling that transliterations share."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.record.letters import plain

_APART = re.compile(r"[\s\-‐‑–/_]+")
_DROPPED = re.compile(r"[^\w]+")
_GENITIVE = re.compile(r"['’]s\b")


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """One word in lower case, without accents, dots or apostrophes: ``U.S.`` -> ``us``, ``Sana'a`` -> ``sanaa``."""
    letters = plain(word)
    return letters if letters.isalnum() else _DROPPED.sub("", letters)


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name. Hyphens part words, and so does the genitive, as the parser's tokens do.

    ``Ban Ki-moon`` -> ``("ban", "ki", "moon")``; ``People's Party`` -> ``("people", "s", "party")``.
    """
    if name.isascii() and name.replace(" ", "").isalpha():  # most names; the rest takes five times as long
        return tuple(name.lower().split())
    return tuple(word for part in _APART.split(_GENITIVE.sub(" s", name)) if (word := fold(part)))


_SOUNDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"kh|gh|q|ck|g(?=a)|c(?=[aouklrt]|$)", "k"),
        (r"ph", "f"),
        (r"tch|tsch|sch|ch|sh|cz|tz|ts|z|c", "s"),
        (r"dzh|dj|zh|j", "y"),
        (r"dh|th", "d"),
        (r"ou|oo|w|v|o", "u"),
        (r"ee|ie|ei|y|i+", "i"),
        (r"ae|e", "a"),
        (r"ks|x", "s"),
        (r"h", ""),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=50_000)
def rough(word: str) -> str:
    """What the spellings of one foreign name have in common: ``Gaddafi``, ``Qadhafi``, ``Kadafi`` -> ``kadafi``.

    Transliterations differ in the letters they take for a sound (q/k/gh, dh/d, ou/u, y/i, v/w) and in doubling.
    """
    word = fold(word)
    for pattern, to in _SOUNDS:
        word = pattern.sub(to, word)
    return word
