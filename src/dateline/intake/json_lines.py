"""JSON lines: one report a line, with the contract's field names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import orjson

from dateline.errors import SetAside
from dateline.intake.decoding import Unreadable, decode
from dateline.intake.fields import report_from
from dateline.record import Report

MAX_LINE = 16 << 20
"""Bytes of a line above which it is passed over without being held in memory."""


def reports(stream: BinaryIO, name: str) -> Iterator[Report | SetAside]:
    """Each line's report, or the line set aside with its number and reason."""
    stem = name.rsplit("/", 1)[-1].split(".")[0] or "stdin"
    for number, line in enumerate(_lines(stream), 1):
        try:
            if isinstance(line, int):
                raise Unreadable(f"a line of {line:,} bytes; at most {MAX_LINE:,} are read")
            if line.strip():
                yield report_from(_object(line), f"{stem}-{number}")
        except Unreadable as error:
            yield SetAside(f"{name}:{number}", str(error))


def _object(line: bytes) -> dict[str, object]:
    try:
        value = orjson.loads(decode(line))
    except orjson.JSONDecodeError as error:
        raise Unreadable(f"not JSON: {error.msg} (column {error.colno})") from None
    if not isinstance(value, dict):
        raise Unreadable("not a JSON object")
    report = value.get("report")  # a record of ours is read again from its report
    return report if isinstance(report, dict) else value


def _lines(stream: BinaryIO) -> Iterator[bytes | int]:
    """Each line, or the length of one that is too long."""
    while line := stream.readline(MAX_LINE):
        if len(line) < MAX_LINE or line.endswith(b"\n"):
            yield line
            continue
        length = len(line)
        while more := stream.readline(MAX_LINE):
            length += len(more)
            if more.endswith(b"\n"):
                break
        yield length
