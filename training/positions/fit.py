"""Logistic regression with an L2 penalty, by Newton's method: small, exact, and the same on every run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.reading.stances.weighing import BIAS, STANCES, Weights
from positions.labels import Row

PENALTY = 5.0
RAREST = 4
"""Candidates in which a mark must stand to be weighed."""

STEPS = 30
Floats = NDArray[np.float64]


def fit(rows: Sequence[Row]) -> Weights:
    """The weights learnt from candidates."""
    counts = Counter(name for row in rows for name in row.marks)
    names = sorted(name for name, n in counts.items() if n >= RAREST)
    table = _table(rows, names)
    position = _regress(table, np.array([float(bool(row.labels)) for row in rows]))
    told = [i for i, row in enumerate(rows) if row.labels]
    columns = {}
    for stance in STANCES:
        target = np.array([float(stance in rows[i].labels) for i in told])
        columns[stance] = _named(names, _regress(table[told], target))
    return Weights(_named(names, position), columns)


def _table(rows: Sequence[Row], names: Sequence[str]) -> Floats:
    place = {name: i for i, name in enumerate(names)}
    table = np.zeros((len(rows), len(names) + 1))
    table[:, -1] = 1
    for i, row in enumerate(rows):
        for name, value in row.marks.items():
            if name in place:
                table[i, place[name]] = value
    return table


def _regress(table: Floats, target: Floats) -> Floats:
    """The weights, the last of them the bias, which is not penalised."""
    penalty = np.full(table.shape[1], PENALTY)
    penalty[-1] = 1e-3
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (share - target) + penalty * weights
        bend = (table * (share * (1 - share))[:, None]).T @ table + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def _named(names: Sequence[str], weights: Floats) -> dict[str, float]:
    return {name: round(float(w), 4) for name, w in zip((*names, BIAS), weights, strict=True)}
