"""Pages for reviewers: the queue of doubtful lines, one line, one contact's accounts, and every decision."""

from __future__ import annotations

from itertools import islice
from typing import Annotated, Any, get_args

from fastapi import APIRouter, HTTPException, Query, Request, Response

from dateline.archive import Archive
from dateline.export.columns import DECISION
from dateline.record import Record
from dateline.record.days import days_of, iso
from dateline.record.model import ContactKind, ContactStatus, Stance, Standing
from dateline.web.deciding import found, named, numbers_in
from dateline.web.marks import pieces
from dateline.web.tables import Table, answer

router = APIRouter(include_in_schema=False)

PAGE = 10
"""Doubtful lines on a page of the queue."""

DECISIONS = 100
"""Decisions on a page of their list."""

AROUND = 240
"""Characters of the report shown before and after a line's words."""

NEAR = 45
"""Days around a contact in which others are offered to be joined with it."""

Skip = Annotated[int, Query(ge=0, le=10_000)]


@router.get("/review")
def queue(request: Request, about: str = "line", skip: Skip = 0) -> Response:
    """Doubtful lines, for those who gave the token; the form to give it, for all others."""
    archive: Archive = request.app.state.archive
    sessions = request.app.state.sessions
    if sessions.reviewer(request) is None:
        return _page(request, "review_enter.html", open=sessions.open)
    some = (doubt for doubt in archive.doubtful() if doubt["about"] == about)
    doubts = list(islice(some, skip, skip + PAGE + 1))
    return _page(
        request, "review.html", about=about, doubts=doubts[:PAGE], skip=skip, more=len(doubts) > PAGE, size=PAGE,
        stances=get_args(Stance),
    )  # fmt: skip


@router.get("/lines/{id}")
def line(request: Request, id: str) -> Response:
    """A statement or a position, its words where they stand, and what people decided about it."""
    archive: Archive = request.app.state.archive
    told = archive.line(id)
    record = archive.record(told["report"]) if told else None
    if told is None or record is None:
        raise HTTPException(404, f"The archive has no statement or position {id!r}.")
    kind = "statement" if id.startswith("s") else "position"
    return _page(
        request, "review_line.html", line=told, kind=kind, report=record.report,
        parts_of_text=excerpt(record, f"{kind}-{told['local']}"), decisions=archive.decisions_on(id),
        stances=get_args(Stance),
    )  # fmt: skip


@router.get("/review/contacts/{id}")
def accounts(request: Request, id: str) -> Response:
    """The accounts of a contact, to be taken out of it, and other contacts to be joined with it."""
    archive: Archive = request.app.state.archive
    contact = archive.contact(id)
    if contact is None:
        raise HTTPException(404, f"The archive has no contact {id!r}.")
    words = archive.views.dossier(contact)["words"]
    return _page(
        request, "review_contact.html", contact=contact, words=words, others=alike(archive, contact), named=named,
        kinds=get_args(ContactKind), statuses=get_args(ContactStatus), standings=get_args(Standing),
    )  # fmt: skip


@router.get("/review/decisions")
def decisions(request: Request, after: Annotated[int, Query(ge=0, le=1 << 31)] = 0) -> Response:
    """Who decided what, and when; all of it as a file."""
    archive: Archive = request.app.state.archive
    whole = bool(request.query_params.get("format"))
    lines = list(archive.decisions(after=after, limit=None if whole else DECISIONS + 1))
    table = Table(DECISION, lines if whole else lines[:DECISIONS])
    more = lines[DECISIONS - 1]["id"] if len(lines) > DECISIONS and not whole else None
    return answer(request, "review_decisions.html", {"decisions": table}, more=more, after=after, **_notice(request))


def _page(request: Request, template: str, **context: Any) -> Response:
    page: Response = request.app.state.pages.show(request, template, **context, **_notice(request))
    return page


def _notice(request: Request) -> dict[str, Any]:
    """What the page tells of a decision that was made just now."""
    numbers = numbers_in(request.query_params.get("done", ""))
    return {"notice": found(request.app.state.archive, numbers), "done": ",".join(map(str, numbers))}


def excerpt(record: Record, name: str) -> list[dict[str, Any]]:
    """The words of a line in the text around them: for each part of the report, stretches, the line's own marked."""
    parts = []
    for part, cut in pieces(record).items():
        mine = [n for n, piece in enumerate(cut) if name in piece.lines]
        if not mine:
            continue
        before = "".join(piece.text for piece in cut[: mine[0]])
        after = "".join(piece.text for piece in cut[mine[-1] + 1 :])
        begins = "… " + before[-AROUND:] if len(before) > AROUND else before
        stretches: list[dict[str, Any]] = [{"text": begins, "mine": False}]
        for n in range(mine[0], mine[-1] + 1):
            if stretches[-1]["mine"] == (n in mine):
                stretches[-1]["text"] += cut[n].text
            else:
                stretches.append({"text": cut[n].text, "mine": n in mine})
        stretches.append({"text": after[:AROUND] + " …" if len(after) > AROUND else after, "mine": False})
        parts.append({"part": part, "stretches": stretches})
    return parts


def alike(archive: Archive, contact: dict[str, Any]) -> list[dict[str, Any]]:
    """Contacts of the same parties at about the same time."""
    days = days_of(contact["date"]) or days_of(contact["accounts"][0]["published"])
    codes = list(dict.fromkeys(p["country"] for p in contact["participants"] if p["country"]))[:2]
    if days is None or not codes:
        return []
    since, until = iso(max(days[0] - NEAR, 1)), iso(days[1] + NEAR)
    others = archive.contacts(parties=codes, since=since, until=until, limit=PAGE + 1)
    return [other for other in others if other["id"] != contact["id"]][:PAGE]
