"""Words that stand for a government: the Kremlin, Foggy Bottom, Zhongnanhai, the Blue House."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.knowledge.tables import ALWAYS, Period, Row, table

COLUMNS = ("phrase", "country", "kind", "start", "end")


@dataclass(frozen=True)
class Metonym:
    """A building, street or city that stands for a government or a ministry, and when it did."""

    phrase: str
    country: str
    kind: str
    period: Period = ALWAYS
    where: str = field(default="", compare=False)


def load_metonyms() -> tuple[Metonym, ...]:
    """Every row of ``metonyms.csv``."""
    return tuple(_metonym(row) for row in table("metonyms.csv", COLUMNS))


def _metonym(row: Row) -> Metonym:
    return Metonym(row["phrase"], row["country"], row["kind"], Period.parse(row["start"], row["end"]), row.where)
