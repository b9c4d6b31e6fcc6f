"""What agreements and differences weigh when it is asked whether two accounts tell of one contact: ``merging.csv``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.tables import table

COLUMNS = ("evidence", "weight", "meaning")


@dataclass(frozen=True)
class Evidence:
    """``weights`` by the name of an agreement or difference; ``kinds`` of two kinds that one contact may be told as."""

    weights: Mapping[str, float]
    kinds: Mapping[frozenset[str], float]


@cache
def load_evidence() -> Evidence:
    """The rows of ``merging.csv``."""
    weights: dict[str, float] = {}
    kinds: dict[frozenset[str], float] = {}
    for row in table("merging.csv", COLUMNS):
        one, joined, other = row["evidence"].partition(" + ")
        if joined:
            kinds[frozenset({one, other})] = float(row["weight"])
        else:
            weights[one] = float(row["weight"])
    return Evidence(weights, kinds)
