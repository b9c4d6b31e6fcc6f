"""Which English words tell whether something is done, is to be done or is denied: `data/modality.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

from dateline.errors import DatelineError

Effect = Literal["support", "speech", "plan", "wish", "refuse", "fail", "deny", "doubt", "cancel", "postpone"]
"""What a word makes of the act under it; each is explained beside its list in the data file."""

NAME = "modality.toml"
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "auxiliaries": ("future", "would", "possible", "able", "duty", "have", "past"),
    "negation": ("adverbs", "determiners", "pronouns", "prepositions"),
    "marks": ("condition", "question"),
    "operators": get_args(Effect),
    "modifiers": ("future", "possible", "cancelled", "postponed", "denied"),
    "parts": ("nouns", "acts"),
}


@dataclass(frozen=True)
class ModalityWords:
    """The lists of the data file by section and name, and for each operator's phrase what it does."""

    auxiliaries: Mapping[str, frozenset[str]]
    negation: Mapping[str, frozenset[str]]
    marks: Mapping[str, frozenset[str]]
    modifiers: Mapping[str, str]
    """Word -> the list it stands in."""
    operators: Mapping[str, Effect]
    parts: frozenset[str]
    acts: frozenset[str]


@cache
def load_modality_words() -> ModalityWords:
    """The table shipped with the package."""
    return modality_words((resources.files("dateline.knowledge") / "data" / NAME).read_text("utf8"))


def modality_words(text: str) -> ModalityWords:
    """The table of a file's text. Raises `DatelineError` for a section, list or word that cannot be meant."""
    table = tomllib.loads(text)
    for section, names in SECTIONS.items():
        found = table.get(section, {})
        if missing := set(names).symmetric_difference(found):
            raise DatelineError(f"{NAME}: [{section}] has {', '.join(sorted(missing))} too much or too little")
        for name, words in found.items():
            _check(section, name, words)
    return ModalityWords(
        auxiliaries=_sets(table["auxiliaries"]),
        negation=_sets(table["negation"]),
        marks=_sets(table["marks"]),
        modifiers=_by_word("modifiers", table["modifiers"]),
        operators={word: _effect(name) for word, name in _by_word("operators", table["operators"]).items()},
        parts=frozenset(table["parts"]["nouns"]),
        acts=frozenset(table["parts"]["acts"]),
    )


def _check(section: str, name: str, words: Any) -> None:
    if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() == word != "" for word in words):
        raise DatelineError(f"{NAME}: [{section}] {name} is no list of words")


def _sets(lists: Mapping[str, list[str]]) -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lists.items()}


def _by_word(section: str, lists: Mapping[str, list[str]]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, words in lists.items():
        for word in words:
            if found.setdefault(word, name) != name:
                raise DatelineError(f"{NAME}: [{section}] {word!r} stands in {found[word]} and in {name}")
    return found


def _effect(name: str) -> Effect:
    return next(effect for effect in get_args(Effect) if effect == name)
