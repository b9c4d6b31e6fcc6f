"""Files, folders, globs and standard input as one stream of reports, in order, in constant memory."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from dateline.errors import SetAside, UsageError
from dateline.intake import agency, csv_table, json_documents, json_lines, plain, sheet
from dateline.intake.decoding import Unreadable, decode, recode, refuse_binary, refuse_markup
from dateline.intake.files import STANDARD_INPUT, ByteCount, files_under, open_bytes
from dateline.intake.language import with_language
from dateline.record import Report

Reports = Iterator[Report | SetAside]

TABLES: dict[str, Callable[[BinaryIO, str], Reports]] = {
    "json": json_documents.reports,
    "jsonl": json_lines.reports,
    "csv": csv_table.reports,
}
"""Formats that hold many reports: bytes and a name to call them by -> reports."""

TEXTS: dict[str, Callable[[str, str], Report]] = {
    "sheet": sheet.report,
    "agency": agency.report,
    "plain": plain.report,
}
"""Formats that hold one report: text and an id -> the report. Raise `Unreadable`."""

FORMATS = (*TEXTS, *TABLES)

SAMPLE = 1 << 16
"""Bytes looked at to tell formats and encodings apart."""

MAX_TEXT = 64 << 20
"""Bytes of a single-report file above which it is no report."""


class Intake:
    """The reports in `paths` (files, folders, globs, ``-``), each a `Report` or a `SetAside` with its reason.

    `form` forces one of `FORMATS`; otherwise each file's content decides. `total_bytes` and `bytes_read` tell how far
    the stream is (standard input counts as 0 bytes). Raises `UsageError` for an unknown format or a path without files.
    """

    def __init__(self, paths: Sequence[str | Path], form: str | None = None) -> None:
        if form is not None and form not in FORMATS:
            raise UsageError(f"unknown format {form!r}: use one of {', '.join(FORMATS)}")
        self.form = form
        self.files = [file for path in paths for file in files_under(str(path))]
        self.total_bytes = sum(Path(f).stat().st_size for f in self.files if f != STANDARD_INPUT)
        self._count = ByteCount()
        self._seen: set[str] = set()

    @property
    def bytes_read(self) -> int:
        """Bytes of the files (as stored, so compressed ones too) that are behind us."""
        return self._count.total

    def __iter__(self) -> Reports:
        for name in self.files:
            try:
                with open_bytes(name, self._count) as stream:
                    for item in self._reports(stream, name):
                        yield self._told_apart(with_language(item, name)) if isinstance(item, Report) else item
            except Unreadable as error:
                yield SetAside(name, str(error))
            except (OSError, EOFError) as error:
                yield SetAside(name, f"cannot be read: {getattr(error, 'strerror', None) or error}")

    def _reports(self, stream: io.BufferedReader, name: str) -> Reports:
        sample = stream.peek(SAMPLE)[:SAMPLE]
        if not sample.strip():
            raise Unreadable("the file is empty")
        refuse_binary(sample)
        form = self.form or form_of(sample, name)
        if form in TABLES:
            yield from TABLES[form](recode(stream, sample), name)
        else:
            data = stream.read(MAX_TEXT + 1)
            if len(data) > MAX_TEXT:
                raise Unreadable(
                    f"longer than {MAX_TEXT >> 20} MiB: no single report is; one report a line is read as jsonl"
                )
            yield TEXTS[form](decode(data), report_id(name))

    def _told_apart(self, report: Report | SetAside) -> Report | SetAside:
        """Two reports never share an id in one run: the second is told from the first by a number."""
        if isinstance(report, SetAside):
            return report
        name, n = report.id, 1
        while report.id in self._seen:
            n += 1
            report = report.model_copy(update={"id": f"{name}~{n}"})
        self._seen.add(report.id)
        return report


def report_of(text: str, report_id: str = "text") -> Report:
    """The report in a text of any single-report layout. Raises `Unreadable`."""
    refuse_markup(text)
    return TEXTS[text_form(text)](text, report_id)


def form_of(sample: bytes, name: str) -> str:
    """The format that a file's first bytes show; its name only decides between JSON and JSON lines.

    Raises `Unreadable` for markup.
    """
    text = decode(sample, sample=True).lstrip("\ufeff \t\r\n")
    refuse_markup(text)
    if text.startswith("["):
        return "json"
    if text.startswith("{"):
        first, _, rest = text.partition("\n")
        one_line = first.rstrip().endswith("}") or len(sample) >= SAMPLE
        return (
            "jsonl" if one_line and (rest.lstrip().startswith("{") or ".jsonl" in name or not rest.strip()) else "json"
        )
    if csv_table.looks_like(text):
        return "csv"
    return text_form(text)


def text_form(text: str) -> str:
    """Which of `TEXTS` a text is in."""
    return "sheet" if sheet.looks_like(text) else "agency" if agency.looks_like(text) else "plain"


def report_id(name: str) -> str:
    """The id of a report that is a file: the file's name without its endings."""
    if name == STANDARD_INPUT:
        return "stdin"
    stem = Path(name).name.removesuffix(".gz")
    return Path(stem).stem or stem
