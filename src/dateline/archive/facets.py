"""Search over everything, with what the hits have in common: parties, kinds, statuses, sources, years.

Facets are counted over the latest hits of each table, not over all of them: a word that stands in a million lines is
answered as quickly as a rare one. What they were counted over is told.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, select, text

from dateline.archive import schema
from dateline.archive.asking.paging import period
from dateline.archive.connection import Database
from dateline.archive.lines import DAY_SHIFT
from dateline.archive.names import folded
from dateline.archive.parties import is_code
from dateline.archive.rejected import STILL_TOLD
from dateline.archive.searching import SUBJECT_COLUMNS, Both, Query, Words, fts5, parsed, tsquery
from dateline.record.days import iso

Line = dict[str, Any]

LOOKED_AT = 1000
"""The latest matches of a table among which lines of one kind or source are looked for."""

COUNTED = 250
"""Hits of a table over which facets are counted."""

FACETS = ("in", "party", "kind", "status", "source", "year")

COLUMNS = {
    "reports": "t.id AS id, NULL AS who, NULL AS party, t.headline AS text, NULL AS kind, NULL AS status",
    "statements": "t.id AS id, t.speaker AS who, t.country AS party, t.text AS text, t.mode AS kind, NULL AS status",
    "positions": "t.id AS id, t.holder AS who, t.country AS party, t.text AS text, t.stance AS kind, NULL AS status",
    "agenda": "t.account AS id, t.according_to AS who, NULL AS party, t.topic AS text, t.standing AS kind, "
    "NULL AS status",
}


@dataclass(frozen=True)
class Found:
    """Hits, the latest first; facets (name -> value -> number); whether more were there than were counted."""

    hits: list[Line]
    facets: Mapping[str, Mapping[str, int]]
    counted: int
    more: bool


def search(
    database: Database,
    words: str,
    filters: Mapping[str, str],
    *,
    since: str | None = None,
    until: str | None = None,
) -> Found:
    """Contacts, reports, statements, positions and agenda items in which words are found.

    `filters` are wanted values of `FACETS`. Raises `UsageError` for a search or a date that is none.
    """
    query = parsed(words)
    first, last = period(since, until)
    if year := filters.get("year"):
        (low, _), (_, high) = period(year, year), period(year, year)
        first, last = max(filter(None, (first, low)), default=low), min(filter(None, (last, high)), default=high)
    bounds = ((first or 0) << DAY_SHIFT, ((last + 1) << DAY_SHIFT) - 1 if last is not None else (1 << 63) - 1)
    hits: list[Line] = []
    more = False
    with database.reading() as connection:
        for table in schema.SEARCHED:
            some, cut = _hits(database, connection, table, query, filters, bounds)
            hits += some
            more |= cut
        if filters.get("in") in (None, "", "contacts"):
            agenda, _ = _hits(database, connection, "agenda", query, {}, bounds)
            hits += _contacts(connection, query, [hit["id"] for hit in agenda], bounds)
    hits = [hit for hit in hits if all(_has(hit, name, value) for name, value in filters.items() if name in FACETS)]
    hits.sort(key=lambda hit: (-hit["number"], hit["in"], str(hit["id"])))
    return Found(hits, counted(hits), len(hits), more)


def counted(hits: Iterable[Line]) -> dict[str, dict[str, int]]:
    """How many hits have each value of each facet, the most frequent first."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for hit in hits:
        for name in FACETS:
            for value in _values(hit, name):
                counts[name][value] += 1
    return {name: dict(count.most_common()) for name, count in counts.items() if count}


def _values(hit: Line, name: str) -> Sequence[str]:
    if name == "party":
        return tuple(hit["parties"])
    if name == "source":
        return tuple(hit["sources"])
    value = hit["day"][:4] if name == "year" and hit["day"] else hit.get(name)
    return (value,) if value else ()


def _has(hit: Line, name: str, value: str) -> bool:
    return value in _values(hit, name)


