"""What an actor's CAMEO code is made of: ``RUSGOV`` of a country and a sector, ``IGOUNO`` of a sector and a group."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.sectors import UNKNOWN_LAND, load_sectors
from dateline.knowledge.states import load_states
from dateline.knowledge.tables import table


@dataclass(frozen=True)
class CodeParts:
    """The parts of an actor's code; ``country`` may be a region (``IGOEUREEC``: EUR)."""

    country: str | None
    group: str | None
    religions: tuple[str, ...]
    types: tuple[str, ...]


@cache
def parts_of(code: str) -> CodeParts:
    """The parts of a code, each of three letters, by what ``events/actor_codes.csv`` and the table of states say.

    A country stands first, or after the sector of companies (``MNCDEU``); so ``SUN`` further on is a religion.
    """
    if code.startswith("IGO") and code[3:] in _acronyms():
        return CodeParts(None, code[3:], (), ("IGO",))
    code = code.removeprefix(UNKNOWN_LAND)
    kinds, states = _kinds(), _states()
    country = group = None
    religions: list[str] = []
    types: list[str] = []
    for place, part in enumerate(code[n : n + 3] for n in range(0, len(code), 3)):
        kind = kinds.get(part)
        if country is None and (place == 0 or code.startswith("MNC")) and part in states:
            country = part
        elif kind == "religion":
            religions.append(part)
        elif kind == "type":
            types.append(part)
        elif kind == "region" and country is None:
            country = part
        elif group is None:
            group = part
    return CodeParts(country, group, tuple(religions), tuple(types))


@cache
def _kinds() -> dict[str, str]:
    return {
        part: row["kind"] for row in table("events/actor_codes.csv", ("kind", "parts")) for part in row.many("parts")
    }


@cache
def _acronyms() -> frozenset[str]:
    """What follows IGO in the code of an organisation, where that is no word of CAMEO: NATO in ``IGONATO``."""
    sectors = load_sectors()
    return frozenset(sectors.of_organisation(acronym)[3:] for acronym in sectors.acronyms) - {"UNO", "EUREEC"}


@cache
def _states() -> frozenset[str]:
    return frozenset(state.code for state in load_states())
