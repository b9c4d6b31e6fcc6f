"""One thing by its id: a contact, its agenda, a report's record, a statement or position."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path, Request, Response

from dateline.archive import Archive
from dateline.record import Record
from dateline.web.api import shapes
from dateline.web.api.answers import answer

router = APIRouter(tags=["by id"])

Id = Annotated[str, Path(min_length=1, max_length=400)]


@router.get("/contacts/{id}", response_model=shapes.Contact)
def contact(request: Request, id: Id) -> Response:
    """A contact with all its accounts; an id it had before other accounts joined it still finds it."""
    return answer(request, _contact(request, id))


@router.get("/agenda/{id}", response_model=list[shapes.Topic])
def agenda(request: Request, id: Id) -> Response:
    """What is on the table at a contact, and what is off it."""
    return answer(request, _contact(request, id)["agenda"])


def _contact(request: Request, id: str) -> dict[str, Any]:
    archive: Archive = request.app.state.archive
    found = archive.contact(id)
    if found is None:
        raise HTTPException(404, f"The archive has no contact {id!r}.")
    return found


@router.get("/reports/{id:path}", response_model=Record)
def report(request: Request, id: Id) -> Response:
    """The record of a report."""
    archive: Archive = request.app.state.archive
    found = archive.record(id)
    if found is None:
        raise HTTPException(404, f"The archive has no report {id!r}.")
    return answer(request, found.to_json())


@router.get("/lines/{id}", response_model=shapes.Statement | shapes.Position)
def line(request: Request, id: Id) -> Response:
    """A statement (`s...`) or a position (`p...`)."""
    archive: Archive = request.app.state.archive
    found = archive.line(id)
    if found is None:
        raise HTTPException(404, f"The archive has no statement or position {id!r}.")
    return answer(request, found)


@router.get("/show/{id:path}", response_model=shapes.Contact | Record | shapes.Statement | shapes.Position)
def show(request: Request, id: Id) -> Response:
    """Whatever the id stands for: a contact, a report's record, a statement or a position."""
    archive: Archive = request.app.state.archive
    found: Any = archive.contact(id) or archive.line(id)
    if found is None:
        record = archive.record(id)
        found = record.to_json() if record else None
    if found is None:
        raise HTTPException(404, f"Nothing in the archive has the id {id!r}.")
    return answer(request, found)
