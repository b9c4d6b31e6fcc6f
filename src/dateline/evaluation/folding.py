"""Whether broken lines change the record: texts folded as terminals and mail fold them, read beside themselves.

``python -m dateline.evaluation.folding [--data ../shared/data] [--widths 60 72 80] [--limit N]``
"""

from __future__ import annotations

import argparse
import json
import textwrap
from collections import Counter
from pathlib import Path
from typing import Any

from dateline.intake.stream import report_of
from dateline.reading.reader import Reader
from dateline.record import Record, Report


def main() -> None:
    """Print for each width the share of contacts and statements that are the same as in the unfolded texts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--widths", type=int, nargs="+", default=[60, 72, 80])
    parser.add_argument("--limit", type=int)
    given = parser.parse_args()
    texts = texts_of(given.data / "modern")[: given.limit]
    reader = Reader()
    whole = list(reader.read_many(reported(text, day) for text, day in texts))
    for width in given.widths:
        folded = reader.read_many(reported(fold(text, width), day) for text, day in texts)
        same: Counter[str] = Counter()
        there: Counter[str] = Counter()
        for before, after in zip(whole, folded, strict=True):
            for kind in ("contacts", "statements"):
                a, b = told(before, kind), told(after, kind)
                same[kind] += (a & b).total()
                there[kind] += max(a.total(), b.total())
        shares = ", ".join(f"{kind} {same[kind]} of {there[kind]}" for kind in there)
        print(f"{width} columns: {shares} the same")


def texts_of(folder: Path) -> list[tuple[str, str | None]]:
    """The texts of the dev gold, headline above body, each with its day."""
    gold = {json.loads(line)["id"] for line in (folder / "gold_dev.jsonl").open(encoding="utf-8")}
    rows = [json.loads(line) for line in (folder / "reports.jsonl").open(encoding="utf-8")]
    return [
        (f"{row['headline'] or ''}\n\n{row['body']}".strip(), row["published"]) for row in rows if row["id"] in gold
    ]


def reported(text: str, published: str | None) -> Report:
    """The report in a pasted text, with its known day."""
    return report_of(text).told(published=published)


def fold(text: str, width: int) -> str:
    """The text with no line wider than `width`."""
    return "\n".join(textwrap.fill(line, width, break_long_words=False) for line in text.split("\n"))


def told(record: Record, kind: str) -> Counter[str]:
    """The record's lines of a kind, without spans and white space."""
    return Counter(json.dumps(_plain(line.model_dump()), sort_keys=True) for line in getattr(record, kind))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        spans = ("evidence", "source", "cue", "content", "id", "actor", "confidence")
        return {name: _plain(inner) for name, inner in value.items() if name not in spans}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return " ".join(value.split()) if isinstance(value, str) else value


if __name__ == "__main__":
    main()