def _hits(
    database: Database, connection: Connection, table: str, query: Query, filters: Mapping[str, str],
    bounds: tuple[int, int],
) -> tuple[list[Line], bool]:  # fmt: skip
    """The latest matches of one table that the filters let pass; whether there are more."""
    if filters.get("in") not in (None, "", table) or filters.get("status"):
        return [], False
    key = schema.SEARCHED[table][0]
    values: dict[str, Any] = {"low": bounds[0], "high": bounds[1], "looked": LOOKED_AT, "limit": COUNTED + 1}
    conditions = []
    party = filters.get("party")
    if party and ("t.country" not in COLUMNS[table] or not is_code(party)):
        return [], False
    if source := filters.get("source"):
        conditions.append("r.source = :source")
        values["source"] = source
    if kind := filters.get("kind"):
        column = {"statements": "mode", "positions": "stance", "agenda": "standing"}.get(table)
        if column is None:
            return [], False
        conditions.append(f"t.{column} = :kind")
        values["kind"] = kind
    if not conditions:
        values["looked"] = COUNTED + 1  # every match counts
    if party:
        values["party"] = party
    conditions.append(STILL_TOLD[table])
    if database.sqlite:
        columns = " ".join(SUBJECT_COLUMNS[table])
        matching = (
            f"SELECT rowid AS number FROM {table}_fts WHERE {table}_fts MATCH :words "
            "AND rowid BETWEEN :low AND :high ORDER BY rowid DESC LIMIT :looked"
        )
        values["words"] = f"{{{columns}}} : {fts5(query)}" + (f' AND {{country}} : "{party}"' if party else "")
    else:
        matching = (
            f"SELECT {key} AS number FROM {table} WHERE fts @@ to_tsquery('english', :words) "
            f"{'AND country = :party ' if party else ''}AND {key} BETWEEN :low AND :high "
            f"ORDER BY {key} DESC LIMIT :looked"
        )
        values["words"] = tsquery(query)
    report = "t.id" if table == "reports" else "t.report"
    sql = (
        f"SELECT m.number AS number, {COLUMNS[table]}, r.id AS report, r.source AS source, r.headline AS headline "
        f"FROM ({matching}) m JOIN {table} t ON t.{key} = m.number JOIN reports r ON r.id = {report} "
        f"WHERE {' AND '.join(conditions)} ORDER BY m.number DESC LIMIT :limit"
    )
    rows = connection.execute(text(sql), values).mappings().all()
    letter = {"statements": "s", "positions": "p"}.get(table, "")
    hits = [
        {"in": table, "id": f"{letter}{row['id']}", "number": row["number"], "report": row["report"],
         "who": row["who"], "text": row["text"], "kind": row["kind"], "status": None, "headline": row["headline"],
         "parties": [row["party"]] if row["party"] else [], "sources": [row["source"]] if row["source"] else [],
         "day": _day(row["number"])}
        for row in rows[:COUNTED]
    ]  # fmt: skip
    return hits, len(rows) > COUNTED


def _contacts(connection: Connection, query: Query, keys: Sequence[str], bounds: tuple[int, int]) -> list[Line]:
    """Contacts of some accounts (their agenda has the words), and those in which people of these names take part."""
    account, contact, attendee = schema.Account, schema.Contact, schema.Attendee
    wanted = set(connection.scalars(select(account.contact).where(account.key.in_(keys)))) if keys else set()
    words = plain_words(query)
    low, high = bounds[0] >> DAY_SHIFT, bounds[1] >> DAY_SHIFT
    if words:
        row = select(attendee.contact).where(attendee.word == words[0], attendee.day.between(low, high))
        for word in words[1:]:
            same = select(attendee.contact).where(attendee.word == word, attendee.day.between(low, high))
            row = row.where(attendee.contact.in_(same))
        wanted |= set(connection.scalars(row.order_by(attendee.day.desc()).limit(COUNTED)))
    rows = connection.execute(
        select(contact.day, contact.data).where(contact.id.in_(wanted), contact.day.between(low, high))
    )
    found = []
    for day, data in rows:
        line = orjson.loads(zlib.decompress(data))
        found.append(
            {"in": "contacts", "id": line["id"], "number": day << DAY_SHIFT, "report": None, "who": None,
             "text": ", ".join(p["name"] for p in line["participants"]), "kind": line["kind"],
             "status": line["status"], "headline": None, "contact": line,
             "parties": sorted({p["country"] for p in line["participants"] if p["country"]}),
             "sources": sorted({a["source"] for a in line["accounts"] if a["source"]}),
             "day": _day(day << DAY_SHIFT)}
        )  # fmt: skip
    return found


def plain_words(query: Query) -> list[str]:
    """The words of a search that only asks for words, all of them; none for any other."""
    if isinstance(query, Words):
        return [] if query.prefix else list(query.words)
    if isinstance(query, Both) and query.operator == "AND":
        left, right = plain_words(query.left), plain_words(query.right)
        return [*left, *right] if left and right else []
    return []


def sought(query: str) -> tuple[str, ...]:
    """The words that a search looks for, without its operators: to show where a hit has them."""

    def leaves(part: Query) -> Iterable[str]:
        if isinstance(part, Words):
            yield from part.words
        else:
            yield from leaves(part.left)
            if part.operator != "NOT":
                yield from leaves(part.right)

    return tuple(dict.fromkeys(word for leaf in leaves(parsed(query)) for word in folded(leaf)))


def _day(number: int) -> str | None:
    return iso(number >> DAY_SHIFT) if number >> DAY_SHIFT else None
