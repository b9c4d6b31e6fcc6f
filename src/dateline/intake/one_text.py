"""Formats that are one report as a text: news sheets, the agencies' layout, plain text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.intake.sources import Reports, Source
from dateline.record import Report


@dataclass(frozen=True)
class OneText:
    """A layout of one text as a `Format`."""

    shows: Callable[[str], bool]
    """Whether a text is laid out so."""
    read: Callable[[str, str], Report]
    """Text and id -> the report."""

    def looks_like(self, source: Source) -> bool:
        """Whether the head is laid out so."""
        return self.shows(source.head)

    def reports(self, source: Source) -> Reports:
        """The one report."""
        from dateline.intake.pasted import report_in

        yield report_in(source.text(), source.id, self.read)
