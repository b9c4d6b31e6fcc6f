"""How reports tell what a contact is about: the cues of `data/agenda_cues.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

from dateline.record import Standing

Told = Literal["contact", "purpose", "spoken", "deed"]


@dataclass(frozen=True)
class Cue:
    """One family of words; the fields are explained at the head of the data file."""

    slots: tuple[str, ...]
    standing: Standing | None = None
    beside: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    told: Told = "contact"
    off: bool = False
    both: bool = False


@dataclass(frozen=True)
class AgendaCues:
    """The cues by trigger, and the words by which a topic is cut to its phrase."""

    cues: Mapping[tuple[str, str], tuple[Cue, ...]]
    """``("VERB", "NOUN" or "ADJ", lemma)`` -> its cues in the order of the file."""
    phrases: Mapping[str, frozenset[str]]
    """Word lists by name: ``specified``, ``emptied``, ``ends``, ..."""


@cache
def load_agenda_cues() -> AgendaCues:
    """The table shipped with the package."""
    text = (resources.files("dateline.knowledge") / "data" / "agenda_cues.toml").read_text("utf8")
    table = tomllib.loads(text)
    cues: dict[tuple[str, str], tuple[Cue, ...]] = {}
    for row in table["cue"]:
        cue = _cue(row, table["words"])
        for field, pos in (("verbs", "VERB"), ("nouns", "NOUN"), ("adjectives", "ADJ")):
            for lemma in row.get(field, ()):
                cues[pos, lemma] = (*cues.get((pos, lemma), ()), cue)
    return AgendaCues(cues, {name: frozenset(words) for name, words in table["phrases"].items()})


def _cue(row: Mapping[str, Any], lists: Mapping[str, list[str]]) -> Cue:
    standing, told = row.get("standing"), row.get("told", "contact")
    assert standing is None or standing in get_args(Standing)
    assert told in get_args(Told)
    return Cue(
        slots=tuple(row["slots"]),
        standing=standing,
        beside=_lemmas(row.get("with", ()), lists),
        topics=_lemmas(row.get("topics", ()), lists),
        by=_lemmas(row.get("by", ()), lists),
        told=told,
        off=row.get("off", False),
        both=row.get("both", False),
    )


def _lemmas(names: Iterable[str], lists: Mapping[str, list[str]]) -> frozenset[str]:
    """The lemmas named, those of the lists among them in place of their ``@name``."""
    return frozenset(word for name in names for word in (lists[name[1:]] if name.startswith("@") else [name]))
