"""A handful of reports read together: the unit that is sent to a process."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.errors import SetAside
from dateline.record import Report

if TYPE_CHECKING:
    from dateline.reading.reader import Reader

Line = bytes | SetAside

CHUNK = 32


def read_chunk(reader: Reader, items: Sequence[Report | SetAside]) -> list[Line]:
    """The lines of some reports. Where one breaks the reader, it alone is set aside and the others are read."""
    reports = [item for item in items if isinstance(item, Report)]
    try:
        lines: list[Line] = [record.to_json() for record in reader.read_many(reports)]
    except Exception:
        lines = [read_one(reader, report) for report in reports]
    read = iter(lines)
    return [next(read) if isinstance(item, Report) else item for item in items]


def read_one(reader: Reader, report: Report) -> Line:
    """The line of one report, or the reason why the reader failed on it."""
    try:
        return reader.read(report).to_json()
    except Exception as error:  # a fault of ours: told with the report's id, so that it can be reported
        return SetAside(report.id, f"the reader failed: {type(error).__name__}: {error}")
