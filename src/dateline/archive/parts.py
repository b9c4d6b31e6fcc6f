"""What a contact is part of: the meeting in a visit, the talks on the sidelines of a summit."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

import orjson
from sqlalchemy import Connection, bindparam, select

from dateline.archive import schema
from dateline.archive.names import folded, same_name
from dateline.record.days import Days, days_of

PARTS = ("meeting", "negotiation", "summit", "conference")
LONGEST = 31
"""Days a visit or a summit lasts at most; a longer range is a vague date, in which nothing can be placed."""


def part_of(connection: Connection, contact: dict[str, Any]) -> str | None:
    """The id of the visit, summit or conference a contact takes place in; the one closest around it if several do."""
    days, country = days_of(contact["date"]), (contact["place"] or {}).get("country")
    if contact["kind"] not in PARTS or days is None or country is None or days[1] - days[0] > LONGEST:
        return None
    wholes = [
        whole
        for data in around(connection, contact, days, country)
        if holds(whole := orjson.loads(zlib.decompress(data)), contact)
    ]
    return min(wholes, key=closeness, default={"id": None})["id"]


def around(connection: Connection, contact: dict[str, Any], days: Days, country: str) -> Iterator[bytes]:
    """The visits in that country, on those days, of someone of one of the names; and the gatherings there and then."""
    then = {"country": country, "since": days[0] - LONGEST, "first": days[0], "last": days[1], "id": contact["id"]}
    words = sorted({word for p in contact["participants"] for word in folded(p["name"])})
    yield from connection.scalars(VISITS, then | {"words": words})
    yield from connection.scalars(GATHERINGS, then)


THEN = (
    schema.Contact.country == bindparam("country"),
    schema.Contact.day.between(bindparam("since"), bindparam("first")),
    schema.Contact.last_day >= bindparam("last"),
    schema.Contact.id != bindparam("id"),
)
GATHERINGS = select(schema.Contact.data).where(schema.Contact.kind.in_(("summit", "conference")), *THEN)
VISITS = select(schema.Contact.data).where(
    schema.Contact.kind == "visit",
    schema.Contact.id.in_(
        select(schema.Attendee.contact).where(
            schema.Attendee.word.in_(bindparam("words", expanding=True)),
            schema.Attendee.day.between(bindparam("since"), bindparam("first")),
        )
    ),
    *THEN,
)


def holds(whole: dict[str, Any], part: dict[str, Any]) -> bool:
    """Whether a visit by one who takes part, or a larger gathering in the same city, has the contact in it."""
    days = days_of(whole["date"])
    if days is None or days[1] - days[0] > LONGEST:
        return False
    if whole["kind"] == "visit":
        return any(same_name(guest["name"], p["name"]) for guest in guests(whole) for p in part["participants"])
    if len(part["participants"]) >= len(whole["participants"]) or part["kind"] == "conference":
        return False
    cities = folded(whole["place"]["name"]), folded(part["place"]["name"])
    return cities[0] == cities[1] and len(countries(part)) <= 3 < len(countries(whole))


def guests(visit: dict[str, Any]) -> list[dict[str, Any]]:
    """Who is on a visit: those who do not stand for the country visited."""
    return [p for p in visit["participants"] if p["country"] != (visit["place"] or {}).get("country")]


def countries(contact: dict[str, Any]) -> set[str]:
    """The parties to a contact."""
    return {p["country"] for p in contact["participants"] if p["country"]}


def closeness(whole: dict[str, Any]) -> tuple[int, str]:
    """The shorter whole first."""
    days: Days = days_of(whole["date"]) or (0, 0)
    return days[1] - days[0], whole["id"]
