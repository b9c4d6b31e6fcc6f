"""Events a report, by type, and a random sample of them to check by hand.

python -m dateline.evaluation.event_counts RECORDS.jsonl [--sample 60] [--seed N]
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

from dateline.record import Event, Record


def main() -> None:
    """Print the counts and, where asked, the sample: codes beside the words they rest on."""
    parser = argparse.ArgumentParser(description="Events a report, by type, and a sample to check by hand.")
    parser.add_argument("records", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    counts: Counter[str] = Counter()
    sample: list[tuple[Record, Event]] = []
    reports = silent = 0
    with args.records.open("rb") as lines:
        for record in map(Record.from_json, lines):
            reports += 1
            silent += not record.events
            for event in record.events:
                counts[event.event] += 1
                place = rng.randrange(counts.total())  # reservoir sampling: every event is as likely as any other
                if len(sample) < args.sample:
                    sample.append((record, event))
                elif place < args.sample:
                    sample[place] = (record, event)
    events = counts.total()
    print(f"{reports} reports, {events} events, {events / max(reports, 1):.2f} a report, {silent} reports without")
    for name, count in counts.most_common():
        print(f"{name:10} {count:6}  {count / max(reports, 1):.3f} a report")
    for record, event in sample:
        sides = f"{'+'.join(event.actors) or '-'} > {'+'.join(event.recipients) or '-'}"
        words = " ".join(record.words(event.evidence).split())
        print(f"\n{event.event} {event.cameo} {sides} {event.date or ''} {' '.join(event.contexts)}\n  {words}")


if __name__ == "__main__":
    main()
