"""Questions to the archive: lines in order of time, page by page, each page found by an index."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import orjson
from sqlalchemy import Connection, Select, and_, column, exists, or_, select, text
from sqlalchemy import table as from_table
from sqlalchemy.orm import aliased

from dateline.archive import schema
from dateline.archive.connection import Database
from dateline.archive.days import days_of
from dateline.archive.lines import DAY_SHIFT
from dateline.archive.names import folded
from dateline.archive.parties import party_code
from dateline.archive.parts import part_of
from dateline.archive.searching import Query, Words, fts5, parsed, tsquery
from dateline.errors import UsageError

Line = dict[str, Any]

Place = tuple[int, str]
"""Where a contact stands in lists: its day (ordinal) and its id."""

HitPlace = tuple[int, str, str]
"""Where a hit stands: its number, the table it is in, its id."""

NUMBERS = 1 << 63
"""No line has a number from here on: databases keep 63 bits."""

PAGE = 200
"""Lines asked for at a time; fewer where fewer are wanted."""

LONGEST = 366
"""Days a contact can have begun before the period asked for and still reach into it (the vaguest date is a year)."""

SUBJECT_COLUMNS = {
    "statements": ("text",),
    "positions": ("issue", "text"),
    "agenda": ("topic",),
    "reports": ("headline", "body"),
}
WHO_COLUMN = {"statements": "speaker", "positions": "holder"}


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
    limit: int | None = None,
    after: str | Place | None = None,
    oldest_first: bool = False,
) -> Iterator[Line]:
    """Contacts, the latest first: between two parties, with all of some (codes or names), in a period, of a status.

    With `after`, those that come after the contact of that id, or after a place, be there a contact or not.
    """
    contact = schema.Contact
    there = [found for party in parties for found in _found_by(party)]
    if between:
        a, b = sorted(_code(party) for party in between)
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
    for connection, rows in _pages(database, query.order_by(*order), beyond, limit):
        for row in rows:
            yield shown(connection, row[2])


def place_of(database: Database, wanted: str) -> Place:
    """Where a contact stands in lists. Raises `UsageError` where there is none of that id."""
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


def _code(party: str) -> str:
    if code := party_code(party):
        return code
    raise UsageError(f"{party!r} is no state or organisation known here: give its code (RUS, UN), or people by --with")


def period(since: str | None, until: str | None) -> tuple[int | None, int | None]:
    """First and last day of a period given by dates of any precision. Raises `UsageError` for what is no date."""
    ends = []
    for value, which in ((since, 0), (until, 1)):
        days = days_of(value)
        if value and not days:
            raise UsageError(f"{value!r} is no date: write 2018, 2018-07, 2018-W29 or 2018-07-16")
        ends.append(days[which] if days else None)
    return ends[0], ends[1]


def shown(connection: Connection, data: bytes) -> Line:
    """A contact as it is printed, with what it is part of."""
    contact: Line = orjson.loads(zlib.decompress(data))
    accounts = contact.pop("accounts")
    return contact | {"part_of": part_of(connection, contact), "accounts": accounts}


def find_contact(connection: Connection, wanted: str) -> Line | None:
    """The contact of an id, be it one that it had before other accounts joined it."""
    contact, account = schema.Contact, schema.Account
    data = connection.scalar(select(contact.data).where(contact.id == wanted)) or connection.scalar(
        select(contact.data).join(account, account.contact == contact.id).where(account.short == wanted).limit(1)
    )
    return shown(connection, data) if data else None


def statements(
    database: Database,
    *,
    by: str | None = None,
    about: str | None = None,
    since: str | None = None,
    until: str | None = None,
    act: str | None = None,
    limit: int | None = None,
    after: str | None = None,
) -> Iterator[Line]:
    """Statements, the latest first: by a speaker (a name or a code), about something (a search), said in a period."""
    row = schema.Statement
    query = select(
        row.id,
        row.report,
        row.local,
        row.act,
        row.mode,
        row.speaker,
        row.country,
        row.said,
        row.relayed_by,
        row.text,
        row.judged,
    )
    query = query.where(or_(row.judged.is_(None), row.judged != "reject"))
    if act:
        query = query.where(row.act == act)
    yield from _lines(database, query, row, by, about, since, until, limit, "s", after)


def positions(
    database: Database,
    *,
    of: str | None = None,
    on: str | None = None,
    since: str | None = None,
    until: str | None = None,
    stance: str | None = None,
    limit: int | None = None,
    after: str | None = None,
) -> Iterator[Line]:
    """Positions, the latest first: of a party (a code or a name), on an issue (a search), told in a period."""
    row = schema.Position
    query = select(
        row.id, row.report, row.local, row.holder, row.country, row.issue, row.stance, row.frame, row.text, row.judged
    )
    query = query.where(or_(row.judged.is_(None), row.judged != "reject"))
    if stance:
        query = query.where(row.stance == stance)
    yield from _lines(database, query, row, of, on, since, until, limit, "p", after)


def _lines(
    database: Database, query: Select[*tuple[Any, ...]], row: Any, who: str | None, about: str | None,
    since: str | None, until: str | None, limit: int | None, letter: str, after: str | None,
) -> Iterator[Line]:  # fmt: skip
    """Statements or positions, newest first; with `after`, those that come after the line of that id."""
    table = row.__tablename__
    number = row.id
    code = party_code(who) if who else None
    name = None if code else who
    if about or name:
        query, number = _matching(database, query, row, parsed(about) if about else None, name, code)
    if code:
        query = query.where(row.country == code)
    first, last = period(since, until)
    if first is not None:
        query = query.where(number >= first << DAY_SHIFT)
    if last is not None:
        query = query.where(number < (last + 1) << DAY_SHIFT)
    if after:
        last_seen = line_number(after, letter)
        if last_seen is None:
            raise UsageError(f"{after!r} is no id of a line to go on after: they look like {letter}12345")
        query = query.where(number < last_seen)
    for _, rows in _pages(database, query.order_by(number.desc()), lambda found: number < found[0], limit):
        for found in rows:
            line = dict(found._mapping)
            yield {**line, "id": f"{letter}{line['id']}"} if table else line


def _matching(
    database: Database,
    query: Select[*tuple[Any, ...]],
    row: Any,
    about: Query | None,
    name: str | None,
    code: str | None,
) -> tuple[Select[*tuple[Any, ...]], Any]:
    """The query narrowed to lines whose text and people match, and the column that numbers them."""
    table = row.__tablename__
    speaker = Words(folded(name)) if name else None
    if name and not (speaker and speaker.words):
        raise UsageError(f"no name: {name!r}")
    if database.sqlite:
        parts = []
        if about:
            parts.append(f"{{{' '.join(SUBJECT_COLUMNS[table])}}} : {fts5(about)}")
        if speaker:
            parts += [f'{{{WHO_COLUMN[table]}}} : "{word}"' for word in speaker.words]
        elif code:
            parts.append(f'{{country}} : "{code}"')
        index = from_table(f"{table}_fts", column("rowid"))
        number: Any = index.c.rowid
        query = query.join(index, number == row.id)
        return query.where(text(f"{table}_fts MATCH :words").bindparams(words=" AND ".join(parts))), number
    weights = dict(zip(schema.SEARCHED[table][1], "ABCD", strict=False))
    parts = []
    if about:
        parts.append(tsquery(about, "".join(weights[c] for c in SUBJECT_COLUMNS[table])))
    if speaker:
        parts += [f"{word}:{weights[WHO_COLUMN[table]]}" for word in speaker.words]
    condition = text(f"{table}.fts @@ to_tsquery('english', :words)").bindparams(words=" & ".join(parts))
    return query.where(condition), row.id


def find_line(connection: Connection, wanted: str) -> Line | None:
    """The statement or position that has an id."""
    rows: dict[str, Any] = {"s": schema.Statement, "p": schema.Position}
    row, number = rows.get(wanted[:1]), line_number(wanted, wanted[:1])
    if row is None or number is None:
        return None
    found = connection.execute(select(row.__table__).where(row.id == number)).mappings().first()
    return {**found, "id": wanted} if found else None


def line_number(wanted: str, letter: str) -> int | None:
    """The number in a line's id (``s12345``); `None` for what is no such id."""
    digits = wanted[1:]
    if wanted[:1] != letter or not (digits.isascii() and digits.isdecimal()) or len(digits) > 19:
        return None
    return number if (number := int(digits)) < NUMBERS else None


