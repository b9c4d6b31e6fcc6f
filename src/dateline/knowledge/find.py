"""What the tables know by a name: for people who ask, with the row that says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.knowledge import Knowledge
from dateline.knowledge.tables import Period


@dataclass(frozen=True)
class Found:
    """One meaning of a name: an office held by a person, a state, a body, a word for a government."""

    name: str
    kind: str
    country: str | None
    office: str | None
    code: str | None
    period: Period
    aliases: tuple[str, ...]
    where: str


def find_actors(name: str, knowledge: Knowledge, on: date | None = None) -> list[Found]:
    """Everything a name or a surname may mean; with a day, only what it meant then."""
    found = dict.fromkeys((*_people(name, knowledge), *_names(name, knowledge)))
    return [meaning for meaning in found if on is None or on in meaning.period]


def _people(name: str, knowledge: Knowledge) -> Iterator[Found]:
    for person in knowledge.people.called(name):
        for tenure in person.tenures:
            yield Found(
                tenure.name, "person", tenure.country or None, tenure.office or None, knowledge.codes.of(tenure),
                tenure.period, tenure.aliases, tenure.where,
            )  # fmt: skip


def _names(name: str, knowledge: Knowledge) -> Iterator[Found]:
    states = {state.name: state for state in knowledge.states.values()}
    bodies = {body.where: body for body in knowledge.organisations}
    for named in knowledge.names.get(name):
        if named.kind == "person":
            continue
        aliases: tuple[str, ...] = ()
        if named.kind == "organisation" and named.where in bodies:
            aliases = bodies[named.where].aliases
        elif named.kind == "state" and named.name in states:
            aliases = states[named.name].names
        kind = named.actor if named.kind == "organisation" else named.kind
        yield Found(named.name, kind, named.country, None, named.code, named.period, aliases, named.where)
