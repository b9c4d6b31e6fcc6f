"""Which statuses of a contact its words rule out: the guard between what the model believes and the record.

"Did not meet", "won't visit", "was called off", "would meet if": whatever a model makes of them, none of these is a
contact held.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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


def ruled_out(mentions: Sequence[Mention]) -> frozenset[str]:
    """The statuses that the words of a contact's mentions rule out.

    What one of them tells as done ("met", "talks were held") leaves all open: others may tell of the plan before it.
    """
    if any(is_done(mention) for mention in mentions):
        return frozenset()
    return frozenset(status for mention in mentions for status in _ruled_out(mention.modality))


def _ruled_out(modality: Modality) -> frozenset[str]:
    if modality.outcome in ("postponed", "cancelled"):
        return EVERY - {modality.outcome}
    return RULED_OUT[modality.polarity, modality.mood]


def is_done(mention: Mention) -> bool:
    """Whether the words tell as a fact that it was: "met", "has met", "talks were held"."""
    return mention.modality.is_fact and mention.modality.tense in ("past", "perfect")


def is_untold(mentions: Sequence[Mention], likeliest: str) -> bool:
    """Whether there is no contact: it is denied or asked about, and nothing tells of a plan.

    ``likeliest``: the status that the model believes in by itself; where that says the contact was refused or called
    off, there was a plan.
    """
    told = [mention.modality for mention in mentions]
    empty = all(m.outcome is None and ((not m.polarity and m.mood == "fact") or m.mood == "question") for m in told)
    return empty and likeliest in LIVE


def left(beliefs: Mapping[str, float], excluded: Iterable[str]) -> Mapping[str, float]:
    """The beliefs in the statuses that are left; where the model had none of them, what remains is as likely."""
    out = frozenset(excluded)
    found = {status: share for status, share in beliefs.items() if status not in out}
    return found or {status: 1.0 for status in PREFERRED if status not in out}


PREFERRED = ("refused", "scheduled", "proposed", "held", "cancelled", "postponed", "ongoing")
