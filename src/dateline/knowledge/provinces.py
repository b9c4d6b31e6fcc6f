"""States and provinces within a state: ``Idaho``, ``Ontario``, and the Georgia that is none of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, cast

from dateline.knowledge.tables import table

COLUMNS = ("name", "country", "admin1", "aliases", "alone")

Alone = Literal["province", "city", "state"]


@dataclass(frozen=True)
class Province:
    """One part of a state. ``admin1`` is GeoNames' code of it; ``alone`` what its bare name means (`provinces.csv`)."""

    name: str
    country: str
    admin1: str
    alone: Alone
    aliases: tuple[str, ...] = ()
    where: str = field(default="", compare=False)

    @property
    def full_names(self) -> tuple[str, ...]:
        """The names by which it is meant wherever they stand; abbreviations are read after a town only."""
        long = (alias for alias in self.aliases if " " in alias and "." not in alias)
        return (self.name, *long) if self.alone == "province" else tuple(long)


def load_provinces() -> Iterator[Province]:
    """Every row of ``provinces.csv``."""
    for row in table("provinces.csv", COLUMNS):
        alone = cast(Alone, row["alone"])
        yield Province(row["name"], row["country"], row["admin1"], alone, row.many("aliases"), row.where)
