"""CSV and TSV: a header row, one report a row; the columns are found by name and by what stands in them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import IO

from dateline.errors import SetAside
from dateline.intake.columns import ROWS_LOOKED_AT, Mapped, is_header, mapped
from dateline.intake.decoding import Unreadable, recode
from dateline.intake.sources import Reports, Source

DELIMITERS = ",;\t|"

LONGEST_CELL = 4 << 20
"""Characters of a cell that are held; a body of more than is read is refused with its length."""

LONGEST_LINE = 16 << 20
DEEPEST_JSON = 50


def looks_like(source: Source) -> bool:
    """Whether the first line is a header row, and a second has as many cells."""
    first, _, rest = source.head.partition("\n")
    delimiter = _delimiter(first)
    if delimiter is None:
        return False
    try:
        rows = list(csv.reader(rest.splitlines(keepends=True)[:20], delimiter=delimiter))[:1]
    except csv.Error:
        return True
    width = len(_cells(first, delimiter))
    return (
        not rows
        or abs(len(rows[0]) - width) <= 1
        or bool({"body"} & {c.strip().lower() for c in _cells(first, delimiter)})
    )


def reports(source: Source) -> Reports:
    """Each row's report, or the row set aside with its line. Raises `Unreadable` where no column holds texts."""
    text = io.TextIOWrapper(
        recode(source.stream, source.sample), encoding="utf-8-sig", errors="surrogateescape", newline=""
    )
    header = text.readline(LONGEST_LINE)
    while header and not header.strip():
        header = text.readline(LONGEST_LINE)
    delimiter = _delimiter(header)
    if delimiter is None:
        raise Unreadable("the first line is no header row with the names of columns")
    names = [_mended(cell.strip()) for cell in _cells(header, delimiter)]
    rows = _rows(_lines(text, source.name), delimiter)
    ahead: list[tuple[int, Sequence[str] | str]] = []
    for row in rows:
        ahead.append(row)
        if len(ahead) >= ROWS_LOOKED_AT:
            break
    found = mapped(names, [cells for _, cells in ahead if not isinstance(cells, str)], source.told)
    source.told_about(str(found))
    yield from _reports(chain(ahead, rows), names, found, source)


def _reports(
    rows: Iterator[tuple[int, Sequence[str] | str]], names: Sequence[str], found: Mapped, source: Source
) -> Reports:
    number = 0
    for line, cells in rows:
        where = f"{source.name}:{line}"
        if isinstance(cells, str):
            yield SetAside(where, cells)
            continue
        number += 1
        if not any(cell.strip() for cell in cells):
            if cells:
                yield SetAside(where, "the body is empty")
            continue
        try:
            fields: dict[str, object] = dict(zip(names, map(_mended, cells), strict=False))
            if "photos" in found.fields and (photos := str(fields.get(found.fields["photos"]) or "")):
                fields[found.fields["photos"]] = _photos(photos)
            yield found.report(fields, f"{source.id}-{number}")
        except Unreadable as error:
            yield SetAside(where, str(error))


def _photos(cell: str) -> object:
    if cell.count("[") + cell.count("{") > DEEPEST_JSON * 20:
        raise Unreadable("photos: not a list of photos")
    try:
        return json.loads(cell)
    except (json.JSONDecodeError, RecursionError) as error:
        raise Unreadable(f"photos: not JSON: {error}") from None


def _lines(text: IO[str], name: str) -> Iterator[str]:
    """Lines, none longer than is held. Raises `Unreadable` at one that is."""
    number = 1
    while line := text.readline(LONGEST_LINE):
        number += 1
        if len(line) >= LONGEST_LINE and not line.endswith("\n"):
            raise Unreadable(f"line {number} has more than {LONGEST_LINE:,} characters: no table of reports")
        yield line.replace("\0", "")


def _rows(lines: Iterator[str], delimiter: str) -> Iterator[tuple[int, Sequence[str] | str]]:
    """Each row's cells, or why it is none, with the line on which it begins."""
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        line = rows.line_num + 2
        try:
            yield line, next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, f"not CSV: {error}"


def _delimiter(header: str) -> str | None:
    found = [(len(cells), d) for d in DELIMITERS if is_header(cells := _cells(header, d))]
    if not found and header.strip().strip('"').lower() == "body":
        return ","
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _cells(header: str, delimiter: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([header.lstrip("\ufeff")], delimiter=delimiter), [])]
    except csv.Error:
        return []


def _mended(cell: str) -> str:
    """A cell that was not UTF-8 is read as Windows-1252, the usual export of spreadsheets."""
    if cell.isascii() or not any("\udc80" <= c <= "\udcff" for c in cell):
        return cell
    return cell.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
