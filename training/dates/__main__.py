"""Learns what speaks for the likeliest day of an event against none, and prints the rows of ``dating.csv``.

    PYTHONPATH=training python -m dates GOLD.jsonl REPORTS.jsonl [GOLD.jsonl REPORTS.jsonl ...]

Gold and reports as for ``evaluation/ideal_frames.py``. Two thirds of the reports, by hash of the id, are learnt from;
``evaluation/ideal_frames.py --share 3 0`` measures on the others. The regression is L2-penalised, by Newton's method.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.intake import Intake
from dateline.model.frames import Frame
from dateline.reading.actors import read_actors
from dateline.reading.coding.days import Days
from dateline.reading.places import read_places
from dateline.reading.reader import Reader
from dateline.reading.statements import read_statements
from dateline.reading.times import read_times
from dateline.record import Report, Span

PENALTY = 10.0
RAREST = 12
"""Events in which a mark must stand to be weighed."""

LEAST = 0.1
"""What a weight must come to be kept."""

BIAS = "(always)"
Floats = NDArray[np.float64]


def main() -> None:
    """Print the weights."""
    files = [Path(name) for name in sys.argv[1:]]
    rows = [row for gold, reports in zip(files[::2], files[1::2], strict=True) for row in annotated(gold, reports)]
    weights = fit(rows)
    for mark, weight in sorted(weights.items(), key=lambda row: (row[0] != BIAS, row[0])):
        print(f"{mark},{weight}")


def annotated(gold: Path, reports: Path) -> Iterator[tuple[list[str], bool]]:
    """The marks of each event of the reports to learn from, and whether its likeliest day is its day."""
    labels = {line["id"]: line["events"] for line in map(json.loads, gold.open(encoding="utf8"))}
    reader = Reader()
    chosen = (r for r in Intake([reports]) if isinstance(r, Report) and r.id in labels and not _is_kept_out(r.id))
    for analysis in reader.analyser.analyse_many(chosen):
        times = read_times(analysis)
        cast = read_actors(analysis, read_places(analysis, reader.knowledge), reader.knowledge)
        days = Days(analysis, times, read_statements(analysis, times, cast, reader.knowledge), {BIAS: 0.0})
        for event in sorted(labels[analysis.report.id], key=lambda e: (e["trigger"][0] == "body", e["trigger"][1])):
            day, marks = days.candidate(_frame(event))
            yield marks, day == event["date"]
            days.follow(event["date"])  # what went before is as annotated


def fit(rows: list[tuple[list[str], bool]]) -> dict[str, float]:
    """The weights of the marks; the bias is not penalised."""
    counts = Counter(mark for marks, _ in rows for mark in marks)
    names = sorted(mark for mark, n in counts.items() if n >= RAREST)
    table = np.array([[*(float(name in marks) for name in names), 1.0] for marks, _ in rows])
    weights = _regress(table, np.array([float(right) for _, right in rows]))
    found = {name: round(float(w), 2) for name, w in zip((*names, BIAS), weights, strict=True)}
    return {name: w for name, w in found.items() if abs(w) >= LEAST or name == BIAS}


def _regress(table: Floats, target: Floats) -> Floats:
    penalty = np.full(table.shape[1], PENALTY)
    penalty[-1] = 1e-3
    weights = np.zeros(table.shape[1])
    for _ in range(30):
        share = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (share - target) + penalty * weights
        bend = (table * (share * (1 - share))[:, None]).T @ table + np.diag(penalty)
        weights -= np.linalg.solve(bend, slope)
    return weights


def _is_kept_out(id: str) -> bool:
    return int(hashlib.sha1(id.encode()).hexdigest(), 16) % 3 == 0


def _frame(event: dict[str, Any]) -> Frame:
    part, start, end = event["trigger"]
    labels = {"event": event["event"], "mode": event["mode"] or "", "cameo": event["cameo"]}
    return Frame("event", Span(part=part, start=start, end=end), {"who": (), "whom": ()}, labels)


if __name__ == "__main__":
    main()
