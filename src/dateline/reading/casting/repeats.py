"""What only the whole report tells of a name: what an acronym means, and whose surname a word is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from rapidfuzz.fuzz import ratio

from dateline.reading.casting.nouns import Atom
from dateline.reading.words import Words

SLIP = 88
"""rapidfuzz ratio (0-100) from which a surname met once is a slip of the pen for another: ``Millon``, ``Million``."""

LOCATIVE = frozenset({"in", "at", "to", "from", "near"})


def find_acronyms(parts: Mapping[str, Words], atoms: dict[str, list[Atom]]) -> None:
    """Read ``Arab League (AL)`` as what AL means in this report, wherever it stands."""
    meanings: dict[str, Atom] = {}
    for part, words in parts.items():
        for atom in atoms[part]:
            i = atom.end
            if atom.kind != "person" and i + 2 < len(words) and words.texts[i] == "(" and words.texts[i + 2] == ")":
                acronym = words.texts[i + 1]
                if acronym.isupper() and 2 <= len(acronym) <= 8:
                    full = words.text(_name_start(words, atom, acronym), atom.end)
                    meanings.setdefault(acronym, Atom(0, 0, "name" if atom.named else "body", atom.named, alias=full))
    if not meanings:
        return
    for part, words in parts.items():
        other = {i for atom in atoms[part] if atom.end - atom.start > 1 for i in range(atom.start, atom.end)}
        more = {
            i: replace(meanings[text], start=i, end=i + 1)
            for i, text in enumerate(words.texts)
            if text in meanings and i not in other
        }
        atoms[part] = sorted(
            [a for a in atoms[part] if a.start not in more] + list(more.values()), key=lambda a: a.start
        )


def _name_start(words: Words, atom: Atom, acronym: str) -> int:
    """Where the name begins that the acronym is of: as many capitalised words back as it has letters."""
    start = atom.start
    while start > 0 and words.capital[start - 1] and atom.end - start < len(acronym):
        start -= 1
    return start


def find_repeats(parts: Mapping[str, Words], atoms: dict[str, list[Atom]]) -> None:
    """Add the people that the recogniser missed or took for bodies: whoever is named once is known everywhere."""
    names = {
        tuple(words.folds[atom.start : atom.end])
        for part, words in parts.items()
        for atom in atoms[part]
        if atom.kind == "person"
    }
    known = {name[i:] for name in names for i in range(len(name))}
    surnames = {word for name in names for word in (name[0], name[-1]) if len(word) > 2}
    for part, words in parts.items():
        found = [new for atom in atoms[part] for new in _as_people(words, atom, known, surnames)]
        covered = {i: atom for atom in found for i in range(atom.start, atom.end)}
        more = {
            i: Atom(i, i + 1, "person")
            for i, word in enumerate(words.folds)
            if word in surnames and words.capital[i] and _yields(words, covered.get(i), i)
        }
        atoms[part] = sorted([a for a in found if a.start not in more] + list(more.values()), key=lambda a: a.start)


def _as_people(words: Words, atom: Atom, known: set[tuple[str, ...]], surnames: set[str]) -> Iterator[Atom]:
    """The atom as what it is where its people are named elsewhere: two of them, one, or itself."""
    name = tuple(words.folds[atom.start : atom.end])
    joined = atom.kind in ("person", "body") and len(name) == 3 and words.texts[atom.start + 1] == "-"
    if joined and name[0] != name[2] and {name[0], name[2]} <= surnames:  # the Putin-Trump talks
        yield Atom(atom.start, atom.start + 1, "person")
        yield Atom(atom.end - 1, atom.end, "person")
    elif atom.kind == "body" and (_is_one_of(name, known) or (len(name) == 2 and name[1:] in known)):
        yield replace(atom, kind="person")
    else:
        yield atom


def _is_one_of(name: tuple[str, ...], known: set[tuple[str, ...]]) -> bool:
    """Whether a name taken for a body's is the last part of a person's, a slip of the pen allowed for."""
    if name in known:
        return True
    return len(name) == 1 and len(name[0]) >= 5 and any(len(k) == 1 and ratio(name[0], k[0]) >= SLIP for k in known)


def _yields(words: Words, atom: Atom | None, i: int) -> bool:
    """Whether a word with the surname of somebody in the report is that person's: free, or no city after ``in``."""
    if atom is None:
        return True
    if atom.end - atom.start > 1:
        return False
    capital = bool(atom.named) and atom.named[0].kind == "capital"
    return atom.kind == "body" or (capital and (i == 0 or words.folds[i - 1] not in LOCATIVE))
