"""States and the common non-states: their names, adjectives, people and capitals."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache

from dateline.knowledge.tables import Period, Row, table

COLUMNS = ("code", "name", "names", "adjectives", "people", "former_names", "capital", "capitals_former")


@dataclass(frozen=True)
class Dated:
    """A name that was in use for some years."""

    name: str
    period: Period


@dataclass(frozen=True)
class State:
    """One state: ISO 3166 alpha-3 code (``EUU`` the European Union, ``XKX`` Kosovo) and the words for it.

    ``capitals`` are the spellings of the one capital; ``capitals_former`` have their years.
    """

    code: str
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    former_names: tuple[Dated, ...] = ()
    capitals: tuple[str, ...] = ()
    capitals_former: tuple[Dated, ...] = ()
    where: str = field(default="", compare=False)


def load_states() -> tuple[State, ...]:
    """Every state of ``states.csv``, with the names that ISO 3166 and CLDR know besides, and ``Rep.`` in those."""
    states = [_state(row) for row in table("states.csv", COLUMNS)]
    return tuple(_completed(state) for state in states)


def _state(row: Row) -> State:
    return State(
        code=row["code"],
        name=row["name"],
        names=row.many("names"),
        adjectives=row.many("adjectives"),
        people=row.many("people"),
        former_names=tuple(map(dated, row.many("former_names"))),
        capitals=row.many("capital"),
        capitals_former=tuple(map(dated, row.many("capitals_former"))),
        where=row.where,
    )


def dated(text: str) -> Dated:
    """``Zaire:1971-1997`` -> the name with its years; without years, any time. Raises ``ValueError``."""
    name, _, years = text.partition(":")
    start, _, end = years.partition("-")
    return Dated(name.strip(), Period.parse(start.strip(), end.strip()))


def _completed(state: State) -> State:
    known = {state.name, *state.names}
    more = tuple(name for name in _registered().get(state.code, ()) if name not in known)
    names = state.names + more
    short = (name.replace("Republic", "Rep.") for name in (state.name, *names) if "Republic" in name)
    return replace(state, names=tuple(dict.fromkeys((*names, *short))))


@cache
def _registered() -> dict[str, tuple[str, ...]]:
    """Names by code as pycountry (ISO 3166) and babel (CLDR English) have them, without ``X, Republic of`` forms."""
    import pycountry
    from babel import Locale

    territories = Locale("en").territories
    names: dict[str, tuple[str, ...]] = {}
    for country in pycountry.countries:
        forms = (
            country.name,
            getattr(country, "common_name", None),
            getattr(country, "official_name", None),
            territories.get(country.alpha_2),
        )
        names[country.alpha_3] = tuple(dict.fromkeys(f for f in forms if f and "," not in f and "(" not in f))
    return names
