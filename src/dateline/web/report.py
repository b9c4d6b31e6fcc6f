"""A report: its text with the evidence marked in place, the record beside it; and a text that a visitor pastes."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from dateline.archive import Archive
from dateline.errors import DatelineError
from dateline.export.columns import CONTACT, POSITION, STATEMENT, Cell
from dateline.intake.said import NOTHING, said
from dateline.intake.stream import report_of
from dateline.record import Record
from dateline.web.desk import LONGEST, Desk
from dateline.web.marks import pieces
from dateline.web.tables import Table, answer

router = APIRouter(include_in_schema=False)

COPY: dict[str, Cell] = {
    "report": lambda c: c["report"],
    "likeness": lambda c: round(c["likeness"], 2),
    "source": lambda c: c["source"],
    "published": lambda c: c["published"],
    "headline": lambda c: c["headline"],
}


@router.get("/reports/{id:path}")
def report(request: Request, id: str) -> Response:
    """A report of the archive."""
    archive: Archive = request.app.state.archive
    record, around = archive.record(id), archive.views.surroundings(id)
    if record is None or around is None:
        raise HTTPException(404, f"The archive has no report {id!r}.")
    if request.query_params.get("format") == "json" and not request.query_params.get("table"):
        return Response(record.to_json(), media_type="application/json")
    contacts = [archive.contact(name) for name in dict.fromkeys(around["contacts"].values())]
    tables = {
        "contacts": Table(CONTACT, [c for c in contacts if c]),
        "statements": Table(STATEMENT, list(around["statements"].values())),
        "positions": Table(POSITION, list(around["positions"].values())),
        "copies": Table(COPY, around["copies"]),
    }
    return answer(request, "report.html", tables, **shown(record), around=around, pasted=False)


@router.get("/read")
def paste(request: Request) -> Response:
    """The form to paste a text into."""
    page: Response = request.app.state.pages.show(request, "read.html", longest=LONGEST, text="", trouble=None)
    return page


@router.post("/read")
async def read(
    request: Request,
    text: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
    source: Annotated[str, Form()] = "",
) -> Response:
    """The record of a pasted text, with the date and the source that the visitor says where it has none itself. Nothing
    is stored. What cannot be read comes back in the form, with the reason."""
    desk: Desk = request.app.state.desk
    pages = request.app.state.pages
    if not text.strip():
        return RedirectResponse("/read", 303)
    page: Response
    try:
        say = said(published.strip() or None, source)
        report = say.of(report_of(text.replace("\r\n", "\n"))) if say != NOTHING and len(text) <= LONGEST else text
    except DatelineError as error:
        given = {"text": text, "published": published, "source": source}
        page = pages.show(request, "read.html", 422, longest=LONGEST, trouble=str(error), **given)
        return page
    record = await desk.read(report)
    page = pages.show(request, "report.html", **shown(record), around=None, tables={}, pasted=True)
    return page


def shown(record: Record) -> dict[str, Any]:
    """What the template needs of a record."""
    return {"record": record, "report": record.report, "pieces": pieces(record), "words": record.words}
