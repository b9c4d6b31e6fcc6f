"""The questions asked of one report: where the reader fails on one, the others are still answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dateline.reading.analysis import Analysis

Answer = TypeVar("Answer")


class Asked:
    """Calls one question after the other; ``failed`` names those that raised an exception, in order."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.failed: list[str] = []

    def __call__(self, name: str, question: Callable[[], Answer]) -> Answer | None:
        """The answer, or ``None`` where the question fails. Lack of memory is no fault of the question."""
        told = len(self.analysis.grounds)
        try:
            return question()
        except MemoryError:
            raise
        except Exception:
            del self.analysis.grounds[told:]
            self.failed.append(name)
            return None
