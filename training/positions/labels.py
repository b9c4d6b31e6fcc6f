"""The annotated reports: which sentence tells a position of whom, as offsets, and the marks the reader sees there.

`evaluation/development.jsonl` holds ids, offsets and labels; the words come from the reports.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.reading.actors import read_actors
from dateline.reading.places import read_places
from dateline.reading.reader import shared_reader
from dateline.reading.stances.candidates import find_candidates
from dateline.reading.stances.holders import several_sides
from dateline.reading.statements import read_statements
from dateline.reading.times import read_times
from dateline.record import Report
from dateline.record.model import Stance

LABELS = Path(__file__).parents[2] / "evaluation" / "development.jsonl"
FIELDS = ("id", "headline", "source", "published", "dateline", "body")


@dataclass(frozen=True)
class Label:
    """A position as annotated: code points of its sentence in the body, the holder's country, the stance."""

    start: int
    end: int
    country: str | None
    stance: Stance


@dataclass
class Row:
    """A candidate: its marks, the stances the table takes there, and the stances annotated; none: no position."""

    start: int
    end: int
    country: str
    marks: dict[str, float]
    taken: list[Stance]
    labels: list[Stance]


@dataclass
class Example:
    """A report's candidates and labels."""

    id: str
    rows: list[Row]
    labels: list[Label]


def read_labels(path: Path = LABELS) -> dict[str, list[Label]]:
    """The labels of each report, by its id."""
    found = {}
    for line in path.read_text("utf8").splitlines():
        d = json.loads(line)
        found[d["id"]] = [
            Label(*p["evidence"], country=p["holder_country"], stance=p["stance"]) for p in d["positions"]
        ]
    return found


def examples(reports: Path, labels: dict[str, list[Label]]) -> list[Example]:
    """The labelled reports as the reader sees them, in order of their ids."""
    with reports.open(encoding="utf8") as lines:
        rows = [d for d in map(json.loads, lines) if d["id"] in labels]
    missing = labels.keys() - {d["id"] for d in rows}
    if missing:
        raise SystemExit(f"{reports} lacks {len(missing)} of the annotated reports, {min(missing)} among them")
    rows.sort(key=lambda d: d["id"])
    texts = [Report(**{k: d[k] for k in FIELDS if d.get(k)}) for d in rows]
    return [Example(r.id, found, labels[r.id]) for r, found in _seen(texts, labels)]


def _seen(reports: Iterable[Report], labels: dict[str, list[Label]]) -> Iterator[tuple[Report, list[Row]]]:
    reader = shared_reader()
    knowledge = reader.knowledge
    for analysis in reader.analyser.analyse_many(reports):
        report = analysis.report
        cast = read_actors(analysis, read_places(analysis, knowledge), knowledge)
        statements = read_statements(analysis, read_times(analysis), cast, knowledge)
        rows = []
        for candidate in find_candidates(analysis, cast, statements, knowledge.stances) if several_sides(cast) else ():
            start, end = candidate.sentence.start_char, candidate.sentence.end_char
            country = candidate.holder.country or ""
            told = [p.stance for p in labels[report.id] if p.country == country and _same(p, start, end)]
            rows.append(Row(start, end, country, candidate.marks, [t.stance for t in candidate.taken], told))
        yield report, rows


def _same(label: Label, start: int, end: int) -> bool:
    """Whether the annotated sentence and ours share at least four tenths of what they cover together."""
    shared = min(label.end, end) - max(label.start, start)
    return shared > 0 and shared / (max(label.end, end) - min(label.start, start)) >= 0.4
