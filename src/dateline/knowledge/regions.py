"""Groups of states that are named together: the Balkans, the Gulf, the six parties."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.knowledge.tables import table

COLUMNS = ("name", "members", "aliases", "adjectives")


@dataclass(frozen=True)
class Region:
    """A region with the ISO codes of its states."""

    name: str
    members: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    where: str = field(default="", compare=False)


def load_regions() -> tuple[Region, ...]:
    """Every row of ``regions.csv``."""
    return tuple(
        Region(row["name"], row.many("members"), row.many("aliases"), row.many("adjectives"), row.where)
        for row in table("regions.csv", COLUMNS)
    )
