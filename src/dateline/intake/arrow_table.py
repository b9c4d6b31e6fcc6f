"""Parquet and Arrow files: tables of reports, read in batches."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import chain
from typing import Any

from dateline.errors import SetAside
from dateline.intake.columns import ROWS_LOOKED_AT, mapped
from dateline.intake.decoding import Unreadable
from dateline.intake.office_zip import needs
from dateline.intake.sheets_table import _told
from dateline.intake.sources import Reports, Source

LARGEST = 1 << 30
BATCH = 256


def looks_like(source: Source) -> bool:
    """Whether the file begins as Parquet or Arrow (Feather 2) does."""
    return source.sample.startswith((b"PAR1", b"ARROW1"))


def reports(source: Source) -> Reports:
    """Each row's report, or the row set aside with its number."""
    needs("pyarrow", "parquet", "a Parquet or Arrow file")
    import pyarrow

    try:
        rows = _rows(source.data(LARGEST))
        ahead = [row for _, row in zip(range(ROWS_LOOKED_AT), rows, strict=False)]
    except (pyarrow.ArrowException, OSError) as error:
        raise Unreadable(f"not a Parquet or Arrow file: {error}") from None
    if not ahead:
        raise Unreadable("a table without rows")
    names = list(ahead[0])
    found = mapped(names, [[_told(row[name]) for name in names] for row in ahead], source.told)
    source.told_about(str(found))
    for number, row in enumerate(chain(ahead, rows), 1):
        try:
            yield found.report({name: _told(value) for name, value in row.items()}, f"{source.id}-{number}")
        except Unreadable as error:
            yield SetAside(f"{source.name}[{number - 1}]", str(error))


def _rows(data: bytes) -> Iterator[dict[str, Any]]:
    import pyarrow.parquet as parquet
    from pyarrow import ipc

    if data.startswith(b"PAR1"):
        for batch in parquet.ParquetFile(io.BytesIO(data)).iter_batches(BATCH):
            yield from batch.to_pylist()
    else:
        reader = ipc.open_file(io.BytesIO(data))
        for number in range(reader.num_record_batches):
            yield from reader.get_batch(number).to_pylist()
