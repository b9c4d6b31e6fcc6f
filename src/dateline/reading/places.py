"""Where: the places a report names, on the map."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.knowledge import Knowledge
from dateline.knowledge.gazetteer import Spot
from dateline.knowledge.names import Named
from dateline.knowledge.provinces import Province
from dateline.reading.analysis import Analysis
from dateline.reading.casting.metonymy import LOCATIVE, acts
from dateline.reading.casting.people import is_town
from dateline.reading.provinces import Provinces, read_provinces
from dateline.reading.words import Words
from dateline.record import Place, Span, slug

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_BEFORE = LOCATIVE | {"to", "from", "of", "off", "visit", "leave", "left", "visited", "outside", "and"}
_NATURE_BEFORE = frozenset({"lake", "mount", "cape", "hurricane", "typhoon", "cyclone"})
_NATURE_AFTER = frozenset(
    {"river", "sea", "lake", "mountains", "strait", "falls", "desert", "glacier", "reef", "basin"}
)
"""Words that make a town's name that of a water, a mountain or a storm: Lake Victoria is not in the Seychelles."""

_SMALL = 200_000
"""Inhabitants under which a city is taken only where the parser sees a place, or the report speaks of its country."""


def read_places(analysis: Analysis, knowledge: Knowledge) -> tuple[Place, ...]:
    """Every place named, with its mentions, in order of the first.

    A state or a capital is a place where things happen there, not where its government acts (`metonymy.acts`).
    """
    countries = _countries(analysis, knowledge)
    provinces = read_provinces(analysis.words, knowledge)
    found: dict[Spot, list[Span]] = {}
    for words in analysis.words.values():
        for name in _names(words, knowledge, provinces):
            spot = _located(words, name, knowledge, countries)
            if spot is not None:
                found.setdefault(spot, []).append(words.span(name.start, name.end))
    places = []
    for spot, spans in found.items():
        places.append(
            Place(
                id=slug(f"{spot.name} {spot.country or ''}"),
                name=_as_written(analysis, next((s for s in spans if _is_name(analysis, s)), None)) or spot.name,
                country=spot.country,
                lat=spot.lat,
                lon=spot.lon,
                mentions=tuple(spans),
            )
        )
        analysis.because(f"place {places[-1].id}", f"{spot.where or 'gazetteer'}: {spot.name} ({spot.kind})", spans[0])
    return tuple(places)


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    spots: tuple[Spot, ...]
    kind: str


def _countries(analysis: Analysis, knowledge: Knowledge) -> list[str]:
    """The countries the report names in any way, most often named first."""
    counts: Counter[str] = Counter()
    for words in analysis.words.values():
        for hit in knowledge.names.hits(words.phrase, words.capitals):
            named = hit.entries[0]
            if named.country in knowledge.states:
                counts[named.country] += 1
    return [country for country, _ in counts.most_common()]


def _names(words: Words, knowledge: Knowledge, provinces: Provinces) -> Iterator[_Name]:
    """The names of places: of the gazetteer, of states and provinces, and their capitals."""
    phrase, origin = words.phrase, words.origin
    free = 0
    for k in words.capitals:
        if k < free or words.credits[origin[k]]:
            continue
        if province := provinces.named.get((words.part, origin[k])):
            found = knowledge.gazetteer.provinces.at(phrase, k)
            free = found.end if found else k + 1
            yield _Name(origin[k], origin[free - 1] + 1, (knowledge.gazetteer.parts[province],), "province")
            continue
        hit = knowledge.gazetteer.spots.at(phrase, k)
        known = knowledge.names.at(phrase, k)
        if known and (hit is None or known.end >= hit.end):
            free = known.end
            kinds = {n.kind for n in known.entries}
            start, end = origin[known.start], origin[known.end - 1] + 1
            exact = all(n.exact for n in known.entries) and not words.texts[start].isupper()
            if (
                "state" in kinds
                and not exact
                and words.pos[end - 1] != "ADJ"
                and words.dep[end - 1] not in ("amod", "compound")
            ):
                states = [n.country for n in known.entries if n.kind == "state"]
                spots = tuple(s for c in states if c and (s := knowledge.gazetteer.states.get(c)))
                yield _Name(start, end, spots, "state")
                continue
            described = "adjective" in kinds and _is_capital(words, end)
            if not described and (hit is None or hit.end < known.end or not kinds & {"capital", "metonym", "area"}):
                continue
        if (
            known
            and hit is None
            and (seat := _capital_told(words, origin[known.end - 1] + 1, known.entries, knowledge))
        ):
            yield _Name(origin[known.start], origin[known.end - 1] + 2, (seat,), "described")
            continue
        if hit:
            free = max(free, hit.end)
            start, end = origin[hit.start], origin[hit.end - 1] + 1
            kind: str = "capital" if known and any(n.kind == "capital" for n in known.entries) else hit.entries[0].kind
            spots = hit.entries
            if province := provinces.towns.get((words.part, end - 1)):
                kind, spots = "province", tuple(s for s in spots if _is_in(s, province))
            if spots:
                yield _Name(start, end, spots, kind)


