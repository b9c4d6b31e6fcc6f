"""Which questions the reader failed on, told at the end of a run."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import orjson

MARK = b'"unanswered":["'


def missing_in(line: bytes) -> str | None:
    """What a record's JSON line lacks through a fault of ours: ``ID: positions, events``; ``None`` for nothing."""
    if MARK not in line:
        return None
    record = orjson.loads(line)
    names = record.get("unanswered")
    return f"{record['report']['id']}: {', '.join(names)}" if names else None


def tell_missing(partly: Sequence[str]) -> None:
    """Say on standard error, where there are any, how many records lack lines, and which."""
    if not partly:
        return
    lack = "record lacks" if len(partly) == 1 else "records lack"
    print(f"dateline: {len(partly)} {lack} what the reader failed on (please report it):", file=sys.stderr)
    for note in partly:
        print(f"  {note}", file=sys.stderr)
