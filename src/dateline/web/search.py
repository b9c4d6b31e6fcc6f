"""Search over everything, narrowed by party, kind, status, source and year."""

from __future__ import annotations

import re
from typing import Any

from fastapi import APIRouter, Request, Response

from dateline.archive import Archive
from dateline.archive.facets import FACETS, Found, sought
from dateline.archive.names import folded
from dateline.errors import UsageError
from dateline.export.columns import HIT
from dateline.web.asked import asked
from dateline.web.tables import Table, answer

router = APIRouter(include_in_schema=False)

HITS = 30
"""Hits on a page."""

BEFORE, AFTER = 90, 160
"""Characters of a text shown before and after the first word found."""

SHORT = 12
"""Values of a facet shown."""


@router.get("/search")
def search(request: Request) -> Response:
    """Hits of ``q``, the latest first, and the facets they fall under; ``from`` and ``to``, ``page``."""
    archive: Archive = request.app.state.archive
    given = asked(request, "q", "from", "to", *FACETS)
    filters = {name: value for name in FACETS if (value := given[name])}
    number = int(page) if (page := request.query_params.get("page", "")).isdecimal() and len(page) < 4 else 1
    found, trouble = Found([], {}, 0, False), None
    words: tuple[str, ...] = ()
    if given["q"]:
        try:
            found = archive.views.search(given["q"], filters, since=given["from"], until=given["to"])
            words = sought(given["q"])
        except UsageError as error:
            trouble = str(error)
    start = (max(number, 1) - 1) * HITS
    hits = [dict(hit) for hit in found.hits[start : start + HITS]]
    texts = archive.views.bodies([hit["id"] for hit in hits if hit["in"] == "reports"])
    for hit in hits:
        hit["pieces"] = lit(hit["text"] or "", words)
        hit["extract"] = lit(extract(texts[hit["id"]], words), words) if hit["id"] in texts else None
    facets = {name: list(values.items())[:SHORT] for name, values in found.facets.items()}
    lines: list[dict[str, Any]] = [{k: v for k, v in hit.items() if k != "contact"} for hit in found.hits]
    return answer(
        request, "search.html", {"hits": Table(HIT, lines)}, given=given, filters=filters, found=found, hits=hits,
        facets=facets, trouble=trouble, number=number, more=start + HITS < len(found.hits),
    )  # fmt: skip


def lit(text: str, words: tuple[str, ...]) -> list[tuple[str, bool]]:
    """The text in pieces, and which of them are words looked for, whatever their endings."""
    pieces: list[tuple[str, bool]] = []
    for part in re.split(r"(\w+)", text):
        if part:
            pieces.append((part, is_sought(part, words)))
    return pieces


def is_sought(part: str, words: tuple[str, ...]) -> bool:
    """Whether a word of a text is one that was looked for, or another form of it."""
    return any(
        word == sought or (len(sought) > 3 and word.startswith(sought[: max(4, len(sought) - 2)])
                           and abs(len(word) - len(sought)) <= 4)
        for word in folded(part)
        for sought in words
    )  # fmt: skip


def extract(text: str, words: tuple[str, ...]) -> str:
    """The stretch of a text around the first word looked for."""
    found = next((m for m in re.finditer(r"\w+", text) if is_sought(m[0], words)), None)
    start = max(0, found.start() - BEFORE) if found else 0
    end = min(len(text), (found.end() if found else 0) + AFTER)
    return ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")
