"""Where an account looks for others of its contact: who or where, and about when."""

from __future__ import annotations

from itertools import combinations

from dateline.archive.accounts import GATHERINGS, Account
from dateline.archive.names import folded

FORTNIGHT = 14
LONGEST = 400
"""Days above which a window says nothing about when."""

FEW = 5
"""Parties up to which each pair of countries is a way to find a contact; of more, place and name are."""

MANNER = {"visit": "v", "call": "c", "letter": "l"}
"""Kinds that are never one contact with others; all the rest are gatherings of people in one place, ``m``."""


def blocks(account: Account) -> list[str]:
    """The blocks of an account; two accounts without one in common are never compared.

    Each is ``manner:who or where:fortnight``. The window is widened by a day, as dates may differ by one.
    """
    first, last = account.window
    if last - first > LONGEST:
        spans = ["-"]
    else:
        spans = [str(n) for n in range((first - 1) // FORTNIGHT, (last + 1) // FORTNIGHT + 1)]
    manner = MANNER.get(account.kind, "m")
    return [f"{manner}:{subject}:{span}" for subject in sorted(subjects(account)) for span in spans]


def subjects(account: Account) -> set[str]:
    """Who and where: people's names, pairs of countries, and for gatherings their place and what they are called."""
    found = set()
    if account.mention:
        return {f"#{account.mention}"}
    for person in account.people:
        words = folded(person.name)
        found |= {words[0], words[-1]} if words else set()
    countries = account.countries | ({account.country} if account.country else set())
    if len(countries) <= FEW:
        found |= {f"{a}-{b}" for a, b in combinations(sorted(countries), 2)}
    if account.one_state:
        found |= {f"{country}-{country}" for country in account.countries}
    for party in account.parties:
        if not party.person and not party.country:
            found.add(" ".join(folded(party.name)))
    if account.kind in GATHERINGS:
        found |= {f"@{word}" for word in account.place if len(word) > 3}
        found |= {f"#{mark}" for mark in account.marks if not mark[0].isdigit()}
    return found
