"""Events coded from the annotators' own frames: what coding does, apart from what is seen.

    python evaluation/ideal_frames.py GOLD.jsonl REPORTS.jsonl > records.jsonl
    python ../shared/score/coded.py GOLD.jsonl records.jsonl

GOLD.jsonl holds events with trigger, who and whom as offsets (``../shared/data/events``), REPORTS.jsonl the texts with
their ids (``../shared/data/modern/reports.jsonl``). Each gold event is given to the coder as a `Frame` with its type,
mode and code; sides, day and place are read. Contacts of which no frame tells are coded too, as always in reading.
``--share N K`` takes the reports whose hash is K modulo N: to look at some and measure on others.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.intake import Intake
from dateline.model.frames import Frame
from dateline.reading.reader import Reader
from dateline.record import Report, Span, Spans


def main() -> None:
    """Write the records to standard output."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--share", nargs=2, type=int, default=(1, 0), metavar=("N", "K"))
    args = parser.parse_args()
    frames = dict(gold_frames(args.gold, *args.share))
    reader = Reader()
    reports = (r for r in Intake([args.reports]) if isinstance(r, Report) and r.id in frames)
    for analysis in reader.analyser.analyse_many(reports):
        record = reader.read_analysis(analysis, events=frames[analysis.report.id])
        sys.stdout.buffer.write(record.to_json() + b"\n")


def gold_frames(path: Path, parts: int = 1, part: int = 0) -> Iterator[tuple[str, tuple[Frame, ...]]]:
    """The ids of the annotated reports with their event frames; of ``parts`` shares by hash of the id the one asked."""
    with path.open(encoding="utf8") as lines:
        for gold in map(json.loads, lines):
            if int(hashlib.sha1(gold["id"].encode()).hexdigest(), 16) % parts == part:
                yield gold["id"], tuple(map(frame_of, gold["events"]))


def frame_of(event: dict[str, Any]) -> Frame:
    """The frame that an annotated event is."""
    return Frame(
        kind="event",
        trigger=_span(event["trigger"]),
        roles={role: _spans(event[role]) for role in ("who", "whom")},
        labels={"event": event["event"], "mode": event["mode"] or "", "cameo": event["cameo"]},
    )


def _spans(places: list[list[Any]]) -> Spans:
    return tuple(map(_span, places))


def _span(place: list[Any]) -> Span:
    part, start, end = place
    return Span(part=part, start=start, end=end)


if __name__ == "__main__":
    main()
