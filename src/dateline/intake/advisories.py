"""Urgency and advisory lines: what an agency tells its clients about a report, and not the report itself."""

from __future__ import annotations

import re

ADVISORY = re.compile(
    r"(?x) ^\s*(?: ATTENTION\b.* "  # ATTENTION - RECASTS with toll ///
    r"| (?:EDS|EDITORS|Eds|Editors)\s*[:;,].* "  # Eds: UPDATES with quotes
    r"| (?:\(?(?:\d+(?:st|nd|rd|th)|First|Second|Third)\s+(?:Ld|LD|Lead|LEAD)\b[^.]*) "  # 2nd Ld-Writethru
    r"| [^.]{0,60}\b[Ww]rite-?[Tt]hru\b[^.]* "
    r"| \(?(?:UPDATES?|ADDS?|RECASTS?|CORRECTS?|INSERTS?|REFILES?|REPEATS?|INCORPORATES)\b.{0,120} "
    r"| =?\(PICTURES?\)=? | .*///"
    r"| (?:URGENT|FLASH|BULLETIN|ALERT|EXCLUSIVE|EMBARGOED[^.]*)\s*[:.]?"
    r")\s*$"
)
"""A line that is an advisory and nothing else."""

URGENCY = re.compile(r"^\s*(URGENT|FLASH|BULLETIN|ALERT|NEWSALERT|BREAKING)\b\s*[:\-]?\s+(?=\S)")
"""An urgency word before a headline: ``URGENT Chirac calls on ...``."""


def is_advisory(line: str) -> bool:
    """Whether a line only tells clients how to treat the report."""
    return bool(ADVISORY.match(line))


def parted(headline: str | None) -> tuple[str | None, tuple[str, ...]]:
    """A headline without its advisories, and these: ``URGENT Talks open`` -> ``Talks open``, (``URGENT``,)."""
    if not headline:
        return None, ()
    if is_advisory(headline):
        return None, (headline.strip(),)
    match = URGENCY.match(headline)
    return (headline[match.end() :], (match[1],)) if match else (headline, ())
