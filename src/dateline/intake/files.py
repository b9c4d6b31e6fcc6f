"""Which files a path means, and their bytes."""

from __future__ import annotations

import glob
import gzip
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import BinaryIO, cast

from dateline.errors import UsageError

STANDARD_INPUT = "-"


def files_under(path: str) -> list[str]:
    """The files of a file, a folder (its visible files, in order of name, folders inside it too), a glob, or ``-``."""
    if path == STANDARD_INPUT:
        return [STANDARD_INPUT]
    if Path(path).is_file():
        return [path]
    if Path(path).is_dir():
        found = sorted(
            str(p)
            for p in Path(path).rglob("*")
            if p.is_file() and not any(part.startswith(".") for part in p.relative_to(path).parts)
        )
        if not found:
            raise UsageError(f"{path}: the folder holds no files")
        return found
    found = sorted(p for p in glob.glob(path, recursive=True) if Path(p).is_file())  # noqa: PTH207 (absolute patterns too)
    if not found:
        raise UsageError(f"{path}: no such file or folder")
    return found


class ByteCount:
    """How many stored bytes have been read, over all files."""

    total = 0


class _Counted(io.RawIOBase):
    def __init__(self, raw: BinaryIO, count: ByteCount) -> None:
        self._raw, self._count = raw, count

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._raw.read(len(buffer))
        buffer[: len(data)] = data
        self._count.total += len(data)
        return len(data)


@contextmanager
def open_bytes(name: str, count: ByteCount) -> Iterator[io.BufferedReader]:
    """The bytes of a file, of standard input for ``-``; gzip is undone wherever its magic number stands."""
    with nullcontext(sys.stdin.buffer) if name == STANDARD_INPUT else Path(name).open("rb") as raw:
        stream = _buffered(_Counted(raw, count))
        if stream.peek(2)[:2] == b"\x1f\x8b":
            stream = _buffered(cast(io.RawIOBase, gzip.GzipFile(fileobj=stream)))
        yield stream


def _buffered(raw: io.RawIOBase) -> io.BufferedReader:
    return io.BufferedReader(raw, 1 << 16)
