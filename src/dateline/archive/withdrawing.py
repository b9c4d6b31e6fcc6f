"""Kills: an agency takes an item back. Its reports stay in the archive, and tell nothing any more.

What is withdrawn is a function of the set of reports: it does not matter whether the kill or the report came first.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, select

from dateline.archive import schema
from dateline.archive.merging import leave
from dateline.archive.rows import chunks, insert_rows
from dateline.record import Record


def keep_items(connection: Connection, records: Iterable[Record]) -> None:
    """Keep which items some new reports are versions of."""
    rows = [
        {"report": record.report.id, "item": record.report.item, "kill": record.report.update == "kill"}
        for record in records
        if record.report.item
    ]
    insert_rows(connection, schema.Item, rows)


def silenced(connection: Connection, reports: Sequence[str]) -> set[str]:
    """Those of some reports that tell nothing: kills, and what is killed."""
    item = schema.Item
    killed: set[str] = set()
    for some in chunks(reports):
        items = set(connection.scalars(select(item.item).where(item.report.in_(some))))
        for names in chunks(sorted(items)):
            kills = set(connection.scalars(select(item.item).where(item.item.in_(names), item.kill)))
            for those in chunks(sorted(kills)):
                query = select(item.report).where(item.item.in_(those))
                killed |= set(connection.scalars(query))
    return killed & set(reports)


def withdraw(connection: Connection, records: Iterable[Record], lines: Mapping[str, Any]) -> set[str]:
    """Take out what reports tell that new kills among `records` take back; accounts to be settled again.

    `lines` are the tables of what reports tell, but their accounts.
    """
    killed = sorted({r.report.item for r in records if r.report.item and r.report.update == "kill"})
    item = schema.Item
    reports: set[str] = set()
    for some in chunks(killed):
        reports |= set(connection.scalars(select(item.report).where(item.item.in_(some))))
    if not reports:
        return set()
    disturbed = leave(connection, sorted(reports))
    for table in lines.values():
        for some in chunks(sorted(reports)):
            connection.execute(delete(table).where(table.report.in_(some)))
    return disturbed


def killed_items(connection: Connection, reports: Sequence[str]) -> list[str]:
    """The items that kills among some reports take back."""
    item = schema.Item
    names: set[str] = set()
    for some in chunks(reports):
        names |= set(connection.scalars(select(item.item).where(item.report.in_(some), item.kill)))
    return sorted(names)


def told_again(connection: Connection, items: Sequence[str]) -> list[tuple[Record, bytes]]:
    """The records of the reports of some items that no kill takes back, now that some kills are gone."""
    item, report = schema.Item, schema.Report
    names: set[str] = set()
    for some in chunks(items):
        names |= set(connection.scalars(select(item.report).where(item.item.in_(some))))
    lines: list[bytes] = []
    for some in chunks(sorted(names - silenced(connection, sorted(names)))):
        lines += map(zlib.decompress, connection.scalars(select(report.record).where(report.id.in_(some))))
    return [(Record.from_json(line), line) for line in lines]


def killed_by(connection: Connection, report: str) -> str | None:
    """The kill that took a report back, ``None`` where none did."""
    item = schema.Item
    name = connection.scalar(select(item.item).where(item.report == report))
    if name is None:
        return None
    query = select(item.report).where(item.item == name, item.kill, item.report != report).order_by(item.report)
    return connection.scalar(query)
