"""Who said what, and where each side stands: statements and positions by whose they are, what about and when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, column, select, text
from sqlalchemy import table as from_table

from dateline.archive import schema
from dateline.archive.asking.paging import NUMBERS, Line, pages, period, sure
from dateline.archive.connection import Database
from dateline.archive.lines import DAY_SHIFT
from dateline.archive.names import folded
from dateline.archive.parties import party_code
from dateline.archive.rejected import still_told
from dateline.archive.searching import SUBJECT_COLUMNS, Query, Words, fts5, parsed, tsquery
from dateline.errors import UsageError

WHO_COLUMN = {"statements": "speaker", "positions": "holder"}


def statements(
    database: Database,
    *,
    by: str | None = None,
    about: str | None = None,
    since: str | None = None,
    until: str | None = None,
    act: str | None = None,
    min_confidence: float | None = None,
    limit: int | None = None,
    after: str | None = None,
) -> Iterator[Line]:
    """Statements, the latest first: by a speaker (a name or a code), about something (a search), said in a period.

    With `after`, those that come after the statement of that id; so too for positions.
    """
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
        row.confidence,
    )
    query = query.where(still_told(row))
    if min_confidence is not None:
        query = query.where(sure(row, min_confidence))
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
    min_confidence: float | None = None,
    limit: int | None = None,
    after: str | None = None,
) -> Iterator[Line]:
    """Positions, the latest first: of a party (a code or a name), on an issue (a search), told in a period."""
    row = schema.Position
    query = select(
        row.id, row.report, row.local, row.holder, row.country, row.issue, row.stance, row.frame, row.text, row.judged,
        row.confidence,
    )  # fmt: skip
    query = query.where(still_told(row))
    if min_confidence is not None:
        query = query.where(sure(row, min_confidence))
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
    for _, rows in pages(database, query.order_by(number.desc()), lambda found: number < found[0], limit):
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
