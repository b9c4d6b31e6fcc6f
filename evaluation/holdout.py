"""Scores the reader on reports that we annotated ourselves: by default on the twenty kept aside.

    python evaluation/holdout.py [ANNOTATION.jsonl] [--reports REPORTS.jsonl] [--scorer record.py] [--misses]

The annotation holds offsets only; the words come from the reports. The scorer is a module with
``score(gold, predicted, misses)`` that returns something with ``report()``.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

from dateline.reading.reader import shared_reader
from dateline.record import Report

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
FIELDS = ("id", "headline", "source", "published", "dateline", "body")
SPANS = ("name", "topic", "evidence", "holder", "issue")


def main() -> None:
    """Reads, scores and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("annotation", type=Path, nargs="?", default=HERE / "holdout.jsonl")
    parser.add_argument("--reports", type=Path, default=SHARED / "data/wire/reports.jsonl")
    parser.add_argument("--scorer", type=Path, default=SHARED / "score/record.py")
    parser.add_argument("--misses", action="store_true", help="list missed and spurious contacts")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.annotation.read_text("utf8").splitlines()]
    wanted = {row["id"] for row in rows}
    with args.reports.open(encoding="utf8") as lines:
        reports = [Report(**{k: d[k] for k in FIELDS if d.get(k)}) for d in map(json.loads, lines) if d["id"] in wanted]
    bodies = {report.id: report.body for report in reports}
    gold = {row["id"]: {**worded(row, bodies[row["id"]]), "statements": []} for row in rows}
    read = (json.loads(record.to_json()) for record in shared_reader().read_many(reports))
    found = {record["report"]["id"]: {**record, "statements": []} for record in read}
    load(args.scorer).score(gold, found, args.misses).report()


def worded(annotation: Any, body: str) -> Any:
    """The annotation with the words its offsets point at."""
    if isinstance(annotation, list):
        return [worded(item, body) for item in annotation]
    if isinstance(annotation, dict):
        return {
            key: words_at(value, body) if key in SPANS and isinstance(value, list) else worded(value, body)
            for key, value in annotation.items()
        }
    return annotation


def words_at(offsets: list[Any], body: str) -> str:
    """The words of one span, or of several: a name whose parts stand apart."""
    spans = offsets if isinstance(offsets[0], list) else [offsets]
    return " ".join(body[start:end] for start, end in spans)


def load(path: Path) -> ModuleType:
    """A scorer from its file."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
