"""How often a line with some score is right: fitted on reports held out from training, and drawn.

    python -m frames.calibration DATA MODEL OUT [--scores ../../shared/score]

Reads the held-out reports of the data folder with the model, matches their lines with the annotation as the scorers
do, fits a curve for each sort of lines (Platt 1999), writes ``calibration.toml`` into the model's folder and the
diagram to ``OUT`` (docs/reliability.svg). In it lines are judged by a curve fitted on the other half of the reports.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

from dateline.model.calibration import FILE, Calibration, Curve, Sort, log_odds, write_calibration
from dateline.model.network import Network
from dateline.record import Report
from frames.corpus import is_held_out, read_rows
from frames.reliability import diagram

FEWEST = 30
"""Lines of a sort below which no curve is fitted."""
STEPS = 50
FIELDS = ("id", "headline", "source", "published", "dateline", "body")
Pair = tuple[float, bool]
"""A raw score, and whether the line was right."""


@dataclass(frozen=True)
class Judged:
    """A line of a held-out report: its sort, its raw score, whether it is right."""

    report: str
    sort: Sort
    raw: float
    right: bool


def main() -> None:
    """Read, match, fit, write and draw."""
    parser = argparse.ArgumentParser(prog="python -m frames.calibration", description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path, help="the diagram: docs/reliability.svg")
    parser.add_argument("--scores", type=Path, default=Path("../../shared/score"), help="folder of record.py, coded.py")
    parser.add_argument("--limit", type=int, help="read at most so many reports")
    args = parser.parse_args()
    lines = list(judged(args.data, args.model, args.scores, args.limit))
    curves = {sort: curve for sort, pairs in by_sort(lines).items() if (curve := fit_if_enough(pairs))}
    write_calibration(Calibration(curves), args.model / FILE)
    shown = crossed(lines)
    for sort, pairs in shown.items():
        told = curves.get(sort, Curve())
        right = sum(right for _, right in pairs) / len(pairs)
        print(f"{sort:10s} {len(pairs):5d} lines, {right:.2f} right, {told.slope:.2f} x {told.intercept:+.2f}, "
              f"error {calibration_error(pairs):.3f}")  # fmt: skip
    args.out.write_text(diagram(shown), encoding="utf8")


def fit(pairs: Iterable[Pair]) -> Curve:
    """The curve that makes the answers likeliest: Newton's method on the log likelihood.

    The targets are drawn in a little from 0 and 1, as Platt (1999) has it, so that lines that are all right, or all
    wrong, still have a curve. The slope is kept above nought: a higher score never says less.
    """
    rows = [(log_odds(raw), right) for raw, right in pairs]
    good = sum(right for _, right in rows)
    targets = {True: (good + 1) / (good + 2), False: 1 / (len(rows) - good + 2)}
    slope, intercept = 1.0, 0.0
    for _ in range(STEPS):
        gradient_a, gradient_b = -RIDGE * (slope - 1), -RIDGE * intercept
        aa, ab, bb = RIDGE, 0.0, RIDGE
        for x, right in rows:
            p = 1 / (1 + exp(-(slope * x + intercept)))
            error, weight = targets[right] - p, p * (1 - p)
            gradient_a += error * x
            gradient_b += error
            aa, ab, bb = aa + weight * x * x, ab + weight * x, bb + weight
        determinant = aa * bb - ab * ab
        step_a = (bb * gradient_a - ab * gradient_b) / determinant
        step_b = (aa * gradient_b - ab * gradient_a) / determinant
        scale = min(1.0, LONGEST / max(abs(step_a), abs(step_b), 1e-9))
        slope, intercept = max(slope + scale * step_a, LEAST_SLOPE), intercept + scale * step_b
        if max(abs(step_a), abs(step_b)) < 1e-7:
            break
    return Curve(slope, intercept)


RIDGE = 1e-3
"""What holds the curve near that which changes nothing, where the lines do not tell: of scores that are all alike."""
LONGEST = 2.0
"""How far one step may go: from a poor beginning the second order leads astray."""
LEAST_SLOPE = 0.05


def fit_if_enough(pairs: Sequence[Pair]) -> Curve | None:
    """The curve of a sort, if there are enough lines of it."""
    return fit(pairs) if len(pairs) >= FEWEST else None


def crossed(lines: Sequence[Judged]) -> dict[Sort, list[Pair]]:
    """Every line's confidence by a curve fitted on the other half of the reports, and whether it is right."""
    found: dict[Sort, list[Pair]] = {}
    for half in (0, 1):
        fitted = by_sort([line for line in lines if half_of(line.report) != half])
        calibration = Calibration({s: curve for s, pairs in fitted.items() if (curve := fit_if_enough(pairs))})
        for line in lines:
            if half_of(line.report) == half:
                sure = calibration.confidence(line.sort, line.raw)
                found.setdefault(line.sort, []).append((sure, line.right))
    return {sort: found[sort] for sort in get_args(Sort) if sort in found}


def half_of(report: str) -> int:
    """The half of the reports that one belongs to, by its id."""
    return hashlib.sha256(report.encode()).digest()[0] % 2


