"""From raw scores to confidence: how often a line with such a score is right.

Platt (1999), Probabilistic outputs for support vector machines: a logistic function over the score; here over its log
odds, so that slope 1 and intercept 0 change nothing. Fitted on reports held out from training
(``training/frames/calibration.py``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp, log
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from dateline.errors import DatelineError

Sort = Literal["statement", "contact", "topic", "position", "event"]
"""The sorts of lines that carry a confidence."""

FILE = "calibration.toml"

NEVER_SURE = 1e-4
"""Scores are kept this far from 0 and 1, whose log odds have no end."""


class Curve(NamedTuple):
    """The logistic function of one sort of lines: ``1 / (1 + exp(-(slope * log odds + intercept)))``."""

    slope: float = 1.0
    intercept: float = 0.0


@dataclass(frozen=True)
class Calibration:
    """The curve of each sort; a sort without one keeps its raw scores."""

    curves: Mapping[Sort, Curve] = field(default_factory=dict)

    def confidence(self, sort: Sort, raw: float) -> float:
        """How likely a line of a sort with a raw score (0 to 1) is right: 0 to 1, to two digits."""
        slope, intercept = self.curves.get(sort, Curve())
        return round(1 / (1 + exp(-(slope * log_odds(raw) + intercept))), 2)


def log_odds(share: float) -> float:
    """The logarithm of the odds of a share (0 to 1)."""
    share = min(max(share, NEVER_SURE), 1 - NEVER_SURE)
    return log(share / (1 - share))


def read_calibration(path: Path) -> Calibration:
    """The calibration in a model's file; none where it is not there. Raises `DatelineError` for what is no curve."""
    if not path.is_file():
        return Calibration()
    try:
        found = tomllib.loads(path.read_text(encoding="utf8"))
    except ValueError as error:
        raise DatelineError(f"{path}: {error}") from None
    curves: dict[Sort, Curve] = {}
    for name, curve in found.items():
        sort = next((s for s in get_args(Sort) if s == name), None)
        if sort is None or not isinstance(curve, dict) or set(curve) != set(Curve._fields):
            raise DatelineError(f"{path}: {name}: a slope and an intercept are told for {', '.join(get_args(Sort))}")
        if not all(isinstance(value, (int, float)) for value in curve.values()) or curve["slope"] <= 0:
            raise DatelineError(f"{path}: {name}: slope and intercept are numbers, the slope above 0")
        curves[sort] = Curve(float(curve["slope"]), float(curve["intercept"]))
    return Calibration(curves)


def write_calibration(calibration: Calibration, path: Path) -> None:
    """Leave a calibration in a model's file."""
    tables = [
        f"[{sort}]\nslope = {curve.slope:.4f}\nintercept = {curve.intercept:.4f}\n"
        for sort in get_args(Sort)
        if (curve := calibration.curves.get(sort))
    ]
    path.write_text(HEAD + "\n".join(tables), encoding="utf8")


HEAD = """# How often a line with some raw score is right: 1 / (1 + exp(-(slope * log odds of the score + intercept)));
# fitted on reports held out from training (training/frames/calibration.py).

"""
