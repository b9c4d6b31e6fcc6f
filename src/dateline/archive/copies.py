"""Families of copies: reports of which one is a wire copy, an update or a rewrite of the other.

MinHash (Broder 1997) over runs of three words, banded for lookup (locality-sensitive hashing; the library chooses bands
and rows for the likeness wanted). A family is everything that copies connect.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

from datasketch import MinHash, MinHashLSH

from dateline.archive.names import folded

LIKENESS = 0.5
"""Jaccard likeness of two bodies' runs of words from which one is a copy of the other."""

VALUES = 128
"""Values of a signature: the likeness is told with a standard error of .044 at .5."""

RUN = 3
DAYS = 3
"""Days between two publications up to which one can be a copy of the other; beyond, it is a form letter."""


def signature(body: str) -> bytes:
    """The MinHash of a text: `VALUES` unsigned 32-bit numbers, little-endian."""
    words = folded(body)
    runs = {" ".join(words[i : i + RUN]).encode() for i in range(max(1, len(words) - RUN + 1))}
    sketch = MinHash(num_perm=VALUES, seed=1, scheme=SCHEME)
    sketch.update_batch(sorted(runs))
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


def near(published: str, other: str) -> bool:
    """Whether two reports are close enough in time for copies; without dates, they are."""
    if not published or not other:
        return True
    return abs((date.fromisoformat(published[:10]) - date.fromisoformat(other[:10])).days) <= DAYS


VERSION = re.compile(r"\b(?:(\d+)(?:st|nd|rd|th)|(First|Second|Third|Fourth|Fifth))\s+L(?:ea)?d\b", re.IGNORECASE)
CHANGED = re.compile(r"\b(RECASTS?|UPDATES?|CORRECTS?|ADDS|INSERTS?|WRITE-?THRU|REFILES?)\b", re.IGNORECASE)
WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}


def version(advisories: Iterable[str], headline: str | None) -> int:
    """Which version of its story a report calls itself: 2 for ``2nd Ld``, 1 for ``RECASTS``, 0 for neither."""
    lines = [*advisories, headline or ""]
    numbers = [int(m[1] or WORDS[m[2].lower()]) for line in lines for m in VERSION.finditer(line)]
    return max(numbers, default=int(any(CHANGED.search(line) for line in advisories)))


def families(members: Sequence[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each report's family: the smallest id that copies connect it with."""
    from dateline.archive.clustering import components

    return {report: part[0] for part in components(members, pairs) for report in part}
