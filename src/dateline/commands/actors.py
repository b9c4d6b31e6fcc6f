"""``dateline actors``: look names up in the tables, and check the tables."""

from __future__ import annotations

from datetime import date

from rich.console import Console
from rich.table import Table

from dateline.errors import UsageError
from dateline.knowledge import load
from dateline.knowledge.check import check_tables
from dateline.knowledge.find import Found, find_actors


def find(name: str, on: str | None, own: tuple[str, ...]) -> int:
    """Print what a name means (on a day); 1 where nobody is known by it."""
    try:
        day = date.fromisoformat(on) if on else None
    except ValueError:
        raise UsageError(f"--on {on}: a day is written 2018-07-02") from None
    found = find_actors(name, load(own), day)
    if not found:
        print(f"nobody is known as {name}{f' on {on}' if on else ''}")
        return 1
    _show(found)
    return 0


def check(own: tuple[str, ...]) -> int:
    """Print what is wrong with the tables, and in users' own files; 1 where something is."""
    problems = [*check_tables(), *(str(aside) for aside in (load(own).aside if own else ()))]
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems" if problems else "the tables hold together")
    return 1 if problems else 0


def _show(found: list[Found]) -> None:
    console = Console(width=None if Console().is_terminal else 200)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("name", "kind", "office", "country", "code", "from", "until", "also", "row"):
        table.add_column(column, overflow="fold")
    for meaning in sorted(found, key=lambda m: (m.name, m.period.start or date.min)):
        start, end = (day.isoformat() if day else "" for day in (meaning.period.start, meaning.period.end))
        cells = (meaning.name, meaning.kind, meaning.office, meaning.country, meaning.code, start, end)
        table.add_row(*(cell or "" for cell in cells), ", ".join(meaning.aliases), meaning.where)
    console.print(table)
