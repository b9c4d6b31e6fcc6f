"""What a person should look at first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, select

from dateline.archive import schema
from dateline.archive.asking.contacts import find_contact
from dateline.archive.asking.told import find_line
from dateline.archive.connection import Database
from dateline.archive.likeness import NEVER, SAME, likeness
from dateline.archive.merging import is_mention, load

SURE = SAME + 0.5
"""Likeness to the rest of a contact from which an account needs no look."""

AT_ONCE = 50


def doubtful(database: Database) -> Iterator[dict[str, Any]]:
    """The lines that the reader is least sure of; accounts that may not belong to their contact; unnamed speakers."""
    yield from unsure(database)
    yield from contacts(database)
    yield from statements(database)


def unsure(database: Database) -> Iterator[dict[str, Any]]:
    """Contacts, statements and positions that are as likely wrong as right or worse, the least sure first.

    Those that anybody has judged are not asked about again.
    """
    with database.reading() as connection:
        found = sorted(row for kind in KINDS for row in _least_sure(connection, kind))[:AT_ONCE]
    for confidence, kind, name in found:
        with database.reading() as connection:
            line = find_contact(connection, name) if kind == "contact" else find_line(connection, name)
            words = (_words(connection, line) if kind == "contact" else line["text"]) if line else ""
        if line is not None:
            yield {"about": "line", "kind": kind, "line": line, "confidence": confidence, "words": words}


def _least_sure(connection: Connection, kind: str) -> Iterator[tuple[float, str, str]]:
    """The confidence, kind and id of the least sure lines of one kind."""
    row, letter = KINDS[kind]
    query = select(row.confidence, row.id).where(row.confidence < UNSURE).order_by(row.confidence, row.id)
    if kind != "contact":
        query = query.where(row.judged.is_(None))
    for confidence, name in connection.execute(query.limit(AT_ONCE)):
        yield confidence, kind, f"{letter}{name}"


def _words(connection: Connection, contact: dict[str, Any]) -> str:
    """The words that the surest account of a contact rests on."""
    told = [account for account in contact["accounts"] if not account["mention"]]
    best = max(told, key=lambda account: account["confidence"] or 0.0)
    query = select(schema.Account.words).where(schema.Account.key == f"{best['report']}#{best['contact']}")
    return connection.scalar(query) or ""


UNSURE = 0.6
"""The confidence below which a line is worth a look."""

KINDS: dict[str, tuple[Any, str]] = {
    "contact": (schema.Contact, ""),
    "position": (schema.Position, "p"),
    "statement": (schema.Statement, "s"),
}
"""The tables whose lines people judge, and the letter of their ids."""


def contacts(database: Database) -> Iterator[dict[str, Any]]:
    """The least likely pair of accounts of each doubtful contact."""
    row = schema.Contact
    with database.reading() as connection:
        query = select(row.id).where(row.doubt < SURE).order_by(row.doubt, row.id).limit(AT_ONCE)
        wanted = list(connection.scalars(query))
    for name in wanted:
        with database.reading() as connection:
            contact = find_contact(connection, name)
            if contact is None:
                continue
            keys = [f"{a['report']}#{a['contact']}" for a in contact["accounts"]]
            accounts = load(connection, [key for key in keys if not is_mention(key)])
        pairs = [(likeness(accounts[a], accounts[b]), a, b) for a, b in combinations(sorted(accounts), 2)]
        pairs = [pair for pair in pairs if pair[0] != NEVER]
        if pairs:
            value, a, b = min(pairs)
            yield {
                "about": "contact", "contact": contact, "a": a, "b": b, "likeness": round(value, 2),
                "words": [accounts[a].words, accounts[b].words],
            }  # fmt: skip


def statements(database: Database) -> Iterator[dict[str, Any]]:
    """The latest statements whose speaker the reader could not name, and that nobody has judged."""
    row = schema.Statement
    query = select(row.id).where(row.speaker.is_(None), row.judged.is_(None)).order_by(row.id.desc()).limit(AT_ONCE)
    with database.reading() as connection:
        numbers = list(connection.scalars(query))
        for number in numbers:
            yield {"about": "statement", "statement": find_line(connection, f"s{number}")}
