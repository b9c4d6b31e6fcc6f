"""The front page: what is coming, what changed, who deals with whom most, and a text to read."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from fastapi import APIRouter, Request, Response

from dateline.archive import Archive
from dateline.archive.names import folded
from dateline.export.columns import CONTACT, POSITION, Cell, plain
from dateline.record.days import days_of, iso
from dateline.web.asked import asked, before
from dateline.web.issues import wanted
from dateline.web.tables import Table, answer

router = APIRouter(include_in_schema=False)

RECENT = 30
"""Days that count as recent."""

YEAR = 365

DYAD = plain("a", "b", "contacts", "latest")
CHANGE: dict[str, Cell] = {
    "published": lambda c: c["published"],
    "contact": lambda c: c["contact"]["id"],
    "before": lambda c: c["before"],
    "status": lambda c: c["status"],
    "report": lambda c: c["report"],
}
TAKEN_OFF: dict[str, Cell] = {
    "day": lambda t: t["day"],
    "topic": lambda t: t["topic"],
    "according to": lambda t: t["according_to"],
    "contact": lambda t: t["contact"] and t["contact"]["id"],
    "report": lambda t: t["report"],
}


@router.get("/")
def front(request: Request) -> Response:
    """The record as it stands on a day (``on``), by default that of the latest report; how to fill an empty archive."""
    archive: Archive = request.app.state.archive
    views = archive.views
    latest = views.latest_day()
    if latest is None:
        counts = archive.counts()
        where = archive.database.file or archive.database.url.rpartition("@")[2]
        page: Response = request.app.state.pages.show(
            request, "empty.html" if not counts["reports"] else "undated.html", counts=counts, where=where
        )
        return page
    given = days_of(asked(request, "on")["on"])
    today = iso(given[0]) if given else min(latest, date.today().isoformat())
    since = before(today, RECENT)
    coming = views.upcoming(today)
    changes = views.changes(since, today)
    excluded = views.off_the_table(before(today, 3 * RECENT), today, 12)
    told = archive.positions(since=since, until=today, limit=12)
    positions = [position | {"before": stance_before(archive, position)} for position in told]
    busiest = views.busiest(before(today, YEAR), today, 12)
    tables = {
        "upcoming": Table(CONTACT, [c | {"part_of": None} for c in coming]),
        "changes": Table(CHANGE, changes),
        "off-the-table": Table(TAKEN_OFF, excluded),
        "positions": Table(POSITION, positions),
        "dyads": Table(DYAD, busiest),
    }
    return answer(
        request, "front.html", tables, today=today, latest=latest, coming=by_day(coming), changes=changes,
        excluded=excluded, positions=positions, busiest=busiest, rows=5,
        most=max((d["contacts"] for d in busiest), default=1),
    )  # fmt: skip


def stance_before(archive: Archive, position: dict[str, Any]) -> str | None:
    """Another stance that the same party took before on what is told in the same words; `None` where none is known."""
    party = position["country"] or position["holder"]
    if not party or not folded(position["issue"]):
        return None
    earlier = archive.positions(of=party, on=wanted(position["issue"]), after=position["id"], limit=3)
    return next((p["stance"] for p in earlier if p["stance"] != position["stance"]), None)


def by_day(contacts: list[dict[str, Any]]) -> list[tuple[str | None, list[dict[str, Any]]]]:
    """Contacts under their date, in the order given."""
    return [(day, list(some)) for day, some in groupby(contacts, key=lambda c: c["date"])]
