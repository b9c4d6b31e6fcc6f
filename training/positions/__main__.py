"""Learns the weights of positions, and says by cross-validation how good they are.

    python -m positions REPORTS.jsonl [WEIGHTS.csv] [--also GOLD.jsonl]

Without WEIGHTS.csv nothing is written. GOLD.jsonl are further annotated reports (with their words) that are only
scored, never learnt from.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path

from dateline.reading.stances.weighing import BIAS, LEAST_TAKEN, LEAST_UNTAKEN, STANCES, Weights, told_of
from dateline.record.model import Stance
from positions.fit import fit
from positions.labels import Example, Label, Row, examples, read_labels

FOLDS = 6
SEEDS = range(5)

Chosen = list[tuple[Row, Stance]]


def main() -> None:
    """Prints figures and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", type=Path)
    parser.add_argument("weights", type=Path, nargs="?")
    parser.add_argument("--also", type=Path, help="annotated reports that are only scored")
    args = parser.parse_args()
    known = examples(args.reports, read_labels())
    rows = [row for example in known for row in example.rows]
    print(f"{len(known)} reports, {len(rows)} candidates, {sum(len(e.labels) for e in known)} labels")
    print("the table alone         ", figures(known, lambda example: by_table(example.rows)))
    print("weights, cross-validated", cross_validated(known))
    weights = fit(rows)
    if args.also:
        gold = examples(args.reports, _labels_of_gold(args.also, args.reports))
        print("others: the table alone ", figures(gold, lambda example: by_table(example.rows)))
        print("others: weights         ", figures(gold, lambda example: by_weights(example.rows, weights)))
    if args.weights:
        write(weights, args.weights)


def by_table(rows: Sequence[Row]) -> Chosen:
    """Every candidate in which a word of the table takes a stance."""
    return [(row, row.taken[0]) for row in rows if row.taken]


def by_weights(rows: Sequence[Row], weights: Weights) -> Chosen:
    """The candidates that the reader keeps, with the stances it tells."""
    chosen: Chosen = []
    for row in rows:
        share = weights.share(row.marks)
        if row.taken and share >= LEAST_TAKEN:
            chosen += [(row, row.taken[i]) for i in told_of(row.taken)]
        elif not row.taken and share >= LEAST_UNTAKEN:
            chosen.append((row, weights.stance(row.marks)))
    return chosen


def cross_validated(known: list[Example]) -> str:
    """The figures where every report is read with weights learnt from the others, over several draws."""
    counts = [0, 0, 0, 0]
    for seed in SEEDS:
        order = list(range(len(known)))
        random.Random(seed).shuffle(order)
        for fold in range(FOLDS):
            held = [known[i] for i in order[fold::FOLDS]]
            weights = fit([row for i in order if i not in order[fold::FOLDS] for row in known[i].rows])
            for example in held:
                counts = [
                    a + b for a, b in zip(counts, score(by_weights(example.rows, weights), example.labels), strict=True)
                ]
    return _figures(counts)


def figures(known: list[Example], choose: Callable[[Example], Chosen]) -> str:
    """Precision, recall, F1 and the share of stances right."""
    counts = [0, 0, 0, 0]
    for example in known:
        counts = [a + b for a, b in zip(counts, score(choose(example), example.labels), strict=True)]
    return _figures(counts)


def score(chosen: Chosen, labels: Sequence[Label]) -> tuple[int, int, int, int]:
    """How many are found, told, annotated, and found with the right stance; each label is found once."""
    found = right = 0
    left = {id(row): list(row.labels) for row, _ in chosen}
    for row, stance in chosen:
        labelled = left[id(row)]
        if labelled:
            found += 1
            right += stance in labelled
            labelled.remove(stance if stance in labelled else labelled[0])
    return found, len(chosen), len(labels), right


def _figures(counts: Sequence[int]) -> str:
    found, told, known, right = counts
    return (
        f"F1 {2 * found / (told + known):.3f}  P {found / max(told, 1):.3f}  R {found / known:.3f}  "
        f"stance {right / max(found, 1):.3f}"
    )


def _labels_of_gold(gold: Path, reports: Path) -> dict[str, list[Label]]:
    """Annotated reports that quote their evidence, as offsets."""
    with reports.open(encoding="utf8") as lines:
        bodies = {d["id"]: d["body"] for d in map(json.loads, lines)}
    found = {}
    for line in gold.read_text("utf8").splitlines():
        d = json.loads(line)
        found[d["id"]] = [
            Label(at, at + len(p["evidence"]), p["holder_country"], p["stance"])
            for p in d["positions"]
            if (at := bodies[d["id"]].find(p["evidence"])) >= 0
        ]
    return found


def write(weights: Weights, path: Path) -> None:
    """The weights as a table: one row a mark, the bias first."""
    names = [BIAS, *sorted(name for name in weights.position if name != BIAS)]
    with path.open("w", encoding="utf8", newline="") as target:
        rows = csv.writer(target, lineterminator="\n")
        rows.writerow(("mark", "position", *STANCES))
        for name in names:
            rows.writerow((name, weights.position[name], *(weights.stances[s][name] for s in STANCES)))


if __name__ == "__main__":
    main()
