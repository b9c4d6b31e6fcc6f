"""How quickly the pages of an archive of a million statements are made, and how much a first visit takes.

    python benchmarks/pages.py [--statements 1000000] [--archive FILE|URL] [--keep]

Fills an archive as `benchmarks/archive.py` does, then asks for each page with varying parties, names, words and days.
Prints the median and the 95th percentile of the server's time in milliseconds (the application called in this process,
so without the network) by the clock and of the processor alone (which a busy machine does not stretch), the largest
page in kB, and what a first visit to the front page and to the map takes with
all their files but ECharts, compressed.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from fastapi.testclient import TestClient

from archive import COUNTRIES, TOPICS, fill, made_up, percentile
from dateline.archive import Archive
from dateline.web import create_app

GOAL = 100.0
"""Milliseconds at the 95th percentile."""

FIRST_VISIT = 250
"""kB of a first visit, ECharts aside."""

ROUNDS = 40

API = "/api/v1"

Address = Callable[["Asker"], str]


class Asker:
    """Picks what to ask for: parties, names, words and days of the archive."""

    def __init__(self, archive: Archive) -> None:
        self.chance = random.Random(3)
        first, last = archive.views.span() or (1, 1)
        self.days = [date.fromordinal(first), date.fromordinal(last)]
        self.contacts = [c["id"] for c in archive.contacts(limit=400)]
        statements = list(archive.statements(limit=400))
        self.reports = [s["report"] for s in statements]
        self.lines = [s["id"] for s in statements]

    def day(self) -> str:
        """Any day of the archive."""
        return (self.days[0] + timedelta(self.chance.randrange((self.days[1] - self.days[0]).days + 1))).isoformat()

    def party(self) -> str:
        """Any country."""
        return self.chance.choice(COUNTRIES)

    def name(self) -> str:
        """Any person."""
        return f"{self.party().title()} {self.chance.choice(['Alder', 'Birch', 'Cedar', 'Elm', 'Hazel'])}"

    def topic(self) -> str:
        """Any topic."""
        return self.chance.choice(TOPICS)

    def pair(self) -> str:
        """Any two countries."""
        return "-".join(self.chance.sample(COUNTRIES, 2))


PAGES: dict[str, Address] = {
    "front": lambda a: "/",
    "front, a day past": lambda a: f"/?on={a.day()}",
    "contacts": lambda a: f"/contacts?with={a.party()}&and={a.party()}&kind=meeting",
    "contact": lambda a: f"/contacts/{a.chance.choice(a.contacts)}",
    "statements": lambda a: f"/statements?by={a.party()}&about={a.topic()}",
    "positions": lambda a: f"/positions?of={a.party()}&on={a.topic()}",
    "dyads": lambda a: "/dyads",
    "dyad": lambda a: f"/dyads/{a.pair()}",
    "actors": lambda a: f"/actors?q={a.chance.choice(['Alder', 'Elm', 'Rus'])}",
    "actor: a country": lambda a: f"/actors/{a.party()}",
    "actor: a person": lambda a: f"/actors/{a.name()}",
    "issues": lambda a: "/issues",
    "issue": lambda a: f"/issues?on={a.topic()}",
    "calendar": lambda a: f"/calendar?month={a.day()[:7]}",
    "map": lambda a: f"/map?with={a.party()}",
    "network": lambda a: f"/network?year={a.day()[:4]}",
    "network, all years": lambda a: "/network?year=all",
    "search": lambda a: f"/search?q={a.topic()}",
    "search, narrowed": lambda a: f"/search?q={a.topic()}+{a.topic()}&party={a.party()}&in=statements",
    "search for a name": lambda a: f"/search?q={a.name().split()[1]}",
    "report": lambda a: f"/reports/{a.chance.choice(a.reports)}",
    "a contact's accounts": lambda a: f"/review/contacts/{a.chance.choice(a.contacts)}",
    "a line": lambda a: f"/lines/{a.chance.choice(a.lines)}",
    "decisions": lambda a: "/review/decisions",
    "API contacts": lambda a: f"{API}/contacts?between={a.party()}&between={a.party()}&kind=meeting",
    "API contacts of a status": lambda a: f"{API}/contacts?with={a.party()}&status=held&to={a.day()}",
    "API statements": lambda a: f"{API}/statements?by={a.party()}&about={a.topic()}",
    "API positions": lambda a: f"{API}/positions?of={a.party()}&on={a.topic()}&to={a.day()}",
    "API dyad": lambda a: f"{API}/dyad/{a.party()}/{a.party()}?from={a.day()}",
    "API search": lambda a: f"{API}/search?words={a.topic()}+OR+{a.topic()}&to={a.day()}",
    "API contact": lambda a: f"{API}/contacts/{a.chance.choice(a.contacts)}",
    "API report": lambda a: f"{API}/reports/{a.chance.choice(a.reports)}",
    "API show a line": lambda a: f"{API}/show/{a.chance.choice(a.lines)}",
}


def main() -> None:
    """Fill, ask, tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--archive")
    parser.add_argument("--keep", action="store_true", help="ask an archive that is filled already")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Archive(options.archive or Path(folder) / "archive.db") as archive:
        if not options.keep:
            fill(archive, list(made_up(random.Random(1))), options.statements)
        print(", ".join(f"{n:,} {what}" for what, n in archive.counts().items()))
        app = create_app(archive)
        app.state.desk.warm().result()  # as dateline serve does
        with TestClient(app) as visitor:
            asker = Asker(archive)
            slow = [name for name, path in PAGES.items() if ask(visitor, asker, name, path) > GOAL]
            heavy = [path for path in ("/", "/map") if first_visit(visitor, path) > FIRST_VISIT]
    troubles = [f"above {GOAL} ms: {', '.join(slow)}"] if slow else []
    troubles += [f"above {FIRST_VISIT} kB: {', '.join(heavy)}"] if heavy else []
    sys.exit("; ".join(troubles) or 0)


def ask(visitor: TestClient, asker: Asker, name: str, path: Address) -> float:
    """Ask many times, print, and return the 95th percentile. The first two, which warm up, do not count."""
    times, busy, largest = [], [], 0
    for _ in range(ROUNDS + 2):
        wanted = path(asker)
        started, used = time.perf_counter(), time.process_time()
        answer = visitor.get(wanted)
        times.append((time.perf_counter() - started) * 1000)
        busy.append((time.process_time() - used) * 1000)
        if answer.status_code != 200:
            sys.exit(f"{wanted}: {answer.status_code}")
        largest = max(largest, len(answer.content))
    clock, processor = (f"{statistics.median(t[2:]):6.1f} ms  p95 {percentile(t[2:]):6.1f} ms" for t in (times, busy))
    print(f"{name:22s} {clock}   processor {processor}   {largest / 1000:6.1f} kB", flush=True)
    return percentile(times[2:])


def first_visit(visitor: TestClient, path: str) -> float:
    """kB sent for a page and every file it names, compressed, ECharts aside."""
    text = visitor.get(path).text
    files = {f for f in re.findall(r'"(/static/[^"]+)"', text) if "echarts" not in f and not f.endswith("world.svg")}
    size = 0
    for address in (path, *sorted(files)):
        with visitor.stream("GET", address, headers={"accept-encoding": "gzip"}) as answer:
            size += sum(len(chunk) for chunk in answer.iter_raw())
    print(f"first visit to {path:8s} {size / 1000:6.1f} kB with {len(files)} files")
    return size / 1000


if __name__ == "__main__":
    main()
