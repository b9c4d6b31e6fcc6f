"""Which mentions tell of one encounter.

The model says of each two triggers how likely they tell of one; what the resolved words say for or against it is added
as named evidence. Mentions are put together while the mean of the evidence between two groups speaks for it (average
linkage, Sokal and Michener 1958), the surest first, so that the order of the text does not decide.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log

from dateline.language.english.governing import hangs_from
from dateline.reading.encounters.mention import Mention
from dateline.record.days import days_of, gap

UNASKED = 0.02
"""How likely two mentions tell of one encounter that stand too far apart for the model to be asked."""


def link(mentions: Sequence[Mention], same: Mapping[tuple[int, int], float], least: float) -> list[tuple[Mention, ...]]:
    """The mentions of each encounter, in the order of the first of each.

    ``same``: how likely the frames of two numbers tell of one contact; ``least`` the likelihood from which they do.
    """
    lean = _logit(least)
    scores = {(i, j): evidence(mentions[i], mentions[j], same) - lean for i, j in _pairs(mentions, same)}
    groups = _grouped(len(mentions), scores, _logit(UNASKED) - lean)
    return [tuple(mentions[n] for n in sorted(group)) for group in sorted(groups, key=min)]


def evidence(a: Mention, b: Mention, same: Mapping[tuple[int, int], float]) -> float:
    """The weight of all that speaks for two mentions being of one encounter, against it below nought (log odds)."""
    if a.number == b.number:  # one word, several lands
        return -20.0
    key = (min(a.number, b.number), max(a.number, b.number))
    return _logit(same.get(key, UNASKED)) + sum(weight for feature, weight in FEATURES if feature(a, b))


def other_parties(a: Mention, b: Mention) -> bool:
    """Each names two sides or more, and at most one is common to both."""
    return min(len(a.countries), len(b.countries)) >= 2 and len(a.countries & b.countries) < 2


def same_parties(a: Mention, b: Mention) -> bool:
    """Both name the same two sides or more."""
    return len(a.countries & b.countries) >= 2


def no_common_party(a: Mention, b: Mention) -> bool:
    """Both name sides, and none is common to both."""
    return bool(a.countries) and bool(b.countries) and not a.countries & b.countries


def other_days(a: Mention, b: Mention) -> bool:
    """Both name a day, and no day is common to both."""
    if not a.dates or not b.dates:
        return False
    one, other = days_of(a.dates[0]), days_of(b.dates[0])
    return one is not None and other is not None and gap(one, other) > 0


def same_day(a: Mention, b: Mention) -> bool:
    """Both name the same day."""
    return bool(a.dates and b.dates and len(a.dates[0]) == 10 and a.dates[0] == b.dates[0])


def other_land(a: Mention, b: Mention) -> bool:
    """Both name a place, in different countries."""
    if not a.places or not b.places:
        return False
    lands = a.places[0].country, b.places[0].country
    return None not in lands and lands[0] != lands[1]


def one_phrase(a: Mention, b: Mention) -> bool:
    """One is the act that the other holds, plans or calls off: "hold talks", "agreed to meet"."""
    return a.scene is b.scene and (hangs_from(a.trigger, b.trigger) or hangs_from(b.trigger, a.trigger))


def same_place(a: Mention, b: Mention) -> bool:
    """Both name the same place."""
    return bool({p.id for p in a.places} & {p.id for p in b.places})


FEATURES: tuple[tuple[Callable[[Mention, Mention], bool], float], ...] = (
    (other_parties, -1.5),
    (same_parties, 0.7),
    (no_common_party, -2.0),
    (other_days, -1.5),
    (same_day, 0.5),
    (other_land, -2.0),
    (same_place, 0.5),
    (one_phrase, 4.0),
)
"""What speaks for or against two mentions being of one encounter, in log odds beside those of the model."""


def _pairs(mentions: Sequence[Mention], same: Mapping[tuple[int, int], float]) -> Iterable[tuple[int, int]]:
    """The pairs that anything is known of: those the model was asked about, and those of one word."""
    by_number: dict[int, list[int]] = {}
    for n, mention in enumerate(mentions):
        by_number.setdefault(mention.number, []).append(n)
    for a, b in same:
        yield from ((i, j) for i in by_number.get(a, ()) for j in by_number.get(b, ()))
    for numbers in by_number.values():
        yield from ((i, j) for i in numbers for j in numbers if i < j)


def _logit(share: float) -> float:
    share = min(max(share, 1e-4), 1 - 1e-4)
    return log(share / (1 - share))


def _grouped(total: int, scores: Mapping[tuple[int, int], float], unknown: float) -> list[set[int]]:
    """Groups of the numbers below ``total``: the two with the highest mean score join while it is above nought."""
    groups = {n: {n} for n in range(total)}
    sums: dict[int, dict[int, tuple[float, int]]] = {n: {} for n in range(total)}
    for (i, j), score in scores.items():
        sums[i][j] = sums[j][i] = (score, 1)
    heap = [(-score, i, j) for (i, j), score in scores.items() if score > 0]
    heapq.heapify(heap)
    following = total
    while heap:
        _, i, j = heapq.heappop(heap)
        if i not in groups or j not in groups:
            continue
        group = groups.pop(i) | groups.pop(j)
        merged = _added(sums.pop(i), sums.pop(j), {i, j})
        for other, (score, asked) in merged.items():
            sums[other].pop(i, None), sums[other].pop(j, None)
            sums[other][following] = (score, asked)
            pairs = len(group) * len(groups[other])
            mean = (score + unknown * (pairs - asked)) / pairs
            if mean > 0:
                heapq.heappush(heap, (-mean, other, following))
        groups[following], sums[following] = group, merged
        following += 1
    return list(groups.values())


def _added(
    one: Mapping[int, tuple[float, int]], other: Mapping[int, tuple[float, int]], without: set[int]
) -> dict[int, tuple[float, int]]:
    found = {n: value for n, value in one.items() if n not in without}
    for n, (score, asked) in other.items():
        if n not in without:
            before = found.get(n, (0.0, 0))
            found[n] = (before[0] + score, before[1] + asked)
    return found
