"""``dateline read``: reports in, records out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import orjson

from dateline.commands.aside import by_reason
from dateline.commands.output import opened
from dateline.commands.progress import with_progress
from dateline.engine import read_all
from dateline.errors import SetAside
from dateline.export.readout import Readout
from dateline.intake import Intake
from dateline.intake.sources import Told
from dateline.record import Record


def read_reports(
    paths: list[str],
    form: str,
    output: Path | None,
    from_: str | None,
    jobs: int | None,
    own: tuple[str, ...] = (),
    tables: Told | None = None,
) -> int:
    """Print or write the records of all reports; the exit status: 0 all read, 1 some set aside."""
    intake = Intake(paths, from_, tables)
    aside: list[SetAside] = []
    read = undated = 0
    with opened(output) as target:
        write = _writer(form, target)
        for line in with_progress(read_all(intake, jobs, own), intake, shown=target.isatty()):
            if isinstance(line, SetAside):
                aside.append(line)
                continue
            read += 1
            undated += b'"published":null' in line
            write(line)
        target.flush()
    for note in intake.notes:
        print(f"dateline: {note}", file=sys.stderr)
    _tell(read, undated, aside)
    return 1 if aside else 0


def _writer(form: str, target: TextIO) -> Callable[[bytes], None]:
    """What writes one record's JSON line in the format asked for."""
    if form == "pretty":
        readout = Readout(target)
        return lambda line: readout.show(Record.from_json(line))
    if form == "json":
        return lambda line: print(orjson.dumps(orjson.loads(line), option=orjson.OPT_INDENT_2).decode(), file=target)
    return lambda line: print(line.decode(), file=target)


def _tell(read: int, undated: int, aside: list[SetAside]) -> None:
    """What a person should know at the end, on standard error."""
    if undated:
        has = "report has" if undated == 1 else f"of {read} reports have"
        print(f"dateline: {undated} {has} no publication date: times relative to it stay unresolved", file=sys.stderr)
    if aside:
        print(f"dateline: {read} read, {len(aside)} set aside:", file=sys.stderr)
        for line in by_reason(aside):
            print(f"  {line}", file=sys.stderr)
