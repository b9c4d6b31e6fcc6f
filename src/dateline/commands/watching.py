"""``dateline ingest --watch``: new files of folders are taken as they come."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from dateline.commands.ingest import ingest_reports
from dateline.errors import UsageError
from dateline.intake.said import NOTHING, Said
from dateline.intake.sources import Told

QUIET = 0.5
"""Seconds without change after which a file counts as written."""

LONGEST_WRITE = 60.0


def ingest_as_they_come(
    paths: list[str],
    where: str | None,
    from_: str | None,
    jobs: int | None,
    own: tuple[str, ...],
    model: Path | None,
    tables: Told,
    say: Said = NOTHING,
) -> int:
    """Ingest what is there, then new and changed files until Ctrl-C; the exit status of the worst run."""
    if find_spec("watchfiles") is None:
        raise UsageError("--watch: install what it takes with pip install 'dateline[watch]'")
    folders = [path for path in paths if Path(path).is_dir()]
    if len(folders) < len(paths):
        raise UsageError("--watch takes folders only")
    worst = 0
    try:
        if any(p.is_file() for folder in folders for p in Path(folder).rglob("*")):
            worst = ingest_reports(paths, where, from_, jobs, own, model, tables, say)
        print(f"dateline: watching {', '.join(folders)}; Ctrl-C ends it", file=sys.stderr)
        for files in arriving(folders):
            worst = max(worst, ingest_reports(files, where, from_, jobs, own, model, tables, say))
    except KeyboardInterrupt:
        print("dateline: watched until now", file=sys.stderr)
    return worst


def arriving(folders: list[str], stop: object = None) -> Iterator[list[str]]:
    """The files that are new or changed, whole, in order of name, each time there are some; ends when `stop` is set."""
    from watchfiles import Change, watch

    for changes in watch(*folders, stop_event=stop, raise_interrupt=True):  # type: ignore[arg-type]
        files = sorted({path for change, path in changes if change != Change.deleted and visible(path, folders)})
        if ready := [path for path in files if written(path)]:
            yield ready


def visible(path: str, folders: list[str]) -> bool:
    """Whether a path names a file and no part of it below its folder is hidden."""
    for folder in folders:
        try:
            inside = Path(path).relative_to(Path(folder).resolve())
        except ValueError:
            continue
        return Path(path).is_file() and not any(part.startswith(".") for part in inside.parts)
    return False


def written(path: str) -> bool:
    """Whether a file is there and stays as it is; waits for one that still grows."""
    until = time.monotonic() + LONGEST_WRITE
    before = None
    while time.monotonic() < until:
        try:
            now = (Path(path).stat().st_size, Path(path).stat().st_mtime_ns)
        except OSError:
            return False
        if now == before:
            return True
        before = now
        time.sleep(QUIET)
    return True
