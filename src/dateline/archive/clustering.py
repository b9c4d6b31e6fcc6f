"""Which accounts tell of one contact: a function of the set of accounts, whatever order they came in."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence

from dateline.archive.likeness import NEVER, SAME

Pair = tuple[str, str]
Likeness = Callable[[str, str], float]

CROWD = 400
"""Accounts of one component above which weak ties are cut first, so that merging stays quick."""

FIRMER = 0.25
"""How much firmer ties must be, step by step, in a crowd."""


def clusters(
    keys: Iterable[str],
    ties: Mapping[Pair, float],
    likeness: Likeness,
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
) -> list[tuple[str, ...]]:
    """The accounts `keys`, grouped: each group sorted, groups in order of their first account.

    `ties` holds the likeness of pairs that reach `SAME`; `likeness` gives any other pair's. Average linkage: two groups
    join while the mean likeness over their pairs reaches `SAME` and no pair contradicts. Ties in the mean are
    broken by the accounts' keys, so the result depends on the set alone. A person's word comes first: pairs in
    `together` are joined whatever they say, pairs in `apart` never are, and `apart` wins.
    """
    found: list[tuple[str, ...]] = []
    for component in components(keys, [*ties, *together]):
        inside = set(component)
        mine = {pair: value for pair, value in ties.items() if pair[0] in inside}
        word = [p for p in together if p[0] in inside]
        for part in crowd_parts(component, mine, word):
            found += agglomerated(part, likeness, word, set(map(ordered, apart)))
    return sorted(found)


def attached(mentions: Mapping[str, Mapping[str, float]], group_of: Mapping[str, str]) -> dict[str, str]:
    """Which group each mention belongs to: that of the account it is likest.

    `mentions` holds, for each mention, the likeness of the accounts it is tied to; `group_of` each account's group.
    Among equals, the group with more such accounts, then the one whose name is first.
    """
    found = {}
    for mention, ties in mentions.items():
        scores: dict[str, list[float]] = {}
        for account, value in ties.items():
            if account in group_of:
                scores.setdefault(group_of[account], []).append(value)
        if scores:
            found[mention] = min(scores, key=lambda group: (-max(scores[group]), -len(scores[group]), group))
    return found


def components(keys: Iterable[str], ties: Iterable[Pair]) -> list[list[str]]:
    """The accounts that ties connect, each list sorted."""
    leader = {key: key for key in sorted(keys)}

    def find(key: str) -> str:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for a, b in ties:
        first, second = sorted((find(a), find(b)))
        leader[second] = first
    parts: dict[str, list[str]] = {}
    for key in leader:
        parts.setdefault(find(key), []).append(key)
    return list(parts.values())


def crowd_parts(component: Sequence[str], ties: Mapping[Pair, float], word: Sequence[Pair]) -> list[list[str]]:
    """A component as it is, or, where it is a crowd, what is left connected when weak ties are cut."""
    parts, least = [list(component)], SAME
    while max(map(len, parts)) > CROWD and any(value > least for value in ties.values()):
        least += FIRMER
        parts = components(component, [*(pair for pair, value in ties.items() if value >= least), *word])
    return parts


def ordered(pair: Pair) -> Pair:
    """The pair with the smaller key first."""
    return pair if pair[0] <= pair[1] else (pair[1], pair[0])


def agglomerated(
    keys: Sequence[str], likeness: Likeness, word: Sequence[Pair], apart: set[Pair]
) -> list[tuple[str, ...]]:
    """Average linkage over one component (Lance-Williams update), best pair first, smallest keys first among equals."""
    inside = set(keys)
    groups = {c[0]: tuple(c) for c in kept_apart(components(keys, [p for p in word if set(p) <= inside]), apart)}
    names = sorted(groups)
    sums: dict[Pair, float] = {}
    for i, a in enumerate(names):
        for b in names[i + 1 :]:
            values = [NEVER if ordered((x, y)) in apart else likeness(x, y) for x in groups[a] for y in groups[b]]
            sums[a, b] = sum(values)

    def mean(pair: Pair) -> float:
        return sums[pair] / (len(groups[pair[0]]) * len(groups[pair[1]]))

    heap = [(-mean(pair), pair, len(groups[pair[0]]) + len(groups[pair[1]])) for pair in sums if mean(pair) >= SAME]
    heapq.heapify(heap)
    while heap:
        _, (a, b), size = heapq.heappop(heap)
        if a not in groups or b not in groups or size != len(groups[a]) + len(groups[b]):
            continue  # one of the two has joined another group meanwhile
        for other in groups.keys() - {a, b}:
            near, far = ordered((a, other)), sums.pop(ordered((b, other)))
            sums[near] += far  # a contradiction is minus infinity, and stays
        del sums[a, b]
        groups[a] = tuple(sorted(groups[a] + groups.pop(b)))
        for other in groups.keys() - {a}:
            pair = ordered((a, other))
            if mean(pair) >= SAME:
                heapq.heappush(heap, (-mean(pair), pair, len(groups[pair[0]]) + len(groups[pair[1]])))
    return list(groups.values())


def kept_apart(groups: list[list[str]], apart: set[Pair]) -> list[list[str]]:
    """Groups that a person's word joins; one in which another word keeps two apart falls back to single accounts."""
    kept: list[list[str]] = []
    for group in groups:
        split = any(ordered((a, b)) in apart for i, a in enumerate(group) for b in group[i + 1 :])
        kept += [[key] for key in group] if split else [group]
    return kept
