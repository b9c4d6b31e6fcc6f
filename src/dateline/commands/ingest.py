"""``dateline ingest`` and ``dateline reread``: reports into the archive."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from dateline.archive import Archive
from dateline.commands.aside import by_reason
from dateline.commands.progress import with_progress
from dateline.engine import read_all
from dateline.errors import SetAside
from dateline.intake import Intake
from dateline.intake.sources import Told
from dateline.record import Report


def ingest_reports(
    paths: list[str],
    where: str | None,
    from_: str | None,
    jobs: int | None,
    own: tuple[str, ...] = (),
    tables: Told | None = None,
) -> int:
    """Read the reports that the archive lacks, and keep them; the exit status: 0 all kept, 1 some set aside."""
    intake = Intake(paths, from_, tables)
    known = 0

    def count(_: Report) -> None:
        nonlocal known
        known += 1

    with Archive(where) as archive:
        lines = archive.ingest(read_all(archive.unread(intake, count), jobs, own))
        kept, aside = _run(with_progress(lines, intake, shown=False))
    for note in intake.notes:
        print(f"dateline: {note}", file=sys.stderr)
    told = f"{known:,} there already" if known else ""
    return _tell("kept", kept, told, aside)


def reread_reports(where: str | None, jobs: int | None, own: tuple[str, ...] = ()) -> int:
    """Read anew what other versions of the reader have read; people's decisions stay."""
    from dateline.reading.reader import shared_reader

    with Archive(where) as archive:
        reports = archive.read_otherwise(shared_reader().version)
        kept, aside = _run(archive.ingest(read_all(reports, jobs, own), replace=True))
    return _tell("read again", kept, "", aside)


def _run(lines: Iterable[bytes | SetAside]) -> tuple[int, list[SetAside]]:
    """Go through the lines: how many are kept, and what was set aside."""
    kept, aside = 0, []
    for line in lines:
        if isinstance(line, SetAside):
            aside.append(line)
        else:
            kept += 1
    return kept, aside


def _tell(done: str, kept: int, more: str, aside: list[SetAside]) -> int:
    parts = [f"{kept:,} {done}", more, f"{len(aside):,} set aside:" if aside else ""]
    print(f"dateline: {', '.join(filter(None, parts))}", file=sys.stderr)
    for line in by_reason(aside):
        print(f"  {line}", file=sys.stderr)
    return 1 if aside else 0
