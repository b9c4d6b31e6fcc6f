"""The names and roles of a part: what is found by looking words up, before anything is put together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from dateline.knowledge import Knowledge
from dateline.knowledge.names import Named, in_use, of_province
from dateline.knowledge.naming import fold
from dateline.knowledge.usage import MATCH
from dateline.reading.casting.atom import HONORIFICS, NOT_NAMES, Atom
from dateline.reading.casting.people import goes_on, is_common, name_end, nicknamed, people, principals, titled
from dateline.reading.provinces import Provinces
from dateline.reading.words import Words

_DATED = frozenset({"capital", "metonym"})


def find_atoms(words: Words, knowledge: Knowledge, on: date | None, provinces: Provinces) -> list[Atom]:
    """The atoms of a part in order, none overlapping: known names first, then roles, then people, then other bodies."""
    taken = list(words.credits)
    atoms: list[Atom] = []

    def take(found: Iterator[Atom]) -> None:
        for atom in found:
            if not any(taken[atom.start : atom.end]):
                taken[atom.start : atom.end] = [True] * (atom.end - atom.start)
                atoms.append(atom)

    persons = list(_recognised(words, {"PERSON"}))
    take(_provinces(words, provinces))
    take(_known(words, knowledge, on, persons, provinces))
    take(_roles(words, knowledge, taken))
    roles = {atom.end: atom for atom in atoms if atom.role and atom.role.kind == "person" and not atom.role.plural}
    take(nicknamed(words, taken))
    take(titled(words, roles, taken))
    take(people(words, persons, taken, knowledge))
    take(principals(words, knowledge, on, taken))
    take(_bodies(words, taken))
    atoms.sort(key=lambda atom: atom.start)
    return atoms


def _provinces(words: Words, provinces: Provinces) -> Iterator[Atom]:
    """The provinces that bear a state's name, or follow a town."""
    for (part, start), province in provinces.named.items():
        if part == words.part:
            yield Atom(start, start + 1, "name", (of_province(province),))


def _known(
    words: Words, knowledge: Knowledge, on: date | None, people: list[tuple[int, int]], provinces: Provinces
) -> Iterator[Atom]:
    inside = {i: (start, end) for start, end in people if end - start > 1 for i in range(start, end)}
    origin, phrase = words.origin, words.phrase
    for hit in knowledge.names.hits(phrase, range(len(phrase)), partial(_meant, on) if on else None):
        start, end = origin[hit.start], origin[hit.end - 1] + 1
        text, named = words.texts[start], hit.entries
        if (words.part, end - 1) in provinces.towns:
            continue  # Moscow, Idaho
        if not words.capital[start]:
            named = tuple(n for n in named if n.kind == "region" and hit.end - hit.start > 1)
        elif hit.end - hit.start == 1 and len(phrase[hit.start]) <= 5 and not text.isupper():
            named = tuple(n for n in named if not n.exact)
        if words.credits[start]:
            continue
        if any(n.article for n in named) and (not named[0].article or not _alone_after_the(words, start, end)):
            named = tuple(n for n in named if not n.article)
        if not named or (named[0].kind == "organisation" and _field_of_a_ministry(words, start, knowledge)):
            continue
        person = inside.get(end - 1)
        if person and named[0].kind in ("state", "capital", "metonym") and _length(words, person) > end - start:
            continue  # Michael Jordan, Denzel Washington
        if named[0].kind == "person":
            end = max(end, name_end(words, start, words.credits)) if goes_on(words, end) else end
            yield Atom(start, end, "person", in_use(named, on))
        else:
            yield Atom(start, end, "name", in_use(named, on))


def _length(words: Words, name: tuple[int, int]) -> int:
    """The tokens of a name without its genitive: ``S. Sudan's`` is two."""
    return name[1] - name[0] - (words.folds[name[1] - 1] == "s")


def _meant(on: date, named: Named) -> bool:
    """Whether a report of that day can mean it: capitals and the like while they stood for a government, bodies once
    there were any; of bodies that are no more, and of people, reports speak at all times."""
    if named.kind in _DATED:
        return on in named.period
    return named.kind != "organisation" or named.period.start is None or named.period.start <= on


def _field_of_a_ministry(words: Words, start: int, knowledge: Knowledge) -> bool:
    """``Ministry of | Foreign Affairs`` is not the journal."""
    if start < 2 or words.folds[start - 1] != "of" or not words.capital[start - 2]:
        return False
    return any(role.kind == "ministry" for role in knowledge.roles.get(words.texts[start - 2]))


def _alone_after_the(words: Words, start: int, end: int) -> bool:
    """``the Times said``, but not ``Times Square`` nor ``the National Assembly``."""
    after = end < len(words) and words.capital[end]
    return start > 0 and words.folds[start - 1] == "the" and not after


def _roles(words: Words, knowledge: Knowledge, taken: list[bool]) -> Iterator[Atom]:
    origin, phrase = words.origin, words.phrase
    free = (k for k, i in enumerate(origin) if not taken[i])
    sport = sum(word in knowledge.usage.sport for word in words.folds) >= MATCH
    for hit in knowledge.roles.hits(phrase, free):
        start, end = origin[hit.start], origin[hit.end - 1] + 1
        role = hit.entries[0]
        if sport and role.phrase in _PLAYING:
            continue  # Australia captain Steve Smith
        counted = start > 1 and words.texts[start - 1] == "-" and words.pos[start - 2] == "NUM"  # six-party talks
        part_of_name = role.speaks == "self" and words.capital[start] and end < len(words) and words.capital[end]
        if role.short and (not words.capital[start] or (start and words.pos[start - 1] == "NUM")):
            continue  # 8 PM
        noun = role.short or (words.pos[end - 1] in ("NOUN", "PROPN") and words.dep[end - 1] != "amod")
        if end < len(words) and words.abbreviates(end):
            end += 1
        if role.kind == "ministry" and words.capital[start]:
            end = _fields_end(words, end, taken)
        if noun and not (part_of_name or counted):
            yield Atom(start, end, "role", role=role)


_PLAYING = frozenset({"captain", "side", "squad", "general", "marshal"})
"""Words that are no office and no government where a report is of sport."""


def _fields_end(words: Words, end: int, taken: list[bool]) -> int:
    """Where the name of a ministry ends: over ``of Trade``, ``and Industry``, as far as it is capital and no name."""
    i = end
    while i + 1 < len(words) and words.folds[i] in ("of", "and") and words.capital[i + 1] and not taken[i + 1]:
        i += 1
        while i < len(words) and words.capital[i] and not taken[i] and words.folds[i]:
            i += 1
        end = i
    return end


def _bodies(words: Words, taken: list[bool]) -> Iterator[Atom]:
    for start, end in _recognised(words, {"ORG"}):
        if words.folds[start] == "the" and end - start > 1:
            start += 1
        if end > start and words.folds[end - 1] == "s" and end - start > 1:
            end -= 1
        if words.capital[start] and words.folds[end - 1] not in NOT_NAMES and not is_common(words, start, end):
            yield Atom(start, end, "body")


def _recognised(words: Words, labels: set[str]) -> Iterator[tuple[int, int]]:
    for entity in words.doc.ents:
        if entity.label_ in labels:
            yield entity.start, entity.end


def is_honorific(word: str) -> bool:
    """Whether a word is a form of address before a name."""
    return fold(word) in HONORIFICS
