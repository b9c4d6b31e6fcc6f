"""``dateline export``: records out in other people's formats."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from dateline.commands.output import opened
from dateline.errors import UsageError
from dateline.export.event_formats import events_of, writer
from dateline.intake.files import ByteCount, files_under, open_bytes
from dateline.record import Record
from dateline.record.confidence import at_least


def export_records(
    paths: list[str], form: str, output: Path | None, with_header: bool = True, sure: float | None = None
) -> int:
    """Write the events of records (JSON lines of ``dateline read``) in a format; 1 where a line was no record.

    With ``sure``, only events at least so sure.
    """
    if not paths:
        raise UsageError("name files of records; the events of an archive are written by dateline events --format")
    header, rows_of = writer(form)
    aside: list[str] = []
    with opened(output) as out:
        if header and with_header:
            print(header, file=out)
        for record in records_in(paths, aside):
            kept = record if sure is None else at_least(record, sure)
            for row in (row for line in events_of(kept) for row in rows_of(line)):
                print(row, file=out)
    return tell(aside)


def records_in(paths: list[str], aside: list[str]) -> Iterator[Record]:
    """The records in files, in order; what is none is told in ``aside``."""
    for name in (file for path in paths for file in files_under(path)):
        with open_bytes(name, ByteCount()) as stream:
            for number, line in enumerate(stream, 1):
                try:
                    yield Record.from_json(line)
                except ValidationError as error:
                    aside.append(f"{name}:{number}: no record: {error.errors()[0]['msg']}")


def tell(aside: list[str]) -> int:
    """Tell on standard error what was set aside; the exit status: 1 where something was."""
    if aside:
        lines = "1 line" if len(aside) == 1 else f"{len(aside):,} lines"
        print(f"dateline: {lines} set aside:", *aside, sep="\n  ", file=sys.stderr)
        print("dateline: records are what `dateline read --format jsonl` writes", file=sys.stderr)
    return 1 if aside else 0
