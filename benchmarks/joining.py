"""How long one more real report takes to join an archive of real reports.

    dateline ingest ../shared/data/wire/reports.jsonl --archive wire.db
    python benchmarks/joining.py wire.db [--reports 100] [--seed 1]

Works on a copy of the file: takes so many reports out, drawn by chance, and lets them join again one by one, each in a
transaction of its own, as a report that comes in does. Reading is not counted. Prints milliseconds, and whether the
archive is the one it was before: it must be, whatever was taken out.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from dateline.archive import Archive
from dateline.archive.ingesting import remove
from dateline.archive.merging import leave, settle


def main() -> None:
    """Take out, put back, tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("archive", type=Path, help="a file; it is left as it is")
    parser.add_argument("--reports", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "archive.db"
        with closing(sqlite3.connect(options.archive)) as whole, closing(sqlite3.connect(copy)) as other:
            whole.backup(other)
        with Archive(copy) as archive:
            sys.exit(rejoin(archive, options.reports, random.Random(options.seed)))


def rejoin(archive: Archive, number: int, chance: random.Random) -> str | int:
    """What is wrong afterwards; 0 if nothing is."""
    before, held = archive.fingerprint(), archive.counts()
    everything = {record.report.id: record.to_json() for record in archive.records()}
    chosen = chance.sample(sorted(everything), min(number, len(everything)))
    with archive.database.writing() as connection:
        disturbed = leave(connection, sorted(chosen))
        disturbed |= remove(connection, sorted(chosen))
        settle(connection, sorted(disturbed))
    times = []
    for name in chosen:
        started = time.perf_counter()
        for _ in archive.ingest([everything[name]]):
            pass
        times.append((time.perf_counter() - started) * 1000)
    cuts = statistics.quantiles(times, n=20)
    print(
        f"{len(chosen)} of {held['reports']:,} reports ({held['accounts']:,} accounts) taken out and joined again: "
        f"median {statistics.median(times):.0f} ms, p95 {cuts[-1]:.0f} ms, longest {max(times):.0f} ms"
    )
    return 0 if archive.fingerprint() == before else "not the archive it was before"


if __name__ == "__main__":
    main()
