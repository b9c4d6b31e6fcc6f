"""What reviewers send: verdicts on lines, words on accounts, and taking them back. Every one needs their form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, get_args

from fastapi import APIRouter, Depends, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from dateline.archive import Archive
from dateline.archive.parties import party_code
from dateline.archive.reviewing import CORRECTABLE
from dateline.errors import UsageError
from dateline.record.days import days_of
from dateline.record.model import Stance
from dateline.web.session import COOKIE, Reviewer, Sessions

router = APIRouter(include_in_schema=False)

AT_ONCE = 60
"""Decisions that one press of a button makes at most."""

LONGEST = 400
"""Characters of a field of a correction."""

LARGEST = 20_000
"""Characters of a contact's participants, or of its topics."""

Text = Annotated[str, Form(max_length=LONGEST)]
Back = Annotated[str, Form(max_length=2000)]
"""The page that the form was on."""


def reviewer(request: Request, form: Annotated[str, Form(max_length=100)] = "") -> Reviewer:
    """The reviewer whose form this is."""
    sessions: Sessions = request.app.state.sessions
    return sessions.decider(request, form)


Decider = Annotated[Reviewer, Depends(reviewer)]


async def fields(request: Request) -> dict[str, str]:
    """The fields of a correction as they were sent: one that was left empty is there, and empty."""
    form = await request.form()
    names = {name for some in CORRECTABLE.values() for name in some}
    given = {name: value for name, value in form.items() if name in names and isinstance(value, str)}
    for name, value in given.items():
        if len(value) > LONGEST:
            raise UsageError(f"{name}: more than {LONGEST} characters")
    return given


@router.post("/review/enter")
def enter(
    request: Request,
    token: Annotated[str, Form(max_length=400)],
    name: Annotated[str, Form(max_length=80)],
    back: Back = "/review",
) -> Response:
    """Begin to review under a name."""
    if not name.strip():
        raise UsageError("give your name: it is kept with every decision")
    response = RedirectResponse(local(back), 303)
    request.app.state.sessions.enter(request, response, token.strip(), " ".join(name.split()))
    return response


@router.post("/review/leave")
def leave(decider: Decider) -> Response:
    """End reviewing: the cookie goes."""
    response = RedirectResponse("/review", 303)
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return response


async def contact_fields(request: Request) -> dict[str, list[str]]:
    """The fields of a contact's correction: each once, but for one ``agenda`` a topic."""
    form = await request.form()
    given = {name: [v for v in form.getlist(name) if isinstance(v, str)] for name in CORRECTABLE["contact"]}
    for name, values in given.items():
        if sum(map(len, values)) > LARGEST:
            raise UsageError(f"{name}: more than {LARGEST} characters")
    return {name: values for name, values in given.items() if values}


@router.post("/lines/{id}")
def judge(
    request: Request,
    decider: Decider,
    id: str,
    verdict: Annotated[Literal["accept", "correct", "reject"], Form()],
    given: Annotated[dict[str, str], Depends(fields)],
    back: Back = "/review",
) -> Response:
    """Accept, correct or reject a statement or a position."""
    archive: Archive = request.app.state.archive
    line = archive.line(id)
    if line is None:
        raise HTTPException(404, f"The archive has no statement or position {id!r}.")
    value = corrections(line, given) if verdict == "correct" else None
    return decided(request, [archive.judge(id, verdict, decider.name, value)], back)


@router.post("/review/pairs")
def judge_pair(
    request: Request,
    decider: Decider,
    a: Text,
    b: Text,
    verdict: Annotated[Literal["merge", "split"], Form()],
    back: Back = "/review",
) -> Response:
    """Say of two accounts that they are of one contact, or of two."""
    archive: Archive = request.app.state.archive
    return decided(request, [archive.judge_pair(a, b, verdict, decider.name)], back)


@router.post("/review/contacts/{id}")
def judge_contact(
    request: Request,
    decider: Decider,
    id: str,
    verdict: Annotated[Literal["accept", "correct", "reject"], Form()],
    given: Annotated[dict[str, list[str]], Depends(contact_fields)],
    back: Back = "/review",
) -> Response:
    """Accept, correct or reject what is settled of a contact."""
    archive: Archive = request.app.state.archive
    value = contact_corrections(_contact(archive, id), given) if verdict == "correct" else None
    number = archive.judge(id, verdict, decider.name, value)
    return decided(request, [number], "/review" if verdict == "reject" else back)  # one that is rejected has no page


@router.post("/review/contacts/{id}/split")
def split(
    request: Request,
    decider: Decider,
    id: str,
    account: Annotated[list[str] | None, Form()] = None,
    back: Back = "/review",
) -> Response:
    """Take the accounts that were ticked out of a contact: none of them is of one contact with any of the rest."""
    archive: Archive = request.app.state.archive
    ticked = set(account or ())
    _few(len(ticked) * (_accounts(archive, id) - len(ticked)))
    return decided(request, archive.split(id, sorted(ticked), decider.name), back)


@router.post("/review/contacts/{id}/merge")
def merge(request: Request, decider: Decider, id: str, other: Text, back: Back = "/review") -> Response:
    """Say that two contacts are one: all their accounts tell of it."""
    archive: Archive = request.app.state.archive
    name = other.strip().rpartition("/")[2]
    _few(_accounts(archive, id) + _accounts(archive, name) - 1)
    return decided(request, archive.merge(id, name, decider.name), back)


