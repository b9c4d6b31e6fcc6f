"""Records into the archive: in batches, each kept whole or not at all, so that a run killed at any moment can go on."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import orjson
from sqlalchemy import Connection, delete, or_, select, update

from dateline.archive import schema
from dateline.archive.connection import Database
from dateline.archive.lines import digest, renumbered, report_row, rows_of
from dateline.archive.merging import join, leave, settle
from dateline.archive.reviewing import apply
from dateline.archive.rows import chunks, insert_rows
from dateline.archive.withdrawing import keep_items, silenced, withdraw
from dateline.errors import SetAside
from dateline.record import Record, Report

BATCH = 64
"""Reports kept in one transaction: what a killed run has to read again at most, besides those being read."""

LOOK_AHEAD = 256
"""Reports asked for in one query whether they are there already."""

LINES = ("accounts", "agenda", "statements", "positions", "events", "deeds", "actors", "places")
NUMBERED = ("agenda", "statements", "positions", "events", "deeds")
MODELS: dict[str, Any] = {m.class_.__tablename__: m.class_ for m in schema.Base.registry.mappers}


@dataclass
class Ingested:
    """What a run has done so far."""

    kept: int = 0
    """Reports that are now in the archive."""
    known: int = 0
    """Reports that were there already."""
    undated: int = 0


def unread(
    database: Database, items: Iterable[Report | SetAside], known: Callable[[Report], None]
) -> Iterator[Report | SetAside]:
    """The items whose text the archive lacks, in order; `known` is called with each of the others."""
    stream = iter(items)
    while ahead := list(islice(stream, LOOK_AHEAD)):
        digests = {id(item): digest(item) for item in ahead if isinstance(item, Report)}
        with database.reading() as connection:
            there = held(connection, digests.values())
        for item in ahead:
            if isinstance(item, Report) and digests[id(item)] in there:
                known(item)
            else:
                yield item


def ingest(
    database: Database, lines: Iterable[bytes | SetAside], *, replace: bool = False
) -> Iterator[bytes | SetAside]:
    """Keep the records (JSON lines), and give each line back once it is safely in the archive.

    A report already there is left as it is or, with `replace`, gets its new record: machine lines are
    replaced, people's decisions stay.
    """
    stream = iter(lines)
    while batch := list(islice(stream, BATCH)):
        records = [line for line in batch if isinstance(line, bytes)]
        if records:
            with database.writing() as connection:
                keep(connection, [(Record.from_json(line), line) for line in records], replace=replace)
        yield from batch


def keep(connection: Connection, records: Sequence[tuple[Record, bytes]], *, replace: bool = False) -> None:
    """Store some records, in a transaction that is already open."""
    wanted = {digest(record.report): (record, line) for record, line in reversed(records)}
    there = held(connection, wanted)
    disturbed: set[str] = set()
    if replace:
        disturbed = leave(connection, sorted(there.values()))
        disturbed |= remove(connection, sorted(there.values()))
    else:
        wanted = {key: pair for key, pair in wanted.items() if key not in there}
    used: set[str] = set()
    fresh = [named(connection, *wanted[key], there.get(key), used) for key in sorted(wanted)]
    if fresh:
        disturbed |= put(connection, fresh)
    settle(connection, sorted(disturbed))


def put(connection: Connection, fresh: Sequence[tuple[Record, bytes]]) -> set[str]:
    """Store records of reports that are not there, and join their accounts; accounts of others to be settled again.

    What is killed is kept without its lines, and so is a kill.
    """
    disturbed = add_reports(connection, fresh)
    new = [record for record, _ in fresh]
    keep_items(connection, new)
    disturbed |= withdraw(connection, new, {name: MODELS[name] for name in LINES if name != "accounts"})
    silent = silenced(connection, [record.report.id for record in new])
    tell(connection, [pair for pair in fresh if pair[0].report.id not in silent])
    return disturbed


def tell(connection: Connection, records: Sequence[tuple[Record, bytes]]) -> None:
    """Store what records of kept reports say, with people's decisions on it, and join their accounts."""
    keys = add_lines(connection, records)
    apply(connection, [record.report.id for record, _ in records])
    join(connection, keys)


def held(connection: Connection, digests: Iterable[str]) -> dict[str, str]:
    """The reports that are in the archive already: digest -> id."""
    found: dict[str, str] = {}
    report = schema.Report
    for some in chunks(sorted(digests)):
        found |= dict(connection.execute(select(report.digest, report.id).where(report.digest.in_(some))).all())
    return found


def named(connection: Connection, record: Record, line: bytes, old: str | None, used: set[str]) -> tuple[Record, bytes]:
    """The record under an id of its own: another text under the same id is told apart by its digest."""
    wanted = old or record.report.id
    there = select(schema.Report.id).where(schema.Report.id == wanted)
    if old is None and (wanted in used or connection.scalar(there)):
        wanted = f"{wanted}~{digest(record.report)[:8]}"
    used.add(wanted)
    if wanted == record.report.id:
        return record, line
    record = record.model_copy(update={"report": record.report.model_copy(update={"id": wanted})})
    return record, record.to_json()


