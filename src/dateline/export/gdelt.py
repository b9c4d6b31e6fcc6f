"""Events in the 58 columns of GDELT 1.0 (57, and SOURCEURL of the daily updates): GDELT Event Codebook 1.0."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.knowledge.actions import Actions
from dateline.knowledge.actor_codes import parts_of
from dateline.knowledge.fips import fips_place
from dateline.knowledge.sectors import UNKNOWN_LAND

Line = Mapping[str, Any]
Cells = tuple[Any, ...]

ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
    "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{n}{name}" for n in "12" for name in ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"{whose}Geo_{name}" for whose in ("Actor1", "Actor2", "Action") for name in GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip

UNKNOWN_SIDE: Cells = ("",) * len(ACTOR)
NOWHERE: Cells = ("",) * len(GEO)


def gdelt_rows(line: Line, dyads: Iterator[tuple[str | None, str | None]], actions: Actions) -> Iterator[str]:
    """A tab-separated row of `COLUMNS` for each pair of sides of an event. Empty: the tone, and where the sides are."""
    coding = actions.coding(line["cameo"])
    day = (line["day"] or "").replace("-", "")
    for source, target in dyads:
        cells = (
            number_of(line, source, target), day, day[:6], day[:4], fraction(day),
            *side(source, line["names"]), *side(target, line["names"]),
            int(line["lead"]), line["cameo"], line["cameo"][:3], line["cameo"][:2], coding.quad, coding.goldstein,
            line["mentions"], len(line["sources"]) or 1, len(line["reports"]), None,
            *NOWHERE, *NOWHERE, *where(line["place"]),
            (line["published"] or "")[:10].replace("-", ""), line["url"] or line["report"],
        )  # fmt: skip
        yield "\t".join("" if cell is None else " ".join(str(cell).split()) for cell in cells)


def number_of(line: Line, source: str | None, target: str | None) -> int:
    """A number of 63 bits that the same event between the same two has in every export of the same report."""
    told = f"{line['report']}\x1f{line['cameo']}\x1f{source}\x1f{target}\x1f{line['start']}"
    return int.from_bytes(hashlib.blake2b(told.encode(), digest_size=8).digest()) >> 1


def fraction(day: str) -> str:
    """``2018.5479`` for 17 July: the year's days as GDELT counts them, all months of 30."""
    return f"{int(day[:4]) + ((int(day[4:6]) - 1) * 30 + int(day[6:])) / 365:.4f}" if day else ""


def side(code: str | None, names: Mapping[str, str]) -> Cells:
    """GDELT's columns of an actor; we know of no ethnic codes."""
    if code is None or code == UNKNOWN_LAND:
        return UNKNOWN_SIDE
    parts = parts_of(code)
    religions, types = (*parts.religions, None, None)[:2], (*parts.types, None, None, None)[:3]
    return (code, names.get(code, "").upper(), parts.country, parts.group, None, *religions, *types)


def where(place: Line | None) -> Cells:
    """GDELT's columns of a place: 1 country, 2 a US state, 3 a US city, 4 a city, 5 a division of another country.

    Its feature numbers are of gazetteers that ours does not follow; of a country it is the country's code.
    """
    if place is None:
        return NOWHERE
    country = place["country"]
    coded = fips_place(place["name"], country, place["lat"], place["lon"]) if country else None
    if coded is None:
        return (None, place["name"], None, None, place["lat"], place["lon"], None)
    american = coded.country == "US"
    type_ = {"country": 1, "division": 2 if american else 5, "city": 3 if american else 4}[coded.kind]
    feature = coded.country if coded.kind == "country" else None
    return (type_, place["name"], coded.country, coded.division, place["lat"], place["lon"], feature)
