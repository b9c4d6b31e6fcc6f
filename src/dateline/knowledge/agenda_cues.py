"""How reports tell what a contact is about: the cues of `data/agenda_cues.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, get_args

from dateline.record import Standing


@dataclass(frozen=True)
class Cue:
    """One family of words; the fields are explained at the head of the data file."""

    slots: tuple[str, ...]
    standing: Standing | None = None
    beside: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    spoken: bool = False
    purpose: bool = False


@cache
def load_agenda_cues() -> Mapping[tuple[str, str], tuple[Cue, ...]]:
    """``("VERB", "NOUN" or "ADJ", lemma)`` -> its cues in the order of the file."""
    text = (resources.files("dateline.knowledge") / "data" / "agenda_cues.toml").read_text("utf8")
    cues: dict[tuple[str, str], tuple[Cue, ...]] = {}
    for row in tomllib.loads(text)["cue"]:
        for field, pos in (("verbs", "VERB"), ("nouns", "NOUN"), ("adjectives", "ADJ")):
            for lemma in row.get(field, ()):
                cues[pos, lemma] = (*cues.get((pos, lemma), ()), _cue(row))
    return cues


def _cue(row: Mapping[str, Any]) -> Cue:
    standing = row.get("standing")
    assert standing is None or standing in get_args(Standing)
    return Cue(
        slots=tuple(row["slots"]),
        standing=standing,
        beside=frozenset(row.get("with", ())),
        topics=frozenset(row.get("topics", ())),
        spoken=row.get("spoken", False),
        purpose=row.get("purpose", False),
    )
