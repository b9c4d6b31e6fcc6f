"""How well who-said-what is found: source, cue and content of every attribution against a gold reading.

The figures are PolNeAR's and ours: F1 over words, over exactly equal spans, and over whole attributions (`figures`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

ROLES = ("source", "cue", "content")

Spans = set[tuple[int, int]]
Reading = Mapping[str, Spans]
"""One attribution: for each of ``ROLES`` its spans ``(start, end)``, code points of the text."""


def figures(readings: Iterable[tuple[str, Sequence[Reading], Sequence[Reading]]]) -> dict[str, float]:
    """F1 over many texts, each given as its words, the gold attributions and those found.

    ``<role>.words`` counts words and punctuation marks, ``<role>.spans`` exactly equal spans. ``linked`` counts
    attributions whose content shares half its words (intersection over union) with a gold one and whose source
    overlaps that one's source; both empty counts as overlap. Where there is nothing to find and nothing is found, 1.
    """
    hits: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for text, gold, found in readings:
        for role in ROLES:
            for level, (right, read) in _levels(text, role, gold, found).items():
                hits[f"{role}.{level}"] += len(right & read)
                total[f"{role}.{level}"] += len(right) + len(read)
        hits["linked"] += _linked(text, gold, found)
        total["linked"] += len(gold) + len(found)
    return {name: 2 * hits[name] / total[name] if total[name] else 1.0 for name in total}


def _levels(
    text: str, role: str, gold: Sequence[Reading], found: Sequence[Reading]
) -> dict[str, tuple[set[int] | Spans, set[int] | Spans]]:
    right: Spans = set().union(*(reading[role] for reading in gold))
    read: Spans = set().union(*(reading[role] for reading in found))
    return {"words": (_words(text, right), _words(text, read)), "spans": (right, read)}


def _words(text: str, spans: Spans) -> set[int]:
    return {match.start() for start, end in spans for match in _WORD.finditer(text, start, end)}


def _linked(text: str, gold: Sequence[Reading], found: Sequence[Reading]) -> int:
    """How many are rightly linked, each taken once, the best matches first."""
    right = [{role: _words(text, reading[role]) for role in ROLES} for reading in gold]
    read = [{role: _words(text, reading[role]) for role in ROLES} for reading in found]
    pairs = sorted(
        (-share, i, j)
        for i, g in enumerate(right)
        for j, f in enumerate(read)
        if (share := len(g["content"] & f["content"]) / max(1, len(g["content"] | f["content"]))) >= 0.5
    )
    taken: set[tuple[str, int]] = set()
    hits = 0
    for _, i, j in pairs:
        if ("gold", i) not in taken and ("found", j) not in taken:
            taken |= {("gold", i), ("found", j)}
            g, f = right[i]["source"], read[j]["source"]
            hits += bool(g & f) or not g | f
    return hits


_WORD = re.compile(r"\w+|[^\w\s]")
