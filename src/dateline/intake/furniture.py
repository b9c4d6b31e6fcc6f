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
    letters, read, titles, gap = sum(map(len, lines)), 0, 0, False
    for at, line in enumerate(lines):
        read += len(line)
        kind = furniture(line)
        if kind == "end" and read > TAIL * letters and len(kept) > 1 and _only_furniture(lines[at + 1 :]):
            break
        if kind == "byline" and (byline is not None or read >= TAIL * letters):
            kind = None
        if titles and line.strip():
            titles = titles - 1 if kind or _is_title(line) else 0
            kind = kind or ("title" if titles or _is_title(line) else None)
        if kind == "credit":
            credits.append(line.strip())
        elif kind == "byline":
            byline, source = _byline(line.strip())
        titles = TITLES if kind == "next" else titles
        if kind is None and not (gap and not line.strip() and kept and not kept[-1].strip()):
            kept.append(line)
        gap = kind is not None or (gap and not line.strip())
    while kept and (not kept[0].strip() or (headline and len(kept) > 1 and _same(kept[0], headline))):
        del kept[0]
    return Parted(tuple(kept), byline=byline, source=source, advisories=tuple(credits))


def _is_title(line: str) -> bool:
    """Whether a line may be another report's title: no prose, and not the rest of a broken line."""
    return not PROSE.search(line) and len(line) < LONGEST_TITLE and not line.strip()[0].islower()


LONGEST_TITLE = 200


def _only_furniture(lines: Sequence[str]) -> bool:
    """Whether what follows a mark of the end is no more of the report: hardly any prose."""
    return sum(len(line.split()) >= FULL and bool(PROSE.search(line)) for line in lines) <= 2


FULL = 15
"""Words of a paragraph of prose."""


def _byline(line: str) -> tuple[str, str | None]:
    match = SOURCE.search(line)
    return line, match["source"].strip() if match else None


def _same(a: str, b: str) -> bool:
    return re.sub(r"\W+", "", a).lower() == re.sub(r"\W+", "", b).lower()
