"""What is coming, what changed, who deals with whom: the archive seen from above.

Every answer walks an index inside a period or stops after so many lines, so that none grows with the archive.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import orjson
from sqlalchemy import Connection, func, select

from dateline.archive import schema
from dateline.archive.lines import DAY_SHIFT
from dateline.record.days import iso

Line = dict[str, Any]

OPEN = ("scheduled", "proposed", "postponed", "ongoing")
"""Statuses of a contact that may still come."""

AHEAD = 4
"""Contacts looked at for each that is wanted: some were not told of yet, or were called off already."""

PLANNED = 366
"""Days between a report and the contact it tells of, at most, for its topics to be news."""

LATEST_REPORTS = 400
"""Reports looked through for what changed."""


def latest_day(connection: Connection) -> str | None:
    """The day of the latest report; `None` where no report has one."""
    number = connection.scalar(select(func.max(schema.Report.number)))
    return iso(number >> DAY_SHIFT) if number and number >> DAY_SHIFT else None


def upcoming(connection: Connection, day: int, limit: int) -> list[Line]:
    """Contacts on and after a day that were planned, proposed, put off or under way then, the first to come first.

    Their ``status`` is the one told up to that day: of a day long past, what was coming then is told.
    """
    contact = schema.Contact
    query = select(contact.data).where(contact.day >= day).order_by(contact.day, contact.id).limit(limit * AHEAD)
    today = iso(day)
    known = ((line, status_on(line, today)) for line in loaded(connection.scalars(query)))
    return [line | {"status": status} for line, status in known if status in OPEN][:limit]


def status_on(contact: Line, day: str) -> str | None:
    """The status of a contact that reports up to a day tell; `None` where none does yet."""
    told = [step["status"] for step in contact["history"] if (step["published"] or "")[:10] <= day]
    return told[-1] if told else None


def changes(connection: Connection, first: int, last: int, limit: int) -> list[Line]:
    """Changes of status told on some days, the latest first: ``contact``, ``before``, ``status``, ``published``."""
    report, account, contact = schema.Report, schema.Account, schema.Contact
    latest = (
        select(report.id)
        .where(report.number.between(first << DAY_SHIFT, (last + 1) << DAY_SHIFT))
        .order_by(report.number.desc())
        .limit(LATEST_REPORTS)
    )
    told = select(account.contact).where(account.report.in_(latest))
    since, until = iso(first), iso(last)
    found = []
    for line in loaded(connection.scalars(select(contact.data).where(contact.id.in_(told)))):
        for before, step in pairwise(line["history"]):
            if before["status"] != step["status"] and since <= (step["published"] or "")[:10] <= until:
                found.append(
                    {"contact": line, "before": before["status"], "status": step["status"],
                     "published": step["published"], "report": step["report"]}
                )  # fmt: skip
    found.sort(key=lambda c: (c["published"], c["contact"]["id"]), reverse=True)
    return found[:limit]


def off_the_table(connection: Connection, first: int, last: int, limit: int) -> list[Line]:
    """Topics told to be off the table on some days, the latest first, each with its contact.

    Topics are numbered by the day of their contact: that may be as long after as a contact is planned ahead.
    """
    item, account, contact, report = schema.AgendaItem, schema.Account, schema.Contact, schema.Report
    query = (
        select(item.topic, item.according_to, item.report, report.published, contact.data)
        .join(report, report.id == item.report)
        .join(account, account.key == item.account)
        .join(contact, contact.id == account.contact)
        .where(
            item.standing == "excluded",
            item.id.between(max(0, first - PLANNED) << DAY_SHIFT, (last + PLANNED) << DAY_SHIFT),
            report.number.between(first << DAY_SHIFT, (last + 1) << DAY_SHIFT),
        )
        .order_by(report.number.desc(), item.id)
        .limit(limit)
    )
    return [
        {"topic": row.topic, "according_to": row.according_to, "report": row.report, "day": row.published[:10],
         "contact": _loaded(row.data)}
        for row in connection.execute(query)
    ]  # fmt: skip


def busiest(connection: Connection, first: int, last: int, limit: int) -> list[Line]:
    """The dyads with the most contacts in a period: ``a``, ``b``, ``contacts``, ``latest`` (a day)."""
    return [
        {"a": row.a, "b": row.b, "contacts": row.n, "latest": iso(row.latest)}
        for row in edges(connection, first, last, limit)
    ]


def edges(connection: Connection, first: int, last: int, limit: int) -> Sequence[Any]:
    """Dyads of a period with their number of contacts ``n`` and the ``latest`` day, the busiest first."""
    dyad = schema.Dyad
    number = func.count().label("n")
    query = (
        select(dyad.a, dyad.b, number, func.max(dyad.day).label("latest"))
        .where(dyad.day.between(first, last))
        .group_by(dyad.a, dyad.b)
        .order_by(number.desc(), dyad.a, dyad.b)
        .limit(limit)
    )
    return connection.execute(query).all()


def span(connection: Connection) -> tuple[int, int] | None:
    """The days of the first and the last report; `None` where no report has one."""
    number = schema.Report.number
    dated = number >= 1 << DAY_SHIFT
    first, last = (connection.scalar(select(edge(number)).where(dated)) for edge in (func.min, func.max))
    return None if first is None or last is None else (first >> DAY_SHIFT, last >> DAY_SHIFT)


def between(connection: Connection, first: int, last: int, limit: int) -> list[Line]:
    """Contacts that begin in a period, in order of time."""
    contact = schema.Contact
    query = select(contact.data).where(contact.day.between(first, last))
    return loaded(connection.scalars(query.order_by(contact.day, contact.id).limit(limit)))


def latest(
    connection: Connection, first: int, last: int, limit: int, *, party: str | None = None,
    pair: tuple[str, str] | None = None,
) -> list[Line]:  # fmt: skip
    """Contacts that begin in a period, the latest first; only a party's, or those of a pair (codes in order)."""
    contact = schema.Contact
    index: Any = contact
    query = select(contact.data)
    if pair or party:
        index = schema.Dyad if pair else schema.Side
        query = query.join(index, index.contact == contact.id)
        mine = (schema.Dyad.a == pair[0], schema.Dyad.b == pair[1]) if pair else (schema.Side.party == party,)
        query = query.where(*mine)
    query = query.where(index.day.between(first, last)).order_by(index.day.desc()).limit(limit)
    return loaded(connection.scalars(query))


def bodies(connection: Connection, reports: Sequence[str]) -> dict[str, str]:
    """The texts of some reports."""
    report = schema.Report
    return dict(connection.execute(select(report.id, report.body).where(report.id.in_(reports))).all())


def loaded(data: Iterable[bytes]) -> list[Line]:
    """Contacts from their stored form, without what they are part of."""
    return [_loaded(item) for item in data]


def _loaded(data: bytes) -> Line:
    contact: Line = orjson.loads(zlib.decompress(data))
    return contact
