"""A text as words, and the classes that numbers belong to by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_NUMERIC_DATE = (  # 2018-07-03, 03.07.2018
    r"[0-9]{4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.)[0-9]{1,2}"
    r"|[0-9]{1,2}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.)[0-9]{4}"
)

_SHAPES = (
    r"\n[ \t]*\n\s*",  # the end of a paragraph
    r"(?<![^\W\d_])[ap]\.\s?m\b\.?",
    rf"(?<![0-9./-])(?:{_NUMERIC_DATE})(?![0-9]|[./-][0-9])",
    r"[1-4][QH]\b",
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])",
    r"(?:[0-9]{3}|['’]?[0-9])0s\b",  # 1980s, '80s
    r"[0-9]+(?:st|nd|rd|th)\b",
    r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])",
    r"[0-9]+\.[0-9]+(?![0-9])",
    r"[0-9]+",
    r"['’]s\b",
    r"[^\W\d_][^\W_]*",
    r"[^\w\s]|_",
)

NUMBERS = (
    "\n\n",
    *map(str, range(2500)),
    *"2018-07-03 05 1,000 3.5 8.30 8:30 20:15 1980s '80s 80s 1st 2nd 3rd 31st 14th 32nd 40th 0735 123456 00".split(),  # noqa: SIM905
)
"""A number of every set of classes there is."""


def word_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Finds a text's words. Those of the given ``words`` that end in a full stop ("Nov.") are taken with it."""
    dotted = sorted((word[:-1] for word in words if word.endswith(".") and word[:-1].isalpha()), key=len, reverse=True)
    abbreviation = rf"(?<![^\W\d_])(?:{'|'.join(dotted)})\."
    return re.compile("|".join((*_SHAPES[:1], abbreviation, *_SHAPES[1:])), re.IGNORECASE)


def classes_of_number(word: str) -> Iterator[str]:
    """The classes of a word by its shape: numbers that can be days, hours, years, and so on. None for other words."""
    if word.isdigit() and word.isascii():
        yield from _classes_of_digits(word)
    elif word[:1].isdigit() and re.fullmatch(_NUMERIC_DATE, word):
        yield "NUMDATE"
    elif word[:1] == "\n":
        yield "BREAK"
    elif word[-2:] == "0s":
        yield "SHORTDECADE" if word[0].isdigit() and len(word) < 5 else "DECADE"
    elif word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isdigit() and 0 < int(word[:-2][:9]) <= 31:
        yield from ("DAY", "DAYTH")
    elif ":" in word and len(word) > 1:
        yield "CLOCK"
    elif "," in word and len(word) > 1:
        yield "INT"
    elif "." in word and word[0].isdigit():
        yield "DECIMAL"
        if re.fullmatch(r"[0-9]{1,2}\.[0-5][0-9]", word):
            yield "DOTCLOCK"


def _classes_of_digits(word: str) -> Iterator[str]:
    value = int(word) if len(word) <= 4 else 10_000
    yield "INT"
    if len(word) <= 2 and 0 < value <= 31:
        yield "DAY"
    if len(word) <= 2 and value <= 24:
        yield "HOUR"
    if len(word) == 4:
        if 1500 <= value < 2100:
            yield "YEAR"
        if value // 100 < 24 and value % 100 < 60:
            yield "MILITARY"
