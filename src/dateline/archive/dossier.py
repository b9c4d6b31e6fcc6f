"""What belongs to one contact besides what is settled of it: offices, words, who said what about it, its parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, func, or_, select

from dateline.archive import schema
from dateline.archive.lines import DAY_SHIFT
from dateline.archive.overview import loaded
from dateline.archive.parts import LONGEST, part_of
from dateline.archive.rejected import still_told
from dateline.record.days import days_of

Line = dict[str, Any]

WHOLES = ("visit", "summit", "conference")
MOST_REPORTS = 60
MOST_LINES = 40
MOST_PARTS = 60


def dossier(connection: Connection, contact: Line) -> Line:
    """What belongs to a contact (as `asking.contacts.find_contact` gives it) but is not in it.

    ``offices`` (name -> office), ``words`` (account's key -> words), ``statements``, ``positions``, ``parts`` and
    ``whole`` (the contact it is part of).
    """
    reports = [account["report"] for account in contact["accounts"]][:MOST_REPORTS]
    parties = sorted({p["country"] for p in contact["participants"] if p["country"]})
    names = [p["name"] for p in contact["participants"]]
    row = schema.Contact
    whole = contact["part_of"] and loaded(connection.scalars(select(row.data).where(row.id == contact["part_of"])))
    return {
        "offices": offices_at(connection, reports, names),
        "words": words_of(connection, [f"{a['report']}#{a['contact']}" for a in contact["accounts"]][:MOST_REPORTS]),
        "statements": said(connection, schema.Statement, "s", reports, parties, names),
        "positions": said(connection, schema.Position, "p", reports, parties, names),
        "parts": parts(connection, contact),
        "whole": whole[0] if whole else None,
    }


def offices_at(connection: Connection, reports: Sequence[str], names: Sequence[str]) -> dict[str, str]:
    """The office that most of some reports know people by."""
    actor = schema.Actor
    query = (
        select(actor.name, actor.office)
        .where(actor.report.in_(reports), actor.name.in_(names), actor.office.is_not(None))
        .group_by(actor.name, actor.office)
        .order_by(func.count(), actor.office)
    )
    return {name: str(office) for name, office in connection.execute(query)}


def words_of(connection: Connection, keys: Sequence[str]) -> dict[str, str]:
    """The words that accounts rest on, by their key."""
    account = schema.Account
    return dict(connection.execute(select(account.key, account.words).where(account.key.in_(keys))).all())


def said(
    connection: Connection,
    table: Any,
    letter: str,
    reports: Sequence[str],
    parties: Sequence[str],
    names: Sequence[str],
) -> list[Line]:  # fmt: skip
    """Statements or positions of those who take part, in the reports that tell of the contact, the latest first.

    The same words in several reports (copies) count once.
    """
    who = table.speaker if letter == "s" else table.holder
    query = (
        select(table.__table__)
        .where(table.report.in_(reports), or_(table.country.in_(parties), who.in_(names)))
        .where(still_told(table))
        .order_by(table.id.desc())
        .limit(MOST_LINES * 4)
    )
    found: dict[tuple[Any, str], Line] = {}
    for row in connection.execute(query).mappings():
        found.setdefault((row[who.key], row["text"]), {**row, "id": f"{letter}{row['id']}"})
    return list(found.values())[:MOST_LINES]


def parts(connection: Connection, whole: Line) -> list[Line]:
    """The contacts that take place in a visit or a larger gathering, in order of time."""
    days, country = days_of(whole["date"]), (whole["place"] or {}).get("country")
    if whole["kind"] not in WHOLES or days is None or country is None or days[1] - days[0] > LONGEST:
        return []
    contact = schema.Contact
    query = (
        select(contact.data)
        .where(contact.country == country, contact.day.between(*days), contact.id != whole["id"])
        .order_by(contact.day, contact.id)
        .limit(MOST_PARTS)
    )
    return [line for line in loaded(connection.scalars(query)) if part_of(connection, line) == whole["id"]]


def partners(connection: Connection, party: str, first: int, last: int, limit: int) -> list[Line]:
    """Whom a party met most in a period: ``party``, ``contacts``."""
    mine, other = schema.Side, schema.Side.__table__.alias()
    number = func.count().label("n")
    query = (
        select(other.c.party, number)
        .join(mine, (other.c.contact == mine.contact) & (other.c.party != mine.party))
        .where(mine.party == party, mine.day.between(first, last))
        .group_by(other.c.party)
        .order_by(number.desc(), other.c.party)
        .limit(limit)
    )
    return [{"party": name, "contacts": n} for name, n in connection.execute(query)]


def speakers(connection: Connection, since: int, limit: int, rows: int = 4000) -> list[Line]:
    """Who speaks most in the latest statements since a day: ``name``, ``country``, ``statements``."""
    row = schema.Statement
    latest = (
        select(row.speaker, row.country)
        .where(row.id >= since << DAY_SHIFT, still_told(row))
        .order_by(row.id.desc())
        .limit(rows)
    ).subquery()
    number = func.count().label("n")
    query = (
        select(latest.c.speaker, latest.c.country, number)
        .where(latest.c.speaker.is_not(None))
        .group_by(latest.c.speaker, latest.c.country)
        .order_by(number.desc(), latest.c.speaker)
        .limit(limit)
    )
    return [{"name": name, "country": country, "statements": n} for name, country, n in connection.execute(query)]


def differing(contact: Line) -> dict[str, set[str]]:
    """For each field in which accounts differ, the reports (``REPORT``) whose value is not the settled one."""
    return {
        difference["field"]: _reports(v for v in difference["values"] if not v["settled"])
        for difference in contact["differences"]
    }


def _reports(values: Iterable[Line]) -> set[str]:
    return {report for value in values for report in value["reports"]}
