"""What the query of a page's address asks for."""

from __future__ import annotations

from datetime import date
from typing import Any

from fastapi import Request

from dateline.archive import Archive
from dateline.errors import UsageError
from dateline.record.days import days_of, iso

Line = dict[str, Any]

LONGEST = 300
"""Characters of a value; no name, date or search is longer."""

PAGE = 50
"""Lines of a list on a page."""

FILE = 10_000
"""Lines of a list as a file."""

EVER = ("0001-01-01", "9999-12-31")


def asked(request: Request, *names: str) -> dict[str, str | None]:
    """The values of some names in the query; `None` for what is not given or empty."""
    return {name: (request.query_params.get(name) or "").strip()[:LONGEST] or None for name in names}


def many(request: Request) -> int:
    """How many lines of a list to get: a page's, or a file's."""
    return FILE if request.query_params.get("format") else PAGE


def page_of(lines: list[Line], size: int) -> tuple[list[Line], Line | None]:
    """The lines of a page, and the last of them if more follow."""
    shown = lines[:size]
    return shown, shown[-1] if len(lines) > size else None


def period_asked(request: Request, archive: Archive, days: int) -> tuple[str, str]:
    """First and last day of the period asked for by ``from`` and ``to``; else so many days up to the latest report.

    Raises `UsageError` for what is no date.
    """
    given = asked(request, "from", "to")
    since, until = (days_of(given[name]) for name in ("from", "to"))
    for name in ("from", "to"):
        if given[name] and not days_of(given[name]):
            raise UsageError(f"{given[name]!r} is no date: write 2018, 2018-07, 2018-W29 or 2018-07-16")
    open_end = EVER[1] if since else archive.views.latest_day() or date.today().isoformat()
    end = iso(until[1]) if until else open_end
    return iso(since[0]) if since else before(end, days), end


def before(day: str, days: int) -> str:
    """The day so many days before another."""
    return iso(max(1, date.fromisoformat(day).toordinal() - days))