def _is_in(spot: Spot, province: Province) -> bool:
    """Whether a town lies in a province; of venues only the country is known."""
    return spot.country == province.country and spot.admin1 in (province.admin1, "")


def _is_capital(words: Words, k: int) -> bool:
    return k < len(words) and words.folds[k] == "capital" and words.pos[k] == "NOUN"


def _capital_told(words: Words, k: int, entries: Iterable[Named], knowledge: Knowledge) -> Spot | None:
    """The city meant by "the Italian capital", where its name does not follow."""
    if not _is_capital(words, k) or (k + 1 < len(words) and words.capital[k + 1]):
        return None
    states = (n.country for n in entries if n.kind == "adjective")
    return next((s for c in states if (s := knowledge.gazetteer.capitals.get(c))), None)


def _located(words: Words, name: _Name, knowledge: Knowledge, countries: list[str]) -> Spot | None:
    """The place meant, or ``None`` where the words name a person or a body, or a government that acts."""
    if name.kind in ("described", "province"):
        return name.spots[0]
    head = name.end - 1
    label = words.entity[head]
    before = words.folds[name.start - 1] if name.start else ""
    if before == "the" and name.start > 1:
        before = words.folds[name.start - 2]
    if _is_nature(words, name):
        return None
    locative = before in _BEFORE
    town = label == "PERSON" and name.kind == "city" and is_town(words, name.start, name.end, knowledge)
    if label == "PERSON" and not town and not (locative and name.kind in ("capital", "state")):
        return None
    if name.kind in ("state", "capital") and acts(words, name.start, name.end, "capital"):
        return None
    if name.kind in ("city", "town", "venue") and label not in _PLACES and before not in LOCATIVE and not town:
        return None
    told = _after_comma(words, name, knowledge)
    spot = knowledge.gazetteer.best([s for s in name.spots if s.country in told] or name.spots, countries)
    if (
        spot
        and spot.kind == "city"
        and spot.population < _SMALL
        and spot.country not in countries
        and label not in _PLACES
    ):
        return None
    return spot


def _is_nature(words: Words, name: _Name) -> bool:
    """Whether a town's name is part of that of a lake, a mountain, a storm."""
    if name.kind not in ("city", "town", "capital"):
        return False
    before, after = name.start - 1, name.end
    led = before >= 0 and words.folds[before] in _NATURE_BEFORE and words.capital[before]
    return led or (after < len(words) and words.folds[after] in _NATURE_AFTER and words.capital[after])


def _after_comma(words: Words, name: _Name, knowledge: Knowledge) -> list[str]:
    """``Alexandria, Egypt``, ``Hamilton, New Zealand``: the country that follows."""
    if name.end + 1 >= len(words) or words.texts[name.end] != ",":
        return []
    after = bisect_left(words.origin, name.end + 1)
    hit = knowledge.names.at(words.phrase, after) if after < len(words.origin) else None
    return [n.country for n in hit.entries if n.kind == "state" and n.country] if hit else []


def _is_name(analysis: Analysis, span: Span) -> bool:
    return analysis.tokens(span)[-1].lower_ != "capital"


def _as_written(analysis: Analysis, span: Span | None) -> str:
    if span is None:
        return ""
    return " ".join(analysis.report.parts()[span.part][span.start : span.end].split())
