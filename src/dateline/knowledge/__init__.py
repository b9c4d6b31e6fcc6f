"""What the reader knows beforehand: countries, offices, actors, places, verbs and codes, as plain data files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Knowledge:
    """All tables, loaded once and passed to every question that needs them."""


@cache
def load() -> Knowledge:
    """The knowledge shipped with the package."""
    return Knowledge()
