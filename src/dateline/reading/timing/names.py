"""Names that only look like times: "June Parker", "the Friday Mosque". The commonest heads of such names stand in
``knowledge/data/times.toml``; here are those that the analysis of the text finds.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.tokens import Doc

NameAt = Callable[[int, int], bool]
"""Whether the words ``[start, end)`` of a text are part of a name."""

_ONE_WORD = re.compile(r"[A-Z][a-z]+")


def names_in(doc: Doc) -> NameAt:
    """What is in a person's name, by the entities found in a text: a month or a weekday with a surname behind it."""
    ends = {
        ent.start_char: ent.end_char
        for ent in doc.ents
        if ent.label_ == "PERSON" and len(ent) > 1 and all(token.text[0].isupper() for token in ent)
    }

    def is_name(start: int, end: int) -> bool:
        return ends.get(start, end) > end and _ONE_WORD.fullmatch(doc.text, start, end) is not None

    return is_name
