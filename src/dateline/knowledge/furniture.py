"""Which lines of a page are no words of its report: menus, counters, adverts, titles of other reports, credits."""

from __future__ import annotations

import re
from functools import cache

from dateline.knowledge.tables import table

LONGEST = 400
"""Characters of a line that can be furniture."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    by_kind: dict[str, list[str]] = {}
    for row in table("furniture.csv", ("kind", "pattern")):
        by_kind.setdefault(row["kind"], []).append(row["pattern"])
    flags = {"byline": re.NOFLAG}
    return tuple(
        (kind, re.compile("|".join(f"(?:{p})" for p in patterns), flags.get(kind, re.IGNORECASE)))
        for kind, patterns in by_kind.items()
    )


def furniture(line: str) -> str | None:
    """What a line is if it is no words of the report: ``line``, ``next``, ``end``, ``credit``, ``byline``."""
    line = line.strip()
    if not line or len(line) > LONGEST:
        return None
    if line[:3] in ("BY ", "By "):
        shaped = "by " + line[3:]
        line = shaped if not line[3:].isupper() else "by " + line[3:].title().replace(" And ", " and ")
    return next((kind for kind, pattern in _patterns() if pattern.fullmatch(line)), None)
