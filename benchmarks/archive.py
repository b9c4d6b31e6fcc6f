"""How quickly an archive of a million statements answers.

    python benchmarks/archive.py [--statements 1000000] [--records RECORDS.jsonl] [--archive FILE|URL] [--keep]

Fills an archive with records repeated and shifted in time (those of a file that `dateline read --format jsonl` wrote,
or made-up ones), then asks each question many times with varying parties, names, words and periods. Prints the median
and the 95th percentile in milliseconds of the first page (50 lines), by the clock and of the processor alone (which a
busy machine does not stretch), and how long one more report takes to join.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import orjson

from dateline.archive import Archive
from dateline.record import Record

GOAL = 50.0
"""Milliseconds at the 95th percentile."""

PAGE = 50
ROUNDS = 60
STEP = 7
"""Days between two repetitions: past the span in which one report can be a copy of another."""

COUNTRIES = "USA RUS CHN FRA GBR DEU JPN IND BRA ZAF EGY TUR IRN ISR SAU PAK KOR PRK UKR POL".split()  # noqa: SIM905
TOPICS = "Crimea trade tariffs arms missiles oil gas borders water refugees elections sanctions fishing visas".split()  # noqa: SIM905
VERBS = "welcomes rejects doubts expects supports postpones discusses regrets".split()  # noqa: SIM905
DAY = re.compile(rb'"(\d{4}-\d{2}-\d{2})"')


def main() -> None:
    """Fill, ask, tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--records", type=Path)
    parser.add_argument("--archive")
    parser.add_argument("--keep", action="store_true", help="ask an archive that is filled already")
    options = parser.parse_args()
    base = options.records.read_bytes().splitlines() if options.records else list(made_up(random.Random(1)))
    with tempfile.TemporaryDirectory() as folder, Archive(options.archive or Path(folder) / "archive.db") as archive:
        if not options.keep:
            fill(archive, base, options.statements)
        print(", ".join(f"{n:,} {what}" for what, n in archive.counts().items()))
        slow = [name for name, question in QUESTIONS.items() if ask(archive, name, question) > GOAL]
        joining(archive, base)
    sys.exit(f"above {GOAL} ms: {', '.join(slow)}" if slow else 0)


