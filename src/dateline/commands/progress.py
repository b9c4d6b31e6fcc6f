"""A progress bar for long work."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from dateline.errors import SetAside
from dateline.intake import Intake


def with_progress(lines: Iterator[bytes | SetAside], intake: Intake, *, shown: bool) -> Iterator[bytes | SetAside]:
    """The lines as they come, with a bar on standard error where a person waits for long work."""
    console = Console(stderr=True)
    if shown or not console.is_terminal or intake.total_bytes < LONG_WORK:
        yield from lines
        return
    columns = (
        BarColumn(), DownloadColumn(), TextColumn("{task.fields[reports]:,} reports, {task.fields[rate]:.0f}/s"),
        TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("reading", total=intake.total_bytes, reports=0, rate=0.0)
        for n, line in enumerate(lines, 1):
            yield line
            seconds = progress.tasks[0].elapsed or 0.0
            rate = n / seconds if seconds else 0.0
            progress.update(task, completed=intake.bytes_read, reports=n, rate=rate)


LONG_WORK = 100_000
"""Bytes of input from which a progress bar is worth its line."""
