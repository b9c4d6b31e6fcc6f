"""What a person should look at first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from sqlalchemy import select

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
    """Accounts that may not belong to their contact, the most doubtful first; then statements without a speaker."""
    yield from contacts(database)
    yield from statements(database)


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