def fill(archive: Archive, base: list[bytes], statements: int) -> None:
    """Repeat the records, each time a week later, until there are so many statements."""
    each = sum(len(orjson.loads(line)["statements"]) for line in base)
    started, kept = time.perf_counter(), 0
    for n in range(-(-statements // each)):
        kept += sum(1 for _ in archive.ingest(shifted(line, n) for line in base))
        if n % 10 == 9:
            print(f"  {kept:,} reports, {kept / (time.perf_counter() - started):.0f}/s", file=sys.stderr)


def shifted(line: bytes, n: int) -> bytes:
    """The record, n weeks later, under an id of its own."""

    def later(match: re.Match[bytes]) -> bytes:
        day = date.fromisoformat(match[1].decode()) + timedelta(days=STEP * n)
        return b'"' + day.isoformat().encode() + b'"'

    record = orjson.loads(DAY.sub(later, line))
    record["report"]["id"] += f"-{n}"
    return orjson.dumps(record)


def made_up(chance: random.Random) -> Iterator[bytes]:
    """Two hundred records of plainly invented dealings, twenty-five statements each."""
    people = {c: [f"{c.title()} {name}" for name in ("Alder", "Birch", "Cedar", "Elm", "Hazel")] for c in COUNTRIES}
    for n in range(200):
        day = (date(1990, 1, 1) + timedelta(days=chance.randrange(6))).isoformat()
        sides = chance.sample(COUNTRIES, 2)
        said = [
            f"{chance.choice(COUNTRIES)} {chance.choice(VERBS)} {chance.choice(TOPICS)} and {chance.choice(TOPICS)} "
            + " ".join(f"{chance.choice(VERBS)}{chance.randrange(5000)}" for _ in range(12))
            for _ in range(25)
        ]
        body = ". ".join(said) + "."
        span = {"part": "body", "start": 0, "end": len(said[0])}
        contact = {
            "id": "c1", "kind": chance.choice(["meeting", "visit", "call"]), "status": "held", "date": day,
            "participants": [{"name": chance.choice(people[c]), "country": c} for c in sides],
            "place": {"name": f"Town {n % 50}", "country": sides[0], "lat": 1.0, "lon": 1.0}, "evidence": [span],
            "agenda": [{"topic": chance.choice(TOPICS), "standing": "discussed", "evidence": [span]}],
        }  # fmt: skip
        statements = [
            {"id": f"s{i}", "speaker": {"name": chance.choice(people[c := chance.choice(COUNTRIES)]), "country": c},
             "mode": "indirect", "content": [span], "content_text": text, "said": day}
            for i, text in enumerate(said)
        ]  # fmt: skip
        positions = [
            {"holder": s["speaker"], "issue": chance.choice(TOPICS), "stance": "supports", "evidence": [span],
             "evidence_text": s["content_text"]}
            for s in statements[:5]
        ]  # fmt: skip
        events = [
            {"event": "CONSULT", "cameo": "040", "actors": [f"{sides[0]}GOV"], "recipients": [f"{sides[1]}GOV"],
             "date": day, "evidence": [span]},
            {"event": "REJECT", "cameo": "120", "actors": [f"{sides[1]}GOV"], "recipients": [f"{sides[0]}GOV"],
             "date": day, "evidence": [span]},
        ]  # fmt: skip
        speakers = {s["speaker"]["name"]: s["speaker"]["country"] for s in statements}
        actors = [
            {"id": f"a{i}", "name": name, "kind": "person", "country": country, "office": "minister",
             "code": f"{country}GOV", "mentions": [span]}
            for i, (name, country) in enumerate(speakers.items())
        ]  # fmt: skip
        report = {"id": f"r{n}", "source": "Invented", "published": day, "headline": said[0], "body": body}
        record = {"schema": 1, "reader": "made up", "report": report, "contacts": [contact]}
        lines = {"statements": statements, "positions": positions, "events": events, "actors": actors}
        yield Record.model_validate(record | lines).to_json()


def party(chance: random.Random) -> str:
    """Any country."""
    return chance.choice(COUNTRIES)


def year(chance: random.Random) -> str:
    """Any year of the first four decades."""
    return str(1990 + chance.randrange(8))


QUESTIONS: dict[str, Callable[[Archive, random.Random], object]] = {
    "contacts between two, in a year": lambda a, r: list(
        a.contacts(between=(party(r), party(r)), since=year(r), limit=PAGE)
    ),
    "contacts with a name": lambda a, r: list(a.contacts(parties=[r.choice(["Alder", "Elm"])], limit=PAGE)),
    "contacts held in a country": lambda a, r: list(a.contacts(country=party(r), status="held", limit=PAGE)),
    "contacts, none of that status": lambda a, r: list(
        a.contacts(between=("RUS", "USA"), status="refused", limit=PAGE)
    ),
    "dyad": lambda a, r: list(a.dyad(party(r), party(r), limit=PAGE)),
    "statements by a name": lambda a, r: list(a.statements(by="Cedar", limit=PAGE)),
    "statements by a name about": lambda a, r: list(a.statements(by="Elm", about=r.choice(TOPICS), limit=PAGE)),
    "statements by a country about": lambda a, r: list(a.statements(by=party(r), about="oil NEAR gas", limit=PAGE)),
    "statements about, in a year": lambda a, r: list(
        a.statements(about=r.choice(TOPICS), since=(y := year(r)), until=y, limit=PAGE)
    ),
    "statements about what nobody says": lambda a, r: list(a.statements(by="RUS", about="penguins", limit=PAGE)),
    "positions of a country on": lambda a, r: list(a.positions(of=party(r), on=r.choice(TOPICS), limit=PAGE)),
    "search": lambda a, r: list(a.search(f"{r.choice(TOPICS)} NEAR {r.choice(TOPICS)}", limit=20)),
    "one contact": lambda a, r: a.contact(next(a.contacts(between=(party(r), "USA"), limit=1), {"id": "none"})["id"]),
}  # fmt: skip


def ask(archive: Archive, name: str, question: Callable[[Archive, random.Random], object]) -> float:
    """Ask many times, print, and return the 95th percentile by the clock. The first, which warms up, does not count."""
    chance, times, busy = random.Random(2), [], []
    for _ in range(ROUNDS + 1):
        started, used = time.perf_counter(), time.process_time()
        question(archive, chance)
        times.append((time.perf_counter() - started) * 1000)
        busy.append((time.process_time() - used) * 1000)
    tell(name, times[1:], busy[1:])
    return percentile(times[1:])


def joining(archive: Archive, base: list[bytes]) -> None:
    """How long one report takes to join a full archive."""
    times, busy = [], []
    for n, line in enumerate(base[:20]):
        started, used = time.perf_counter(), time.process_time()
        for _ in archive.ingest([shifted(line, 100 + n).replace(b"Invented", b"Another")]):
            pass
        times.append((time.perf_counter() - started) * 1000)
        busy.append((time.process_time() - used) * 1000)
    tell("one more report", times, busy)


def tell(name: str, times: list[float], busy: list[float]) -> None:
    """A line of the table."""
    clock, processor = (f"{statistics.median(t):7.1f} ms  p95 {percentile(t):7.1f} ms" for t in (times, busy))
    print(f"{name:36s} {clock}   processor {processor}", flush=True)


def percentile(times: list[float]) -> float:
    """The 95th."""
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
