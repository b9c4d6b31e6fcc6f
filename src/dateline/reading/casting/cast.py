"""The actors of a report, and which of them any of its words stand for."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from dateline.knowledge.genders import Gender
from dateline.reading.words import Words
from dateline.record import Actor, Party, Span


class Standing(NamedTuple):
    """What tokens ``[start, end)`` of a part, with head token ``head``, stand for.

    ``actors`` are numbers of the cast; ``name``, ``country`` and ``code`` say as whom: also for those who are no
    actor by name, such as ``a senior Israeli official``. ``spoken`` is the country spoken for, ``None`` for private
    people (an Iranian analyst), while ``country`` is theirs all the same. Where nobody is ``mentioned``, a country is
    only named (``Russian`` oil, ``in Moscow``).
    """

    start: int
    end: int
    head: int
    actors: tuple[int, ...]
    name: str
    country: str | None
    spoken: str | None
    code: str | None
    mentioned: bool = True


@dataclass(frozen=True)
class Cast:
    """The actors of a report, and which of them any words stand for."""

    actors: tuple[Actor, ...] = ()
    words: Mapping[str, Words] = field(default_factory=dict, repr=False)
    standings: Mapping[str, list[Standing]] = field(default_factory=dict, repr=False)
    heads: Mapping[str, list[int]] = field(default_factory=dict, repr=False)
    rules: tuple[str, ...] = field(default=(), repr=False)
    """What made each actor, in the order of ``actors``."""
    genders: Mapping[str, Gender] = field(default_factory=dict, repr=False)
    """Of those people of whom it is known, by the actor's id."""

    def at(self, span: Span) -> tuple[Actor, ...]:
        """The actors that the words of a span stand for, in order: ``Kremlin spokesman Dmitry Peskov`` is Peskov only.

        Pronouns and nouns count (``he``, ``the spokesman``, ``both sides``); a name inside another's title does not,
        unless the span is just that name.
        """
        numbers = dict.fromkeys(n for standing in self.standing(span) for n in standing.actors)
        return tuple(self.actors[n] for n in numbers)

    def party(self, span: Span) -> Party:
        """Who the words of a span are, as a speaker: name, actor and the country or organisation spoken for.

        A person's name is the fullest the report gives; bodies and the unnamed are called as the report calls them.
        """
        found = self.standing(span)
        words = self.words.get(span.part)
        if not found or words is None:
            return Party(name=words.text(*words.tokens(span)) if words else None)
        root = words.root(*words.tokens(span))
        best = max(found, key=lambda s: (s.head == root, s.start <= root < s.end, bool(s.actors)))
        if best.head != root and not best.start <= root < best.end:  # "his counterpart" of "his counterpart, X"
            best = next(iter(self.around(span)), best)
            if best.head != root and words.dep[best.head] == "poss" and words.pos[best.head] == "PRON":
                return Party(name=words.text(*words.tokens(span)), country=best.spoken)  # "his host" is not he
        actor = self.actors[best.actors[0]] if best.actors else None
        return Party(name=best.name, actor=actor.id if actor else None, country=best.spoken)

    def around(self, span: Span) -> list[Standing]:
        """Whom the head of a span is said of, if in words around it: of "his counterpart" in "his counterpart, X" X."""
        words = self.words.get(span.part)
        if words is None:
            return []
        root = words.root(*words.tokens(span))
        found = (s for s in self.standings[span.part] if s.start <= root < s.end and s.mentioned and s.actors)
        return sorted(found, key=lambda s: s.end - s.start)[:1]

    def country_of(self, span: Span) -> str | None:
        """The country or organisation of any noun phrase: of what it stands for, else of a name in it."""
        return next((s.country for s in self.standing(span) if s.country), None)

    def codes(self, span: Span) -> tuple[str, ...]:
        """The CAMEO codes of those whom the words of a span stand for, also the unnamed: ``RUSMIL``."""
        return tuple(dict.fromkeys(s.code for s in self.standing(span) if s.code))

    def standing(self, span: Span) -> list[Standing]:
        """What the words of a span stand for, outermost first taken and those inside it left out, in order.

        Where nobody's head is in the span, it is whoever's title the span is part of.
        """
        words = self.words.get(span.part)
        if words is None:
            return []
        start, end = words.tokens(span)
        heads, standings = self.heads[span.part], self.standings[span.part]
        inside = standings[bisect_left(heads, start) : bisect_left(heads, end)]
        kept: list[Standing] = []
        free = [True] * (end - start)
        for standing in sorted(inside, key=lambda s: (s.start - s.end, s.head)):
            if free[standing.head - start]:
                kept.append(standing)
                first, last = max(standing.start, start), min(standing.end, end)
                free[first - start : last - start] = [False] * (last - first)
        if kept:
            return sorted(kept, key=lambda s: s.head)
        around = [s for s in self._over[span.part].get(start, ()) if end <= s.end]
        return sorted(around, key=lambda s: s.end - s.start)[:1]

    @cached_property
    def _over(self) -> dict[str, dict[int, list[Standing]]]:
        """For each token of each part the standings that it is in: titles are short, so that these are few."""
        over: dict[str, dict[int, list[Standing]]] = {part: defaultdict(list) for part in self.standings}
        for part, standings in self.standings.items():
            for standing in standings:
                for token in range(standing.start, standing.end):
                    over[part][token].append(standing)
        return over
