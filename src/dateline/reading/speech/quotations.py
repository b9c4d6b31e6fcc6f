"""What stands in quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

OPENING = frozenset("“„«")
CLOSING = frozenset("”»")
STRAIGHT = '"'


@dataclass(frozen=True)
class Quotation:
    """``[start, end)`` code points between the marks; ``outer`` is the extent with the marks."""

    start: int
    end: int
    outer: tuple[int, int]


def read_quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation in double quotation marks, in order. They do not nest.

    A mark left open ends with its paragraph (a quotation carried on in the next paragraph opens again there); a second
    opening mark ends the first quotation; a closing mark with none open is a slip and is passed over.
    """
    found: list[Quotation] = []
    opened: int | None = None

    def close(at: int, width: int) -> None:
        nonlocal opened
        if opened is not None and text[opened + 1 : at].strip():
            found.append(Quotation(opened + 1, at, (opened, at + width)))
        opened = None

    for i, char in enumerate(text):
        if char == "\n" and opened is not None:
            close(i, 0)
        elif char in OPENING or (char == STRAIGHT and _opens(text, i, opened is not None)):
            close(i, 0)
            opened = i
        elif char in CLOSING or char == STRAIGHT:
            close(i, 1)
    close(len(text), 0)
    return tuple(found)


def _opens(text: str, i: int, inside: bool) -> bool:
    """A straight mark opens by what stands round it; where that is no help (odd spacing), by turns."""
    before = text[i - 1] if i else "\n"
    after = text[i + 1] if i + 1 < len(text) else "\n"
    if before in "\n([-—" and not after.isspace():
        return True
    if before == " " and not after.isspace():
        # '... peace in Zaire. "There are ...': a new opening; 'the " special "case': the second closes
        return not inside or text[i - 2 : i - 1] in (".", "!", "?", '"')
    if before.isspace() or after.isspace():
        return not inside and before.isspace()
    return not inside
