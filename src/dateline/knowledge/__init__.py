"""What the reader knows beforehand: countries, offices, actors, places, verbs and codes, as plain data files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from dateline.knowledge.actions import Actions, load_actions
from dateline.knowledge.gazetteer import Gazetteer, load_gazetteer
from dateline.knowledge.judgements import Judgements, load_judgements
from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.metonyms import load_metonyms
from dateline.knowledge.names import Named, lexicon_of
from dateline.knowledge.offices import Tenure, load_tenures
from dateline.knowledge.organisations import Organisation, load_organisations
from dateline.knowledge.people import People
from dateline.knowledge.regions import load_regions
from dateline.knowledge.reporting import Reporting, load_reporting
from dateline.knowledge.roles import Role, load_roles
from dateline.knowledge.stances import StanceFrame, load_stances
from dateline.knowledge.states import State, load_states


@dataclass(frozen=True)
class Knowledge:
    """All tables, loaded once and passed to every question that needs them."""

    states: dict[str, State] = field(repr=False)
    organisations: tuple[Organisation, ...] = field(repr=False)
    names: Lexicon[Named] = field(repr=False)
    people: People = field(repr=False)
    roles: Lexicon[Role] = field(repr=False)
    gazetteer: Gazetteer = field(repr=False)
    judgements: Judgements = field(repr=False)
    reporting: Reporting = field(repr=False)
    stances: Mapping[str, tuple[StanceFrame, ...]] = field(repr=False)
    actions: Actions = field(repr=False)


@cache
def load() -> Knowledge:
    """The knowledge shipped with the package."""
    return assemble()


def assemble(more_tenures: Iterable[Tenure] = (), more_organisations: Iterable[Organisation] = ()) -> Knowledge:
    """The shipped knowledge and a user's own, theirs first."""
    states = load_states()
    organisations = (*more_organisations, *load_organisations())
    tenures = (*more_tenures, *load_tenures())
    roles = load_roles()
    return Knowledge(
        states={state.code: state for state in states},
        organisations=organisations,
        names=lexicon_of(states, load_metonyms(), organisations, load_regions(), tenures),
        people=People(tenures, roles),
        roles=roles,
        gazetteer=load_gazetteer(states),
        judgements=load_judgements(),
        reporting=load_reporting(),
        stances=load_stances(),
        actions=load_actions(),
    )
