"""The figures of a report as its actors: in order of first mention, with what became known of them by its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast as typed

from dateline.reading.casting.cast import Cast, Standing
from dateline.reading.casting.identities import Figure
from dateline.reading.words import Words
from dateline.record import Actor, slug
from dateline.record.model import ActorKind

Stood = tuple[Standing, tuple[Figure, ...]]
"""A standing, and the figures that its words stand for."""


def listed(figures: Iterable[Figure], stood: Mapping[str, Sequence[Stood]], words: Mapping[str, Words]) -> Cast:
    """The actors in order of first mention, and the index of what all words stand for."""
    order = {part: n for n, part in enumerate(words)}
    named = [f for f in figures if f.listed and f.mentions and f.same_as is None]
    named.sort(key=lambda f: min((order[w.part], start) for w, start, _ in f.mentions))
    numbers = {id(figure): n for n, figure in enumerate(named)}
    taken: set[str] = set()
    actors = tuple(_actor(figure, taken) for figure in named)
    standings = {
        part: sorted((_settled(s, whom, numbers) for s, whom in stood.get(part, ())), key=lambda s: s.head)
        for part in words
    }
    heads = {part: [s.head for s in found] for part, found in standings.items()}
    rules = tuple(_rule(figure) for figure in named)
    genders = {actor.id: figure.gender for actor, figure in zip(actors, named, strict=True) if figure.gender}
    return Cast(actors, words, standings, heads, rules, genders)


def _settled(standing: Standing, whom: tuple[Figure, ...], numbers: dict[int, int]) -> Standing:
    """The standing with what became known of its figures by the end of the report."""
    if not whom:
        return standing
    first = whom[0].same_as or whom[0]
    return standing._replace(
        actors=tuple(numbers[id(f.same_as or f)] for f in whom if id(f.same_as or f) in numbers),
        name=standing.name or first.name,
        country=first.country,
        spoken=first.country if first.speaks else None,
        code=first.code or first.country,
    )


def _rule(figure: Figure) -> str:
    """Which row of the office tables knows the figure, else what its first mention goes by."""
    if figure.person:
        tenures = figure.person.tenures
        held = next((t for t in tenures if t.office == figure.office), tenures[0])
        return f"{held.where or 'offices'}: {held.name} ({held.office})"
    return figure.rule or "the parties named before"


def _actor(figure: Figure, taken: set[str]) -> Actor:
    name = figure.person.name if figure.person else figure.name
    key = slug(f"{figure.country} government" if figure.kind == "government" else f"{name} {figure.country or ''}")
    unique, number = key or "actor", 2
    while unique in taken:
        unique, number = f"{key}-{number}", number + 1
    taken.add(unique)
    return Actor(
        id=unique,
        name=figure.name,
        kind=typed(ActorKind, figure.kind),
        country=figure.country if figure.speaks else None,
        office=figure.office if figure.kind in ("person", "office") else None,
        code=figure.code,
        mentions=tuple(dict.fromkeys(words.span(start, end) for words, start, end in figure.mentions)),
    )
