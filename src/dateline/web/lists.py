"""The archive's lists: contacts, statements, positions, each narrowed by its address."""

from __future__ import annotations

from typing import get_args

from fastapi import APIRouter, Request, Response

from dateline.archive import Archive
from dateline.export.columns import CONTACT, POSITION, STATEMENT
from dateline.record.model import ContactKind, ContactStatus, Stance
from dateline.web.asked import PAGE, asked, many, page_of
from dateline.web.tables import Table, answer

router = APIRouter(include_in_schema=False)


@router.get("/contacts")
def contacts(request: Request) -> Response:
    """Who met whom, the latest first: ``with``, ``and``, ``status``, ``kind``, ``in``, ``from``, ``to``."""
    archive: Archive = request.app.state.archive
    given = asked(request, "with", "and", "status", "kind", "in", "from", "to", "after")
    size = many(request)
    found = archive.contacts(
        parties=[p for p in (given["with"], given["and"]) if p], since=given["from"], until=given["to"],
        status=given["status"], kind=given["kind"], country=given["in"], limit=size + 1, after=given["after"],
    )  # fmt: skip
    shown, last = page_of(list(found), size)
    return answer(
        request, "contacts.html", {"contacts": Table(CONTACT, shown)}, given=given, contacts=shown[:PAGE],
        following=last and last["id"], kinds=get_args(ContactKind), statuses=get_args(ContactStatus),
    )  # fmt: skip


@router.get("/statements")
def statements(request: Request) -> Response:
    """Who said what, the latest first: ``by``, ``about``, ``from``, ``to``."""
    archive: Archive = request.app.state.archive
    given = asked(request, "by", "about", "from", "to", "after")
    size = many(request)
    found = archive.statements(
        by=given["by"], about=given["about"], since=given["from"], until=given["to"], limit=size + 1,
        after=given["after"],
    )  # fmt: skip
    shown, last = page_of(list(found), size)
    return answer(
        request, "statements.html", {"statements": Table(STATEMENT, shown)}, given=given, statements=shown[:PAGE],
        following=last and last["id"],
    )  # fmt: skip


@router.get("/positions")
def positions(request: Request) -> Response:
    """Where each side stands, the latest first: ``of``, ``on``, ``stance``, ``from``, ``to``."""
    archive: Archive = request.app.state.archive
    given = asked(request, "of", "on", "stance", "from", "to", "after")
    size = many(request)
    found = archive.positions(
        of=given["of"], on=given["on"], stance=given["stance"], since=given["from"], until=given["to"],
        limit=size + 1, after=given["after"],
    )  # fmt: skip
    shown, last = page_of(list(found), size)
    return answer(
        request, "positions.html", {"positions": Table(POSITION, shown)}, given=given, positions=shown[:PAGE],
        following=last and last["id"], stances=get_args(Stance),
    )  # fmt: skip
