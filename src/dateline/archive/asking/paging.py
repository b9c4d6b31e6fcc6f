"""Lists come page by page, each page found by an index; and periods as days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, or_

from dateline.archive.connection import Database
from dateline.errors import UsageError
from dateline.record.days import days_of

Line = dict[str, Any]

NUMBERS = 1 << 63
"""No line has a number from here on: databases keep 63 bits."""

PAGE = 200
"""Lines asked for at a time; fewer where fewer are wanted."""


def pages(
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


CONFIRMED = ("accept", "correct")
"""Verdicts by which a person stands for a line."""


def sure(row: Any, least: float) -> ColumnElement[bool]:
    """The condition for statements or positions that are at least so sure, or that a person stands for."""
    return or_(row.confidence >= checked(least), row.judged.in_(CONFIRMED))


def checked(least: float) -> float:
    """The confidence asked for. Raises `UsageError` for what is none."""
    if not 0 <= least <= 1:
        raise UsageError(f"{least}: a confidence lies between 0 and 1, as in 0.8")
    return least


def period(since: str | None, until: str | None) -> tuple[int | None, int | None]:
    """First and last day of a period given by dates of any precision. Raises `UsageError` for what is no date."""
    ends = []
    for value, which in ((since, 0), (until, 1)):
        days = days_of(value)
        if value and not days:
            raise UsageError(f"{value!r} is no date: write 2018, 2018-07, 2018-W29 or 2018-07-16")
        ends.append(days[which] if days else None)
    return ends[0], ends[1]
