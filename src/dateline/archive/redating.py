"""Reports of the archive taken out, or given another record: what hangs on them is worked out anew."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from dateline.archive import schema
from dateline.archive.ingesting import held, put, remove, tell
from dateline.archive.lines import digest
from dateline.archive.merging import leave, settle
from dateline.archive.rows import chunks
from dateline.archive.withdrawing import killed_items, told_again
from dateline.errors import UsageError
from dateline.record import Record


def take_out(connection: Connection, reports: Sequence[str]) -> None:
    """Remove reports with all their lines; contacts are settled again from the accounts that are left.

    What a kill among them took back tells again. People's decisions stay in their log; those about the reports have
    nothing to be about until these come back. Raises `UsageError` where one is not there; then all stay.
    """
    known: set[str] = set()
    for some in chunks(sorted(reports)):
        known |= set(connection.scalars(select(schema.Report.id).where(schema.Report.id.in_(some))))
    if missing := [name for name in reports if name not in known]:
        raise UsageError(f"the archive has no report {', '.join(map(repr, missing))}")
    items = killed_items(connection, reports)
    disturbed = _without(connection, reports)
    tell(connection, told_again(connection, items))
    settle(connection, sorted(disturbed))


def renew(connection: Connection, record: Record) -> None:
    """Put the record in the place of the one that its report has, under the same id: people's decisions stay.

    Raises `UsageError` where the archive has no such report, or the same text of the same day under another id.
    """
    report = record.report
    if connection.scalar(select(schema.Report.id).where(schema.Report.id == report.id)) is None:
        raise UsageError(f"the archive has no report {report.id!r}")
    twin = held(connection, [digest(report)]).get(digest(report), report.id)
    if twin != report.id:
        raise UsageError(f"the archive has this text of that day already, as {twin!r}: take {report.id!r} out instead")
    disturbed = _without(connection, [report.id])
    disturbed |= put(connection, [(record, record.to_json())])
    settle(connection, sorted(disturbed))


def _without(connection: Connection, reports: Sequence[str]) -> set[str]:
    """The archive without some reports; the accounts of others that this disturbs."""
    disturbed = leave(connection, reports) | remove(connection, reports)
    gone = tuple(f"{name}#" for name in reports)
    return {key for key in disturbed if not key.startswith(gone)}
