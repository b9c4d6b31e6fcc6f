"""A pool of processes on this machine, each with its own reader."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.engine.chunk import CHUNK, Line, read_chunk
from dateline.errors import DatelineError, SetAside
from dateline.record import Report

if TYPE_CHECKING:
    from dateline.reading.reader import Reader

AHEAD = 2
"""Chunks that wait for each process: enough to keep it busy, little enough for constant memory."""

_reader: Reader


def read_in_pool(
    items: Iterator[Report | SetAside], jobs: int, own: tuple[str, ...] = (), model: Path | None = None
) -> Iterator[Line]:
    """The items' lines, in order. Raises `DatelineError` when a process dies (out of memory, say)."""
    context = multiprocessing.get_context("spawn")  # fork would copy threads of the numeric libraries half-way
    waiting: deque[Future[list[Line]]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(own, model)) as pool:
        try:
            while True:
                while len(waiting) < jobs * AHEAD and (chunk := list(islice(items, CHUNK))):
                    waiting.append(pool.submit(_read, chunk))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        except BrokenProcessPool:
            raise DatelineError(
                "a reading process died, most likely for want of memory: read with fewer, --jobs 1"
            ) from None
        finally:
            for future in waiting:
                future.cancel()


def _start(own: tuple[str, ...], model: Path | None) -> None:
    """One thread a process: the processes are the parallelism."""
    global _reader
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    from dateline.reading.reader import reader_with

    _reader = reader_with(own, model)


def _read(chunk: list[Report | SetAside]) -> list[Line]:
    return read_chunk(_reader, chunk)
