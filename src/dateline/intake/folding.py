"""Lines that a mail program, a terminal or a PDF broke, put together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

WIDEST = 130
"""Columns of the widest folded text; longer lines are paragraphs."""

NARROWEST = 30
FEWEST = 2
"""Broken lines that show a width."""

ENDED = re.compile(r"[.!?:;…][\"'”’)\]]*$")
"""How a line ends that may well end its paragraph."""

BEGINS = re.compile(r"\s{2,}\S|\t|[*•·]\s|#|\||[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,4}:|Q[.:]?\s{2,}")
"""How a line begins that surely begins a paragraph: indented, a bullet, a speaker in capitals."""

MAY_BEGIN = re.compile(r"[-–—]\s|\d{1,2}[.)]\s|[A-Z][a-z-]+:\s|Q[.:]?\s")
"""How a line may begin that begins a paragraph, where the line before it ends as one."""

HYPHENATED = re.compile(r"([A-Za-z]{2,})-$")
WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
PARTED = re.compile(r"[A-Za-z-]+-\n\s*[A-Za-z]+")
"""A word that a line's end parts."""

TYPESET = 0.05
"""Share of lines that end in a hyphen where words are parted to fill lines."""

SELDOM_JOINED = frozenset(
    [
        "self",
        "well",
        "cross",
        "half",
        "high",
        "low",
        "long",
        "short",
        "co",
        "ex",
        "non",
        "anti",
        "pro",
        "pre",
        "post",
        "vice",
        "all",
        "so",
    ]
)
"""Beginnings of words that keep their hyphen."""


def unfolded(text: str) -> str:
    """The text with its paragraphs on one line each; a text that nobody folded comes back as it is."""
    if (joined := _cut_anywhere(text) or _flowed(text)) is not None:
        return joined
    lines = [line.rstrip() for line in text.split("\n")]
    width = _width(lines)
    if width is None:
        return text
    known = Counter(word.lower() for word in WORD.findall(PARTED.sub(" ", text)))
    short = _short_paragraphs(lines, width)
    hyphens = sum(bool(HYPHENATED.search(line)) for line in lines)
    typeset = hyphens > TYPESET * sum(map(bool, lines))
    joined_lines: list[str] = []
    at = ""
    for line in lines:
        if at and line and _goes_on(at, line, width, short):
            joined_lines[-1] = _joined(joined_lines[-1], line.strip(), known, typeset)
        else:
            joined_lines.append(line)
        at = line
    return "\n".join(joined_lines)


def _flowed(text: str) -> str | None:
    """The text joined where a blank ends every line that goes on (RFC 3676, ``fold -s``)."""
    lines = text.split("\n")
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    goes_on = [a for a, _ in pairs if _blank_ended(a)]
    width = max(map(len, lines))
    wide = [a for a, b in pairs if len(a) + len(b.split(maxsplit=1)[0]) >= 0.9 * width]
    if width > WIDEST or len(goes_on) < 2 or sum(map(_blank_ended, wide)) < 0.8 * len(wide):
        return None
    if sum(len(a) > 0.6 * width for a in goes_on) < 0.8 * len(goes_on):
        return None
    pieces: list[str] = []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        pieces += [line] if _blank_ended(line) and after.strip() else [line.rstrip(), "\n"]
    return "".join(pieces[:-1])


def _blank_ended(line: str) -> bool:
    """Whether exactly one blank ends a line."""
    return line.endswith(" ") and not line.endswith("  ") and bool(line.strip())


def _cut_anywhere(text: str) -> str | None:
    """The text joined where every line is cut at one column, words or not, as ``fold -w 60`` does."""
    lines = text.split("\n")
    breaks = [len(line) for line, after in pairwise(lines) if line.strip() and after.strip()]
    width = max(breaks, default=0)
    if not NARROWEST <= width <= WIDEST or len(breaks) < 4 or breaks.count(width) < 0.9 * len(breaks):
        return None
    pieces: list[str] = []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        pieces += [line] if len(line) == width and after.strip() else [line, "\n"]
    return "".join(pieces[:-1])


def _width(lines: Sequence[str]) -> int | None:
    """The column at which lines are broken, ``None`` where they are not."""
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    narrow = [(a, b) for a, b in pairs if len(a) <= WIDEST]
    if not narrow or len(narrow) < 0.8 * len(pairs):
        return None
    width = max(len(a) for a, _ in narrow)
    if width < NARROWEST or max(map(len, lines)) > 2 * WIDEST:
        return None
    wide = [(a, b) for a, b in narrow if len(a) >= 0.7 * width]
    full = [a for a, b in wide if _full(a, b, width)]
    unended = [a for a in full if not ENDED.search(a)]
    if len(full) >= max(FEWEST, 0.65 * len(wide)) and len(unended) >= 0.4 * len(full):
        return width
    return None


def _full(line: str, after: str, width: int) -> bool:
    """Whether the next line's first word had no room on this one."""
    return len(line) + 1 + len(after.lstrip().split(" ", 1)[0]) > width


def _short_paragraphs(lines: Sequence[str], width: int) -> bool:
    """Whether a sentence that ends at a full line more likely ends its paragraph than not.

    It does where single line breaks part paragraphs (lines that end early show them) of few sentences: a paragraph's
    last line is full as often as a word is long against the width, a sentence's end falls on a line's as seldom as
    lines have many words.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    parted = sum(bool(ENDED.search(a)) and not _full(a, b, width) for a, b in pairs)
    sentences = sum(len(SENTENCE.findall(line)) for line in lines)
    words = sum(len(line.split()) for line in lines) or 1
    letters = sum(map(len, lines))
    return parted >= 3 and parted * (letters / words + 1) / width > sentences * letters / words / width


SENTENCE = re.compile(r"[.!?][\"'”’)]* +[\"'“‘(]?[A-Z]")
"""The end of a sentence inside a line."""


def _goes_on(line: str, after: str, width: int, short: bool) -> bool:
    """Whether a line break stands inside a paragraph; `short`: paragraphs have few sentences."""
    if BEGINS.match(after) or (MAY_BEGIN.match(after) and ENDED.search(line)):
        return False
    if _full(line, after, width):
        return not (short and ENDED.search(line) and not after[:1].islower())
    return not ENDED.search(line) and len(line) > 0.6 * width and after[:1].islower()


def _joined(line: str, after: str, known: Counter[str], typeset: bool) -> str:
    """Two lines as one: a word that was parted by a hyphen is whole again, a hyphen of its own stays.

    A hyphen is the word's own where the text has it so elsewhere, and where few lines end in one: programs that
    fold break at hyphens that are there, typesetters make them.
    """
    hyphen = HYPHENATED.search(line)
    rest = re.match(r"[A-Za-z]+", after)
    if not hyphen or not rest:
        apart = "" if line.endswith(("-", "—", "–", "/")) and not line.endswith((" -", " –", " —")) else " "
        return f"{line}{apart}{after}"
    first, second = hyphen[1].lower(), rest[0].lower()
    whole, parted = known[first + second], known[f"{first}-{second}"]
    kept = not typeset or first in SELDOM_JOINED or known[first] > 0
    own = parted > whole or not after[0].islower() or (not whole and kept)
    return line + after if own else line[:-1] + after
