"""One side of an event before its type settles the code."""

from __future__ import annotations

from typing import NamedTuple

from dateline.knowledge.sectors import UNKNOWN_LAND, Sectors

GROUPS = {"IMG": "REB", "NGO": "NGO", "NGM": "NGO", "INT": "GOV", "MNC": "BUS", "UIS": ""}
"""Generic codes of CAMEO that stand where a country would, and their sectors: ``IMGMOSISI``, ``MNCUSA``."""


class Side(NamedTuple):
    """A country (ISO 3166), an organisation's acronym, or ``---``; and a sector, ``None`` where words name none."""

    land: str
    sector: str | None = None

    def code(self, event: str, cameo: str, role: str, sectors: Sectors) -> str:
        """The code in an event of a type: ``RUS`` who attacks is ``RUSMIL``, who agrees ``RUSGOV``."""
        if sectors.is_organisation(self.land) or (self.sector == "IGO" and self.land != UNKNOWN_LAND):
            return sectors.of_organisation(self.land)
        return self.land + (sectors.of_country(event, cameo, role) if self.sector is None else self.sector)


def side_of(code: str, country: str | None) -> Side:
    """The side that an actor's CAMEO code and country say: ``IGOWSTNAT`` of ``NATO``, ``MNCDEU``, ``RUSMIL``."""
    if code.startswith("IGO"):
        if country:
            return Side(country, "IGO")
        return Side(UNKNOWN_LAND, "IGO")
    if code[:3] in GROUPS:
        named = code[3:6] if code.startswith("MNC") and len(code) == 6 else UNKNOWN_LAND
        return Side(named, GROUPS[code[:3]])
    return Side(code[:3], code[3:] or None)
