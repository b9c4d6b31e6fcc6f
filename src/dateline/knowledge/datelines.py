"""How agencies write a dateline: ``MOSCOW, July 2 (Reuters) -``."""

from __future__ import annotations

import re

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
DATELINE = re.compile(
    rf"""(?x) ^[ \t]*(?P<dateline>
        (?P<place>[A-Z][A-Z.'’\- ]+(?:[/,]\s?[A-Z][A-Za-z.'’\- ]{{1,30}}){{0,2}}?)
        (?: ,\s? (?P<month>{MONTH})\s?(?P<day>\d{{1,2}}) (?:\s?,\s?(?P<year>\d{{4}}))? )?
        (?: \s? \( (?P<source>[A-Z][A-Za-z. /\-]{{1,40}}) \) )?
    ) \s* (?:--|[-_:–—]|(?=\n)|$)[ \t]*""",
    re.MULTILINE,
)
"""A place in capitals, then a date, an agency in parentheses, or both, then a dash, an underscore or the line's end."""

HEAD = 2000
"""Characters within which a dateline must stand."""


def find_dateline(text: str, within: int = HEAD) -> re.Match[str] | None:
    """The dateline that begins a line of a text's head, with ``place``, ``month``, ``day``, ``year``, ``source``."""
    for match in DATELINE.finditer(text, 0, min(len(text), within)):
        if match["month"] or match["source"]:
            return match
    return None
