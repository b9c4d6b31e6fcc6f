"""What stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPENING = frozenset("“„«")
CLOSING = frozenset("”»")
STRAIGHT = '"'
DOUBLED = frozenset({"``", "''"})

MARK = re.compile(r"``|''|[\"“”„«»\n]")
OPENS_SINGLE = re.compile(
    r"(?:(?<=[\s(\[—–-])|^)(?<!['’\w])['‘](?=[\w\"“$€£(\[])(?!\d\ds\b|(?:em|til|cause|twas|tis|n)\b)", re.M
)
"""An inverted comma that opens: before a word and after a blank. Not "'90s", not "'em"."""

CLOSES_SINGLE = re.compile(r"(?<=[\w.,!?…%)\]])['’](?!\w)")
GENITIVE = re.compile(r"(?<=s)['’](?= [a-z])")
"""Perhaps the genitive of a plural: "the ministers' meeting"."""

LONGEST = 1500
"""Characters within which an inverted comma closes again."""


@dataclass(frozen=True)
class Quotation:
    """``[start, end)`` code points between the marks; ``outer`` is the extent with the marks."""

    start: int
    end: int
    outer: tuple[int, int]


def read_quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation in double or single quotation marks, in order. They do not nest.

    A mark left open ends with its paragraph (a quotation carried on in the next paragraph opens again there); a second
    opening mark ends the first quotation; a closing mark with none open is a slip and is passed over. Inverted commas
    count only outside double marks, and only where they open and close.
    """
    doubles = tuple(_doubles(text))
    return tuple(sorted((*doubles, *_singles(text, doubles)), key=lambda quotation: quotation.start))


def _doubles(text: str) -> Iterator[Quotation]:
    opened: tuple[int, int] | None = None
    mark = ""
    for match in MARK.finditer(text):
        at, char = match.start(), match[0]
        if opened is not None and (found := _ends(text, match, mark, opened)) is not None:
            if text[opened[1] : at].strip():
                yield Quotation(opened[1], at, (opened[0], match.end() if found else at))
            opened = None
            if found:
                continue
        if opened is None and char != "\n" and _begins(text, match):
            opened, mark = (at, match.end()), char
    if opened is not None and text[opened[1] :].strip():
        yield Quotation(opened[1], len(text), (opened[0], len(text)))


def _ends(text: str, match: re.Match[str], mark: str, opened: tuple[int, int]) -> bool | None:
    """Whether a mark closes the open quotation (true), breaks it off (false), or neither (``None``)."""
    char = match[0]
    if char == "\n":
        return False
    if char in CLOSING or char == "''" or (mark == "„" and char == "“"):
        return True
    if char in OPENING or char == "``":
        return False
    return not _opens(text, match.start(), True)


def _begins(text: str, match: re.Match[str]) -> bool:
    char = match[0]
    if char in OPENING or char == "``":
        return True
    if char == "''":
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        return (not before or before in " \n([-—") and bool(after) and not after.isspace()
    return char == STRAIGHT and _opens(text, match.start(), False)


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


def _singles(text: str, doubles: tuple[Quotation, ...]) -> Iterator[Quotation]:
    """Quotations in inverted commas, outside those in double marks."""
    taken = [double.outer for double in doubles]
    end = 0
    for opening in OPENS_SINGLE.finditer(text):
        at = opening.start()
        while taken and taken[0][1] <= at:
            taken.pop(0)
        if at < end or (taken and taken[0][0] <= at):
            continue
        limit = min(_paragraph_end(text, at), taken[0][0] if taken else len(text), at + LONGEST)
        closing = _closing(text, at + 1, limit)
        if closing is not None and text[at + 1 : closing].strip():
            yield Quotation(at + 1, closing, (at, closing + 1))
            end = closing + 1


def _closing(text: str, start: int, limit: int) -> int | None:
    """Where an inverted comma closes: not at a genitive where another closes further on."""
    following = OPENS_SINGLE.search(text, start, limit)
    found = [m.start() for m in CLOSES_SINGLE.finditer(text, start, following.start() if following else limit)]
    sure = [i for i in found if not GENITIVE.match(text, i)]
    return next(iter(sure or found), None)


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)
