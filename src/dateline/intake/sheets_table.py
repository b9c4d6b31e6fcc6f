"""Excel workbooks: each sheet with a header row is a table of reports."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from dateline.errors import SetAside
from dateline.intake.columns import ROWS_LOOKED_AT, is_header, mapped
from dateline.intake.decoding import Unreadable
from dateline.intake.office_zip import needs, opened, parts_of
from dateline.intake.sources import Reports, Source

MOST_ROWS = 1_048_576
HEADER_WITHIN = 10
"""Rows among which a sheet's header must stand."""


def looks_like(source: Source) -> bool:
    """Whether the file is a workbook of Excel 2007 or later."""
    return "xl/workbook.xml" in parts_of(source)


def reports(source: Source) -> Reports:
    """Each row's report, or the row set aside with its sheet and row."""
    data = source.data()
    opened(data)
    needs("openpyxl", "office", "an Excel workbook")
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except Exception as error:  # openpyxl raises whatever its parts raise
        raise Unreadable(f"not a workbook: {type(error).__name__}: {error}") from None
    tables, reasons = 0, []
    for sheet in book.worksheets:
        try:
            for item in _rows(sheet.title, sheet.iter_rows(values_only=True, max_row=MOST_ROWS), source):
                tables += 1
                yield item
        except Unreadable as error:
            reasons.append(f"sheet {sheet.title!r}: {error}")
    if not tables:
        raise Unreadable("; ".join(reasons) or "a workbook without rows")


def _rows(title: str, rows: Iterator[tuple[Any, ...]], source: Source) -> Reports:
    numbered = enumerate(rows, 1)
    header: list[str] = []
    for number, row in numbered:
        names = ["" if cell is None else str(cell).strip() for cell in row]
        if is_header([name for name in names if name]) and len([n for n in names if n]) > 1:
            header = names
            break
        if number >= HEADER_WITHIN:
            break
    if not header:
        raise Unreadable("no header row with the names of columns")
    ahead = [(number, row) for number, row in _first(numbered, ROWS_LOOKED_AT)]
    found = mapped(header, [[_told(cell) for cell in row] for _, row in ahead], source.told)
    source.told_about(str(found))
    for number, row in _chained(ahead, numbered):
        if all(cell is None for cell in row):
            continue
        try:
            yield found.report(dict(zip(header, map(_told, row), strict=False)), f"{source.id}-{title}-{number}")
        except Unreadable as error:
            yield SetAside(f"{source.name}[{title}:{number}]", str(error))


def _first(rows: Iterator[tuple[int, Any]], most: int) -> Iterator[tuple[int, Any]]:
    for _, row in zip(range(most), rows, strict=False):
        yield row


def _chained(ahead: list[tuple[int, Any]], rows: Iterator[tuple[int, Any]]) -> Iterator[tuple[int, Any]]:
    yield from ahead
    yield from rows


def _told(cell: Any) -> Any:
    """A cell's value; a date as the record writes it."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time().isoformat() == "00:00:00" else cell.strftime("%Y-%m-%dT%H:%M:%S")
    return cell.isoformat() if isinstance(cell, date) else cell
