"""Issues: which ones parties take positions on, and who stands where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from dateline.archive import schema
from dateline.archive.lines import DAY_SHIFT
from dateline.archive.names import folded
from dateline.archive.rejected import still_told
from dateline.record.days import iso

Line = dict[str, Any]

LOOKED_AT = 3000
"""The latest positions among which issues are counted."""


def issues(connection: Connection, limit: int) -> list[Line]:
    """Issues of the latest positions: ``issue``, ``positions``, ``parties``, ``stances``, ``latest``; most first."""
    row = schema.Position
    query = select(row.id, row.issue, row.country, row.holder, row.stance).where(still_told(row))
    groups: dict[tuple[str, ...], list[Any]] = defaultdict(list)
    for found in connection.execute(query.order_by(row.id.desc()).limit(LOOKED_AT)):
        groups[folded(found.issue)].append(found)
    told = sorted(groups.values(), key=lambda rows: (-len(rows), -rows[0].id))[:limit]
    return [
        {"issue": rows[0].issue, "positions": len(rows), "latest": day_of(rows[0].id),
         "parties": list(dict.fromkeys(r.country or r.holder for r in rows if r.country or r.holder)),
         "stances": list(dict.fromkeys(r.stance for r in rows))}
        for rows in told
    ]  # fmt: skip


def stands(positions: Iterable[Line]) -> list[Line]:
    """Who stands where: positions (the latest first) put together by party and stance.

    ``country``, ``holder`` (as last named), ``stance``, ``since`` and ``until`` (days), ``latest`` (the position),
    ``frames`` (their own words, each once), ``positions``; the party with the most to say first.
    """
    groups: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for position in positions:
        groups[position["country"] or position["holder"] or "", position["stance"]].append(position)
    weight: dict[str, int] = defaultdict(int)
    for (party, _), lines in groups.items():
        weight[party] += len(lines)
    found = [
        {"party": party, "country": lines[0]["country"], "holder": lines[0]["holder"], "stance": stance,
         "since": position_day(lines[-1]), "until": position_day(lines[0]), "latest": lines[0],
         "frames": list(dict.fromkeys(p["frame"] for p in lines if p["frame"])), "positions": len(lines)}
        for (party, stance), lines in groups.items()
    ]  # fmt: skip
    return sorted(found, key=lambda s: (-weight[s["party"]], s["party"], s["since"] or ""))


def position_day(position: Line) -> str | None:
    """The day on which a position was told: it is in the line's number."""
    return day_of(int(position["id"][1:]))


def day_of(number: int) -> str | None:
    """The day in a line's number; `None` where it is not known."""
    return iso(number >> DAY_SHIFT) if number >> DAY_SHIFT else None
