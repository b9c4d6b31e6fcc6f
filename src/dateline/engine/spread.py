"""Reports in, records' JSON lines out, in order, whatever the number of processes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from dateline.engine.chunk import CHUNK, Line, read_chunk
from dateline.errors import SetAside
from dateline.record import Report

WORTH_A_POOL = 2 * CHUNK
"""Reports below which starting processes, each with its own models, takes longer than reading."""


def read_all(
    items: Iterable[Report | SetAside], jobs: int | None = None, own: tuple[str, ...] = (), model: Path | None = None
) -> Iterator[Line]:
    """One JSON line (bytes, without newline) or `SetAside` for each item, in order, in constant memory.

    `jobs` processes share the work, by default one for each core; few reports are read in this process alone.
    `own` are users' actor files (`dateline.knowledge.own`), `model` the folder of a model to read with instead of ours.
    """
    jobs = jobs or cores()
    stream = iter(items)
    first = list(islice(stream, WORTH_A_POOL))
    stream = chain(first, stream)
    if jobs > 1 and len(first) == WORTH_A_POOL:
        from dateline.engine.pool import read_in_pool

        yield from read_in_pool(stream, jobs, own, model)
    else:
        from dateline.reading.reader import reader_with

        reader = reader_with(own, model)
        while chunk := list(islice(stream, CHUNK)):
            yield from read_chunk(reader, chunk)


def cores() -> int:
    """The cores this process may use: those it is bound to where the system tells, else all."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