def search(
    database: Database, words: str, *, since: str | None = None, until: str | None = None, limit: int = 20
) -> Iterator[Line]:
    """Reports, statements, positions and agenda items in which the words are found, the latest first."""
    for _, line in hits(database, words, since=since, until=until, limit=limit):
        yield line


def hits(
    database: Database,
    words: str,
    *,
    since: str | None = None,
    until: str | None = None,
    limit: int = 20,
    after: HitPlace | None = None,
) -> list[tuple[HitPlace, Line]]:
    """What `search` finds, each with its place; with `after`, what comes after a place."""
    query = parsed(words)
    first, last = period(since, until)
    low = (first or 0) << DAY_SHIFT
    high = ((last + 1) << DAY_SHIFT) - 1 if last is not None else NUMBERS - 1
    if after:
        high = min(high, after[0])
    found: list[tuple[HitPlace, Line]] = []
    with database.reading() as connection:
        for table in schema.SEARCHED:
            # One more than asked for: the hit that the last page ended with has to be passed over.
            for number, line in _found(database, connection, table, query, (low, high), limit + bool(after)):
                found.append(((number, line["in"], line["id"]), line))
    found.sort(key=lambda pair: _order(pair[0]))
    return [(place, line) for place, line in found if after is None or _order(place) > _order(after)][:limit]


