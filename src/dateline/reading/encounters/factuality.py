"""Which statuses of a contact its words rule out: the guard between what the model believes and the record.

"Did not meet", "won't visit", "was called off", "would meet if": whatever a model makes of them, none of these is a
contact held.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import get_args

from dateline.language.english.modality import Modality, Mood
from dateline.reading.encounters.mention import Mention
from dateline.record import ContactStatus

EVERY: frozenset[str] = frozenset(get_args(ContactStatus))
OVER = frozenset({"held", "ongoing"})
SURE = OVER | {"scheduled"}
LIVE = SURE | {"proposed"}

RULED_OUT: Mapping[tuple[bool, Mood], frozenset[str]] = {
    (True, "fact"): frozenset(),
    (True, "future"): OVER,
    (True, "possible"): SURE,
    (True, "duty"): SURE,
    (True, "wish"): SURE,
    (True, "question"): SURE,
    (True, "condition"): SURE,
    (False, "fact"): LIVE,
    (False, "future"): LIVE,
    (False, "possible"): SURE,
    (False, "duty"): LIVE,
    (False, "wish"): LIVE,
    (False, "question"): SURE,
    (False, "condition"): SURE,
}
"""By polarity and mood the statuses that cannot be meant."""


def is_past(days: tuple[int, int] | None, published: date | None) -> bool:
    """Whether it was to be over before the day before publication."""
    return days is not None and published is not None and days[1] < published.toordinal() - 1


def statuses(mentions: Sequence[Mention], over: bool = False) -> Mapping[str, float]:
    """The mean belief in each status that the words leave; ``over``: its day is past."""
    total: dict[str, float] = {}
    for mention in mentions:
        for status, share in left(mention, over).items():
            total[status] = total.get(status, 0.0) + share * weight(mention)
    return total


def left(mention: Mention, over: bool = False) -> Mapping[str, float]:
    """How likely each status is of those that the words of one mention leave; the shares sum to one.

    What the model believed of the others goes to the one that the words most plainly tell. ``over``: its day was before
    the report's, so that what was told as a plan may have been held.
    """
    beliefs = mention.frame.beliefs.get("status") or {mention.frame.labels["status"]: 1.0}
    modality = mention.modality
    planned = modality.polarity and modality.mood == "future" and modality.outcome is None
    out = frozenset() if over and planned else ruled_out(modality)
    total = sum(beliefs.values())
    found = {status: share / total for status, share in beliefs.items() if status not in out}
    rest = 1.0 - sum(found.values())
    if out and rest > 0:
        plainest = _plainest(modality)
        found[plainest] = found.get(plainest, 0.0) + rest
    return found


def _plainest(modality: Modality) -> str:
    if modality.outcome in ("postponed", "cancelled"):
        return modality.outcome
    if not modality.polarity:
        return "refused"
    return "scheduled" if modality.mood == "future" else "proposed"


def ruled_out(modality: Modality) -> frozenset[str]:
    """The statuses that cannot be meant."""
    if modality.outcome in ("postponed", "cancelled"):
        return EVERY - {modality.outcome}
    return RULED_OUT[modality.polarity, modality.mood]


def weight(mention: Mention) -> float:
    """How much a mention counts among others of its contact: one that says what did not come of it, more."""
    undone = not mention.modality.polarity or mention.modality.outcome in ("postponed", "cancelled")
    return mention.frame.score * (UNDONE if undone else 1.0)


UNDONE = 2.0
"""Of a meeting "that was to open on Monday" and then was "called off", the second decides."""


def is_untold(mentions: Sequence[Mention], likeliest: str) -> bool:
    """Whether there is no contact: it is denied or asked about, and nothing tells of a plan.

    ``likeliest``: the status that the model believes in by itself; where that says the contact was refused or called
    off, there was a plan.
    """
    told = [mention.modality for mention in mentions]
    empty = all(m.outcome is None and ((not m.polarity and m.mood == "fact") or m.mood == "question") for m in told)
    return empty and likeliest in LIVE
