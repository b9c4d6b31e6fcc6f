"""Who says what stands where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from dateline.record import Span, Statement


class Said:
    """The statements by the words they hold."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        said = [(c.part, c.start, c.end, s) for s in statements for c in s.content]
        self._said = sorted(said, key=lambda row: row[:3])
        self._starts = [row[:2] for row in self._said]

    def at(self, span: Span) -> Statement | None:
        """The statement whose content holds the span."""
        n = bisect_right(self._starts, (span.part, span.start)) - 1
        if n < 0 or self._said[n][0] != span.part or span.end > self._said[n][2]:
            return None
        return self._said[n][3]
