"""Bodies that act: inter-governmental organisations, parties, armed groups, media."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.knowledge.tables import ALWAYS, Period, Row, table

COLUMNS = ("name", "code", "cameo", "kind", "country", "aliases", "members", "seat", "start", "end")


@dataclass(frozen=True)
class Organisation:
    """One body. ``code`` is what it is spoken for by (``UN``, ``AU``), ``country`` where a non-state group is based."""

    name: str
    code: str
    cameo: str
    kind: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    seat: str | None = None
    period: Period = ALWAYS
    where: str = field(default="", compare=False)


def load_organisations() -> tuple[Organisation, ...]:
    """Every row of ``organisations.csv``."""
    return tuple(_organisation(row) for row in table("organisations.csv", COLUMNS))


def _organisation(row: Row) -> Organisation:
    return Organisation(
        name=row["name"],
        code=row["code"],
        cameo=row["cameo"],
        kind=row["kind"],
        country=row["country"] or None,
        aliases=row.many("aliases"),
        members=row.many("members"),
        seat=row["seat"] or None,
        period=Period.parse(row["start"], row["end"]),
        where=row.where,
    )
