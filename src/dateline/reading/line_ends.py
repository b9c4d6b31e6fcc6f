"""Line ends that end nothing: a text broken at a fixed width, or in the middle of a sentence.

PDF copies, e-mails and terminals break lines where the page ends. Such a line end is a blank; only where a paragraph
ends does it end something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

BLOCK = re.compile(r"[^\r\n]+(?:\r?\n[^\r\n]+)+")
"""Lines that follow each other without an empty line between them."""

LINE_END = re.compile(r"\r?\n")
LONGEST = 110
"""Characters of the longest line that was broken at a page's width; longer ones are whole paragraphs."""

SHARE = 0.6
"""Of lines broken at a width, at least so many end inside a sentence."""

GOES_ON = re.compile(r"[\w,;'’\-–—(&%$€£]")
"""What a line that breaks off in the middle of a sentence ends with."""

BEGINS = re.compile(r"[\"“‘'(]?[a-z0-9]")
"""What the next line begins with where it begins no sentence."""

HEAD = re.compile(r"[A-Z][A-Z.'’-]{2,}(?:[ /][A-Z][A-Z.'’-]+)*(?:,| \(|:| -)")
"""A dateline or a speaker's name: what begins a line of its own."""

QUOTES = re.compile(r"[\"“”]|``|''")


def without_line_ends(text: str) -> str:
    """The text with each line end that ends nothing as blanks: the same length, so that offsets stay."""
    if "\n" not in text:
        return text
    kept, end = [], 0
    for block in BLOCK.finditer(text):
        for line_end in _idle(block[0]):
            at = block.start() + line_end.start()
            kept += [text[end:at], " " * len(line_end[0])]
            end = at + len(line_end[0])
    return "".join((*kept, text[end:]))


def _idle(block: str) -> Iterator[re.Match[str]]:
    """The line ends of a block that end nothing."""
    ends = list(LINE_END.finditer(block))
    inside = [_is_inside(block, end) for end in ends]
    certain = [inside[n] and _is_certain(block, end) for n, end in enumerate(ends)]
    width = max(len(line) for line in LINE_END.split(block))
    broken = any(certain) and width <= LONGEST and sum(inside) >= SHARE * len(ends)
    for n, end in enumerate(ends):
        if certain[n] or (broken and (inside[n] or _fills_its_line(block, end, width))):
            yield end


def _is_inside(block: str, end: re.Match[str]) -> bool:
    """Whether no sentence ends before the line end, and no head of its own begins after it."""
    before = block[: end.start()].rstrip()[-1:]
    return bool(GOES_ON.match(before)) and not HEAD.match(block, end.end())


def _is_certain(block: str, end: re.Match[str]) -> bool:
    """Whether the sentence plainly goes on: in small letters, or inside a quotation."""
    if BEGINS.match(block, end.end()):
        return True
    return len(QUOTES.findall(block, 0, end.start())) % 2 == 1 and bool(QUOTES.search(block, end.end()))


def _fills_its_line(block: str, end: re.Match[str], width: int) -> bool:
    """Whether the first word of the next line would not have had room: the mark of a page's width."""
    line = end.start() - (block.rfind("\n", 0, end.start()) + 1)
    word = re.search(r"\s|$", block[end.end() :])
    return line + 1 + (word.start() if word else 0) > width
