"""A party as people name it -> its code."""

from __future__ import annotations

from functools import cache


def party_code(name: str) -> str | None:
    """``Russia``, ``Moscow`` or ``RUS`` -> ``RUS``, ``EU`` -> ``EUU``; `None` for what is none of them."""
    if name in _known():
        return name
    return _codes().get(name.casefold()) or (name if is_code(name) else None)


def is_code(party: str) -> bool:
    """Whether a party is given by its code: ``RUS``, ``UN``, ``NATO``."""
    return party.isupper() and party.isalnum() and 2 <= len(party) <= 8


def is_country(name: str) -> bool:
    """Whether a place's name is a country's: then the place says no more than where in the world."""
    return name.casefold() in _countries()


def acronym(code: str | None) -> str | None:
    """What an organisation is called in short, by its code; `None` for states."""
    if code is None:
        return None
    return _SHORT.get(code) or (None if code in _state_codes() else code)


_SHORT = {"EUU": "EU", "GSEVEN": "G7", "GEIGHT": "G8", "GTWENTY": "G20"}
"""Organisations that are called otherwise than their codes say."""


def is_state(code: str) -> bool:
    """Whether a code is a state's, rather than an organisation's."""
    return acronym(code) is None


@cache
def _state_codes() -> frozenset[str]:
    """The codes of states."""
    from dateline.knowledge.states import load_states

    return frozenset(state.code for state in load_states())


@cache
def _countries() -> frozenset[str]:
    """Names of states, without case and without ``the``."""
    from dateline.knowledge.states import load_states

    return frozenset(name.casefold() for s in load_states() for name in (s.name, *s.names, s.code)) | {"us", "u.s."}


@cache
def _known() -> frozenset[str]:
    """Every code of a state or an organisation."""
    return frozenset(_codes().values())


@cache
def _codes() -> dict[str, str]:
    """Names of states, their capitals, and of organisations, without case."""
    from dateline.knowledge.organisations import load_organisations
    from dateline.knowledge.states import load_states

    codes: dict[str, str] = {}
    for state in load_states():
        for name in (state.name, *state.names, *state.capitals):
            codes.setdefault(name.casefold(), state.code)
    for organisation in load_organisations():
        code = organisation.code if organisation.kind == "igo" else None
        for name in (organisation.name, *organisation.aliases) if code else ():
            codes.setdefault(name.casefold(), str(code))
    return codes
