"""The names of people in a part: after titles, as the recogniser has them, and surnames that a whole day knows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dateline.knowledge import Knowledge
from dateline.knowledge.people import SUFFIXES
from dateline.reading.casting.atom import HONORIFICS, NOT_NAMES, PARTICLES, Atom
from dateline.reading.casting.metonymy import LOCATIVE
from dateline.reading.words import Words

_BUILDINGS = frozenset({"house", "palace", "office", "guard", "square", "street", "building"})
_NAME_LENGTH = 6


def nicknamed(words: Words, taken: list[bool]) -> Iterator[Atom]:
    """A name with another in quotation marks: ``Vernon "Mike" Smith``."""
    for i in range(1, len(words) - 3):
        if words.texts[i] not in _MARKS or words.texts[i + 2] not in _MARKS or taken[i + 1]:
            continue
        if not all(words.capital[k] and words.pos[k] == "PROPN" for k in (i - 1, i + 1, i + 3)):
            continue
        start = i - 1
        while start and words.capital[start - 1] and words.pos[start - 1] == "PROPN" and not taken[start - 1]:
            start -= 1
        if not taken[i - 1] and not taken[i + 3]:
            yield Atom(start, name_end(words, i + 3, taken), "person")


_MARKS = frozenset({'"', "'", "“", "”", "‘", "’", "``", "''"})


def titled(words: Words, roles: dict[int, Atom], taken: list[bool]) -> Iterator[Atom]:
    """A capitalised name right after a role or an honorific: ``Foreign Minister Hor Namhong``, ``Mrs Aung``."""
    for i in range(len(words)):
        titled = i in roles or (i and words.folds[i - 1] in HONORIFICS and words.capital[i - 1])
        begins = words.capital[i] or words.folds[i] in PARTICLES  # "the rebel-held town" names nobody
        if titled and begins and not taken[i]:
            end = name_end(words, i, taken)
            goes_on = (
                end < len(words) and taken[end] and words.capital[end]
            )  # Chief Election | Commissioner: a longer title, no name
            building = words.folds[end - 1] in _BUILDINGS
            if end > i and not goes_on and not building:
                yield Atom(i, end, "person")


def name_end(words: Words, start: int, taken: list[bool]) -> int:
    """Where a name that starts here ends: over capitalised words, particles, and hyphens (``Ban Ki-moon``)."""
    end = start
    limit = min(len(words), start + 2 * _NAME_LENGTH)
    for i in range(start, limit):
        word = words.folds[i]
        if taken[i] or word == "s" or word in NOT_NAMES:
            break
        hyphened = i > start and words.texts[i - 1] == "-" and word.isalpha()
        if (words.capital[i] and word) or hyphened:
            end = i + 1
        elif not (word in PARTICLES or words.texts[i] in ("-", "'", "’", "`")):
            break
    return end


def people(words: Words, people: list[tuple[int, int]], taken: list[bool], knowledge: Knowledge) -> Iterator[Atom]:
    """What the parser's entity recogniser takes for people, without the roles and genitives it swallows."""
    for start, end in people:
        if is_town(words, start, end, knowledge):
            continue
        while start < end and (taken[start] or not words.capital[start] or words.folds[start] in HONORIFICS):
            start += 1
        stop = start
        while stop < end and not taken[stop] and words.folds[stop] != "s":
            stop += 1
        if (
            stop > start
            and words.capital[start]
            and words.folds[stop - 1].isalpha()
            and not is_common(words, start, stop)
        ):
            yield Atom(start, max(stop, name_end(words, start, taken)) if goes_on(words, stop) else stop, "person")


def goes_on(words: Words, stop: int) -> bool:
    """Whether a name was cut short: ``Ban Ki`` of ``Ban Ki-moon``, ``Joseph R. Biden`` of ``Joseph R. Biden Jr.``,
    ``Khalid bin Salman`` of ``Khalid bin Salman Al Saud``."""
    if stop + 1 < len(words) and words.texts[stop] == "-" and words.texts[stop + 1].isalpha():
        return True
    if stop >= len(words) or not words.capital[stop]:
        return False
    particle = words.folds[stop] in PARTICLES and stop + 1 < len(words) and words.capital[stop + 1]
    return words.folds[stop] in SUFFIXES or particle


def is_town(words: Words, start: int, end: int, knowledge: Knowledge) -> bool:
    """Whether what the recogniser takes for a person is a large town: by its full name (``Ho Chi Minh City``), or, as
    one word, after a preposition of place (``in Goma``)."""
    spots = knowledge.gazetteer.spots.get(words.text(start, end))
    if not any(s.kind != "city" or s.population >= _LARGE for s in spots):
        return False
    before = words.folds[start - 1] if start else ""
    if end - start > 1:
        return words.folds[end - 1] == "city" or before in LOCATIVE
    return before in LOCATIVE or (before in ("to", "from") and start > 1 and words.doc[start - 2].lemma_ in _MOVING)


_LARGE = 100_000
_MOVING = frozenset({"move", "go", "travel", "fly", "return", "come", "arrive", "spread", "advance", "drive", "flee"})


def is_common(words: Words, start: int, end: int) -> bool:
    """Whether one word is a noun of every day, big only because it begins a sentence: ``Dealers said``."""
    if end - start > 1 or words.pos[start] not in _COMMON:
        return False
    return start == 0 or words.sentence[start] != words.sentence[start - 1]


_COMMON = frozenset({"NOUN", "PRON", "DET", "ADJ", "ADV", "VERB", "ADP", "SCONJ"})


def principals(words: Words, knowledge: Knowledge, on: date | None, taken: list[bool]) -> Iterator[Atom]:
    """Surnames alone of those who govern, which the recogniser missed or took for bodies: ``Merkel, Macron``."""
    title_case = _in_title_case(words)
    for i, word in enumerate(words.folds):
        if taken[i] or not words.capital[i] or word in NOT_NAMES or not word.isalpha():
            continue
        if words.pos[i] != "PROPN" and not words.entity[i] and not title_case:
            continue
        joined = any(
            0 <= k < len(words) and not taken[k] and words.capital[k] and words.pos[k] == "PROPN" and not title_case
            for k in (i - 1, i + 1)
        )
        if not joined and knowledge.people.principal(word, on) and not knowledge.gazetteer.spots.get(word):
            yield Atom(i, i + 1, "person")


def _in_title_case(words: Words) -> bool:
    """Whether most words begin with a capital, as in many headlines: there capitals say little."""
    long = [i for i, word in enumerate(words.folds) if len(word) > 3]
    return words.part == "headline" and sum(words.capital[i] for i in long) * 10 >= len(long) * 8
