"""One action told twice is one event; an encounter told as a contact and by a frame is one too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.record import Contact, Event

SETTLING = ("meeting", "negotiation")
"""What contacts are told of by their outcome: who agreed or rejected has met or negotiated, or was to."""

TALKS = ("040", "046", "036")
OUTCOME = ("030", "031", "032", "033", "035", "057", "06", "12", "164")
MEETING = ("04", "036")


def is_meeting(event: Event) -> bool:
    """Whether an event is an encounter, or the intent to meet."""
    return event.cameo.startswith(MEETING)


def is_told_by(met: Iterable[Event], event: Event) -> bool:
    """Whether a deed is the meeting, or the intent to meet, that a contact told in the same words already is."""
    return is_meeting(event) and any(
        event.evidence[0].overlaps(span) for contact in met for span in contact.evidence
    )


def is_told_otherwise(contact: Contact, met: Event, done: Iterable[Event]) -> bool:
    """Whether a contact is known only by what its sides agreed, rejected or broke off: then that is the event."""
    if contact.kind not in SETTLING or not met.cameo.startswith(TALKS):
        return False
    beside = [event for event in done if event.evidence[0].overlaps(met.evidence[0])]
    sides = {code[:3] for code in (*met.actors, *met.recipients)}
    return not any(is_meeting(event) for event in beside) and any(
        event.cameo.startswith(OUTCOME) and sides <= {code[:3] for code in (*event.actors, *event.recipients)}
        for event in beside
    )


def without_repeats(events: Iterable[Event]) -> Iterator[Event]:
    """The first of those that tell the same action between the same sides; a date known later is kept."""
    kept: dict[tuple[object, ...], Event] = {}
    for event in events:
        key = (event.event, event.cameo[:2], frozenset(event.actors), frozenset(event.recipients))
        if key not in kept or (kept[key].date is None and event.date):
            kept[key] = event
    return iter(kept.values())
