"""Families of copies: reports of which one is a wire copy, an update or a rewrite of the other.

Copies and rewrites: MinHash (Broder 1997) over runs of three words, banded for lookup (locality-sensitive hashing; the
library chooses bands and rows for the likeness wanted). Updates: a flash of one sentence and the story that grew from
it are not alike, but the one stands in the other; they are looked up by their beginnings, of which some runs of words
are kept (winnowing: Schleimer, Wilkerson and Aiken 2003). A family is everything that copies connect.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from datasketch import MinHash, MinHashLSH

from dateline.archive.names import words_of
from dateline.record.days import days_of, iso


@dataclass(frozen=True)
class Text:
    """What two reports are compared by."""

    source: str | None
    published: str
    body: str
    signature: bytes


def alike(a: Text, b: Text) -> float:
    """How alike two reports are, if one is a copy or an update of the other; else 0."""
    value = likeness(a.signature, b.signature)
    if value >= LIKENESS and near(a.published, b.published):
        return value
    if a.source == b.source and near(a.published, b.published, 1) and (share := contained(a.body, b.body)) >= CONTAINED:
        return share
    return 0.0


LIKENESS = 0.5
"""Jaccard likeness of two bodies' runs of words from which one is a copy of the other."""

VALUES = 128
"""Values of a signature: the likeness is told with a standard error of .044 at .5."""

RUN = 3
DAYS = 3
"""Days between two publications up to which one can be a copy of the other; beyond, it is a form letter."""


def signature(body: str) -> bytes:
    """The MinHash of a text: `VALUES` unsigned 32-bit numbers, little-endian."""
    sketch = MinHash(num_perm=VALUES, seed=1, scheme=SCHEME)
    sketch.update_batch(sorted(run.encode() for run in runs(words_of(body))))
    return bytes(sketch.hashvalues.astype("<u4").tobytes())


SCHEME: Any = "affine32"
"""The library's permutations, named so that an archive's signatures stay comparable when its default changes."""


def bands(sign: bytes) -> list[int]:
    """The numbers under which copies find each other: at least one in common, most likely, where two are `LIKENESS`."""
    number, rows = banding()
    width = rows * 4
    return [hash_of(bytes([band]) + sign[band * width : (band + 1) * width]) for band in range(number)]


@cache
def banding() -> tuple[int, int]:
    """How many bands of how many rows."""
    index = MinHashLSH(threshold=LIKENESS, num_perm=VALUES)
    return index.b, index.r


def hash_of(data: bytes) -> int:
    """A 63-bit number, the same on every machine."""
    from hashlib import blake2b

    return int.from_bytes(blake2b(data, digest_size=8).digest()) >> 1


def likeness(a: bytes, b: bytes) -> float:
    """The share of values two signatures have in common: an estimate of the texts' Jaccard likeness."""
    return sum(a[i : i + 4] == b[i : i + 4] for i in range(0, len(a), 4)) / (len(a) // 4)


CONTAINED = 0.7
"""Share of a report's runs of words that stand in a longer one from which that is its update."""

BEGINNING = 60
"""Words in which the update of a report has that report's first sentence, or most of it: not a digest of the day."""

MARK = 5
"""Words of a run by which a beginning is looked up; of as many runs in a row, the one with the least hash is kept."""


def beginnings(body: str, source: str | None, published: str) -> tuple[list[int], list[int]]:
    """The numbers under which a report is kept for its updates, and those under which it looks for what it updates.

    Both hold for its source and day; it looks on the day before and the day after as well. Two reports that begin with
    nine words in common meet.
    """
    words = words_of(body)[:BEGINNING]
    hashes = [hash_of(" ".join(words[i : i + MARK]).encode()) for i in range(max(1, len(words) - MARK + 1))]
    least = sorted({min(hashes[i : i + MARK]) for i in range(max(1, len(hashes) - MARK + 1))})
    days = days_of(published)
    around = [iso(days[0] + shift) for shift in (0, -1, 1)] if days else [""]
    kept, *more = ([hash_of(f"{source}\x1f{day}\x1f{value}".encode()) for value in least] for day in around)
    return kept, [*kept, *(number for numbers in more for number in numbers)]


def contained(a: str, b: str) -> float:
    """The share of the shorter body's runs of words that the longer has, where it begins like it; else 0."""
    short, long = sorted((a, b), key=lambda body: (len(words_of(body)), body))
    first = runs(words_of(SENTENCE_END.split(short, maxsplit=1)[0]))
    if len(first & runs(words_of(long)[:BEGINNING])) * 2 < len(first):
        return 0.0
    inside = runs(words_of(short))
    return len(inside & runs(words_of(long))) / len(inside)


SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’]*\s|\n")


def runs(words: Sequence[str]) -> set[str]:
    """Each run of `RUN` words, or all of them where they are fewer."""
    return {" ".join(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1))}


def near(published: str, other: str, days: int = DAYS) -> bool:
    """Whether two reports are close enough in time for copies; without dates, they are."""
    if not published or not other:
        return True
    one, two = days_of(published[:10]), days_of(other[:10])
    return one is None or two is None or abs(one[0] - two[0]) <= days


VERSION = re.compile(
    r"\b(?:(\d+)(?:st|nd|rd|th)|(First|Second|Third|Fourth|Fifth))\s+L(?:ea)?d\b|\bUPDATED?[- ](\d)\b", re.IGNORECASE
)
CHANGED = re.compile(r"\b(RECASTS?|UPDATES?|CORRECTS?|ADDS|INSERTS?|WRITE-?THRU|REFILES?)\b", re.IGNORECASE)
WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}


def version(advisories: Iterable[str], headline: str | None) -> int:
    """Which version of its story a report calls itself: 2 for ``2nd Ld``, 1 for ``RECASTS``, 0 for neither."""
    lines = [*advisories, headline or ""]
    numbers = [int(m[1] or m[3] or WORDS[m[2].lower()]) for line in lines for m in VERSION.finditer(line)]
    return max(numbers, default=int(any(CHANGED.search(line) for line in advisories)))


def families(members: Sequence[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each report's family: the smallest id that copies connect it with."""
    from dateline.archive.clustering import components

    return {report: part[0] for part in components(members, pairs) for report in part}
