"""What looks like a name and is none: headings, words of every day, and towns taken for people or bodies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from datetime import date

from dateline.knowledge import Knowledge
from dateline.reading.casting.atom import HONORIFICS, Atom
from dateline.reading.words import Words

_TOWN = 50_000
"""Inhabitants from which one word that nobody else in the report bears is the town."""


def drop_strays(
    parts: Mapping[str, Words], atoms: dict[str, list[Atom]], knowledge: Knowledge, on: date | None
) -> None:
    """Take out the people and bodies of one word that no title, no longer name and no table knows, where the word is
    one of every day or a town; and those of more words that end like a heading."""
    everyday = {text for words in parts.values() for text in words.texts if text.islower()}
    borne = {
        word
        for part, words in parts.items()
        for atom in atoms[part]
        if atom.kind in ("person", "body") and (atom.end - atom.start > 1 or _is_titled(words, atom, atoms[part]))
        for word in words.folds[atom.start : atom.end]
    }
    for part, words in parts.items():
        atoms[part] = [
            atom for atom in atoms[part] if atom.named or not _is_stray(words, atom, everyday, borne, knowledge, on)
        ]


def _is_titled(words: Words, atom: Atom, atoms: list[Atom]) -> bool:
    """Whether a title or a form of address stands right before a name."""
    if atom.start and words.folds[atom.start - 1] in HONORIFICS:
        return True
    before = bisect_left(atoms, atom.start, key=lambda a: a.start) - 1
    return before >= 0 and atoms[before].kind == "role" and atoms[before].end == atom.start


def _is_stray(
    words: Words, atom: Atom, everyday: set[str], borne: set[str], knowledge: Knowledge, on: date | None
) -> bool:
    """Whether a name of no table is none: ``borne`` are the words that titled people and longer names bear."""
    word = words.folds[atom.end - 1]
    if atom.kind not in ("person", "body") or atom.alias:
        return False
    if word in knowledge.usage.no_people:
        return True
    if atom.end - atom.start > 1 or word in borne:
        return False
    if atom.kind == "person" and knowledge.people.principal(word, on):
        return False
    return len(word) == 1 or word in everyday or _is_town(word, knowledge)


def _is_town(word: str, knowledge: Knowledge) -> bool:
    return any(s.kind != "city" or s.population >= _TOWN for s in knowledge.gazetteer.spots.get(word))
