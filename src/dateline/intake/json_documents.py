"""JSON: one report, or an array of them, with the contract's field names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import ijson

from dateline.errors import SetAside
from dateline.intake.decoding import Unreadable
from dateline.intake.fields import report_from
from dateline.record import Report


def reports(stream: BinaryIO, name: str) -> Iterator[Report | SetAside]:
    """The report of a JSON object, or each report of an array, which is streamed; what follows a break is lost."""
    stem = name.rsplit("/", 1)[-1].split(".")[0] or "stdin"
    number = 0
    try:
        for number, (prefix, value) in enumerate(_objects(stream), 1):
            where = f"{name}[{number - 1}]" if prefix else name
            try:
                if not isinstance(value, dict):
                    raise Unreadable("not a JSON object")
                inner = value.get("report")
                fields = inner if isinstance(inner, dict) else value
                yield report_from(fields, f"{stem}-{number}" if prefix else stem)
            except Unreadable as error:
                yield SetAside(where, str(error))
    except (ijson.JSONError, UnicodeDecodeError) as error:
        yield SetAside(
            name, f"not JSON after {number} report{'s' * (number != 1)}: {str(error).strip().splitlines()[0]}"
        )


def _objects(stream: BinaryIO) -> Iterator[tuple[str, object]]:
    """The top value, or the items of the top array, each with its prefix (``item``, or nothing for the top value)."""
    builder, depth, prefix = None, 0, ""
    for event, value in ijson.basic_parse(stream, use_float=True):
        if builder is None:
            if event == "start_array" and not prefix:
                prefix = "item"
                continue
            if event == "end_array":
                return
            builder, depth = ijson.ObjectBuilder(), 0
        builder.event(event, value)
        depth += event.startswith("start") - event.startswith("end")
        if depth == 0:
            yield prefix, builder.value
            builder = None
