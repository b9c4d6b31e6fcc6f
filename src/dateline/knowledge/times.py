"""How news English tells time: the words, phrases and rules of ``data/times.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.record.model import TimeType


@dataclass(frozen=True)
class TimeRule:
    """One way of telling time. The notation of ``pattern``, ``before`` and ``after`` is explained in the data file."""

    name: str
    type: TimeType
    make: str
    pattern: str
    before: str | None = None
    not_before: str | None = None
    after: str | None = None
    not_after: str | None = None
    edge: bool = False
    quantity: bool = False
    mod: str | None = None
    reports: bool = False
    aside: bool = False
    unless: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    examples: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Feast:
    """Where the day of a feast is kept: ``days`` after the ``day`` of that name in the ``country``'s holidays."""

    country: str
    day: str
    days: int = 0


@dataclass(frozen=True)
class TimeTables:
    """All that is known of telling time. Words are lower-case; a class maps its words to the values they stand for."""

    words: Mapping[str, Mapping[str, str]]
    capitalised: frozenset[str]
    small: frozenset[str]
    fields: Mapping[str, str]
    phrases: Mapping[str, str]
    mods: Mapping[str, str]
    feasts: Mapping[str, Feast]
    named: Mapping[str, str]
    tense: Mapping[str, frozenset[str]]
    rules: tuple[TimeRule, ...]


@cache
def time_tables() -> TimeTables:
    """The tables shipped with the package."""
    text = (files("dateline.knowledge") / "data" / "times.toml").read_text(encoding="utf-8")
    return tables_from(tomllib.loads(text))


def tables_from(data: Mapping[str, Any]) -> TimeTables:
    """The tables in a parsed data file. Phrases of words (edges, feasts, ...) become patterns of their own."""
    mods = {
        phrase: mod
        for table in ("edges", "quantities", "behind")
        for mod, phrases in data[table].items()
        for phrase in phrases
    }
    made = {
        "EDGE": "mod:( the? ( " + _any(_phrases(data["edges"])) + " ) -? )",
        "QUANTITY": "mod:( " + _any(_phrases(data["quantities"])) + " )",
        "BEHIND": "mod:( " + _any(_phrases(data["behind"])) + " )",
        "FEAST": "feast:( " + _any(data["feasts"]) + " )",
        "NAMED": "named:( " + _any(data["named"]) + " )",
    }
    return TimeTables(
        words={name: _inverted(values) for name, values in data["words"].items()},
        capitalised=frozenset(data["letters"]["capital"]),
        small=frozenset(data["letters"]["small"]),
        fields=data["fields"],
        phrases={**data["phrases"], **made},
        mods=mods,
        feasts={name: Feast(**row) for name, row in data["feasts"].items()},
        named=data["named"],
        tense={name: frozenset(lemmas) for name, lemmas in data["tense"].items()},
        rules=tuple(
            TimeRule(**{**row, "examples": tuple((text, value) for text, value in row.get("examples", ()))})
            for row in data["rules"]
        ),
    )


def _inverted(values: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: value for value, words in values.items() for word in words}


def _phrases(table: Mapping[str, list[str]]) -> list[str]:
    return [phrase for phrases in table.values() for phrase in phrases]


def _any(phrases: Any) -> str:
    """A pattern for any of the phrases; the longer go first so that none hides behind its own beginning."""
    return " | ".join(sorted(phrases, key=len, reverse=True))
