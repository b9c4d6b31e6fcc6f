"""Our tables: comma-separated files under ``knowledge/data``, one fact a row, many values joined by ``|``."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable

from dateline.errors import DatelineError

MANY = "|"


@dataclass(frozen=True)
class Row:
    """One row of a table, and where it stands: ``offices/russia.csv:12``."""

    where: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def get(self, column: str) -> str:
        """The cell, or ``""`` where the table has no such column."""
        return self.cells.get(column, "")

    def many(self, column: str) -> tuple[str, ...]:
        """The cell's values, those joined by ``|``."""
        return tuple(value for part in self.get(column).split(MANY) if (value := part.strip()))


def table(name: str, columns: Iterable[str]) -> Iterator[Row]:
    """The rows of one table, or of all tables of a folder in order of name; none where it is not there.

    Raises `DatelineError`, with file and line, where a column or a cell is missing.
    """
    data = files("dateline.knowledge") / "data"
    found = data.joinpath(name)
    if found.is_dir():
        for file in sorted(found.iterdir(), key=lambda f: f.name):
            if file.name.endswith(".csv"):
                yield from _rows(file, f"{name}/{file.name}", tuple(columns))
    elif found.is_file():
        yield from _rows(found, name, tuple(columns))


def _rows(file: Traversable, name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    return rows_of(file.read_text(encoding="utf-8"), name, columns)


def rows_of(text: str, name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a table's text. Lines that start with ``#`` are notes."""
    lines = [(number, line) for number, line in enumerate(io.StringIO(text), 1) if not line.startswith("#")]
    reader = csv.reader(line for _, line in lines)
    header = next(reader, [])
    if missing := [column for column in columns if column not in header]:
        raise DatelineError(f"{name}: no column {', '.join(missing)}")
    for cells in reader:
        where = f"{name}:{lines[reader.line_num - 1][0]}"
        if not cells:
            continue
        if len(cells) != len(header):
            raise DatelineError(f"{where}: {len(cells)} cells where the table has {len(header)} columns")
        yield Row(where, dict(zip(header, (cell.strip() for cell in cells), strict=True)))


@dataclass(frozen=True)
class Period:
    """From one day to another, both included; ``None`` is open. Written ``1990``, ``1990-03`` or ``1990-03-15``."""

    start: date | None = None
    end: date | None = None

    @classmethod
    def parse(cls, start: str, end: str) -> Period:
        """The period between two dates as tables write them. Raises ``ValueError``."""
        return cls(_day(start, first=True), _day(end, first=False))

    def __contains__(self, on: date) -> bool:
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)

    def away(self, on: date) -> int:
        """Days from the nearest day of the period; 0 within it."""
        if self.start and on < self.start:
            return (self.start - on).days
        if self.end and on > self.end:
            return (on - self.end).days
        return 0


ALWAYS = Period()
"""A period open on both sides."""


def _day(text: str, first: bool) -> date | None:
    if not text:
        return None
    year, *rest = (int(part) for part in text.split("-"))
    month = rest[0] if rest else 1 if first else 12
    if len(rest) > 1:
        return date(year, month, rest[1])
    return date(year, month, 1 if first else _last(year, month))


def _last(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date.resolution).day
