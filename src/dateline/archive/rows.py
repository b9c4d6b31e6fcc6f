"""Rows in, and long lists of values cut to what one query takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, insert

T = TypeVar("T")

MANY = 500
"""Values in one list of a query."""


def insert_rows(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    """Insert, in one round trip."""
    if rows:
        target: Table = table.__table__
        connection.execute(insert(target), rows)


def chunks(values: Iterable[T], size: int = MANY) -> Iterator[list[T]]:
    """The values in lists short enough for a query."""
    stream = iter(values)
    while some := list(islice(stream, size)):
        yield some
