"""``dateline redate`` and ``dateline remove``: reports of the archive given their date, or taken out."""

from __future__ import annotations

import sys

from dateline.archive import Archive
from dateline.errors import UsageError
from dateline.intake.said import date_said, republished


def redate_report(where: str | None, report: str, published: str, own: tuple[str, ...] = ()) -> int:
    """Read a report again as of another date; its lines follow, people's decisions stay. The exit status."""
    from dateline.knowledge import load
    from dateline.reading.reader import Reader

    day = date_said(published)
    with Archive(where) as archive:
        record = archive.record(report)
        if record is None:
            raise UsageError(f"the archive has no report {report!r}")
        before = record.report.published
        archive.renew(Reader(load(own)).read(republished(record.report, day)))
    print(f"dateline: {report} is of {day}, {f'not of {before}' if before else 'it had no date'}", file=sys.stderr)
    return 0


def remove_reports(where: str | None, reports: list[str]) -> int:
    """Take reports out of the archive, all or none. The exit status."""
    with Archive(where) as archive:
        archive.remove(*dict.fromkeys(reports))
    print(f"dateline: {len(set(reports)):,} taken out", file=sys.stderr)
    return 0
