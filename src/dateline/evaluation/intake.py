"""Formats of real feeds, and pages with known text: what is read, what is set aside, how near our body is to theirs.

``python -m dateline.evaluation.intake [--data ../shared/data] [--aside]``
"""

from __future__ import annotations

import argparse
import html
import json
import re
from collections import Counter
from pathlib import Path

from dateline.errors import SetAside
from dateline.intake import Intake
from dateline.intake.formats import form_of
from dateline.intake.sources import Source
from dateline.record import Report


def main() -> None:
    """Print the table of formats and the scores of the pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--aside", action="store_true", help="list what was set aside, with the reason")
    given = parser.parse_args()
    for line in table(given.data, given.aside):
        print(line)
    for line in pages(given.data / "html"):
        print(line)


def table(data: Path, aside: bool) -> list[str]:
    """Lines of a table: format, files, files that gave reports, files set aside."""
    files: Counter[str] = Counter()
    read: Counter[str] = Counter()
    reasons = []
    for path in sorted([*(data / "formats").glob("*/*"), *(data / "html").glob("*.html")]):
        with path.open("rb") as stream:
            form = form_of(Source(str(path), stream))
        items = list(Intake([path]))
        files[form] += 1
        read[form] += any(isinstance(item, Report) for item in items)
        reasons += [f"{path.name}: {item.reason}" for item in items if isinstance(item, SetAside)]
    lines = ["| format | files | read | set aside |", "|---|---|---|---|"]
    lines += [f"| `{form}` | {n} | {read[form]} | {n - read[form]} |" for form, n in sorted(files.items())]
    return [*lines, *(reasons if aside else [])]


def pages(folder: Path) -> list[str]:
    """Mean word F1 of bodies; the share of headlines and days that are right, among pages that hold them."""
    scores: list[float] = []
    right: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for line in (folder / "texts.jsonl").read_text(encoding="utf-8").splitlines():
        known = json.loads(line)
        page = (folder / known["file"]).read_text(encoding="utf-8", errors="replace")
        (item,) = Intake([folder / known["file"]])
        if not isinstance(item, Report):
            scores.append(0.0)
            continue
        scores.append(word_f1(item.body, known["body"]))
        if known["headline"].strip() in html.unescape(page):
            told["headline"] += 1
            right["headline"] += (item.headline or "").strip() == known["headline"].strip()
        if known["published"] and known["published"][:10] in page:
            told["published"] += 1
            right["published"] += (item.published or "")[:10] == known["published"][:10]
    shares = [f"{name} right {right[name]} of {told[name]} pages that hold it" for name in ("headline", "published")]
    return [f"bodies: mean word F1 {sum(scores) / len(scores):.3f} over {len(scores)} pages", *shares]


def word_f1(ours: str, theirs: str) -> float:
    """F1 of two texts as bags of words."""
    a, b = (Counter(re.findall(r"\w+", text.lower())) for text in (ours, theirs))
    return 2 * (a & b).total() / (a.total() + b.total()) if a or b else 1.0


if __name__ == "__main__":
    main()
