"""How values are put into words on the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def counted(number: int, one: str, many: str | None = None) -> str:
    """``1 report``, ``2,416 reports``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


FILTERS: dict[str, Callable[..., Any]] = {"counted": counted}
GLOBALS: dict[str, Any] = {}
