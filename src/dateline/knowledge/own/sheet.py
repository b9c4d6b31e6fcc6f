"""Actors in a CSV table: ``name`` and what else is known, one actor or one office a row."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from dateline.errors import SetAside
from dateline.knowledge.offices import Tenure
from dateline.knowledge.organisations import Organisation
from dateline.knowledge.tables import MANY, Period

BODIES = frozenset({"igo", "party", "armed_group", "media", "organisation", "ministry", "government"})


def read_sheet(lines: Iterable[tuple[int, str]], name: str) -> Iterator[Tenure | Organisation | SetAside]:
    """The rows of a table with the columns of our own: ``name``, and any of ``country, office, start, end, aliases,
    surname, kind, code``; others are ignored. ``kind`` is ``person`` unless it says otherwise."""
    number = 0

    def text() -> Iterator[str]:
        nonlocal number
        for number, line in lines:  # noqa: B007 - the reader below tells of the line it is at
            yield line

    for cells in csv.DictReader(text()):
        where = f"{name}:{number}"
        row = {(key or "").strip().lower(): (value or "").strip() for key, value in cells.items() if key}
        try:
            period = Period.parse(row.get("start", ""), row.get("end", ""))
        except ValueError as error:
            yield SetAside(where, f"a date that is none ({error}): write 1990, 1990-03 or 1990-03-15")
            continue
        if not row.get("name"):
            yield SetAside(where, "no name")
            continue
        aliases = tuple(alias.strip() for alias in row.get("aliases", "").split(MANY) if alias.strip())
        kind, country, code = row.get("kind") or "person", row.get("country", ""), row.get("code", "")
        if kind in BODIES:
            yield Organisation(row["name"], country, code, kind, country or None, aliases, period=period, where=where)
        elif kind == "person":
            yield Tenure(
                row["name"],
                country,
                row.get("office", ""),
                period,
                aliases,
                row.get("surname", ""),
                code or None,
                where,
            )
        else:
            yield SetAside(where, f"kind {kind!r}: write person, {', '.join(sorted(BODIES))}")