def add_reports(connection: Connection, records: Sequence[tuple[Record, bytes]]) -> set[str]:
    """Store the reports and find their families; the accounts of other reports whose family that changes."""
    from dateline.archive import copies

    rows = [
        report_row(record, line) | {
            "signature": copies.signature(record.report.body), "family": record.report.id,
            "version": copies.version(record.report.advisories, record.report.headline),
        }
        for record, line in records
    ]  # fmt: skip
    insert_rows(connection, schema.Report, renumbered(rows, "number", taken(connection, "reports", "number", rows)))
    kept, sought = {}, {}
    for row in rows:
        alike = copies.bands(row["signature"])
        own, around = copies.beginnings(row["body"], row["source"], row["published"])
        kept[row["id"]], sought[row["id"]] = {*alike, *own}, {*alike, *around}
    insert_rows(
        connection, schema.Band, [{"hash": h, "report": r} for r, hashes in kept.items() for h in sorted(hashes)]
    )
    pairs = copy_pairs(connection, sought)
    insert_rows(connection, schema.Copy, [{"a": a, "b": b, "likeness": v} for (a, b), v in sorted(pairs.items())])
    return find_families(connection, {report for pair in pairs for report in pair}, {row["id"] for row in rows})


def copy_pairs(connection: Connection, sought: Mapping[str, set[int]]) -> dict[tuple[str, str], float]:
    """Pairs of copies with how alike they are: of reports that seek theirs, each under its numbers, and any others."""
    from dateline.archive import copies

    band, report = schema.Band, schema.Report
    sharing: dict[int, set[str]] = {}
    for name, numbers in sought.items():
        for number in numbers:
            sharing.setdefault(number, set()).add(name)
    for numbered in chunks(sorted(sharing)):
        for number, name in connection.execute(select(band.hash, band.report).where(band.hash.in_(numbered))):
            sharing[number].add(name)
    candidates = {(a, b) for names in sharing.values() for a in names & sought.keys() for b in names if a != b}
    candidates = {(min(pair), max(pair)) for pair in candidates}
    texts: dict[str, copies.Text] = {}
    for some in chunks(sorted({name for pair in candidates for name in pair})):
        query = select(report.id, report.source, report.published, report.body, report.signature)
        for name, source, published, body, signature in connection.execute(query.where(report.id.in_(some))):
            texts[name] = copies.Text(source, published, body, signature)
    alike = {(a, b): copies.alike(texts[a], texts[b]) for a, b in sorted(candidates)}
    return {pair: value for pair, value in alike.items() if value}


def find_families(connection: Connection, reports: set[str], new: set[str]) -> set[str]:
    """Work out the families that some reports are in; the accounts, but those of `new`, whose family has changed."""
    from dateline.archive.copies import families

    copy, report = schema.Copy, schema.Report
    reached: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    frontier = set(reports)
    while frontier:
        reached |= frontier
        for some in chunks(sorted(frontier)):
            found = connection.execute(select(copy.a, copy.b).where(or_(copy.a.in_(some), copy.b.in_(some))))
            pairs |= {(a, b) for a, b in found}
        frontier = {name for pair in pairs for name in pair} - reached
    now = families(sorted(reached), sorted(pairs))
    changed = set()
    for some in chunks(sorted(reached)):
        for name, family in connection.execute(select(report.id, report.family).where(report.id.in_(some))).all():
            if now[name] != family:
                connection.execute(update(report).where(report.id == name).values(family=now[name]))
                changed.add(name)
    accounts: set[str] = set()
    for some in chunks(sorted(changed - new)):
        accounts |= set(connection.scalars(select(schema.Account.key).where(schema.Account.report.in_(some))))
    return accounts


def add_lines(connection: Connection, records: Sequence[tuple[Record, bytes]]) -> list[str]:
    """Store what the records say; the keys of their accounts."""
    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in LINES}
    for record, line in records:
        for table, rows in rows_of(record, line).items():
            tables[table] += rows
    for name, rows in tables.items():
        if name in NUMBERED:
            rows = renumbered(rows, "id", taken(connection, name, "id", rows))
        insert_rows(connection, MODELS[name], rows)
    return [row["key"] for row in tables["accounts"]]


def taken(connection: Connection, table: str, key: str, rows: Sequence[dict[str, Any]]) -> set[int]:
    """Which of the numbers that rows are to get are in use."""
    column = getattr(MODELS[table], key)
    used: set[int] = set()
    for some in chunks(sorted(row[key] for row in rows)):
        used |= set(connection.scalars(select(column).where(column.in_(some))))
    return used


def remove(connection: Connection, reports: Sequence[str]) -> set[str]:
    """Take reports and all their lines out; the accounts of others whose family that changes."""
    copy = schema.Copy
    relatives: set[str] = set()
    for some in chunks(reports):
        for a, b in connection.execute(select(copy.a, copy.b).where(or_(copy.a.in_(some), copy.b.in_(some)))):
            relatives |= {a, b}
        connection.execute(delete(schema.Report).where(schema.Report.id.in_(some)))
    relatives -= set(reports)
    return find_families(connection, relatives, set()) if relatives else set()


def read_otherwise(database: Database, reader: str) -> Iterator[Report]:
    """The reports whose record another reader made, to be read again."""
    report = schema.Report
    last = ""
    while True:
        with database.reading() as connection:
            query = select(report.id, report.record).where(report.reader != reader, report.id > last)
            rows = connection.execute(query.order_by(report.id).limit(LOOK_AHEAD)).all()
        if not rows:
            return
        yield from (Report.model_validate(orjson.loads(zlib.decompress(record))["report"]) for _, record in rows)
        last = rows[-1][0]


__all__ = ["BATCH", "Ingested", "ingest", "keep", "read_otherwise", "unread"]
