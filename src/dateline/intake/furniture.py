"""A page's lines parted: the report's own from menus, counters, adverts, other reports' titles, bylines and credits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.knowledge.furniture import furniture

PROSE = re.compile(r"[.!?:;][\"'”’)\]]*\s*$")
"""How a paragraph of prose ends; titles end without."""

TITLES = 8
"""Titles at most that follow ``Read Next`` and its like."""

TAIL = 0.5
"""Share of a text behind which a mark of its end is believed."""

SOURCE = re.compile(r"(?:,|\||–|-)\s*(?P<source>[A-Z][\w.&' ]{1,40})$")
"""The outlet behind a byline: ``By Jane Doe, Reuters``."""


@dataclass(frozen=True)
class Parted:
    """A text's own lines, and what stood among them."""

    lines: tuple[str, ...]
    headline: str | None = None
    byline: str | None = None
    source: str | None = None
    published: str | None = None
    advisories: tuple[str, ...] = ()


def without_furniture(lines: Sequence[str], headline: str | None = None) -> Parted:
    """The lines that are the report's, in order; blank ones stay. A repeated `headline` above them is dropped."""
    kept: list[str] = []
    credits: list[str] = []
    byline = source = None
    titles, letters = 0, sum(map(len, lines))
    read = 0
    for line in lines:
        read += len(line)
        kind = furniture(line)
        if titles and line.strip():
            titles -= 1
            if kind is None and not PROSE.search(line) and len(line) < 200:
                continue
            titles = titles if kind else 0
        if kind == "end" and read > TAIL * letters and len(kept) > 1:
            break
        if kind == "next":
            titles = TITLES
        elif kind == "credit":
            credits.append(line.strip())
        elif kind == "byline" and byline is None and read < TAIL * letters:
            byline, source = _byline(line.strip())
        elif kind is None or kind in ("end", "byline"):
            kept.append(line)
    while kept and (not kept[0].strip() or (headline and _same(kept[0], headline))):
        del kept[0]
    return Parted(tuple(kept), byline=byline, source=source, advisories=tuple(credits))


def _byline(line: str) -> tuple[str, str | None]:
    match = SOURCE.search(line)
    return line, match["source"].strip() if match else None


def _same(a: str, b: str) -> bool:
    return re.sub(r"\W+", "", a).lower() == re.sub(r"\W+", "", b).lower()
