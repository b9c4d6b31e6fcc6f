"""What the reader knows beforehand: countries, offices, actors, places, verbs and codes, as plain data files."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from dateline.errors import SetAside
from dateline.knowledge.actions import Actions, load_actions
from dateline.knowledge.codes import Codes
from dateline.knowledge.contact_words import ContactWords, load_contact_words
from dateline.knowledge.gazetteer import Gazetteer, load_gazetteer
from dateline.knowledge.genders import Genders, load_genders
from dateline.knowledge.judgements import Judgements, load_judgements
from dateline.knowledge.kept import cached
from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.metonyms import load_metonyms
from dateline.knowledge.names import Named, add_names, lexicon_of
from dateline.knowledge.offices import load_tenures
from dateline.knowledge.organisations import Organisation, kinds_of_bodies, load_organisations, media
from dateline.knowledge.own import OwnActors, read_own
from dateline.knowledge.people import People
from dateline.knowledge.regions import load_regions
from dateline.knowledge.reporting import Reporting, load_reporting
from dateline.knowledge.roles import Role, add_roles, load_roles
from dateline.knowledge.sectors import Sectors, load_sectors
from dateline.knowledge.states import State, load_states
from dateline.knowledge.usage import Usage, load_usage
from dateline.knowledge.version import version_of


@dataclass(frozen=True)
class Knowledge:
    """All tables, loaded once and passed to every question that needs them."""

    states: dict[str, State] = field(repr=False)
    organisations: tuple[Organisation, ...] = field(repr=False)
    names: Lexicon[Named] = field(repr=False)
    people: People = field(repr=False)
    roles: Lexicon[Role] = field(repr=False)
    codes: Codes = field(repr=False)
    kinds_of_bodies: frozenset[str] = field(repr=False)
    media: Lexicon[Organisation] = field(repr=False)
    """The media by name, for where a source has its seat."""
    gazetteer: Gazetteer = field(repr=False)
    genders: Genders = field(repr=False)
    judgements: Judgements = field(repr=False)
    reporting: Reporting = field(repr=False)
    contact_words: ContactWords = field(repr=False)
    actions: Actions = field(repr=False)
    sectors: Sectors = field(repr=False)
    usage: Usage = field(default_factory=Usage, repr=False)
    aside: tuple[SetAside, ...] = field(default=(), repr=False)
    """Entries of users' files that could not be used."""
    version: str = ""
    """Which tables and users' files these are (`dateline.knowledge.version`)."""


@cache
def load(own: tuple[str, ...] = ()) -> Knowledge:
    """The knowledge shipped with the package, and that of users' own actor files (`dateline.knowledge.own`).

    What a file says is added: names that we know keep their meaning, people and their offices are joined to ours.
    Raises `UsageError` where a file cannot be read.
    """
    states = load_states()
    if own:
        who, gazetteer = cached(own, lambda: (_who(states, read_own(own)), load_gazetteer(states)))
    else:
        who, gazetteer = _who(states, OwnActors()), load_gazetteer(states)
    return Knowledge(
        states={state.code: state for state in states},
        organisations=who.organisations,
        names=who.names,
        people=who.people,
        roles=who.roles,
        codes=Codes(who.names, who.roles, who.organisations),
        kinds_of_bodies=kinds_of_bodies(load_organisations()),
        media=media(who.organisations),
        gazetteer=gazetteer,
        genders=load_genders(),
        judgements=load_judgements(),
        reporting=load_reporting(),
        contact_words=load_contact_words(),
        actions=load_actions(),
        usage=load_usage(),
        sectors=load_sectors(),
        aside=who.aside,
        version=version_of(own),
    )


class _Who(NamedTuple):
    """The tables of actors."""

    names: Lexicon[Named]
    people: People
    roles: Lexicon[Role]
    organisations: tuple[Organisation, ...]
    aside: tuple[SetAside, ...]


def _who(states: tuple[State, ...], theirs: OwnActors) -> _Who:
    organisations, tenures, roles = load_organisations(), load_tenures(), load_roles()
    names = lexicon_of(states, load_metonyms(), organisations, load_regions(), tenures)
    codes = {body.cameo: body.code for body in reversed(organisations) if body.kind == "igo"}  # the first is the body
    more = [replace(t, country=codes[t.country]) if t.country in codes else t for t in theirs.tenures]
    add_names(names, theirs.organisations, more)
    add_roles(roles, theirs.roles)
    people = People((*tenures, *more), roles)
    return _Who(names, people, roles, (*organisations, *theirs.organisations), theirs.aside)
