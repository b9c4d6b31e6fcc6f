"""What the user says of reports that do not say it themselves: when they were published, and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.errors import SetAside, UsageError
from dateline.intake.date_lines import date_of_line
from dateline.intake.decoding import Unreadable
from dateline.intake.instants import instant
from dateline.record import Report


@dataclass(frozen=True)
class Said:
    """The publication and the source of reports that tell none."""

    published: str | None = None
    source: str | None = None

    def of(self, report: Report) -> Report:
        """The report, completed by what was said."""
        published, source = report.published or self.published, report.source or self.source
        if (published, source) == (report.published, report.source):
            return report
        return republished(report, published).model_copy(update={"source": source})

    def completed(self, items: Iterable[Report | SetAside]) -> Iterator[Report | SetAside]:
        """The items, their reports completed."""
        return (self.of(item) if isinstance(item, Report) else item for item in items)


NOTHING = Said()
"""Reports stay as they are."""


def said(published: str | None = None, source: str | None = None) -> Said:
    """What was said, in the record's form: ``2 April 2024`` as ``2024-04-02``. Raises `UsageError` for no date."""
    return Said(date_said(published) if published else None, (source or "").strip() or None)


def date_said(words: str) -> str:
    """The date in a user's words: ISO 8601, epoch seconds, or as newspapers write it. Raises `UsageError`."""
    told = date_of_line(words)
    if told:
        return told
    try:
        return instant(words)
    except Unreadable:
        raise UsageError(
            f"{words!r} is no date with its year: write 2024-04-02, 2024-04-02T10:15+01:00 or 2 April 2024"
        ) from None


def republished(report: Report, published: str | None) -> Report:
    """The report with another publication, and the day that goes with it."""
    fields = report.model_dump(exclude={"published", "published_on"})
    return Report.model_validate({**fields, "published": published})
