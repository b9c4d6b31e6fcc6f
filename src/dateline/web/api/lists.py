"""Lists: contacts, statements, positions, the dealings of a dyad, searches, decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from dateline.archive import Archive
from dateline.web.api import asked, shapes
from dateline.web.api.answers import Place, page, read

router = APIRouter(tags=["lists"])

Party = Annotated[str, Path(min_length=1, max_length=200, description="A code or a name: RUS, Russia.")]


@router.get("/contacts", response_model=shapes.Page[shapes.Contact])
def contacts(request: Request, question: Annotated[asked.Contacts, Query()]) -> Response:
    """Who met whom: contacts, the latest first."""
    archive: Archive = request.app.state.archive
    between = (question.between[0], question.between[1]) if question.between else None
    found = archive.contacts(
        between=between, parties=question.parties, since=question.since, until=question.until, status=question.status,
        kind=question.kind, country=question.country, min_confidence=question.min_confidence,
        limit=question.limit + 1, after=_contact(question),
    )  # fmt: skip
    return page(request, question, placed(archive, found, question.limit))


@router.get("/dyad/{a}/{b}", response_model=shapes.Page[shapes.Contact])
def dyad(request: Request, a: Party, b: Party, question: Annotated[asked.Dyad, Query()]) -> Response:
    """The dealings of two parties, in order of time."""
    archive: Archive = request.app.state.archive
    found = archive.dyad(
        a, b, since=question.since, until=question.until, min_confidence=question.min_confidence,
        limit=question.limit + 1, after=_contact(question),
    )  # fmt: skip
    return page(request, question, placed(archive, found, question.limit))


def _contact(question: asked.Asked) -> tuple[int, str] | None:
    place = read(question, int, str)
    return (int(place[0]), str(place[1])) if place else None


def placed(archive: Archive, found: Iterable[dict[str, Any]], limit: int) -> Iterator[tuple[Place, Any]]:
    """Contacts with their places; only the place of the last one of the page is looked up."""
    for n, contact in enumerate(list(found), 1):
        yield list(archive.place_of(contact["id"])) if n == limit else [], contact


@router.get("/statements", response_model=shapes.Page[shapes.Statement])
def statements(request: Request, question: Annotated[asked.Statements, Query()]) -> Response:
    """Who said what: statements, the latest first."""
    archive: Archive = request.app.state.archive
    found = archive.statements(
        by=question.by, about=question.about, since=question.since, until=question.until,
        min_confidence=question.min_confidence, limit=question.limit + 1, after=_line(question),
    )  # fmt: skip
    return page(request, question, (([line["id"]], line) for line in found))


@router.get("/positions", response_model=shapes.Page[shapes.Position])
def positions(request: Request, question: Annotated[asked.Positions, Query()]) -> Response:
    """Where each side stands: positions, the latest first."""
    archive: Archive = request.app.state.archive
    found = archive.positions(
        of=question.of, on=question.on, stance=question.stance, since=question.since, until=question.until,
        min_confidence=question.min_confidence, limit=question.limit + 1, after=_line(question),
    )  # fmt: skip
    return page(request, question, (([line["id"]], line) for line in found))


def _line(question: asked.Asked) -> str | None:
    place = read(question, str)
    return str(place[0]) if place else None


@router.get("/search", response_model=shapes.Page[shapes.Hit])
def search(request: Request, question: Annotated[asked.Search, Query()]) -> Response:
    """Where words are found: in reports, statements, positions and agendas, the latest first."""
    archive: Archive = request.app.state.archive
    place = read(question, int, str, str)
    found = archive.hits(
        question.words, since=question.since, until=question.until, min_confidence=question.min_confidence,
        limit=question.limit + 1,
        after=(int(place[0]), str(place[1]), str(place[2])) if place else None,
    )  # fmt: skip
    return page(request, question, ((list(where), line) for where, line in found))


@router.get("/decisions", response_model=shapes.Page[shapes.Decision])
def decisions(request: Request, question: Annotated[asked.Decisions, Query()]) -> Response:
    """People's decisions in the order they were made, also those that were taken back."""
    archive: Archive = request.app.state.archive
    place = read(question, int)
    found = archive.decisions(after=int(place[0]) if place else 0, limit=question.limit + 1)
    return page(request, question, (([line["id"]], line) for line in found))
