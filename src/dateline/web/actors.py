"""Actors: who they were when, whom they met, what they said, where they stand."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from dateline.archive import Archive
from dateline.archive.issues import stands
from dateline.archive.parties import is_code, party_code
from dateline.export.columns import CONTACT, POSITION, STATEMENT, plain
from dateline.web.asked import EVER, asked, before
from dateline.web.front import YEAR
from dateline.web.rendering import address
from dateline.web.showing import party_name
from dateline.web.tables import Table, answer

router = APIRouter(include_in_schema=False)

LINES = 25
POSITIONS = 150

OFFICE = plain("office", "kind", "country", "code", "first", "last", "reports")
SPEAKER = plain("name", "country", "statements")
PARTNER = plain("party", "contacts")


@router.get("/actors")
def actors(request: Request) -> Response:
    """Who speaks most in the latest reports; names that begin with ``q``."""
    archive: Archive = request.app.state.archive
    given = asked(request, "q")
    names: list[str] = []
    if wanted := given["q"]:
        if code := party_code(wanted):
            return RedirectResponse(address("actors", code), 302)
        spellings = dict.fromkeys((wanted, wanted[:1].upper() + wanted[1:], wanted.title()))
        found = [n for spelling in spellings for n in archive.views.names_beginning(spelling)]
        said = [s["speaker"] for s in archive.statements(by=f"{wanted}", limit=300)]
        names = list(dict.fromkeys(n for n in (*found, *said) if n))[:60]
    latest = archive.views.latest_day()
    speakers = archive.views.speakers(before(latest, YEAR)) if latest else []
    tables = {
        "speakers": Table(SPEAKER, speakers),
        "names": Table(plain("name"), [{"name": n} for n in names]),
    }
    return answer(request, "actors.html", tables, given=given, names=names, speakers=speakers)


@router.get("/actors/{name:path}")
def actor(request: Request, name: str) -> Response:
    """A person or body by name, or a party by its code."""
    archive: Archive = request.app.state.archive
    code = party_code(name)
    if code and code != name and not archive.views.offices(name):
        return RedirectResponse(address("actors", code), 302)
    wanted = code or name
    contacts = list(archive.contacts(parties=[wanted], limit=LINES))
    statements = list(archive.statements(by=wanted, limit=LINES))
    positions = list(archive.positions(of=wanted, limit=POSITIONS))
    full_name = party_name(name) if is_code(name) else name
    offices = archive.views.offices(full_name)
    if not (contacts or statements or positions or offices):
        raise HTTPException(404, f"No report of the archive knows of {name!r}.")
    latest = archive.views.latest_day() or EVER[1]
    partners = archive.views.partners(code, before(latest, YEAR), latest) if code else []
    tables = {
        "contacts": Table(CONTACT, contacts),
        "statements": Table(STATEMENT, statements),
        "positions": Table(POSITION, positions),
        "offices": Table(OFFICE, offices),
        "partners": Table(PARTNER, partners),
    }
    return answer(
        request, "actor.html", tables, name=full_name, code=code, wanted=wanted, contacts=contacts, offices=offices,
        statements=statements, by_issue=by_issue(positions), partners=partners,
        most=max((p["contacts"] for p in partners), default=1),
    )  # fmt: skip


def by_issue(positions: list[dict[str, object]]) -> list[tuple[str, list[dict[str, object]]]]:
    """Positions under their issue, each stance once with its days; the issue with the latest position first."""
    groups: dict[str, list[dict[str, object]]] = {}
    for position in positions:
        groups.setdefault(str(position["issue"]), []).append(position)
    return [(issue, stands(lines)) for issue, lines in groups.items()]
