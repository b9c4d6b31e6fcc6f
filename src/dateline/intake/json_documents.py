"""JSON: one report, or an array of them, with the contract's field names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Protocol

import ijson

from dateline.errors import SetAside
from dateline.intake.decoding import Unreadable, recode
from dateline.intake.rows import reports_in
from dateline.intake.sources import Reports, Source

MAX_STRING = 16 << 20
"""Characters of a string above which a document is no list of reports; the parser's time grows with its square."""


def looks_like(source: Source) -> bool:
    """Whether a JSON object or array begins here; objects on lines of their own are JSON lines."""
    return source.head.startswith("[") or source.head.startswith("{")


def reports(source: Source) -> Reports:
    """The report of a JSON object, or each report of an array, which is streamed; what follows a break is lost."""
    name, number = source.name, 0
    try:
        stream = recode(source.stream, source.sample)
        for number, (prefix, value) in enumerate(_objects(_AsItComes(stream)), 1):
            where = f"{name}[{number - 1}]" if prefix else name
            try:
                yield from reports_in(value, f"{source.id}-{number}" if prefix else source.id, source.told)
            except Unreadable as error:
                yield SetAside(where, str(error))
    except (ijson.JSONError, UnicodeDecodeError, RecursionError) as error:
        told = (str(error).strip().splitlines() or [type(error).__name__])[0]
        yield SetAside(name, f"not JSON after {number} report{'s' * (number != 1)}: {told[:200]}")


class _Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


class _AsItComes:
    """A stream whose reads give what is there, so that what stands before a break is not lost with it.

    A string of more than `MAX_STRING` bytes raises `Unreadable`.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._read = getattr(stream, "read1", stream.read)
        self._since_quote = 0

    def read(self, size: int = -1) -> bytes:
        data: bytes = self._read(size)
        at = data.rfind(b'"')
        self._since_quote = self._since_quote + len(data) if at < 0 else len(data) - at
        if self._since_quote > MAX_STRING:
            raise Unreadable(f"a string of more than {MAX_STRING:,} bytes: no field of a report is so long")
        return data


def _objects(stream: _Readable) -> Iterator[tuple[str, object]]:
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
