"""JSON lines: one report a line, with the contract's field names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import orjson

from dateline.errors import SetAside
from dateline.intake.decoding import Unreadable, decode, recode
from dateline.intake.rows import reports_in
from dateline.intake.sources import SAMPLE, Reports, Source

MAX_LINE = 16 << 20
"""Bytes of a line above which it is passed over without being held in memory."""


def looks_like(source: Source) -> bool:
    """Whether an object stands on the first line, and another on the next or the file's name says so."""
    if not source.head.startswith("{"):
        return False
    first, _, rest = source.head.partition("\n")
    one_line = first.rstrip().endswith("}") or len(source.sample) >= SAMPLE
    return one_line and (rest.lstrip().startswith("{") or ".jsonl" in source.name or not rest.strip())


def reports(source: Source) -> Reports:
    """Each line's report, or the line set aside with its number and reason."""
    for number, line in enumerate(_lines(recode(source.stream, source.sample)), 1):
        try:
            if isinstance(line, int):
                raise Unreadable(f"a line of {line:,} bytes; at most {MAX_LINE:,} are read")
            if line.strip():
                yield from reports_in(_object(line), f"{source.id}-{number}", source.told)
        except Unreadable as error:
            yield SetAside(f"{source.name}:{number}", str(error))


def _object(line: bytes) -> object:
    try:
        return orjson.loads(decode(line))
    except orjson.JSONDecodeError as error:
        raise Unreadable(f"not JSON: {error.msg} (column {error.colno})") from None


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
