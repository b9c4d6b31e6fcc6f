"""``dateline read --explain``: the frame or the rule that made each line of a record, with its words and scores."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TextIO

from dateline.commands.output import opened
from dateline.errors import SetAside
from dateline.intake import Intake
from dateline.intake.said import NOTHING, Said
from dateline.intake.sources import Told
from dateline.model.folder import check_folder
from dateline.reading.grounds import Ground
from dateline.reading.reader import reader_with
from dateline.record import Record, Spans


def explain_reports(
    paths: list[str],
    output: Path | None,
    from_: str | None,
    own: tuple[str, ...] = (),
    model: Path | None = None,
    tables: Told | None = None,
    say: Said = NOTHING,
) -> int:
    """Print or write the grounds of all reports' lines; the exit status: 0 all read, 1 some set aside."""
    check_folder(model)
    reader = reader_with(own, model)
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
    sure = dict(_confidences(record))
    for line, some in groupby(grounds, key=lambda ground: ground.line):
        told = f"  (confidence {sure[line]:.2f})" if line in sure else ""
        print(f"  {line}{told}", file=target)
        for ground in some:
            print(f"    {ground.rule}", file=target)
            mark = "from" if not ground.roles else "cue" if ground.line.startswith("statement") else "trigger"
            words = {mark: ground.words, **ground.roles}
            for role, spans in words.items():
                if spans:
                    print(f"      {role + ':':9}{_words(record, spans)}", file=target)


def _words(record: Record, spans: Spans) -> str:
    """The words of spans, each on one line, long ones cut in the middle: a role may be filled twice."""
    return " | ".join(_short(" ".join(record.words((span,)).split())) for span in spans)


LONGEST = 160
"""Characters of one span that are shown."""


def _short(text: str) -> str:
    half = LONGEST // 2
    return text if len(text) <= LONGEST else f"{text[:half].rstrip()} ... {text[-half:].lstrip()}"


def _confidences(record: Record) -> Iterator[tuple[str, float]]:
    """The confidence of each line that has one, by the line's name among the grounds."""
    for statement in record.statements:
        yield from _told(f"statement {statement.id}", statement.confidence)
    for contact in record.contacts:
        yield from _told(f"contact {contact.id}", contact.confidence)
        for item in contact.agenda:
            yield from _told(f"contact {contact.id}, topic {item.topic}", item.confidence)
    for number, position in enumerate(record.positions, 1):
        yield from _told(f"position {number}", position.confidence)
    for number, event in enumerate(record.events, 1):
        yield from _told(f"event {number}", event.confidence)


def _told(line: str, confidence: float | None) -> Iterator[tuple[str, float]]:
    if confidence is not None:
        yield line, confidence
