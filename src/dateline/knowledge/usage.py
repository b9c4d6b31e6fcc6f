"""How reports use words about people: whose office a word is without saying so, what is sport, what is of a region."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.knowledge.naming import fold, words_of
from dateline.knowledge.regions import load_regions
from dateline.knowledge.tables import table

MATCH = 3
"""Words of sport from which a report is of sport."""


@dataclass(frozen=True)
class Usage:
    """``homes``: words for an office or body that are of one state (``the administration``), by their folded words;
    ``sport``: words of sport; ``no_people``: words that are taken for people and bodies, or for the end of their names;
    ``regional``: adjectives of regions, which are of no one state (``European``)."""

    homes: dict[tuple[str, ...], str] = field(default_factory=dict, repr=False)
    sport: frozenset[str] = field(default=frozenset(), repr=False)
    regional: frozenset[str] = field(default=frozenset(), repr=False)
    no_people: frozenset[str] = field(default=frozenset(), repr=False)


def load_usage() -> Usage:
    """``home_words.csv``, ``sport_words.csv`` and ``not_people.csv``, and the adjectives of ``regions.csv``."""
    homes = {words_of(row["phrase"]): row["country"] for row in table("home_words.csv", ("phrase", "country"))}
    sport = frozenset(row["word"] for row in table("sport_words.csv", ("word",)))
    regional = frozenset(fold(word) for region in load_regions() for word in region.adjectives)
    no_people = frozenset(row["word"] for row in table("not_people.csv", ("word",)))
    return Usage(homes, sport, regional, no_people)
