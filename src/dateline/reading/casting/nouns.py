"""The names and roles of a part: what is found by looking words up, before anything is put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

from dateline.knowledge import Knowledge
from dateline.knowledge.names import Named, in_use, of_province
from dateline.knowledge.naming import fold
from dateline.knowledge.roles import Role
from dateline.reading.provinces import Provinces
from dateline.reading.words import Words

AtomKind = Literal["name", "role", "person", "body"]

HONORIFICS = frozenset(
    {"mr", "mrs", "ms", "miss", "sir", "lord", "lady", "dr", "sheikh", "sheik", "madame", "monsieur"}
)
# fmt: off
PARTICLES = frozenset({
    "al", "el", "bin", "ben", "ibn", "abu", "de", "da", "di", "do", "dos", "du", "des", "del", "della", "der",
    "den", "von", "van", "la", "le", "ter", "bint", "ould", "ol", "ul", "ur",
})
# fmt: on
# fmt: off
_NOT_NAMES = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "gmt", "utc", "est", "edt", "cet",
})
# fmt: on
_BUILDINGS = frozenset({"house", "palace", "office", "guard", "square", "street", "building"})
_NAME_LENGTH = 6
_DATED = frozenset({"capital", "metonym"})


@dataclass(frozen=True, slots=True)
class Atom:
    """Tokens ``[start, end)`` that are one name or one role."""

    start: int
    end: int
    kind: AtomKind
    named: tuple[Named, ...] = ()
    role: Role | None = None
    alias: str = ""


def find_atoms(
    words: Words, knowledge: Knowledge, on: date | None, provinces: Provinces = Provinces()
) -> list[Atom]:
    """The atoms of a part in order, none overlapping: known names first, then roles, then people, then other bodies."""
    taken = [False] * len(words)
    atoms: list[Atom] = []

    def take(found: Iterator[Atom]) -> None:
        for atom in found:
            if not any(taken[atom.start : atom.end]):
                taken[atom.start : atom.end] = [True] * (atom.end - atom.start)
                atoms.append(atom)

    people = list(_recognised(words, {"PERSON"}))
    take(_provinces(words, provinces))
    take(_known(words, knowledge, on, people, provinces))
    take(_roles(words, knowledge, taken))
    roles = {atom.end: atom for atom in atoms if atom.role and atom.role.kind == "person" and not atom.role.plural}
    take(_titled(words, roles, taken))
    take(_people(words, people, taken))
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
        if any(n.article for n in named) and (not named[0].article or not _alone_after_the(words, start, end)):
            named = tuple(n for n in named if not n.article)
        if not named or (named[0].kind == "organisation" and _field_of_a_ministry(words, start, knowledge)):
            continue
        person = inside.get(end - 1)
        if person and named[0].kind in ("state", "capital", "metonym") and person[1] - person[0] > end - start:
            continue  # Michael Jordan, Denzel Washington
        yield Atom(start, end, "person" if named[0].kind == "person" else "name", in_use(named, on))


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
    for hit in knowledge.roles.hits(phrase, free):
        start, end = origin[hit.start], origin[hit.end - 1] + 1
        role = hit.entries[0]
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


def _fields_end(words: Words, end: int, taken: list[bool]) -> int:
    """Where the name of a ministry ends: over ``of Trade``, ``and Industry``, as far as it is capital and no name."""
    i = end
    while i + 1 < len(words) and words.folds[i] in ("of", "and") and words.capital[i + 1] and not taken[i + 1]:
        i += 1
        while i < len(words) and words.capital[i] and not taken[i] and words.folds[i]:
            i += 1
        end = i
    return end


def _titled(words: Words, roles: dict[int, Atom], taken: list[bool]) -> Iterator[Atom]:
    """A capitalised name right after a role or an honorific: ``Foreign Minister Hor Namhong``, ``Mrs Aung``."""
    for i in range(len(words)):
        titled = i in roles or (i and words.folds[i - 1] in HONORIFICS and words.capital[i - 1])
        begins = words.capital[i] or words.folds[i] in PARTICLES  # "the rebel-held town" names nobody
        if titled and begins and not taken[i]:
            end = _name_end(words, i, taken)
            goes_on = (
                end < len(words) and taken[end] and words.capital[end]
            )  # Chief Election | Commissioner: a longer title, no name
            building = words.folds[end - 1] in _BUILDINGS
            if end > i and not goes_on and not building:
                yield Atom(i, end, "person")


def _name_end(words: Words, start: int, taken: list[bool]) -> int:
    """Where a name that starts here ends: over capitalised words, particles, and hyphens (``Ban Ki-moon``)."""
    end = start
    limit = min(len(words), start + 2 * _NAME_LENGTH)
    for i in range(start, limit):
        word = words.folds[i]
        if taken[i] or word == "s" or word in _NOT_NAMES:
            break
        hyphened = i > start and words.texts[i - 1] == "-" and word.isalpha()
        if (words.capital[i] and word) or hyphened:
            end = i + 1
        elif not (word in PARTICLES or words.texts[i] in ("-", "'", "’", "`")):
            break
    return end


def _people(words: Words, people: list[tuple[int, int]], taken: list[bool]) -> Iterator[Atom]:
    """What the parser's entity recogniser takes for people, without the roles and genitives it swallows."""
    for start, end in people:
        while start < end and (taken[start] or not words.capital[start] or words.folds[start] in HONORIFICS):
            start += 1
        stop = start
        while stop < end and not taken[stop] and words.folds[stop] != "s":
            stop += 1
        if stop > start and words.capital[start] and words.folds[stop - 1].isalpha():
            yield Atom(start, max(stop, _name_end(words, start, taken)) if _goes_on(words, stop) else stop, "person")


def _goes_on(words: Words, stop: int) -> bool:
    """Whether a name was cut short at a hyphen: ``Ban Ki`` of ``Ban Ki-moon``."""
    return stop + 1 < len(words) and words.texts[stop] == "-" and words.texts[stop + 1].isalpha()


def _bodies(words: Words, taken: list[bool]) -> Iterator[Atom]:
    for start, end in _recognised(words, {"ORG"}):
        if words.folds[start] == "the" and end - start > 1:
            start += 1
        if end > start and words.folds[end - 1] == "s" and end - start > 1:
            end -= 1
        if words.capital[start] and words.folds[end - 1] not in _NOT_NAMES:
            yield Atom(start, end, "body")


def _recognised(words: Words, labels: set[str]) -> Iterator[tuple[int, int]]:
    for entity in words.doc.ents:
        if entity.label_ in labels:
            yield entity.start, entity.end


def is_honorific(word: str) -> bool:
    """Whether a word is a form of address before a name."""
    return fold(word) in HONORIFICS
