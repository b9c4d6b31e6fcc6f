"""Issues: who stands where, in whose words, since when."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from dateline.archive import Archive
from dateline.archive.issues import position_day, stands
from dateline.archive.names import folded
from dateline.archive.searching import parsed
from dateline.errors import UsageError
from dateline.export.columns import POSITION, STATEMENT, plain
from dateline.web.asked import asked
from dateline.web.tables import Table, answer

router = APIRouter(include_in_schema=False)

POSITIONS = 300
STATEMENTS = 20

WORDS = 12
"""Words of an issue that are looked for, where it is told in a report's own long words."""

ISSUE = plain("issue", "positions", "parties", "stances", "latest")


@router.get("/issues")
def issues(request: Request) -> Response:
    """One issue (``on``: a search) or the issues of the latest positions."""
    archive: Archive = request.app.state.archive
    given = asked(request, "on", "from", "to")
    if not given["on"]:
        found = archive.views.issues()
        return answer(request, "issues.html", {"issues": Table(ISSUE, found)}, issues=found)
    words = wanted(given["on"])
    positions = list(archive.positions(on=words, since=given["from"], until=given["to"], limit=POSITIONS))
    statements = list(archive.statements(about=words, since=given["from"], until=given["to"], limit=STATEMENTS))
    frames = [p | {"day": position_day(p)} for p in positions if p["frame"]]
    tables = {"positions": Table(POSITION, positions), "statements": Table(STATEMENT, statements)}
    return answer(
        request, "issue.html", tables, given=given, stands=stands(positions), frames=frames[:40],
        statements=statements, positions=positions,
    )  # fmt: skip


def wanted(text: str) -> str:
    """The search for an issue: as it is typed or, where that is none, for the words that it is told in."""
    try:
        parsed(text)
    except UsageError:
        words = folded(text)
        if not words:
            raise
        return " ".join(f'"{word}"' for word in words[:WORDS])
    return text
