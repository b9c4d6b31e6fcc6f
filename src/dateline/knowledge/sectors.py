"""Codes of sides in events: sectors of nouns, of countries by the type of event, and organisations' codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from dateline.knowledge.organisations import load_organisations
from dateline.knowledge.tables import table

UNKNOWN_LAND = "---"
"""What stands in an event's code for the country of those of whom none is known."""


@dataclass(frozen=True)
class Sectors:
    """The tables of ``data/events`` that code sides and days: people, described, conventions, igos, dating."""

    nouns: Mapping[str, str] = field(repr=False)
    conventions: tuple[tuple[str, str, str, str], ...] = field(repr=False)
    igos: Mapping[str, str] = field(repr=False)
    acronyms: frozenset[str] = field(repr=False)
    words: Mapping[str, frozenset[str]] = field(repr=False)
    """Words by which sides are described, by class (``described.csv``)."""
    dating: Mapping[str, float] = field(repr=False)
    """What speaks for the likeliest day of an event, by mark (``dating.csv``)."""

    def is_organisation(self, land: str) -> bool:
        """Whether what stands for a country is an organisation of states."""
        return land in self.acronyms

    def of_noun(self, lemma: str) -> str | None:
        """The sector of those whom a noun describes; ``None`` where it describes nobody."""
        return self.nouns.get(lemma)

    def of_country(self, event: str, cameo: str, side: str) -> str:
        """The sector of a side (``who``, ``whom``) that is named only as a country."""
        for wanted, code, place, sector in self.conventions:
            if wanted == event and place == side and cameo.startswith(code):
                return sector
        return "GOV"

    def of_organisation(self, acronym: str) -> str:
        """The code of an organisation of states: ``IGONATO``, ``IGOUNO``."""
        return self.igos.get(acronym) or f"IGO{acronym}"

    def land_of(self, code: str) -> str | None:
        """The country or organisation of a code: RUS of ``RUSGOV``, NATO of ``IGONATO``; ``None`` of ``---REB``."""
        if code.startswith("IGO"):
            named = next((acronym for acronym, cameo in self.igos.items() if code.startswith(cameo)), code[3:])
            return named if named in self.acronyms else None
        return code[:3] if not code.startswith(UNKNOWN_LAND) else None


@cache
def load_sectors() -> Sectors:
    """The tables shipped with the package."""
    return Sectors(
        nouns={
            noun: row["sector"]
            for row in table("events/people.csv", ("sector", "nouns"))
            for noun in row["nouns"].split("|")
        },
        conventions=tuple(
            (row["event"], row["cameo"], row["side"], row["sector"])
            for row in table("events/conventions.csv", ("event", "cameo", "side", "sector"))
        ),
        igos={row["code"]: row["cameo"] for row in table("events/igos.csv", ("code", "cameo"))},
        words={
            row["class"]: frozenset(row["words"].split("|"))
            for row in table("events/described.csv", ("class", "words"))
        },
        dating={row["mark"]: float(row["weight"]) for row in table("events/dating.csv", ("mark", "weight"))},
        acronyms=frozenset(body.code for body in load_organisations() if body.kind == "igo" and body.code),
    )
