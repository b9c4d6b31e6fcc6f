"""Contacts by day, by place and by pair: the calendar, the map and the network."""

from __future__ import annotations

import calendar as months
from collections import defaultdict
from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response

from dateline.archive import Archive
from dateline.archive.parties import party_code
from dateline.errors import UsageError
from dateline.export.columns import CONTACT, Cell
from dateline.record.days import days_of, iso
from dateline.web.asked import EVER, asked, period_asked
from dateline.web.front import DYAD, YEAR
from dateline.web.rendering import address
from dateline.web.showing import party_name
from dateline.web.tables import Table, answer

router = APIRouter(include_in_schema=False)

VAGUE = 14
"""Days of a date from which it is no entry of a calendar's day: ``July 2018``."""

ON_MAP = 500
EDGES = 120
"""Contacts on the map, dyads in the network: the latest, the busiest."""

PLACE: dict[str, Cell] = {
    "place": lambda p: p["name"],
    "country": lambda p: p["country"],
    "lat": lambda p: p["lat"],
    "lon": lambda p: p["lon"],
    "contacts": lambda p: len(p["contacts"]),
}


@router.get("/calendar")
def calendar(request: Request) -> Response:
    """A month (``month=2018-07``), by default that of the latest report."""
    archive: Archive = request.app.state.archive
    wanted = asked(request, "month")["month"]
    days = days_of(wanted)
    if wanted and days is None:
        raise UsageError(f"{wanted!r} is no month: write 2018-07")
    shown = iso(days[0]) if days else archive.views.latest_day() or date.today().isoformat()
    first = date.fromisoformat(shown).replace(day=1)
    contacts = archive.views.between(first.isoformat()[:7], first.isoformat()[:7])
    entries: dict[str, list[dict[str, Any]]] = defaultdict(list)
    vague = []
    for contact in contacts:
        when = days_of(contact["date"])
        if when is None or when[1] - when[0] > VAGUE:
            vague.append(contact)
        else:
            entries[iso(when[0])].append(contact)
    weeks = [
        [day.isoformat() for day in week] for week in months.Calendar().monthdatescalendar(first.year, first.month)
    ]
    tables = {"contacts": Table(CONTACT, [c | {"part_of": None} for c in contacts])}
    return answer(
        request, "calendar.html", tables, month=first.isoformat()[:7], weeks=weeks, entries=entries, vague=vague,
        earlier=shifted(first, -1), later=shifted(first, 1), contacts=contacts,
    )  # fmt: skip


def shifted(first: date, months_on: int) -> str | None:
    """The month so many months on; `None` where dates end."""
    number = first.year * 12 + first.month - 1 + months_on
    return f"{number // 12:04}-{number % 12 + 1:02}" if 12 <= number < 120_000 else None


@router.get("/map")
def world(request: Request) -> Response:
    """Who met where in a period (``from``, ``to``), of one party (``with``) or of all."""
    archive: Archive = request.app.state.archive
    given = asked(request, "with", "from", "to")
    since, until = period_asked(request, archive, YEAR)
    party = party_code(given["with"]) if given["with"] else None
    if given["with"] and party is None:
        raise UsageError(f"{given['with']!r} is no state or organisation known here: give its code (RUS, UN)")
    places = where(archive.views.latest(since, until, ON_MAP, party=party))
    dots = [
        {"name": p["name"], "lat": p["lat"], "lon": p["lon"], "n": len(p["contacts"]), "row": f"place-{n}"}
        for n, p in enumerate(places)
    ]
    return answer(
        request, "map.html", {"places": Table(PLACE, places)}, places=places, dots=dots, since=since, until=until,
        given=given, number=sum(len(p["contacts"]) for p in places),
    )  # fmt: skip


def where(contacts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Places with the contacts there, those with the most first. Contacts without degrees are left out."""
    found: dict[tuple[float, float], dict[str, Any]] = {}
    for contact in contacts:
        place = contact["place"]
        if place and place["lat"] is not None and place["lon"] is not None:
            key = (place["lat"], place["lon"])
            found.setdefault(key, {**place, "contacts": []})["contacts"].append(contact)
    return sorted(found.values(), key=lambda p: (-len(p["contacts"]), p["name"]))


@router.get("/network")
def network(request: Request) -> Response:
    """Who deals with whom in a year (``year``), in a period (``from``, ``to``), or ever (``year=all``)."""
    archive: Archive = request.app.state.archive
    given = asked(request, "year", "from", "to")
    span = archive.views.span() or (date.today().toordinal(), date.today().toordinal())
    years = (date.fromordinal(span[0]).year, date.fromordinal(span[1]).year + 1)  # what is planned for the next one
    if given["from"] or given["to"]:
        since, until = period_asked(request, archive, YEAR)
        year = None
    elif given["year"] == "all":
        since, until, year = EVER[0], EVER[1], None
    else:
        wanted = given["year"] or ""
        year = int(wanted) if wanted.isdecimal() else years[1] - 1
        year = min(max(year, years[0]), years[1])
        since, until = f"{year:04}-01-01", f"{year:04}-12-31"
    edges = archive.views.busiest(since, until, EDGES)
    weight: dict[str, int] = defaultdict(int)
    for edge in edges:
        for side in (edge["a"], edge["b"]):
            weight[side] += edge["contacts"]
    graph = {
        "nodes": [{"id": c, "name": party_name(c), "n": n, "href": address("actors", c)} for c, n in weight.items()],
        "links": [
            {"source": e["a"], "target": e["b"], "n": e["contacts"], "href": address("dyads", f"{e['a']}-{e['b']}")}
            for e in edges
        ],
    }
    return answer(
        request, "network.html", {"dyads": Table(DYAD, edges)}, edges=edges, graph=graph, years=years, year=year,
        since=since, until=until, parties=len(weight), most=max((e["contacts"] for e in edges), default=1),
    )  # fmt: skip
