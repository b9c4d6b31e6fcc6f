"""Where a command writes: a file that was asked for, or standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TextIO

from dateline.errors import UsageError


@contextmanager
def opened(output: Path | None) -> Iterator[TextIO]:
    """The file, or standard output for ``None``. Raises `UsageError` where it cannot be written."""
    try:
        target = nullcontext(sys.stdout) if output is None else output.open("w", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{output}: cannot be written: {error.strerror}") from None
    with target as stream:
        yield stream
