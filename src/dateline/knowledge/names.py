"""Every name the reader knows beforehand, in one lexicon, with what it may stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from typing import Literal

from dateline.knowledge.gazetteer import VENUE_COLUMNS
from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.metonyms import Metonym
from dateline.knowledge.offices import Tenure
from dateline.knowledge.organisations import Organisation
from dateline.knowledge.provinces import Province, load_provinces
from dateline.knowledge.regions import Region
from dateline.knowledge.states import State
from dateline.knowledge.tables import ALWAYS, Period, table

NameKind = Literal["state", "adjective", "people", "capital", "metonym", "organisation", "region", "area", "person"]


@dataclass(frozen=True)
class Named:
    """One thing a name may stand for: its kind, the country or organisation spoken for, its proper name, its years.

    ``actor`` is the kind of actor it is where it acts; ``code`` its CAMEO code; ``exact`` names match as written only,
    those with an ``article`` only after ``the`` (The National).
    """

    kind: NameKind
    name: str
    country: str | None
    actor: str
    code: str | None = None
    period: Period = ALWAYS
    exact: bool = False
    article: bool = False
    where: str = field(default="", compare=False)
    members: tuple[str, ...] = field(default=(), compare=False)


def lexicon_of(
    states: Iterable[State],
    metonyms: Iterable[Metonym],
    organisations: Iterable[Organisation],
    regions: Iterable[Region],
    tenures: Iterable[Tenure],
) -> Lexicon[Named]:
    """All names in one lexicon. Where one name has several meanings, those of the tables named first come first."""
    lexicon: Lexicon[Named] = Lexicon()
    for state in states:
        for phrase, named in _of_state(state):
            _add(lexicon, phrase, named)
    for metonym in metonyms:
        actor, sector = _METONYM_ACTORS.get(metonym.kind, ("government", "GOV"))
        code = metonym.country + sector
        named = Named("metonym", metonym.phrase, metonym.country, actor, code, metonym.period, where=metonym.where)
        _add(lexicon, _bare(metonym.phrase), named)
    for body in organisations:
        for phrase, named in _of_body(body):
            _add(lexicon, phrase, named)
    for region in regions:
        named = Named("region", region.name, None, "government", where=region.where, members=region.members)
        for phrase in (region.name, *region.aliases):
            _add(lexicon, _bare(phrase), named)
    for row in table("venues.csv", VENUE_COLUMNS):
        if row["kind"] == "area" and row["country"]:
            named = Named("area", row["name"], row["country"], "government", row["country"], where=row.where)
            for phrase in (row["name"], *row.many("aliases")):
                if not lexicon.get(phrase):
                    lexicon.add(phrase, named)
    for province in load_provinces():
        for phrase in province.full_names:
            if not lexicon.get(phrase):
                lexicon.add(phrase, of_province(province))
    for tenure in tenures:
        for phrase, named in _of_tenure(tenure):
            lexicon.add(phrase, named)
    return lexicon


def of_province(province: Province) -> Named:
    """A province as a name: it acts for the state that it is part of."""
    return Named("area", province.name, province.country, "government", province.country, where=province.where)


def add_names(lexicon: Lexicon[Named], organisations: Iterable[Organisation], tenures: Iterable[Tenure]) -> None:
    """Add names to a lexicon that it does not know; those it knows keep their meaning."""
    known: set[str] = set()
    unknown: set[str] = set()
    for phrase, named in chain.from_iterable((*map(_of_body, organisations), *map(_of_tenure, tenures))):
        if phrase not in unknown:
            (known if lexicon.get(phrase) else unknown).add(phrase)
        if phrase in unknown:
            _add(lexicon, phrase, named)


def _of_body(body: Organisation) -> Iterator[tuple[str, Named]]:
    country = body.code if body.kind == "igo" else None if body.kind in _PRIVATE else body.country
    named = Named(
        "organisation", body.name, country, body.kind, body.cameo or None, body.period,
        where=body.where, members=body.members,
    )  # fmt: skip
    for phrase in (body.name, *body.aliases):
        bare = _bare(phrase)
        yield bare, replace(named, article=True) if bare != phrase and " " not in bare else named


def _of_tenure(tenure: Tenure) -> Iterator[tuple[str, Named]]:
    named = Named("person", tenure.name, tenure.country, "person", tenure.code, tenure.period, where=tenure.where)
    for phrase in (tenure.name, *tenure.aliases):
        if " " in phrase:  # a surname alone is too little to know a person by
            yield phrase, named


_PRIVATE = frozenset({"media", "organisation"})
"""Kinds of bodies that speak for no country: agencies and newspapers, companies, aid and rights groups."""


def _add(lexicon: Lexicon[Named], phrase: str, named: Named) -> None:
    """Acronyms are exact: ``US`` is not ``us``, ``WHO`` is not ``who``."""
    letters = phrase.replace(".", "")
    exact = len(letters) <= _ACRONYM and (letters.isupper() or sum(c.isupper() for c in letters if c != " ") > 1)
    lexicon.add(phrase, replace(named, exact=True) if exact else named)


_ACRONYM = 5

_METONYM_ACTORS = {
    "ministry": ("ministry", "GOV"),
    "foreign ministry": ("ministry", "GOV"),
    "office": ("ministry", "GOV"),
    "defence ministry": ("ministry", "MIL"),
    "parliament": ("government", "LEG"),
}


def _of_state(state: State) -> Iterator[tuple[str, Named]]:
    def named(kind: NameKind, name: str, period: Period = ALWAYS) -> Named:
        return Named(kind, name, state.code, "government", f"{state.code}GOV", period, where=state.where)

    for name in (state.name, *state.names):
        yield _bare(name), named("state", state.name)
    for former in state.former_names:
        yield _bare(former.name), named("state", former.name, former.period)
    for adjective in state.adjectives:
        yield adjective, named("adjective", state.name)
    for people in state.people:
        yield people, named("people", state.name)
    for capital in state.capitals:
        yield capital, named("capital", state.capitals[0])
    for former in state.capitals_former:
        yield former.name, named("capital", former.name, former.period)


def _bare(phrase: str) -> str:
    return phrase[4:] if phrase.lower().startswith("the ") else phrase


def in_use(entries: Iterable[Named], on: date | None) -> tuple[Named, ...]:
    """The meanings a name had on a day; where none was in use, those nearest to it in time."""
    entries = tuple(entries)
    if on is None or len(entries) == 1:
        return entries
    away = [entry.period.away(on) for entry in entries]
    nearest = min(away)
    return tuple(entry for entry, days in zip(entries, away, strict=True) if days == nearest)
