"""Which tables, and which files of users, were known beforehand: part of what names a reader."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dateline.errors import UsageError

DIGITS = 8


def version_of(own: Iterable[str | Path] = ()) -> str:
    """``t`` and eight digits of our tables; with users' files also ``a`` and eight of theirs: ``t1c0ffee1.a5eed5eed``.

    What counts is what the files hold, in their order, not where they lie. Raises `UsageError` for a file that cannot
    be read.
    """
    theirs = hashlib.sha256()
    paths = [Path(path) for path in own]
    for path in paths:
        try:
            theirs.update(_framed("", path.read_bytes()))
        except OSError as error:
            raise UsageError(f"{path}: cannot be read: {error.strerror}") from None
    return _tables() + (f".a{theirs.hexdigest()[:DIGITS]}" if paths else "")


@cache
def _tables() -> str:
    digest = hashlib.sha256()
    for name, file in sorted(_under(files("dateline.knowledge") / "data", "")):
        digest.update(_framed(name, file.read_bytes()))
    return f"t{digest.hexdigest()[:DIGITS]}"


def _under(folder: Traversable, path: str) -> Iterable[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            yield from _under(entry, name)
        elif not entry.name.endswith((".py", ".pyc")):
            yield name, entry


def _framed(name: str, content: bytes) -> bytes:
    """A file as it is digested: its name and length before it, so that no two sets of files look alike."""
    return f"{name}\0{len(content)}\0".encode() + content
