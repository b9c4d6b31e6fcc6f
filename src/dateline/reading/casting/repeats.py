"""What only the whole report tells of a name: what an acronym means, and whose surname a word is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from rapidfuzz.fuzz import ratio

from dateline.knowledge.naming import fold
from dateline.reading.casting.atom import Atom
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
    known = _Endings(names)
    surnames = {word for name in names for word in (name[0], name[-1]) if len(word) > 1}
    states = _states_told(atoms)
    for part, words in parts.items():
        found = [new for atom in atoms[part] for new in _as_people(words, atom, known, surnames)]
        covered = {i: atom for atom in found for i in range(atom.start, atom.end)}
        more = {
            i: Atom(i, i + 1, "person")
            for i, word in enumerate(words.folds)
            if word in surnames and words.capital[i] and _yields(words, covered.get(i), i, states)
        }
        atoms[part] = sorted([a for a in found if a.start not in more] + list(more.values()), key=lambda a: a.start)


class _Endings:
    """The last words of people's names, from each word on; what is asked once is remembered."""

    def __init__(self, names: set[tuple[str, ...]]) -> None:
        self._known = {name[i:] for name in names for i in range(len(name))}
        self._alone: dict[str, list[str]] = {}
        for name in self._known:
            if len(name) == 1 and name[0]:
                self._alone.setdefault(name[0][0], []).append(name[0])
        self._asked: dict[tuple[str, ...], bool] = {}

    def __contains__(self, name: tuple[str, ...]) -> bool:
        """Whether a name taken for a body's is the last part of a person's, a slip of the pen allowed for."""
        if name not in self._asked:
            slips = self._alone.get(name[0][:1], []) if len(name) == 1 and len(name[0]) >= 5 else []
            self._asked[name] = name in self._known or any(ratio(name[0], other) >= SLIP for other in slips)
        return self._asked[name]

    def ends(self, name: tuple[str, ...]) -> bool:
        """Whether it is just the last part of a person's name."""
        return name in self._known


def _as_people(words: Words, atom: Atom, known: _Endings, surnames: set[str]) -> Iterator[Atom]:
    """The atom as what it is where its people are named elsewhere: two of them, one, or itself."""
    name = tuple(words.folds[atom.start : atom.end])
    joined = atom.kind in ("person", "body") and len(name) == 3 and words.texts[atom.start + 1] == "-"
    if joined and name[0] != name[2] and {name[0], name[2]} <= surnames:  # the Putin-Trump talks
        yield Atom(atom.start, atom.start + 1, "person")
        yield Atom(atom.end - 1, atom.end, "person")
    elif atom.kind == "body" and (name in known or (len(name) == 2 and known.ends(name[1:]))):
        yield replace(atom, kind="person")
    else:
        yield atom


def _states_told(atoms: Mapping[str, list[Atom]]) -> dict[str, set[str]]:
    """The states that a report names, each with the words for it: a surname that is a state's only name in the report
    is a surname there (``Jordan``)."""
    told: dict[str, set[str]] = {}
    for atom in (atom for found in atoms.values() for atom in found if atom.kind == "name"):
        for named in atom.named[:1]:
            if named.country:
                told.setdefault(named.country, set()).add(fold(named.name) if named.kind == "state" else named.kind)
    return told


def _yields(words: Words, atom: Atom | None, i: int, states: Mapping[str, set[str]]) -> bool:
    """Whether a word with the surname of somebody in the report is that person's: free, or no city or state after
    ``in``, and no state that the report speaks of by other names, too."""
    if len(words.folds[i]) < 3 and (words.pos[i] != "PROPN" or words.texts[i].isupper()):
        return False
    if atom is None:
        return True
    if atom.end - atom.start > 1:
        return False
    place = i > 0 and words.folds[i - 1] in LOCATIVE
    kind = atom.named[0].kind if atom.named else ""
    if kind == "state":
        country = atom.named[0].country or ""
        return not place and states.get(country, set()) <= {words.folds[i]}
    return atom.kind == "body" or (kind == "capital" and not place)


def find_halves(parts: Mapping[str, Words], atoms: dict[str, list[Atom]]) -> None:
    """Read ``the North`` and ``the South`` as the Koreas, in a report that names one of them."""
    koreas = {
        half: named
        for found in atoms.values()
        for atom in found
        for named in atom.named[:1]
        if (half := _HALVES.get(named.country or ""))
    }
    if not koreas:
        return
    for part, words in parts.items():
        alone = {a.start for a in atoms[part] if a.kind == "body" and a.end - a.start == 1}
        taken = {i for a in atoms[part] for i in range(a.start, a.end)} - alone
        more = {
            i: Atom(i, i + 1, "name", (replace(koreas[word], kind="state", exact=False),))
            for i, word in enumerate(words.folds)
            if word in koreas and i not in taken and words.capital[i] and _is_half(words, i)
        }
        atoms[part] = sorted(
            [a for a in atoms[part] if a.start not in more] + list(more.values()), key=lambda a: a.start
        )


_HALVES = {"PRK": "north", "KOR": "south"}


def _is_half(words: Words, i: int) -> bool:
    """``the North said``, but not ``the North Sea`` nor ``North-South ties``."""
    before, after = words.folds[i - 1] if i else "", i + 1
    goes_on = after < len(words) and (
        words.texts[after] == "-" or (words.capital[after] and words.pos[after] == "PROPN")
    )
    return before == "the" and not goes_on
