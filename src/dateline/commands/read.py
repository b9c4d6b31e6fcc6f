"""``dateline read``: reports in, records out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import orjson

from dateline.commands.aside import by_reason
from dateline.commands.missing import missing_in, tell_missing
from dateline.commands.output import opened
from dateline.commands.progress import with_progress
from dateline.commands.undated import Undated
from dateline.engine import read_all
from dateline.errors import SetAside
from dateline.export.readout import Readout
from dateline.intake import Intake
from dateline.intake.said import NOTHING, Said
from dateline.intake.sources import Told
from dateline.model.folder import check_folder
from dateline.record import Record
from dateline.record.confidence import at_least


def read_reports(
    paths: list[str],
    form: str,
    output: Path | None,
    from_: str | None,
    jobs: int | None,
    own: tuple[str, ...] = (),
    model: Path | None = None,
    sure: float | None = None,
    tables: Told | None = None,
    say: Said = NOTHING,
) -> int:
    """Print or write the records of all reports; the exit status: 0 all read, 1 some set aside.

    With ``sure``, only lines at least so sure; ``tables`` says how tables are read; ``say`` completes reports that tell
    no date or source themselves.
    """
    check_folder(model)
    intake = Intake(paths, from_, tables)
    aside: list[SetAside] = []
    read, undated = 0, Undated()
    partly: list[str] = []
    with opened(output) as target:
        write = _writer(form, target)
        for line in with_progress(read_all(say.completed(intake), jobs, own, model), intake, shown=target.isatty()):
            if isinstance(line, SetAside):
                aside.append(line)
                continue
            read += 1
            undated.see(line)
            if note := missing_in(line):
                partly.append(note)
            write(line if sure is None else at_least(Record.from_json(line), sure).to_json())
        target.flush()
    for note in intake.notes:
        print(f"dateline: {note}", file=sys.stderr)
    undated.tell(read, "say it with --published")
    _tell(read, aside)
    tell_missing(partly)
    return 1 if aside else 0


def _writer(form: str, target: TextIO) -> Callable[[bytes], None]:
    """What writes one record's JSON line in the format asked for."""
    if form == "pretty":
        readout = Readout(target)
        return lambda line: readout.show(Record.from_json(line))
    if form == "json":
        return lambda line: print(orjson.dumps(orjson.loads(line), option=orjson.OPT_INDENT_2).decode(), file=target)
    return lambda line: print(line.decode(), file=target)


def _tell(read: int, aside: list[SetAside]) -> None:
    """What was set aside, on standard error."""
    if aside:
        print(f"dateline: {read} read, {len(aside)} set aside:", file=sys.stderr)
        for line in by_reason(aside):
            print(f"  {line}", file=sys.stderr)
