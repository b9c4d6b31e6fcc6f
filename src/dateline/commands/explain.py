"""``dateline read --explain``: which rule or model made each line of a record, and from which words."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TextIO

from dateline.commands.output import opened
from dateline.errors import SetAside
from dateline.intake import Intake
from dateline.intake.said import NOTHING, Said
from dateline.intake.sources import Told
from dateline.knowledge import load
from dateline.reading.grounds import Ground
from dateline.reading.reader import Reader
from dateline.record import Record


def explain_reports(
    paths: list[str],
    output: Path | None,
    from_: str | None,
    own: tuple[str, ...] = (),
    tables: Told | None = None,
    say: Said = NOTHING,
) -> int:
    """Print or write the grounds of all reports' lines; the exit status: 0 all read, 1 some set aside."""
    reader = Reader(load(own))
    aside = 0
    with opened(output) as target:
        for item in say.completed(Intake(paths, from_, tables)):
            if isinstance(item, SetAside):
                aside += 1
                print(f"dateline: set aside: {item}", file=sys.stderr)
            else:
                _show(*reader.explain(item), target)
    return 1 if aside else 0


def _show(record: Record, grounds: tuple[Ground, ...], target: TextIO) -> None:
    print(f"{record.report.id}  {record.report.headline or ''}".rstrip(), file=target)
    for ground in grounds:
        words = " ".join(record.words(ground.words).split())
        print(f"  {ground.line}\n    {ground.rule}\n    from: {words}", file=target)
