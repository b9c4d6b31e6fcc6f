"""What the reader knows beforehand: countries, offices, actors, places, verbs and codes, as plain data files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.reporting import Reporting, load_reporting


@dataclass(frozen=True)
class Knowledge:
    """All tables, loaded once and passed to every question that needs them."""

    reporting: Reporting


@cache
def load() -> Knowledge:
    """The knowledge shipped with the package."""
    return Knowledge(reporting=load_reporting())
