"""Two parties, and one: what they did to each other, what they say of each other, who they were when."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from dateline.archive import schema
from dateline.archive.lines import DAY_SHIFT
from dateline.archive.names import folded
from dateline.record.days import iso

Line = dict[str, Any]

MOST_ROWS = 2000
"""Rows of the actors' table looked at for one name."""


def deeds(connection: Connection, a: str, b: str, first: int | None, last: int | None, limit: int) -> list[Line]:
    """Events between two parties, the latest first: ``day``, ``a`` (who), ``b`` (to whom), ``event``, ``cameo``."""
    deed = schema.Deed
    query = select(deed.id, deed.a, deed.b, deed.event, deed.cameo, deed.report).where(
        or_(and_(deed.a == a, deed.b == b), and_(deed.a == b, deed.b == a))
    )
    if first is not None:
        query = query.where(deed.id >= first << DAY_SHIFT)
    if last is not None:
        query = query.where(deed.id < (last + 1) << DAY_SHIFT)
    return [
        {"day": iso(row.id >> DAY_SHIFT) if row.id >> DAY_SHIFT else None, "a": row.a, "b": row.b,
         "event": row.event, "cameo": row.cameo, "report": row.report}
        for row in connection.execute(query.order_by(deed.id.desc()).limit(limit))
    ]  # fmt: skip


def offices(connection: Connection, name: str) -> list[Line]:
    """What reports know someone as: ``office``, ``kind``, ``country``, ``code``, ``first``, ``last``, ``reports``.

    The first and last day are those of publication, among at most `MOST_ROWS` reports.
    """
    actor, report = schema.Actor, schema.Report
    rows = select(actor.report, actor.office, actor.kind, actor.country, actor.code).where(actor.name == name)
    some = rows.limit(MOST_ROWS).subquery()
    columns = (some.c.office, some.c.kind, some.c.country, some.c.code)
    first = func.min(report.published)
    query = (
        select(*columns, first, func.max(report.published), func.count())
        .join(report, report.id == some.c.report)
        .group_by(*columns)
        .order_by(first)
    )
    return [
        {"office": office, "kind": kind, "country": country, "code": code, "first": since[:10] or None,
         "last": until[:10] or None, "reports": number}
        for office, kind, country, code, since, until, number in connection.execute(query)
    ]  # fmt: skip


def names_beginning(connection: Connection, beginning: str, limit: int) -> list[str]:
    """Names of actors that begin so, in order: one jump in the index for each."""
    actor = schema.Actor
    found: list[str] = []
    while len(found) < limit:
        name = connection.scalar(select(func.min(actor.name)).where(actor.name > (found[-1] if found else beginning)))
        if name is None or not name.startswith(beginning):
            break
        found.append(name)
    exact = connection.scalar(select(actor.name).where(actor.name == beginning).limit(1))
    return [exact, *found] if exact else found


@cache
def words_for(party: str) -> tuple[str, ...]:
    """The words that stand for a party in a text: ``russia``, ``russian``, ``moscow``; the code where unknown."""
    return tuple(dict.fromkeys(words for name in _names(party) if (words := " ".join(folded(name))))) or (party,)


def _names(party: str) -> Iterator[str]:
    from dateline.knowledge.organisations import load_organisations
    from dateline.knowledge.states import load_states

    for state in load_states():
        if state.code == party:
            yield from (state.name, *state.names, *state.adjectives, *state.people, *state.capitals)
    for organisation in load_organisations():
        if organisation.code == party and organisation.kind == "igo":
            yield from (organisation.name, *organisation.aliases)
