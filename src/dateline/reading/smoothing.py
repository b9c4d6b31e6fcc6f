"""A text as the parser and the models read it best: of the same length, so that every offset stays."""

from __future__ import annotations

from dateline.reading.line_ends import without_line_ends
from dateline.reading.speech.quotations import STRAIGHT, read_quotations

USUAL = frozenset({STRAIGHT, "“"})
OPEN, CLOSE = "“", "”"


def smoothed(text: str) -> str:
    """The text without line ends that end nothing, and with inverted commas, TeX marks and the like as “ and ”."""
    return _with_usual_marks(without_line_ends(text))


def _with_usual_marks(text: str) -> str:
    letters = list(text)
    for quotation in read_quotations(text):
        first, last = quotation.outer
        if text[first] in USUAL:
            continue
        opening, closing = quotation.start - first, last - quotation.end
        letters[first : quotation.start] = " " * (opening - 1) + OPEN
        letters[quotation.end : last] = (CLOSE + " " * (closing - 1))[:closing]
    return "".join(letters)
