"""Files, folders, globs and standard input as one stream of reports, in order, in constant memory."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from dateline.errors import SetAside, UsageError
from dateline.intake import not_reports
from dateline.intake.decoding import Unreadable
from dateline.intake.files import STANDARD_INPUT, BrokenOff, ByteCount, files_under, open_bytes
from dateline.intake.formats import FORMATS as BY_NAME
from dateline.intake.formats import TEXTS, form_of
from dateline.intake.html_page import PAGE, report_of_page
from dateline.intake.language import with_language
from dateline.intake.pasted import report_in
from dateline.intake.sources import SAMPLE, Reports, Source, Told
from dateline.record import Report

FORMATS = tuple(BY_NAME)


class Intake:
    """The reports in `paths` (files, folders, globs, ``-``), each a `Report` or a `SetAside` with its reason.

    `form` forces one of `FORMATS`; otherwise each file's content decides. `told` says how tables are to be read, and
    `notes` how they were. `total_bytes` and `bytes_read` tell how far
    the stream is (standard input counts as 0 bytes). Raises `UsageError` for an unknown format or a path without files.
    """

    def __init__(self, paths: Sequence[str | Path], form: str | None = None, told: Told | None = None) -> None:
        if form is not None and form not in FORMATS:
            raise UsageError(f"unknown format {form!r}: use one of {', '.join(FORMATS)}")
        self.form = form
        self.told = told or Told()
        self.notes: list[str] = []
        self.files = [file for path in paths for file in files_under(str(path))]
        if self.told.since is not None:
            self.files = [file for file in self.files if file == STANDARD_INPUT or _changed(file) >= self.told.since]
        self.total_bytes = sum(Path(f).stat().st_size for f in self.files if f != STANDARD_INPUT)
        self._numbers: dict[str, int] = {}
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
            except BrokenOff as error:
                yield SetAside(name, f"{error}; what stood before the break is kept")
            except (OSError, EOFError) as error:
                yield SetAside(name, f"cannot be read: {getattr(error, 'strerror', None) or error}")
            except Exception as error:  # one bad file never stops a run
                yield SetAside(name, f"cannot be read: {type(error).__name__}: {str(error)[:200]}")

    def _reports(self, stream: io.BufferedReader, name: str) -> Reports:
        source = Source(name, stream, self.told, self.notes)
        _past_blanks(stream)
        if not source.sample.strip():
            raise Unreadable("the file is empty")
        form = self.form or form_of(source)
        if self.form is None and form in TEXTS:
            not_reports.refuse(source)
            yield report_of(source.text(), source.id, page=False)
        else:
            yield from BY_NAME[form].reports(source)

    def _told_apart(self, report: Report | SetAside) -> Report | SetAside:
        """Two reports never share an id in one run: the second is told from the first by a number."""
        if isinstance(report, SetAside):
            return report
        name = report.id
        if name in self._seen:
            n = self._numbers.get(name, 1) + 1
            while f"{name}~{n}" in self._seen:
                n += 1
            self._numbers[name] = n
            report = report.model_copy(update={"id": f"{name}~{n}"})
        self._seen.add(report.id)
        return report


def _changed(file: str) -> date:
    """The day a file was last changed, here."""
    return datetime.fromtimestamp(Path(file).stat().st_mtime).date()


def _past_blanks(stream: io.BufferedReader) -> None:
    """Move past blanks that fill whole samples; a file of nothing else is empty."""
    while (sample := stream.peek(SAMPLE)[:SAMPLE]) and not sample.strip():
        stream.read(len(sample))


def report_of(text: str, report_id: str = "text", *, page: bool = True) -> Report:
    """The report in a text of any single-report layout, or (`page`) in a page's source. Raises `Unreadable`."""
    if page and PAGE.match(text.lstrip("\ufeff \t\r\n")):
        return report_of_page(text, report_id)
    return report_in(text, report_id, _as_laid_out)


def _as_laid_out(text: str, report_id: str) -> Report:
    """The report in a text, by the layout it shows."""
    return next(form for form in TEXTS.values() if form.shows(text)).read(text, report_id)