def by_sort(lines: Iterable[Judged]) -> dict[Sort, list[Pair]]:
    """Raw scores and answers by sort."""
    found: dict[Sort, list[Pair]] = {}
    for line in lines:
        found.setdefault(line.sort, []).append((line.raw, line.right))
    return found


def calibration_error(pairs: Sequence[Pair], bins: int = 10) -> float:
    """How far confidence and share right lie apart on average, over bins of one width (Naeini et al. 2015)."""
    filled: dict[int, list[Pair]] = {}
    for sure, right in pairs:
        filled.setdefault(min(int(sure * bins), bins - 1), []).append((sure, right))
    return sum(abs(sum(s for s, _ in some) - sum(r for _, r in some)) for some in filled.values()) / len(pairs)


class _Raw(Calibration):
    """Scores as they are, not rounded."""

    def confidence(self, sort: Sort, raw: float) -> float:
        return min(max(float(raw), 0.0), 1.0)


def judged(data: Path, model: Path, scores: Path, limit: int | None) -> Iterator[Judged]:
    """Every line of the held-out reports that a model scored and that is annotated there, right or wrong."""
    from dateline.knowledge import load
    from dateline.reading.analysis import Analyser
    from dateline.reading.reader import Reader

    texts, notes = read_rows(data)
    ids = [id for id in sorted(notes) if id in texts and is_held_out(id)][:limit]
    network = Network(model, threads=2)
    network.calibration = _Raw()
    reader = Reader(load(), Analyser(network=network))
    record_score, coded_score = (_loaded(scores / name) for name in ("record.py", "coded.py"))
    reports = (Report(**{name: texts[id][name] for name in FIELDS if texts[id].get(name)}) for id in ids)
    for record in reader.read_many(reports):
        found = json.loads(record.to_json())
        yield from matched(found, notes[record.report.id], texts[record.report.id], record_score, coded_score)


def matched(
    found: Mapping[str, Any], notes: Mapping[str, Any], text: Mapping[str, Any], record: ModuleType, coded: ModuleType
) -> Iterator[Judged]:
    """The lines of one record (its JSON), each right where the scorers pair it with a line of the annotation."""
    name = found["report"]["id"]

    def told(sort: Sort, lines: Iterable[Mapping[str, Any]], right: set[int]) -> Iterator[Judged]:
        for line in lines:
            if line["confidence"] is not None:
                yield Judged(name, sort, line["confidence"], id(line) in right)

    if frames := notes.get("frames"):
        gold = [_contact(contact, text) for contact in frames["contacts"]]
        pairs = record.best_pairs(gold, found["contacts"], record.contact_similarity, 0.5)
        yield from told("contact", found["contacts"], {id(p) for _, p in pairs})
        topics = [item for contact in found["contacts"] for item in contact["agenda"]]
        agenda = record.agenda_pairs([item for contact in gold for item in contact["agenda"]], topics)
        yield from told("topic", topics, {id(p) for _, p in agenda})
        stances = record.best_pairs(
            [_position(position, text) for position in frames["positions"]], found["positions"],
            lambda a, b: record.iou(record.fold(a["evidence"]), record.fold(b["evidence_text"]))
            if a["holder_country"] == b["holder"]["country"] else 0.0, 0.4,
        )  # fmt: skip
        yield from told("position", found["positions"], {id(p) for g, p in stances if g["stance"] == p["stance"]})
    if said := notes.get("statements"):
        gold = [{"content": " ".join(words(span, text) for span in s["content"])} for s in said["statements"]]
        speech = [s for s in found["statements"] if s["act"] == "speech"]
        pairs = record.best_pairs(
            gold, speech,
            lambda a, b: record.iou(record.fold(a["content"]), record.fold(b["content_text"])), 0.5,
        )  # fmt: skip
        yield from told("statement", speech, {id(p) for _, p in pairs})
    if done := notes.get("events"):
        events = [e for e in found["events"] if _inside(e, done["upto"])]
        answered = coded.pairs_of(
            done["events"], events,
            lambda g, p: (g["event"] == p["event"]) * (coded.agreement(g, p) + 0.5 * coded.near(g, p))
            * (coded.agreement(g, p) > 0),
        )  # fmt: skip
        yield from told("event", events, {id(events[j]) for _, j in answered})


def _contact(contact: Mapping[str, Any], text: Mapping[str, Any]) -> dict[str, Any]:
    return {**contact, "agenda": [{**item, "topic": words(item["topic"], text)} for item in contact["agenda"]]}


def _position(position: Mapping[str, Any], text: Mapping[str, Any]) -> dict[str, Any]:
    return {**position, "evidence": words(position["evidence"], text)}


def _inside(event: Mapping[str, Any], upto: int) -> bool:
    return any(s["part"] == "headline" or (s["part"] == "body" and s["start"] < upto) for s in event["evidence"])


def words(span: Sequence[Any], text: Mapping[str, Any]) -> str:
    """The words of a span ``[part, start, end]``."""
    part, start, end = span
    return str((text.get(part) or "")[start:end])


def _loaded(path: Path) -> ModuleType:
    """A scorer from its file."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: no scorer: name its folder with --scores")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
