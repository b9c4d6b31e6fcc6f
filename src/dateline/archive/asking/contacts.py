"""Who met whom: contacts by who takes part, when, where and how they stand."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import orjson
from sqlalchemy import Connection, and_, exists, or_, select
from sqlalchemy.orm import aliased

from dateline.archive import schema
from dateline.archive.asking.paging import Line, checked, pages, period
from dateline.archive.connection import Database
from dateline.archive.names import folded
from dateline.archive.parties import party_code
from dateline.archive.parts import part_of
from dateline.errors import UsageError

Place = tuple[int, str]
"""Where a contact stands in lists: its day (ordinal) and its id."""

LONGEST = 366
"""Days a contact can have begun before the period asked for and still reach into it (the vaguest date is a year)."""


def contacts(
    database: Database,
    *,
    between: tuple[str, str] | None = None,
    parties: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    status: str | None = None,
    kind: str | None = None,
    country: str | None = None,
    min_confidence: float | None = None,
    limit: int | None = None,
    after: str | Place | None = None,
    oldest_first: bool = False,
) -> Iterator[Line]:
    """Contacts, the latest first: between two parties, with all of some (codes or names), in a period, ...

    With `min_confidence` (0 to 1), those that are at least so sure; here and in all lists, lines that no model scored
    are left out then, and those that a person accepted or corrected are not.

    With `after`, those that come after the contact of that id. A place that `place_of` gave does as well, and still
    does when the contact's id has changed.
    """
    contact = schema.Contact
    there = [found for party in parties for found in _found_by(party)]
    if between:
        a, b = sorted(party_of(party) for party in between)
        there.insert(0, (schema.Dyad, and_(schema.Dyad.a == a, schema.Dyad.b == b)))
    # The index that finds the contacts has their day as well: a page comes in order, and the search stops at its end.
    if there:
        index, condition = there.pop(0)
        day, name = index.day, index.contact
        query = select(day, name, contact.data).join(contact, contact.id == name).where(condition)
    else:
        day, name = contact.day, contact.id
        query = select(day, name, contact.data)
    for index, condition in there:
        query = query.where(exists().where(index.contact == name, index.day == day, condition))
    for field, wanted in ((contact.status, status), (contact.kind, kind), (contact.country, country)):
        if wanted:
            query = query.where(field == wanted)
    if min_confidence is not None:
        query = query.where(contact.confidence >= checked(min_confidence))
    first, last = period(since, until)
    if first is not None:
        query = query.where(day >= first - LONGEST, contact.last_day >= first)
    if last is not None:
        query = query.where(day <= last)

    def beyond(row: Any) -> Any:
        later, same = (day > row[0], name > row[1]) if oldest_first else (day < row[0], name < row[1])
        return or_(later, and_(day == row[0], same))

    if after:
        query = query.where(beyond(place_of(database, after) if isinstance(after, str) else after))
    order = (day, name) if oldest_first else (day.desc(), name.desc())
    for connection, rows in pages(database, query.order_by(*order), beyond, limit):
        for row in rows:
            yield shown(connection, row[2])


def dyad(
    database: Database,
    a: str,
    b: str,
    *,
    since: str | None = None,
    until: str | None = None,
    min_confidence: float | None = None,
    limit: int | None = None,
    after: str | Place | None = None,
) -> Iterator[Line]:
    """All dealings of two parties, in order of time; with `after`, those after a contact or a place."""
    return contacts(
        database, between=(a, b), since=since, until=until, min_confidence=min_confidence, limit=limit, after=after,
        oldest_first=True,
    )  # fmt: skip


def place_of(database: Database, wanted: str) -> Place:
    """Where a contact stands in lists: its day and its id. Raises `UsageError` for an unknown id."""
    with database.reading() as connection:
        day = connection.scalar(select(schema.Contact.day).where(schema.Contact.id == wanted))
    if day is None:
        raise UsageError(f"no contact {wanted!r} to go on after: begin again with the first page")
    return int(day), wanted


def _found_by(party: str) -> list[tuple[Any, Any]]:
    """The tables that find a party's contacts, with the condition on each: by its code, or by every word of a name."""
    if code := party_code(party):
        side = aliased(schema.Side)
        return [(side, side.party == code)]
    words = [(aliased(schema.Attendee), word) for word in folded(party)]
    if not words:
        raise UsageError(f"no name: {party!r}")
    return [(attendee, attendee.word == word) for attendee, word in words]


def party_of(party: str) -> str:
    """The code of a party by its code or name. Raises `UsageError` where it is none."""
    if code := party_code(party):
        return code
    raise UsageError(f"{party!r} is no state or organisation known here: give its code (RUS, UN), or people by --with")


def shown(connection: Connection, data: bytes) -> Line:
    """A contact as it is printed, with what it is part of."""
    contact: Line = orjson.loads(zlib.decompress(data))
    accounts = contact.pop("accounts")
    # One that was settled before people could correct contacts, and has not changed since, does not say that none has.
    unknown: Line = {"judged": None, "corrections": [], "confidence": None}
    contact = unknown | contact
    contact["participants"] = [{"kind": None} | p for p in contact["participants"]]
    contact["agenda"] = [{"confidence": None} | item for item in contact["agenda"]]
    accounts = [{"confidence": None} | account for account in accounts]
    return contact | {"part_of": part_of(connection, contact), "accounts": accounts}


def find_contact(connection: Connection, wanted: str) -> Line | None:
    """The contact of an id, be it one that it had before other accounts joined it."""
    contact, account = schema.Contact, schema.Account
    data = connection.scalar(select(contact.data).where(contact.id == wanted)) or connection.scalar(
        select(contact.data).join(account, account.contact == contact.id).where(account.short == wanted).limit(1)
    )
    return shown(connection, data) if data else None
