"""Whether a candidate is a position, and which stance it most likely tells: weights learnt from annotated reports."""

from __future__ import annotations

import csv
import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import get_args

from dateline.record.model import Stance

FILE = Path(__file__).parent / "model" / "weights.csv"

STANCES: tuple[Stance, ...] = get_args(Stance)

LEAST_TAKEN = 0.2
"""The share from which a sentence with a stance of the table is a position; chosen by cross-validation."""

LEAST_UNTAKEN = 0.5
"""The same for sentences where no word of the table takes one: their stance is the less sure."""


@dataclass(frozen=True)
class Weights:
    """Two logistic regressions over the marks of a candidate (`stances.candidates`).

    ``position``: the weights for being one at all. ``stances``: for each stance, of those that are one.
    """

    position: Mapping[str, float]
    stances: Mapping[Stance, Mapping[str, float]]
    version: str = ""

    def share(self, marks: Mapping[str, float]) -> float:
        """How likely the candidate is a position, in [0, 1]."""
        return 1 / (1 + math.exp(-_sum(self.position, marks)))

    def stance(self, marks: Mapping[str, float]) -> Stance:
        """The likeliest stance; of equals, the first in the order of the contract."""
        return max(STANCES, key=lambda stance: _sum(self.stances[stance], marks))


def told_of(taken: Sequence[Stance]) -> list[int]:
    """Which of the stances taken in one sentence by one holder are told: the first, and the first that goes against it.

    "The canal is not on the agenda, but we are open to talks on trade" refuses and offers; what else is said beside a
    stance most often only repeats it.
    """
    against = (i for i, stance in enumerate(taken) if {_goodwill(stance), _goodwill(taken[0])} == {1, -1})
    return [0, *islice(against, 1)]


def _goodwill(stance: Stance) -> int:
    if stance in ("supports", "offers"):
        return 1
    return -1 if stance in ("opposes", "refuses", "denies") else 0


BIAS = "(always)"


def _sum(weights: Mapping[str, float], marks: Mapping[str, float]) -> float:
    return weights[BIAS] + sum(weights[name] * value for name, value in marks.items() if name in weights)


@cache
def load_weights(file: Path = FILE) -> Weights:
    """The weights shipped with the package: one row a mark, a column for being a position and one for each stance."""
    text = file.read_text(encoding="utf8")
    rows = list(csv.DictReader(text.splitlines()))
    return Weights(
        position={row["mark"]: float(row["position"]) for row in rows},
        stances={stance: {row["mark"]: float(row[stance]) for row in rows} for stance in STANCES},
        version=hashlib.sha256(text.encode()).hexdigest()[:12],
    )
