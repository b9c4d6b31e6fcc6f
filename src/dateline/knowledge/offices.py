"""Who held which office when: heads of state and government, ministers, envoys, spokespeople, leaders of bodies."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.knowledge.naming import words_of
from dateline.knowledge.tables import ALWAYS, Period, Row, table

COLUMNS = ("name", "country", "office", "start", "end", "aliases")


@dataclass(frozen=True)
class Tenure:
    """One person in one office, speaking for one country or organisation."""

    name: str
    country: str
    office: str
    period: Period = ALWAYS
    aliases: tuple[str, ...] = ()
    surname: str = ""
    code: str | None = None
    where: str = field(default="", compare=False)

    @property
    def surnames(self) -> tuple[str, ...]:
        """The surname as it is used alone: the table's, or the last word."""
        return words_of(self.surname) or words_of(self.name)[-1:]


def load_tenures() -> tuple[Tenure, ...]:
    """Every row of the tables under ``offices/``."""
    return tuple(_tenure(row) for row in table("offices", COLUMNS))


def _tenure(row: Row) -> Tenure:
    return Tenure(
        name=row["name"],
        country=row["country"],
        office=row["office"],
        period=Period.parse(row["start"], row["end"]),
        aliases=row.many("aliases"),
        surname=row.get("surname"),
        where=row.where,
    )
