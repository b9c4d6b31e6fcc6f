"""Actors as FollowTheMoney entities, one JSON object a line: exports of OpenSanctions (PEPs), Aleph and others.

Schemata read: Person; Organization and its kinds; Position and Occupancy, which say who held which office when
(followthemoney.tech, the ``Position`` and ``Occupancy`` schemata).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

import orjson

from dateline.errors import SetAside
from dateline.knowledge.offices import Tenure
from dateline.knowledge.organisations import Organisation
from dateline.knowledge.tables import Period

Properties = dict[str, list[str]]

BODIES = {"Organization": "organisation", "LegalEntity": "organisation", "Company": "organisation",
          "PublicBody": "ministry"}  # fmt: skip


@dataclass
class _Entities:
    """What must be seen whole before offices can be told: an Occupancy may come before its holder."""

    people: dict[str, tuple[Properties, str]] = field(default_factory=dict)
    posts: dict[str, Properties] = field(default_factory=dict)
    occupancies: list[tuple[Properties, str]] = field(default_factory=list)


def read_entities(lines: Iterable[tuple[int, str]], name: str) -> Iterator[Tenure | Organisation | SetAside]:
    """The people with their offices, and the bodies, of FollowTheMoney JSON lines."""
    entities = _Entities()
    for number, line in lines:
        where = f"{name}:{number}"
        if not line.strip():
            continue
        try:
            entity = orjson.loads(line)
            schema, key, properties = entity["schema"], entity["id"], entity.get("properties", {})
        except (orjson.JSONDecodeError, KeyError, TypeError):
            yield SetAside(where, "no FollowTheMoney entity: a JSON object with id, schema and properties")
            continue
        names = properties.get("name") or ([entity["caption"]] if entity.get("caption") else [])
        if schema == "Person" and names:
            properties["name"] = names
            entities.people[key] = (properties, where)
        elif schema == "Position":
            entities.posts[key] = properties
        elif schema == "Occupancy":
            entities.occupancies.append((properties, where))
        elif schema in BODIES and names:
            country = _first_country(properties)
            yield Organisation(
                names[0], country or "", "", BODIES[schema], country, _aliases(properties, names), where=where
            )
    yield from _offices(entities)


def _offices(entities: _Entities) -> Iterator[Tenure | SetAside]:
    held: set[str] = set()
    for properties, where in entities.occupancies:
        holder, post = _first(properties, "holder"), _first(properties, "post")
        known = entities.people.get(holder)
        if known is None:
            continue
        person, _ = known
        office = entities.posts.get(post, {})
        try:
            period = Period.parse(_first(properties, "startDate")[:10], _first(properties, "endDate")[:10])
        except ValueError as error:
            yield SetAside(where, f"a date that is none ({error})")
            continue
        held.add(holder)
        country = _first_country(office) or _first_country(person) or ""
        yield _tenure(person, _first(office, "name"), country, period, where)
    for key, (person, where) in entities.people.items():
        if key not in held:
            yield _tenure(person, _first(person, "position"), _first_country(person) or "", Period(), where)


def _tenure(person: Properties, office: str, country: str, period: Period, where: str) -> Tenure:
    names = person["name"]
    surname = _first(person, "lastName")
    return Tenure(names[0], country, office, period, _aliases(person, names), surname, None, where)


def _aliases(properties: Properties, names: list[str]) -> tuple[str, ...]:
    """Other names, those in Latin letters: reports here are English."""
    others = (*names[1:], *properties.get("alias", ()), *properties.get("weakAlias", ()))
    return tuple(dict.fromkeys(n for n in others if n.isascii() or _latin(n))) if others else ()


def _latin(name: str) -> bool:
    return all(ord(c) < 0x250 or not c.isalpha() for c in name)


def _first(properties: Properties, name: str) -> str:
    values = properties.get(name)
    value = values[0] if values else ""
    return value["id"] if isinstance(value, dict) else value


def _first_country(properties: Properties) -> str | None:
    for name in ("country", "nationality", "citizenship", "jurisdiction"):
        for code in properties.get(name, ()):
            if found := _alpha3().get(code.lower()[:2]):
                return found
    return None


@cache
def _alpha3() -> dict[str, str]:
    """ISO alpha-3 by alpha-2, with FollowTheMoney's own codes for the European Union and Kosovo."""
    import pycountry

    return {c.alpha_2.lower(): c.alpha_3 for c in pycountry.countries} | {"eu": "EUU", "xk": "XKX"}
