"""Letters without their marks: how names are compared, searched for and made into identifiers, everywhere the same."""

from __future__ import annotations

import unicodedata

_APART = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ĸ": "k", "ŋ": "n", "ə": "a",
    "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ĳ": "ij",
})  # fmt: skip
"""Letters that Unicode does not take apart into a plain letter and its mark."""


def plain(text: str) -> str:
    """The text in lower case, its letters without marks: ``Wałęsa`` -> ``walesa``, ``Đinđić`` -> ``dindic``.

    Some letters become two (``ß`` -> ``ss``, ``þ`` -> ``th``), so the text may grow.
    """
    lower = text.lower()
    if lower.isascii():
        return lower
    apart = unicodedata.normalize("NFKD", lower).translate(_APART)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
