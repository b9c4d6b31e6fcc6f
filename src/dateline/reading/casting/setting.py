"""Whose report it is: the country that titles without a nationality mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.knowledge import Knowledge
from dateline.knowledge.gazetteer import Spot
from dateline.knowledge.names import Named
from dateline.knowledge.naming import words_of
from dateline.reading.casting.mention import Mention
from dateline.reading.words import Words

ALONE = 4
"""A report is all about one country if it names it so many times as often as any other."""

AT_HOME = 2
"""The same, for the country where the report was filed."""

_LOCATIVE = frozenset({"in", "at", "from"})
_SEATS = frozenset({"Geneva", "Brussels", "Vienna", "The Hague", "Strasbourg", "New York", "New York City"})
"""Where organisations sit of which most reports from there tell."""


@dataclass(frozen=True)
class Setting:
    """The dateline's place, the country whose government or body speaks (an office's own page), and the countries and
    organisations the report speaks of, each most often named first."""

    dateline: Spot | None = None
    home: str | None = None
    countries: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    scenes: dict[tuple[str, int], str] = field(default_factory=dict, repr=False)
    alone: str | None = None
    """The country that the report is all about: named several times as often as any other."""

    def country(self, words: Words, mention: Mention) -> str | None:
        """The country meant by ``the foreign minister``: where the sentence is set, else the dateline's, else the
        one most spoken of. From where organisations sit, a report is of that country only if it names it."""
        scene = self.scenes.get((words.part, words.sentence[mention.head]))
        if self.home or scene:
            return self.home or scene
        here = self.dateline.country if self.dateline else None
        if self.dateline and self.dateline.name in _SEATS and here not in self.countries:
            here = None
        return here or (self.countries[0] if self.countries else None)


def read_setting(
    dateline: str | None, source: str | None, parts: Iterable[tuple[Words, list[Mention]]], knowledge: Knowledge
) -> Setting:
    """The setting of a report, from its dateline, its source and the names in it."""
    counts: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    scenes: dict[tuple[str, int], str] = {}
    for words, mentions in parts:
        for mention in mentions:
            named = mention.named[0] if mention.named else None
            if named and named.kind in ("state", "adjective", "people", "capital", "metonym") and mention.country:
                counts[mention.country] += 1
                if named.kind in ("capital", "state") and _opens(words, mention):
                    scenes.setdefault((words.part, words.sentence[mention.head]), mention.country)
            elif named and named.actor == "igo" and mention.country:
                bodies[mention.country] += 1
    common = [*counts.most_common(), ("", 0)]
    place = dateline_place(dateline, knowledge)
    here = place is not None and place.country == common[0][0]
    alone = common[0][0] if len(common) > 1 and common[0][1] >= (AT_HOME if here else ALONE) * common[1][1] else None
    return Setting(
        place,
        source_country(source, knowledge),
        tuple(code for code, _ in common[:-1]),
        tuple(code for code, _ in bodies.most_common()),
        scenes,
        alone,
    )


def source_country(source: str | None, knowledge: Knowledge) -> str | None:
    """Whose own page or paper a report is: ``The White House`` is of the USA, ``President of Ukraine`` of Ukraine.

    ``None`` for agencies, newspapers and whatever else speaks for no government.
    """
    folds = words_of((source or "").split("(")[0])
    if not folds:
        return None
    named = [n for hit in knowledge.names.hits(folds, range(len(folds))) for n in hit.entries[:1]]
    countries = {n.country for n in named if n.country}
    roles = [role for hit in knowledge.roles.hits(folds, range(len(folds))) for role in hit.entries[:1]]
    official = any(role.kind != "media" and role.speaks == "state" for role in roles)
    own = any(n.kind == "metonym" or n.actor == "igo" for n in named)
    medium = any(n.actor in ("media", "organisation") for n in named) or any(role.kind == "media" for role in roles)
    return countries.pop() if len(countries) == 1 and (official or own) and not medium else None


def settle(mentions: Iterable[Mention], setting: Setting) -> None:
    """Decide which country a name of two (``Congolese``) means: the one that the report names besides, if just one."""
    named_besides = {*setting.countries, *setting.organisations}
    for mention in mentions:
        if len({n.country for n in mention.named}) > 1:
            mention.named = _one(mention.named, named_besides)
        if len({n.country for n in mention.owner}) > 1:
            mention.owner = _one(mention.owner, named_besides)


def _one(named: tuple[Named, ...], countries: set[str]) -> tuple[Named, ...]:
    likely = tuple(n for n in named if n.country in countries)
    if len({n.country for n in likely}) == 1:
        return likely
    body = tuple(n for n in named if n.kind == "metonym")  # Brussels is the Union's where both are named, or neither
    return (
        body if len({n.country for n in body}) == 1 and all(n.kind in ("metonym", "capital") for n in named) else named
    )


def dateline_place(dateline: str | None, knowledge: Knowledge) -> Spot | None:
    """Where a report was filed: ``KUALA LUMPUR, April 1 , 1997 (AFP)`` -> Kuala Lumpur. ``None`` where it doesn't say.

    ``BAGHDAD/AMMAN`` gives the first; a country or state after the city (``OTTAWA, Canada``) decides between cities.
    """
    if not dateline:
        return None
    city, _, rest = dateline.partition(",")
    city = city.split("(")[0].split("/")[0].strip()
    after = rest.split("(")[0].split(",")[0].strip()
    gazetteer = knowledge.gazetteer
    spots = gazetteer.spots.get(city)
    told = [
        p for p in gazetteer.provinces.get(after) if any((s.country, s.admin1) == (p.country, p.admin1) for s in spots)
    ]
    countries = [n.country for n in knowledge.names.get(after) if n.kind == "state" and n.country]
    if told:
        return gazetteer.best(s for s in spots if (s.country, s.admin1) == (told[0].country, told[0].admin1))
    if spots:
        return gazetteer.best([s for s in spots if s.country in countries] or spots)
    for named in knowledge.names.get(city):
        if named.country in gazetteer.states:
            return gazetteer.states[named.country]
    return _seat(city, knowledge)


def _seat(body: str, knowledge: Knowledge) -> Spot | None:
    """Where a body sits that a dateline names: ``UNITED NATIONS, April 2 (AP)`` is filed in New York."""
    names = {named.name for named in knowledge.names.get(body) if named.kind == "organisation"}
    seat = next((o.seat for o in knowledge.organisations if o.name in names and o.seat), None)
    return knowledge.gazetteer.best(knowledge.gazetteer.spots.get(seat)) if seat else None


def _opens(words: Words, mention: Mention) -> bool:
    """``In Paris, ...`` at the head of a sentence sets its scene."""
    i = mention.start - 1
    return (
        i >= 0
        and words.folds[i] in _LOCATIVE
        and words.capital[i]
        and (
            i == 0
            or words.sentence[i - 1] != words.sentence[i]
            or words.texts[i - 1].isspace()
            or words.texts[i - 1] == '"'
        )
    )
