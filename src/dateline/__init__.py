"""Dateline keeps the diplomatic record.

    >>> import dateline
    >>> record = dateline.read("HELSINKI (AP) _ ...")  # doctest: +SKIP

`read` gives the `Record` of one text or `Report`; `Reader().read_many(reports)` streams.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from dateline.reading.reader import Reader
    from dateline.record import Record, Report

__all__ = ["Reader", "Record", "Report", "__version__", "read"]


def read(text_or_report: str | Report) -> Record:
    """The record of one report, or of a text in any of the single-report layouts (sheet, agency, plain).

    The models are loaded at the first call and kept. Raises `DatelineError` for a text that is no report.
    """
    from dateline.intake.stream import report_of
    from dateline.reading.reader import shared_reader

    report = report_of(text_or_report) if isinstance(text_or_report, str) else text_or_report
    return shared_reader().read(report)


def __getattr__(name: str) -> Any:
    """`Reader`, `Record` and `Report`, loaded when first asked for."""
    if name == "Reader":
        from dateline.reading.reader import Reader

        return Reader
    if name in ("Record", "Report"):
        import dateline.record

        return getattr(dateline.record, name)
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")
