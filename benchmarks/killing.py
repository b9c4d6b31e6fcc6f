"""Whether an ingest that is killed again and again ends as one that is not.

    python benchmarks/killing.py ../shared/data/wire/reports.jsonl [--kills 20] [--archive FILE|URL] [--whole FILE|URL]

Runs ``dateline ingest`` on the reports and kills it, with the processes that read for it (SIGKILL to the whole process
group), at instants drawn by chance over the time that one whole run takes; starts it again each time, and lets the last
one end. Then compares the archive with one that was never interrupted (``--whole``, if there is one already), and
ingests once more: nothing may change. ``--archive`` must be empty or not there yet; without it, it is a new file.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dateline.archive import Archive

START = 8.0
"""Seconds that a run takes to load the reader before it keeps anything; kills within them are in the draw as well."""


def main() -> None:
    """Kill, go on, compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--archive")
    parser.add_argument("--whole")
    parser.add_argument("--seconds", type=float, help="what a whole run takes; measured if --whole is not given")
    options = parser.parse_args()
    if options.whole and not options.seconds:
        parser.error("--whole needs --seconds: how long a whole run takes")
    with tempfile.TemporaryDirectory() as folder:
        whole = options.whole or str(Path(folder) / "whole.db")
        victim = options.archive or str(Path(folder) / "killed.db")
        if held(victim):
            parser.error(f"{victim}: there are reports in it already: give one that is empty")
        seconds = options.seconds or run_to_the_end(options.reports, whole)
        chance = random.Random(options.seed)
        for n in range(options.kills):
            wait = chance.uniform(0, 2 * (START + seconds / (options.kills + 1)))
            over = not killed(options.reports, victim, wait)
            print(f"kill {n + 1} after {wait:.1f} s: {held(victim):,} reports kept", file=sys.stderr, flush=True)
            if over:
                sys.exit(f"it was done before kill {n + 1}: try another --seed")
        run_to_the_end(options.reports, victim)
        wanted, found = fingerprint(whole), fingerprint(victim)
        run_to_the_end(options.reports, victim)
        again = fingerprint(victim)
        told = {True: "the same archive", False: "another archive"}
        print(f"{options.kills} kills, {held(victim):,} reports: {told[found == wanted]}")
        print(f"ingested once more: {told[again == wanted]}")
        sys.exit(not found == again == wanted)


def started(reports: str, archive: str) -> subprocess.Popen[bytes]:
    """An ingest in a process group of its own."""
    command = [sys.executable, "-m", "dateline", "ingest", reports, "--archive", archive]
    return subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)


def killed(reports: str, archive: str, seconds: float) -> bool:
    """Start an ingest and kill it; `False` if it ended by itself."""
    child = started(reports, archive)
    time.sleep(seconds)
    if child.poll() is not None:
        return False
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    return True


def run_to_the_end(reports: str, archive: str) -> float:
    """Ingest without a break; the seconds it took."""
    begun = time.perf_counter()
    if started(reports, archive).wait() > 1:  # 1: some were set aside
        sys.exit(f"the ingest into {archive} failed")
    return time.perf_counter() - begun


def held(archive: str) -> int:
    """How many reports an archive holds."""
    with Archive(archive) as opened:
        return opened.counts()["reports"]


def fingerprint(archive: str) -> str:
    """A digest of everything in an archive."""
    with Archive(archive) as opened:
        return opened.fingerprint()


if __name__ == "__main__":
    main()
