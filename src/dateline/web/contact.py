"""The dossier of a contact: all that is known of it, side by side where reports differ."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from dateline.archive import Archive
from dateline.archive.dossier import differing
from dateline.export.columns import CONTACT, POSITION, STATEMENT, TOPIC, Cell, plain
from dateline.web.rendering import address
from dateline.web.showing import STANDINGS
from dateline.web.tables import Table, answer

router = APIRouter(include_in_schema=False)

MOST_COLUMNS = 24
"""Accounts shown side by side; the others are in the table's file."""

ACCOUNT: dict[str, Cell] = {
    "report": lambda a: a["report"],
    "published": lambda a: a["published"],
    "source": lambda a: a["source"],
    "kind": lambda a: a["kind"],
    "status": lambda a: a["status"],
    "date": lambda a: a["date"],
    "place": lambda a: a["place"]["name"] if a["place"] else None,
    "who": lambda a: a["participants"],
}
STEP = plain("published", "status", "report")


@router.get("/contacts/{id}")
def contact(request: Request, id: str) -> Response:
    """One contact. An id it had before other accounts joined it leads to the one it has."""
    archive: Archive = request.app.state.archive
    found = archive.contact(id)
    if found is None:
        raise HTTPException(404, f"The archive has no contact {id!r}.")
    if found["id"] != id:
        return RedirectResponse(address("contacts", found["id"]), 302)
    around = archive.views.dossier(found)
    tables = {
        "contact": Table(CONTACT, [found]),
        "agenda": Table(TOPIC, found["agenda"]),
        "accounts": Table(ACCOUNT, found["accounts"]),
        "history": Table(STEP, found["history"]),
        "statements": Table(STATEMENT, around["statements"]),
        "positions": Table(POSITION, around["positions"]),
        "parts": Table(CONTACT, around["parts"]),
    }
    return answer(
        request, "contact.html", tables, contact=found, around=around, board=board(found),
        accounts=found["accounts"][:MOST_COLUMNS], differing=differing(found),
    )  # fmt: skip


def board(contact: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The agenda in four columns, by standing."""
    return {standing: [i for i in contact["agenda"] if i["standing"] == standing] for standing in STANDINGS}
