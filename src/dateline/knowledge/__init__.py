"""What the reader knows beforehand: countries, offices, actors, places, verbs and codes, as plain data files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.judgements import Judgements, load_judgements
from dateline.knowledge.reporting import Reporting, load_reporting
from dateline.knowledge.stances import StanceFrame, load_stances


@dataclass(frozen=True)
class Knowledge:
    """All tables, loaded once and passed to every question that needs them."""

    judgements: Judgements
    reporting: Reporting
    stances: Mapping[str, tuple[StanceFrame, ...]]


@cache
def load() -> Knowledge:
    """The knowledge shipped with the package."""
    return Knowledge(judgements=load_judgements(), reporting=load_reporting(), stances=load_stances())
