"""Where words are found: in reports, statements, positions and agendas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, text

from dateline.archive import schema
from dateline.archive.asking.paging import CONFIRMED, NUMBERS, Line, checked, period
from dateline.archive.connection import Database
from dateline.archive.lines import DAY_SHIFT
from dateline.archive.rejected import STILL_TOLD
from dateline.archive.searching import SUBJECT_COLUMNS, Query, fts5, parsed, tsquery

HitPlace = tuple[int, str, str]
"""Where a hit stands: its number, the table it is in, its id."""


def search(
    database: Database,
    words: str,
    *,
    since: str | None = None,
    until: str | None = None,
    min_confidence: float | None = None,
    limit: int = 20,
) -> Iterator[Line]:
    """Reports, statements, positions and agenda items in which the words are found, the latest first."""
    for _, line in hits(database, words, since=since, until=until, min_confidence=min_confidence, limit=limit):
        yield line


def hits(
    database: Database,
    words: str,
    *,
    since: str | None = None,
    until: str | None = None,
    min_confidence: float | None = None,
    limit: int = 20,
    after: HitPlace | None = None,
) -> list[tuple[HitPlace, Line]]:
    """What `search` finds, each with its place; with `after`, what comes after a place."""
    least = None if min_confidence is None else checked(min_confidence)
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
            for number, line in _found(database, connection, table, query, (low, high), limit + bool(after), least):
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


_SURE = f"(t.confidence >= :least OR t.judged IN ({', '.join(map(repr, CONFIRMED))}))"
SURE = {"statements": _SURE, "positions": _SURE, "agenda": "t.confidence >= :least"}
"""The condition for lines that are at least so sure; reports are found by their words alone."""


def _wanted(table: str, least: float | None) -> tuple[str, dict[str, Any]]:
    """The condition for lines of a table that are told, and at least so sure, with the values it needs."""
    if least is None or table not in SURE:
        return STILL_TOLD[table], {}
    return f"{STILL_TOLD[table]} AND {SURE[table]}", {"least": least}


def _found(
    database: Database,
    connection: Connection,
    table: str,
    query: Query,
    between: tuple[int, int],
    limit: int,
    least: float | None,
) -> Iterator[tuple[int, Line]]:
    """The latest lines of one table that match, with their numbers, the first and last of which are given."""
    told, values = _wanted(table, least)
    key = schema.SEARCHED[table][0]
    shown_columns = HIT_COLUMNS[table]
    # The period goes to the index itself: it walks from the newest down, and stops at the limit.
    values |= {"low": between[0], "high": between[1], "limit": limit}
    names = ", ".join(f"t.{c}" for c in (key, *shown_columns, *(() if table == "reports" else ("report",))))
    if database.sqlite:
        columns = " ".join(SUBJECT_COLUMNS[table])
        sql = (
            f"SELECT {names} FROM {table}_fts JOIN {table} t ON t.{key} = {table}_fts.rowid "
            f"WHERE {table}_fts MATCH :words AND {table}_fts.rowid BETWEEN :low AND :high "
            f"AND {told} ORDER BY {table}_fts.rowid DESC LIMIT :limit"
        )
        values["words"] = f"{{{columns}}} : {fts5(query)}"
    else:
        sql = (
            f"SELECT {names} FROM {table} t WHERE t.fts @@ to_tsquery('english', :words) "
            f"AND t.{key} BETWEEN :low AND :high AND {told} ORDER BY t.{key} DESC LIMIT :limit"
        )
        values["words"] = tsquery(query)
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
