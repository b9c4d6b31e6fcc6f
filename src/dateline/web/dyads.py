"""Two parties and their dealings: on one time line, topic by topic, position against position, warm and cold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from dateline.archive import Archive
from dateline.archive.dealings import words_for
from dateline.archive.names import folded
from dateline.archive.parties import party_code
from dateline.export.columns import CONTACT, POSITION, STATEMENT, plain
from dateline.web.asked import EVER, asked, period_asked
from dateline.web.front import DYAD, YEAR
from dateline.web.rendering import address
from dateline.web.showing import party_name
from dateline.web.tables import Table, answer

router = APIRouter(include_in_schema=False)

CONTACTS = 200
SAID = 120
"""Lines of each kind on a page: the latest."""

TOPICS = 15

NAMES = 24
"""Names of a party that are looked for: the first of its row; longer ones that have one of them in them add nothing."""

DEED = plain("day", "a", "b", "event", "cameo", "report")
MONTH = plain("month", "from", "events", "goldstein")


@router.get("/dyads")
def dyads(request: Request) -> Response:
    """The busiest dyads of a period, and a form for any other."""
    archive: Archive = request.app.state.archive
    given = asked(request, "a", "b", "from", "to")
    if given["a"] and given["b"]:
        a, b = (party_code(given[name] or "") for name in ("a", "b"))
        if not a or not b:
            unknown = given["a"] if not a else given["b"]
            raise HTTPException(404, f"{unknown!r} is no state or organisation known here: give its code (RUS, UN).")
        return RedirectResponse(address("dyads", f"{a}-{b}"), 302)
    since, until = period_asked(request, archive, YEAR)
    found = archive.views.busiest(since, until, 60)
    return answer(
        request, "dyads.html", {"dyads": Table(DYAD, found)}, dyads=found, since=since, until=until, given=given,
        most=max((d["contacts"] for d in found), default=1),
    )  # fmt: skip


@router.get("/dyads/{pair}")
def dyad(request: Request, pair: str) -> Response:
    """The dealings of two parties, named by their codes: ``RUS-USA``."""
    archive: Archive = request.app.state.archive
    left, _, right = pair.partition("-")
    a, b = party_code(left), party_code(right)
    if not a or not b or a == b:
        raise HTTPException(404, f"{pair!r} is no pair of parties: write two codes, RUS-USA.")
    if pair != f"{a}-{b}":
        return RedirectResponse(address("dyads", f"{a}-{b}"), 302)
    given = asked(request, "from", "to")
    since, until = given["from"], given["to"]
    contacts = archive.views.latest(since or EVER[0], until or EVER[1], CONTACTS, pair=(a, b))
    said = {
        (x, y): list(archive.statements(by=x, about=naming(y), since=since, until=until, limit=SAID))
        for x, y in ((a, b), (b, a))
    }
    stands = {
        (x, y): list(archive.positions(of=x, on=naming(y), since=since, until=until, limit=SAID))
        for x, y in ((a, b), (b, a))
    }
    deeds = archive.views.deeds(a, b, since=since, until=until)
    months = curve(deeds)
    tables = {
        "contacts": Table(CONTACT, [c | {"part_of": None} for c in contacts]),
        "statements": Table(STATEMENT, [s for lines in said.values() for s in lines]),
        "positions": Table(POSITION, [p for lines in stands.values() for p in lines]),
        "events": Table(DEED, deeds),
        "months": Table(MONTH, months),
    }
    return answer(
        request, "dyad.html", tables, a=a, b=b, contacts=contacts, said=said, stands=stands, deeds=deeds,
        months=months, topics=topics(contacts), given=given, line=time_line(a, b, contacts, said, deeds),
    )  # fmt: skip


def naming(party: str) -> str:
    """A search for texts in which a party is named. Words of two letters (``US``) are too common to look for."""
    kept: list[str] = []
    for words in words_for(party):
        if len(words) > 2 and not any(f" {other} " in f" {words} " for other in kept):
            kept.append(words)
    return " OR ".join(f'"{words}"' for words in kept[:NAMES] or words_for(party)[:1])


def time_line(
    a: str, b: str, contacts: list[dict[str, Any]], said: dict[Any, list[dict[str, Any]]], deeds: list[dict[str, Any]]
) -> dict[str, Any]:
    """What the time line draws: lanes with points ``[day, words, address]``."""
    names = {code: party_name(code) for code in (a, b)}
    met = [
        [c["date"][:10], f"{c['kind']}, {c['status']}" + (f", {c['place']['name']}" if c["place"] else ""),
         address("contacts", c["id"])]
        for c in contacts
        if len(c["date"] or "") >= 7 and "W" not in c["date"]
    ]  # fmt: skip
    lanes = [{"name": "Contacts", "points": met}]
    for (x, y), lines in said.items():
        points = [
            [s["said"][:10], f"{s['speaker'] or names[x]}: {s['text'][:120]}", address("reports", s["report"])]
            for s in lines
            if s["said"] and "W" not in s["said"]
        ]
        lanes.append({"name": f"{names[x]} on {names[y]}", "points": points})
    acts = [[d["day"], f"{d['a']} → {d['b']}: {d['event']}", address("reports", d["report"])] for d in deeds]
    lanes.append({"name": "Events", "points": [p for p in acts if p[0]][:400]})
    return {"lanes": lanes}


def curve(deeds: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Events by month and by who acts: their number and mean Goldstein score (-10 conflict to 10 cooperation)."""
    scores: dict[tuple[str, str], list[float]] = defaultdict(list)
    for deed in deeds:
        if deed["day"]:
            scores[deed["day"][:7], deed["a"]].append(goldstein(deed["cameo"]))
    return [
        {"month": month, "from": who, "events": len(given), "goldstein": round(sum(given) / len(given), 2)}
        for (month, who), given in sorted(scores.items())
    ]


@cache
def goldstein(cameo: str) -> float:
    """The score of a CAMEO code."""
    from dateline.knowledge.actions import load_actions

    return load_actions().coding(cameo).goldstein


def topics(contacts: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Agenda topics of contacts, the most frequent first: ``topic`` and ``times``."""
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    for contact in reversed(list(contacts)):
        for item in contact["agenda"]:
            topic = found.setdefault(folded(item["topic"]), {"topic": item["topic"], "times": []})
            time = {"date": contact["date"], "standing": item["standing"], "contact": contact["id"]}
            if time not in topic["times"]:
                topic["times"].append(time)
    return sorted(found.values(), key=lambda t: -len(t["times"]))[:TOPICS]
