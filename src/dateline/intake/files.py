"""Which files a path means, and their bytes."""

from __future__ import annotations

import glob
import io
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO

from dateline.errors import UsageError

STANDARD_INPUT = "-"


def files_under(path: str) -> list[str]:
    """The files of a file, a folder (its visible files, in order of name, folders inside it too), a glob, or ``-``.

    Links from a folder back to one above it are not followed, and pipes and devices in folders are passed over.
    """
    if path == STANDARD_INPUT:
        return [STANDARD_INPUT]
    try:
        if Path(path).is_file() or Path(path).is_fifo():
            return [path]
        if Path(path).is_dir():
            found = _below(path)
            if not found:
                raise UsageError(f"{path}: the folder holds no files")
            return found
        found = sorted(p for p in glob.glob(path, recursive=True) if Path(p).is_file())  # noqa: PTH207 (absolute patterns too)
    except (OSError, ValueError) as error:
        raise UsageError(f"{path[:200]}: {getattr(error, 'strerror', None) or error}") from None
    if not found:
        raise UsageError(f"{path}: no such file or folder")
    return found


def _below(folder: str) -> list[str]:
    """The visible files below a folder, in order of name."""
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(place) / name for name in names if not name.startswith(".")]
    return sorted(str(path) for path in found if path.is_file())


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


class BrokenOff(OSError):
    """Compressed bytes that break off or are damaged; what stood before has been read."""


class _Unzipped(io.RawIOBase):
    """The bytes of gzip members, as they come: what stands before a break is given before the break is told."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self._unzip = zlib.decompressobj(GZIP)
        self._ready = b""
        self._broken: str | None = None
        self._began = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._ready:
            if self._broken:
                raise BrokenOff(f"the gzip data {self._broken}")
            if not self._fill():
                return 0
        piece = self._ready[: len(buffer)]
        self._ready = self._ready[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)

    def _fill(self) -> bool:
        """Decompress some more; whether there may be any."""
        if self._unzip.eof:
            rest = self._unzip.unused_data.lstrip(b"\0") or self._raw.read(ONE_READ).lstrip(b"\0")
            if not rest:
                return False
            self._unzip, self._began = zlib.decompressobj(GZIP), False
        else:
            rest = self._unzip.unconsumed_tail or self._raw.read(ONE_READ)
        if not rest:
            self._broken = "breaks off" if self._began else None
            return bool(self._broken)
        self._began = True
        before = self._unzip.copy()
        try:
            self._ready = self._unzip.decompress(rest, ONE_READ)
        except zlib.error:
            self._ready, self._broken = _before_break(before, rest), "is damaged"
        return True


def _before_break(unzip: Any, data: bytes) -> bytes:
    """What stands before the damage, byte for byte."""
    pieces = []
    for at in range(len(data)):
        try:
            pieces.append(unzip.decompress(data[at : at + 1]))
        except zlib.error:
            break
    return b"".join(pieces)


ONE_READ = 1 << 16
GZIP = 16 + zlib.MAX_WBITS


@contextmanager
def open_bytes(name: str, count: ByteCount) -> Iterator[io.BufferedReader]:
    """The bytes of a file, of standard input for ``-``; gzip is undone wherever its magic number stands."""
    with nullcontext(sys.stdin.buffer) if name == STANDARD_INPUT else Path(name).open("rb") as raw:
        stream = _buffered(_Counted(raw, count))
        if stream.peek(2)[:2] == b"\x1f\x8b":
            stream = _buffered(_Unzipped(stream))
        yield stream


def _buffered(raw: io.RawIOBase) -> io.BufferedReader:
    return io.BufferedReader(raw, 1 << 16)
