"""The front page: what is coming, what changed, who deals with whom most, and a text to read."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from dateline.archive import Archive

router = APIRouter(include_in_schema=False)


@router.get("/")
def front(request: Request) -> Response:
    """The front page; of an empty archive, how to fill it."""
    archive: Archive = request.app.state.archive
    counts = archive.counts()
    page: Response = request.app.state.pages.show(request, "front.html", counts=counts)
    return page
