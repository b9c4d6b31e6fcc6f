"""Each list on a page, also as a file: the same address with ``format=csv`` or ``json`` (and ``table=``)."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from fastapi import HTTPException, Request, Response

from dateline.export.columns import Cell, Line, told
from dateline.web.rendering import visible

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First characters by which spreadsheets take a cell for a formula (OWASP, CSV injection)."""


@dataclass(frozen=True)
class Table:
    """Lines under columns. JSON has the lines whole, CSV what the columns make of them."""

    columns: Mapping[str, Cell]
    lines: Sequence[Line]

    def csv(self) -> str:
        """RFC 4180, with a header. A cell that a spreadsheet would take for a formula gets an apostrophe before it."""
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(self.columns)
        for line in self.lines:
            writer.writerow(_harmless(visible(told(cell(line)))) for cell in self.columns.values())
        return out.getvalue()

    def json(self) -> bytes:
        """A list of the lines."""
        return orjson.dumps(list(self.lines), option=orjson.OPT_INDENT_2, default=str)


def answer(request: Request, template: str, tables: Mapping[str, Table], **context: Any) -> Response:
    """The page or, where the query asks for it, one of its tables as a file (the first if ``table`` names none)."""
    form = request.query_params.get("format")
    if not form:
        page: Response = request.app.state.pages.show(request, template, tables=tables, **context)
        return page
    name = request.query_params.get("table") or next(iter(tables), "")
    if name not in tables or form not in ("csv", "json"):
        raise HTTPException(404, f"no table {name!r} as {form!r} here: {', '.join(tables)}, as csv or json")
    table = tables[name]
    if form == "csv":
        headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
        return Response(table.csv(), media_type="text/csv; charset=utf-8", headers=headers)
    return Response(table.json(), media_type="application/json")


def _harmless(cell: str) -> str:
    return "'" + cell if cell.startswith(FORMULA) else cell
