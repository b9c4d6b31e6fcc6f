"""``dateline ingest`` and ``dateline reread``: reports into the archive."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from dateline.archive import Archive
from dateline.commands.aside import by_reason
from dateline.commands.missing import missing_in, tell_missing
from dateline.commands.progress import with_progress
from dateline.commands.undated import Undated
from dateline.engine import read_all
from dateline.errors import SetAside
from dateline.intake import Intake
from dateline.intake.said import NOTHING, Said
from dateline.intake.sources import Told
from dateline.model.folder import check_folder
from dateline.record import Report


def ingest_reports(
    paths: list[str],
    where: str | None,
    from_: str | None,
    jobs: int | None,
    own: tuple[str, ...] = (),
    model: Path | None = None,
    tables: Told | None = None,
    say: Said = NOTHING,
) -> int:
    """Read the reports that the archive lacks, and keep them; the exit status: 0 all kept, 1 some set aside.

    ``tables`` says how tables are read; ``say`` completes reports that tell no date or source themselves.
    """
    check_folder(model)
    intake = Intake(paths, from_, tables)
    known = 0

    def count(_: Report) -> None:
        nonlocal known
        known += 1

    with Archive(where) as archive:
        lines = archive.ingest(read_all(archive.unread(say.completed(intake), count), jobs, own, model))
        kept, aside, undated = _run(with_progress(lines, intake, shown=False))
    for note in intake.notes:
        print(f"dateline: {note}", file=sys.stderr)
    told = f"{known:,} there already" if known else ""
    status = _tell("kept", kept, told, aside)
    undated.tell(kept, "say it with --published, or now with dateline redate ID DATE")
    return status


def reread_reports(where: str | None, jobs: int | None, own: tuple[str, ...] = (), model: Path | None = None) -> int:
    """Read anew what other readers have read (other versions, models, tables or files); people's decisions stay."""
    from dateline.reading.reader import reader_with

    check_folder(model)
    with Archive(where) as archive:
        reports = archive.read_otherwise(reader_with(own, model).version)
        kept, aside, _ = _run(archive.ingest(read_all(reports, jobs, own, model), replace=True))
    return _tell("read again", kept, "", aside)


def _run(lines: Iterable[bytes | SetAside]) -> tuple[int, list[SetAside], Undated]:
    """Go through the lines: how many are kept, what was set aside, and what has no date."""
    kept, aside, undated, partly = 0, [], Undated(), []
    for line in lines:
        if isinstance(line, SetAside):
            aside.append(line)
        else:
            kept += 1
            undated.see(line)
            if note := missing_in(line):
                partly.append(note)
    tell_missing(partly)
    return kept, aside, undated


def _tell(done: str, kept: int, more: str, aside: list[SetAside]) -> int:
    parts = [f"{kept:,} {done}", more, f"{len(aside):,} set aside:" if aside else ""]
    print(f"dateline: {', '.join(filter(None, parts))}", file=sys.stderr)
    for line in by_reason(aside):
        print(f"  {line}", file=sys.stderr)
    return 1 if aside else 0
