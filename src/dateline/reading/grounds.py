"""Why a line of the record is there."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.record import Spans


@dataclass(frozen=True)
class Ground:
    """Which ``rule`` (a table's row, or a model) made a ``line`` of the record ("statement s3"), from which words."""

    line: str
    rule: str
    words: Spans
