"""How newsrooms write time zones behind an hour: ``KST``, ``GMT+1``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from dateline.knowledge.tables import table

OFFSET = re.compile(r"(?:GMT|UTC|UT)?\s?(?P<sign>[+\-−–])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?", re.IGNORECASE)
"""``GMT+1``, ``UTC+05:30``, ``+0900``."""


def offset(words: str) -> str | None:
    """``Z`` or ``+09:00`` for a zone as it is written; ``None`` for one that is not known, or is several."""
    text = words.strip().strip("()").upper()
    match = OFFSET.fullmatch(text)
    if match is None:
        hours = zones().get(text)
        return "Z" if hours == "+00:00" else hours
    hours_away, minutes = int(match["hours"]), int(match["minutes"] or 0)
    if hours_away > 14 or minutes > 59:
        return None
    if hours_away == minutes == 0:
        return "Z"
    return f"{'+' if match['sign'] == '+' else '-'}{hours_away:02}:{minutes:02}"


@cache
def zones() -> Mapping[str, str]:
    """Hours from UTC by the letters of a zone."""
    return {row["name"]: row["hours"] for row in table("clock_zones.csv", ("name", "hours"))}
