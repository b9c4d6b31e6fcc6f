"""Which names are provinces, and towns in them: ``Moscow, Idaho``, ``Atlanta, Ga.``, ``the U.S. state of Georgia``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dateline.knowledge import Knowledge
from dateline.knowledge.lexicon import Hit
from dateline.knowledge.provinces import Province
from dateline.reading.words import Words

_OFFICES = frozenset({
    "senator", "sen", "governor", "gov", "congressman", "congresswoman", "representative", "rep", "lawmaker",
    "republican", "democrat", "democratic", "state", "county",
})  # fmt: skip
"""Words near a name that make it a province of the United States: ``Senator Johnny Isakson of Georgia``."""

_NEAR = 6
"""Tokens within which such a word stands."""

_TOWN = 4
"""Words that the name of a town has at most."""

_HOME = "USA"
"""Where a town that the gazetteer lacks is looked for in: ``Plains, Georgia``, in a report that names Americans."""


@dataclass(frozen=True)
class Provinces:
    """By part and token: the provinces named where the word could be something else (the first token of their names),
    and the provinces that towns are said to be in (every token of the town's name)."""

    named: Mapping[tuple[str, int], Province] = field(default_factory=dict)
    towns: Mapping[tuple[str, int], Province] = field(default_factory=dict)


def read_provinces(parts: Mapping[str, Words], knowledge: Knowledge) -> Provinces:
    """The provinces of a report's parts."""
    named: dict[tuple[str, int], Province] = {}
    towns: dict[tuple[str, int], Province] = {}
    open_: list[tuple[str, int, Province]] = []
    sure: set[Province] = set()
    homes: dict[str, bool] = {}
    for part, words in parts.items():
        for hit in _hits(words, knowledge):
            start = words.origin[hit.start]
            province = hit.entries[0]
            town = _town(words, hit, province, knowledge, homes)
            if town is not None:
                towns.update(((part, i), province) for i in range(*town))
            if town is not None or (province.alone == "state" and _said(words, hit, knowledge)):
                named[part, start] = province
                sure.add(province)
            elif province.alone == "state" and _is_name(words, hit, province):
                open_.append((part, start, province))
    meant = {province for province in sure if not _state_told(parts, province, knowledge)}
    named.update(((part, start), province) for part, start, province in open_ if province in meant)
    return Provinces(named, towns)


def _hits(words: Words, knowledge: Knowledge) -> Iterator[Hit[Province]]:
    provinces = knowledge.gazetteer.provinces
    return provinces.hits(words.phrase, words.capitals)


def _is_name(words: Words, hit: Hit[Province], province: Province) -> bool:
    return words.phrase[hit.start : hit.end] == province.name.lower().split()


def _town(
    words: Words, hit: Hit[Province], province: Province, knowledge: Knowledge, homes: dict[str, bool]
) -> tuple[int, int] | None:
    """The tokens of the town before the comma; ``None`` where none is there, but another country of a list."""
    comma = words.origin[hit.start] - 1
    if comma < 1 or words.texts[comma] != "," or not words.capital[comma - 1]:
        return None
    start = comma - 1
    while start > comma - _TOWN and start and words.capital[start - 1]:
        start -= 1
    for first in range(start, comma):
        spots = knowledge.gazetteer.spots.get(words.text(first, comma))
        if any(s.country == province.country and s.admin1 in (province.admin1, "") and s.kind != "area" for s in spots):
            return first, comma
    before = words.text(start, comma)
    known = knowledge.names.get(before) or knowledge.gazetteer.spots.get(before)
    if known or not _is_name(words, hit, province) or province.country != _HOME or province.alone != "state":
        return None
    person = words.entity[comma - 1] == "PERSON"
    return None if person or not _home_named(words, knowledge, homes) else (start, comma)


def _home_named(words: Words, knowledge: Knowledge, homes: dict[str, bool]) -> bool:
    """Whether a part names the state where unknown towns are looked for; ``homes`` remembers it."""
    if words.part not in homes:
        homes[words.part] = _names(words, knowledge, _HOME)
    return homes[words.part]


def _names(words: Words, knowledge: Knowledge, country: str) -> bool:
    return any(
        named.country == country
        for k in words.capitals
        if (found := knowledge.names.at(words.phrase, k))
        for named in found.entries[:1]
    )


def _said(words: Words, hit: Hit[Province], knowledge: Knowledge) -> bool:
    """Whether the words around say that a province is meant: ``the state of``, ``Governor Nathan Deal of``, a list of
    provinces."""
    start, end = words.origin[hit.start], words.origin[hit.end - 1] + 1
    sentence = words.sentence[start]
    before = [i for i in range(max(0, start - _NEAR), start) if words.sentence[i] == sentence]
    if before and words.folds[start - 1] == "of" and any(words.folds[i] in _OFFICES for i in before):
        return True
    if end < len(words) and words.folds[end] in _OFFICES and words.folds[end] != "state":
        return True
    for i in (start - 2, end + 1):
        joined = i + 1 if i < start else i - 1
        if not 0 <= i < len(words) or words.texts[joined] not in (",", "and", "or"):
            continue
        other = next(iter(knowledge.gazetteer.provinces.get(words.texts[i])), None)
        if other is not None and other.alone != "state" and words.capital[i]:
            return True
    return False


def _state_told(parts: Mapping[str, Words], province: Province, knowledge: Knowledge) -> bool:
    """Whether the report speaks of the state of that name besides: of ``Georgians``, of ``Tbilisi``."""
    states = {n.country for n in knowledge.names.get(province.name) if n.kind == "state"}
    for words in parts.values():
        for hit in knowledge.names.hits(words.phrase, words.capitals):
            if words.phrase[hit.start : hit.end] != province.name.lower().split() and any(
                n.country in states for n in hit.entries
            ):
                return True
    return False