def _order(place: HitPlace) -> tuple[int, str, str]:
    return -place[0], place[1], place[2]


HIT_COLUMNS = {
    "reports": ("id", "headline", "headline"),
    "agenda": ("account", "standing", "topic"),
    "statements": ("report", "speaker", "text"),
    "positions": ("report", "holder", "text"),
}
"""What a hit shows of each table: what it is known by, who, and the text."""


def _found(
    database: Database,
    connection: Connection,
    table: str,
    query: Query,
    between: tuple[int, int],
    limit: int,
) -> Iterator[tuple[int, Line]]:
    """The latest lines of one table that match, with their numbers, the first and last of which are given."""
    key = schema.SEARCHED[table][0]
    shown_columns = HIT_COLUMNS[table]
    # The period goes to the index itself: it walks from the newest down, and stops at the limit.
    values = {"low": between[0], "high": between[1], "limit": limit}
    names = ", ".join(f"t.{c}" for c in (key, *shown_columns, *(() if table == "reports" else ("report",))))
    if database.sqlite:
        columns = " ".join(SUBJECT_COLUMNS[table])
        sql = (
            f"SELECT {names} FROM {table}_fts JOIN {table} t ON t.{key} = {table}_fts.rowid "
            f"WHERE {table}_fts MATCH :words AND {table}_fts.rowid BETWEEN :low AND :high "
            f"ORDER BY {table}_fts.rowid DESC LIMIT :limit"
        )
        values["words"] = f"{{{columns}}} : {fts5(query)}"  # type: ignore[assignment]
    else:
        sql = (
            f"SELECT {names} FROM {table} t WHERE t.fts @@ to_tsquery('english', :words) "
            f"AND t.{key} BETWEEN :low AND :high ORDER BY t.{key} DESC LIMIT :limit"
        )
        values["words"] = tsquery(query)  # type: ignore[assignment]
    letter = {"statements": "s", "positions": "p"}
    for row in connection.execute(text(sql), values):
        report = row[1] if table == "reports" else row[-1]
        name = row[1] if table in ("reports", "agenda") else f"{letter[table]}{row[0]}"
        yield (
            row[0],
            {
                "in": table,
                "id": name,
                "report": report,
                "who": None if table in ("reports", "agenda") else row[2],
                "text": row[3],
            },
        )


def _pages(
    database: Database, query: Select[*tuple[Any, ...]], after: Callable[[Any], Any], limit: int | None
) -> Iterator[tuple[Connection, Sequence[Any]]]:
    """The rows of a query, page by page: each begins after the last row of the one before."""
    left = limit
    condition: Any = None
    while left is None or left > 0:
        size = PAGE if left is None else min(PAGE, left)
        page = query.limit(size) if condition is None else query.where(condition).limit(size)
        with database.reading() as connection:
            rows = connection.execute(page).all()
            if rows:
                yield connection, rows
        if len(rows) < size:
            return
        condition = after(rows[-1])
        left = None if left is None else left - len(rows)