@router.post("/review/undo")
def undo(request: Request, decider: Decider, decisions: Text, back: Back = "/review") -> Response:
    """Take decisions back."""
    archive: Archive = request.app.state.archive
    numbers = numbers_in(decisions)
    if not numbers:
        raise UsageError(f"{decisions!r} are no numbers of decisions")
    archive.undo(*numbers)
    return decided(request, numbers, back)


def _contact(archive: Archive, id: str) -> dict[str, Any]:
    contact = archive.contact(id)
    if contact is None:
        raise HTTPException(404, f"The archive has no contact {id!r}.")
    return contact


def _accounts(archive: Archive, id: str) -> int:
    """How many accounts a contact has, but for those that only mention it."""
    return sum(not account["mention"] for account in _contact(archive, id)["accounts"])


def _few(decisions: int) -> None:
    if decisions > AT_ONCE:
        raise UsageError(f"that would be {decisions} decisions, more than {AT_ONCE} at once: take fewer accounts")


def corrections(line: Mapping[str, Any], given: Mapping[str, str]) -> dict[str, str | None]:
    """The fields of a line that were given another value. Raises `UsageError` for a value that cannot be one."""
    kind = "statement" if line["id"].startswith("s") else "position"
    told = {name: " ".join(given[name].split()) or None for name in CORRECTABLE[kind] if name in given}
    changed = {name: value for name, value in told.items() if value != line[name]}
    if not changed:
        raise UsageError("nothing was changed: accept the line if it is right as it is")
    if changed.get("country"):
        changed["country"] = party_code(str(changed["country"]))
        if changed["country"] is None:
            raise UsageError("country: give a code (RUS, UN) or the name of a state or organisation")
    if changed.get("said") and not days_of(changed["said"]):
        raise UsageError("said: give a date: 2018, 2018-07 or 2018-07-16")
    if "issue" in changed and not changed["issue"]:
        raise UsageError("issue: a position is on something")
    if "stance" in changed and changed["stance"] not in get_args(Stance):
        raise UsageError(f"stance: one of {', '.join(get_args(Stance))}")
    return changed


def contact_corrections(contact: Mapping[str, Any], given: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The fields of a contact that were given another value, as `Archive.judge` takes them.

    Participants come one a line (``Vladimir Putin, RUS``) and keep the role they had. Raises `UsageError` where nothing
    was changed.
    """
    place = contact["place"] and named(contact["place"])
    was = {"kind": contact["kind"], "status": contact["status"], "date": contact["date"], "place": place}
    changed: dict[str, Any] = {}
    for field, before in was.items():
        told = " ".join(given[field][0].split()) or None if field in given else before
        if told != before:
            changed[field] = told
    if "participants" in given:
        lines = [" ".join(line.split()) for line in given["participants"][0].splitlines() if line.strip()]
        if lines != [named(p) for p in contact["participants"]]:
            roles = {named(p): p["role"] for p in contact["participants"]}
            names = [(line, *line.rpartition(",")) if "," in line else (line, line, "", "") for line in lines]
            changed["participants"] = [
                {"name": name.strip(), "country": country.strip() or None, "role": roles.get(line, "principal")}
                for line, name, _, country in names
            ]
    stood = {f"{item['topic']}: {item['standing']}" for item in contact["agenda"]}
    if stands := [told for told in given.get("agenda", ()) if told not in stood]:
        changed["agenda"] = stands
    if not changed:
        raise UsageError("nothing was changed: accept the contact if it is right as it is")
    return changed


def named(line: Mapping[str, Any]) -> str:
    """``Helsinki, FIN``; a name that has a comma and no country ends in one."""
    name = " ".join(line["name"].split())
    return f"{name}, {line['country']}" if line["country"] else name + "," * ("," in name)


def decided(request: Request, numbers: Sequence[int], back: str) -> Response:
    """What a reviewer sees next: in place of the form what was decided, or without JavaScript the page again."""
    done = ",".join(map(str, numbers))
    if request.headers.get("hx-request"):
        archive: Archive = request.app.state.archive
        page: Response = request.app.state.pages.show(
            request, "review_done.html", decisions=found(archive, numbers), done=done, back=local(back)
        )
        return page
    path, _, query = local(back).partition("?")
    kept = "&".join(part for part in query.split("&") if part and not part.startswith("done="))
    return RedirectResponse(f"{path}?{kept + '&' if kept else ''}done={done}", 303)


def found(archive: Archive, numbers: Sequence[int]) -> list[dict[str, Any]]:
    """Decisions by their numbers; those that are not there are left out."""
    lines = [next(archive.decisions(after=number - 1, limit=1), None) for number in numbers]
    return [line for line, number in zip(lines, numbers, strict=True) if line and line["id"] == number]


def numbers_in(text: str) -> list[int]:
    """``12,13``: the numbers of decisions in a text; none where it holds anything else."""
    parts = text.split(",")
    fine = len(parts) <= AT_ONCE and all(part.isascii() and part.isdecimal() and len(part) < 10 for part in parts)
    return [int(part) for part in parts] if fine else []


def local(address: str) -> str:
    """The address if it is a path of this server, else the queue: no form leads anywhere else."""
    plain = address.isascii() and address.isprintable() and "\\" not in address
    return address if plain and address.startswith("/") and not address.startswith("//") else "/review"
