"""CSV: a header row with the contract's field names, one report a row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import BinaryIO

from dateline.errors import SetAside
from dateline.intake.decoding import Unreadable
from dateline.intake.fields import report_from
from dateline.record import Report

KNOWN = {"id", "headline", "source", "published", "dateline", "language", "url", "body", "photos"}
DELIMITERS = ",;\t"


def looks_like(text: str) -> bool:
    """Whether the first line is a header row that names a body."""
    return _delimiter(text.partition("\n")[0]) is not None


def reports(stream: BinaryIO, name: str) -> Iterator[Report | SetAside]:
    """Each row's report, or the row set aside with its line. Raises `Unreadable` where the header names no body."""
    stem = name.rsplit("/", 1)[-1].split(".")[0] or "stdin"
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    header = text.readline()
    delimiter = _delimiter(header)
    if delimiter is None:
        raise Unreadable("the first line names no column 'body'")
    names = [cell.strip().lower() for cell in next(csv.reader([header], delimiter=delimiter))]
    rows = csv.reader(text, delimiter=delimiter, strict=True)
    number = 0
    while True:
        line = rows.line_num + 2
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield SetAside(f"{name}:{line}", f"not CSV: {error}")
            continue
        number += 1
        if not cells:
            continue
        try:
            fields: dict[str, object] = dict(zip(names, map(_mended, cells), strict=False))
            if fields.get("photos"):
                fields["photos"] = json.loads(str(fields["photos"]))
            yield report_from(fields, f"{stem}-{number}")
        except json.JSONDecodeError as error:
            yield SetAside(f"{name}:{line}", f"photos: not JSON: {error}")
        except Unreadable as error:
            yield SetAside(f"{name}:{line}", str(error))


def _delimiter(header: str) -> str | None:
    for delimiter in DELIMITERS:
        names = {cell.strip().strip('"').lower() for cell in header.split(delimiter)}
        if "body" in names and len(names & KNOWN) >= min(2, len(names)):
            return delimiter
    return None


def _mended(cell: str) -> str:
    """A cell that was not UTF-8 is read as Windows-1252, the usual export of spreadsheets."""
    if cell.isascii() or not any("\udc80" <= c <= "\udcff" for c in cell):
        return cell
    return cell.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
