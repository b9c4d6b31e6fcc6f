"""Lines on a terminal as a table, in a pipe as JSON or CSV."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

import orjson
from rich.console import Console
from rich.table import Table

from dateline.export.columns import Cell, Line, told

SHORT = frozenset({"id", "date", "kind", "status", "for", "mode", "stance", "standing", "in", "accounts", "sure"})
"""Columns that are never broken over two lines."""

ROOM_ONLY = frozenset({"sure", "part of"})
"""Columns shown only where a line has at least `ROOMY` characters."""
ROOMY = 110

SCREENFUL = 50
"""Lines shown on a terminal where no limit is given."""


def default_form(form: str | None) -> str:
    """The format asked for; else a table for eyes, JSON lines for a pipe."""
    return form or ("table" if sys.stdout.isatty() else "jsonl")


def limit_for(form: str, limit: int | None) -> int | None:
    """One more than a screenful for a table without a limit, so that it can be told that there is more."""
    return SCREENFUL + 1 if limit is None and form == "table" else limit


def show_lines(lines: Iterable[Line], columns: Mapping[str, Cell], form: str, limit: int | None) -> int:
    """Print the lines; the exit status: 0, or 1 where there was none."""
    stream = iter(lines)
    first = next(stream, None)
    if first is None:
        if form == "csv":
            csv.writer(sys.stdout).writerow(columns)
        elif form == "json":
            print("[]")
        print("dateline: nothing found", file=sys.stderr)
        return 1
    WRITERS[form](chained(first, stream), columns, limit)
    return 0


def chained(first: Line, rest: Iterator[Line]) -> Iterator[Line]:
    """The first line and the rest, as they come."""
    yield first
    yield from rest


def table(lines: Iterable[Line], columns: Mapping[str, Cell], limit: int | None) -> None:
    """A table as wide as the terminal, without columns in which nothing would stand, or for which there is no room."""
    console = Console(highlight=False, emoji=False, markup=False)
    shown = list(islice(lines, limit or SCREENFUL))
    more = next(iter(lines), None) if limit is None else None
    filled = {name: [told(cell(line)) for line in shown] for name, cell in columns.items()}
    narrow = console.width < ROOMY
    filled = {n: cells for n, cells in filled.items() if any(cells) and not (narrow and n in ROOM_ONLY)}
    wide = Table(box=None, pad_edge=False, header_style="bold", expand=False)
    for name in filled:
        wide.add_column(name, overflow="fold", no_wrap=name in SHORT)
    for row in zip(*filled.values(), strict=True):
        wide.add_row(*row)
    console.print(wide)
    if more is not None:
        print(f"... more: --limit above {len(shown)}, or --format jsonl", file=sys.stderr)


def json_list(lines: Iterable[Line], columns: Mapping[str, Cell], limit: int | None) -> None:
    """One JSON list."""
    print("[", end="")
    for n, line in enumerate(lines):
        print(",\n " if n else "\n ", orjson.dumps(line).decode(), sep="", end="")
    print("\n]")


def json_lines(lines: Iterable[Line], columns: Mapping[str, Cell], limit: int | None) -> None:
    """One JSON object a line."""
    for line in lines:
        print(orjson.dumps(line).decode())


def csv_rows(lines: Iterable[Line], columns: Mapping[str, Cell], limit: int | None) -> None:
    """The table's columns (RFC 4180)."""
    writer = csv.writer(sys.stdout)
    writer.writerow(columns)
    for line in lines:
        writer.writerow([told(cell(line)) for cell in columns.values()])


WRITERS: dict[str, Callable[[Iterable[Line], Mapping[str, Cell], int | None], None]] = {
    "table": table,
    "json": json_list,
    "jsonl": json_lines,
    "csv": csv_rows,
}
