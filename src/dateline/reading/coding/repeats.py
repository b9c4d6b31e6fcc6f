"""One action told twice is one event; an encounter told as a contact and by a frame is one too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.record import Contact, Event, Spans

SETTLING = ("meeting", "negotiation")
"""What contacts are told of by their outcome: who agreed or rejected has met or negotiated, or was to."""

TALKS = ("040", "046", "036")
OUTCOME = ("030", "031", "032", "033", "035", "057", "06", "12", "164")
MEETING = ("04", "036")
DEALING = (*MEETING, "125", "134", "164", "057", "106")
"""Codes of encounters, of intents and requests to meet, and of talks refused, broken off or ended in an accord."""


def is_meeting(event: Event) -> bool:
    """Whether an event is an encounter, or the intent to meet."""
    return event.cameo.startswith(MEETING)


def is_told_by(met: Iterable[Event], event: Event) -> bool:
    """Whether a deed is the meeting, or the intent to meet, that a contact told in the same words already is."""
    return is_meeting(event) and any(event.evidence[0].overlaps(span) for contact in met for span in contact.evidence)


def is_told_in(words: Spans, done: Iterable[Event]) -> bool:
    """Whether events tell of an encounter, or of its refusal, in any of the words."""
    return any(event.cameo.startswith(DEALING) and event.evidence[0].overlaps(span) for event in done for span in words)


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


Told = tuple[str, Event]
"""The lemma of the word that tells an event (empty of a contact), and the event."""

SPOKEN = {"AGREE", "SUPPORT", "REQUEST", "REJECT", "ACCUSE", "THREATEN"}
"""What may be done several times over in one report: only the same word tells the same act."""


def without_repeats(told: Iterable[Told], published: str | None = None) -> Iterator[Event]:
    """The first of those that tell the same action between the same sides on days that may be one, in order.

    A date known later is kept, also before the day of publication, which may only be that of the telling. Who met whom
    is one encounter whoever is named first.
    """
    kept: dict[tuple[object, ...], list[Event]] = {}
    for lemma, event in told:
        same = kept.setdefault(_key(lemma, event), [])
        known = next(
            (
                n
                for n, other in enumerate(same)
                if {None, published} & {other.date, event.date} or other.date == event.date
            ),
            None,
        )
        if known is None:
            same.append(event)
        elif event.date and same[known].date in (None, published):
            same[known] = event
    return iter(event for same in kept.values() for event in same)


def _key(lemma: str, event: Event) -> tuple[object, ...]:
    sides: tuple[frozenset[str], ...] = (frozenset(event.actors), frozenset(event.recipients))
    if event.event == "CONSULT":
        return event.event, event.cameo, frozenset((*event.actors, *event.recipients))
    return event.event, event.cameo, lemma if event.event in SPOKEN else "", *sides
