"""What the archive knows around a report: its copies, the contacts it tells of, what became of its lines."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, or_, select

from dateline.archive import schema
from dateline.archive.merging import is_mention

Line = dict[str, Any]

MOST = 100
"""Copies listed of one report."""


def surroundings(connection: Connection, report: str) -> Line | None:
    """``copies`` (the likest first), ``contacts`` (local id -> id), ``mentions`` (contacts that are only named).

    And ``statements`` and ``positions`` (local id -> line), as people have left them (``judged``). `None` where the
    archive has no such report.
    """
    row = schema.Report
    if connection.scalar(select(row.id).where(row.id == report)) is None:
        return None
    account = schema.Account
    accounts = connection.execute(select(account.key, account.contact).where(account.report == report)).all()
    return {
        "copies": copies(connection, report),
        "contacts": {key.rpartition("#")[2]: contact for key, contact in accounts if not is_mention(key)},
        "mentions": sorted({contact for key, contact in accounts if is_mention(key) and contact}),
        "statements": _lines(connection, schema.Statement, "s", report),
        "positions": _lines(connection, schema.Position, "p", report),
    }


def copies(connection: Connection, report: str) -> list[Line]:
    """The reports that are copies, updates or rewrites of one, with their likeness (0 to 1)."""
    copy, row = schema.Copy, schema.Report
    pairs = connection.execute(
        select(copy.a, copy.b, copy.likeness).where(or_(copy.a == report, copy.b == report))
        .order_by(copy.likeness.desc(), copy.a, copy.b).limit(MOST)
    ).all()  # fmt: skip
    alike = {(b if a == report else a): likeness for a, b, likeness in pairs}
    query = select(row.id, row.headline, row.source, row.published).where(row.id.in_(alike))
    known = {found.id: dict(found._mapping) for found in connection.execute(query)}
    return [{"report": known[name].pop("id"), **known[name], "likeness": alike[name]} for name in alike]


def _lines(connection: Connection, table: Any, letter: str, report: str) -> dict[str, Line]:
    """The lines of one table, by their place in the record."""
    rows = connection.execute(select(table.__table__).where(table.report == report)).mappings()
    return {row["local"]: {**row, "id": f"{letter}{row['id']}"} for row in rows}
