"""``dateline export --to frames``: what records say, and people's corrections of it, as annotation to train with."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

from dateline.commands.export import records_in, tell
from dateline.errors import UsageError
from dateline.export.frames import Word, frames_row, report_row, statements_row
from dateline.model.folder import WEIGHTS, check_folder
from dateline.record import Record

FILES = ("own/reports.jsonl", "frames/own_train.jsonl", "statements/own_train.jsonl")
"""What is written in the folder: the texts, and their annotation under names that training reads."""

AT_ONCE = 32
"""Reports given to the model together."""


def export_frames(
    paths: list[str], folder: Path | None, where: str | None, model: Path | None, sure: float | None
) -> int:
    """Write records, or the reports of an archive that people decided about, as a data folder; 1 where a line was none.

    Raises `UsageError` where no folder is named, or where doubtful lines were to be left out.
    """
    if folder is None:
        raise UsageError("--to frames writes a folder of several files: name it with --output FOLDER")
    if sure is not None:
        raise UsageError(
            "--min-confidence: a line left out of frames is learnt as none; reject the wrong ones in review instead"
        )
    check_folder(model)
    aside: list[str] = []
    rows = ((record, Word()) for record in records_in(paths, aside)) if paths else reviewed(where)
    written = write(rows, folder, model or WEIGHTS)
    print(
        f"dateline: {written['reports']:,} reports with {written['contacts']:,} contacts, {written['positions']:,} "
        f"positions and {written['statements']:,} statements in {folder}",
        file=sys.stderr,
    )
    if not paths and not written["reports"]:
        print("dateline: people decided about none: dateline review, or name files of records", file=sys.stderr)
    return tell(aside)


def write(rows: Iterable[tuple[Record, Word]], folder: Path, model: Path) -> dict[str, int]:
    """Write the files; how many reports, contacts, positions and statements are in them."""
    from dateline.model.network import Network

    network = Network(model)
    counts = dict.fromkeys(("reports", "contacts", "positions", "statements"), 0)
    texts, framed, said = (_opened(folder / name) for name in FILES)
    stream = iter(rows)
    with texts, framed, said:
        while some := list(islice(stream, AT_ONCE)):
            seen = network.frames([(record.report.headline or "", record.report.body) for record, _ in some])
            for (record, word), frames in zip(some, seen, strict=True):
                lines = (report_row(record), frames_row(record, frames, word), statements_row(record, word))
                for target, line in zip((texts, framed, said), lines, strict=True):
                    target.write(orjson.dumps(line) + b"\n")
                counts["reports"] += 1
                counts["contacts"] += len(lines[1]["contacts"])
                counts["positions"] += len(lines[1]["positions"])
                counts["statements"] += len(lines[2]["statements"])
    return counts


def _opened(path: Path) -> Any:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("wb")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from None


def reviewed(where: str | None) -> Iterator[tuple[Record, Word]]:
    """The records of an archive that people decided about, each with their word on its lines, by report id."""
    from dateline.archive import Archive

    with Archive(where) as archive:
        decided = [decision for decision in archive.decisions() if not decision["undone"]]
        reports = {d[end] for d in decided for end in ("report", "other_report") if d[end]}
        for report in sorted(reports):
            record = archive.record(report)
            if record is not None:
                yield record, word_on(archive, report)


def word_on(archive: Any, report: str) -> Word:
    """People's word on the lines of one report of an archive.

    A correction of a contact's kind or status is of what its accounts agreed on: an account that said something else
    keeps what it said.
    """
    around = archive.views.surroundings(report) or {"contacts": {}, "statements": {}, "positions": {}}
    rejected: set[str] = set()
    fields: dict[str, dict[str, Any]] = {}
    for letter, lines, names in (
        ("", around["statements"], ("speaker", "country")),
        ("p", around["positions"], ("holder", "country", "issue", "stance")),
    ):
        for local, line in lines.items():
            if line["judged"] == "reject":
                rejected.add(f"{letter}{local}")
            elif line["judged"] == "correct":
                fields[f"{letter}{local}"] = {name: line[name] for name in names}
    for local, contact_id in around["contacts"].items():
        contact = archive.contact(contact_id) if contact_id else None
        if contact is None:
            rejected.add(local)
        else:
            fields[local] = _of_contact(contact, report, local)
    return Word(frozenset(rejected), fields)


def _of_contact(contact: dict[str, Any], report: str, local: str) -> dict[str, Any]:
    account = next(a for a in contact["accounts"] if (a["report"], a["contact"]) == (report, local))
    set_by = {correction["field"]: correction["instead_of"] for correction in contact["corrections"]}
    found = {name: contact[name] for name in ("kind", "status") if name in set_by and account[name] == set_by[name]}
    if "agenda" in set_by:
        found["agenda"] = {item["topic"]: item["standing"] for item in contact["agenda"]}
    return found
