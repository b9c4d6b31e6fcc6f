"""How agencies write a dateline: ``MOSCOW, July 2 (Reuters) -``, ``AMMAN, 14 March 2026 (dpa) -``."""

from __future__ import annotations

import re

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SMALL = r"(?:dpa|epa|apa|ots|ansa|efe|anp|belga|ntb|ritzau|hina|lusa|tass|mti|tanjug|sda|pap|ukrinform|stt)"
"""Agencies that write themselves in small letters."""

DATELINE = re.compile(
    rf"""(?x) ^[ \t]*(?P<dateline>
        (?P<place>[A-Z][A-Z.'’\- ]+(?:[/,]\s?[A-Z][A-Za-z.'’\- ]{{1,30}}){{0,2}}?)
        (?: ,?\s? (?:{WEEKDAY},?\s)?
            (?: (?<=[,\s]) (?P<month>{MONTH})\s?(?P<day>\d{{1,2}}) (?:\s?,\s?(?P<year>\d{{4}}))?
              | (?<=[,\s]) (?P<day_first>\d{{1,2}})\s(?P<month_after>{MONTH}) (?:\s?,?\s?(?P<year_after>\d{{4}}))? ) )?
        (?: ,?\s? \( (?P<source>[A-Z][A-Za-z. /&\-]{{1,40}}|{SMALL}) \) )?
    ) \s* (?:--|[-_:–—]|(?=\n)|$)[ \t]*""",
    re.MULTILINE,
)
"""A place in capitals, then a date, an agency in parentheses, or both, then a dash, an underscore or the line's end."""

HEAD = 2000
"""Characters within which a dateline must stand."""


def find_dateline(text: str, within: int = HEAD) -> re.Match[str] | None:
    """The dateline that begins a line of a text's head, with ``place``, ``dateline``, ``source``, and the
    day that `day_told` gives."""
    for match in DATELINE.finditer(text, 0, min(len(text), within)):
        if match["month"] or match["month_after"] or match["source"]:
            return match
    return None


def day_told(match: re.Match[str]) -> tuple[str, str, str | None] | None:
    """Month, day and year as a dateline writes them, in either order; ``None`` where it tells no day."""
    if match["month"]:
        return match["month"], match["day"], match["year"]
    return (match["month_after"], match["day_first"], match["year_after"]) if match["month_after"] else None
