"""The events that contacts are: a meeting held is a consultation, one to come an intent, one called off a refusal."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.actions import Actions
from dateline.knowledge.sectors import Sectors
from dateline.reading.casting.cast import Cast
from dateline.reading.coding.company import Company
from dateline.reading.coding.side import Side, side_of
from dateline.record import Contact, Event, Participant, Span, Spans, Statement

REFUSED_TOPIC = "125"
"""CAMEO: reject proposal to meet, discuss or negotiate."""


class Dealings:
    """A report's contacts as events."""

    def __init__(self, cast: Cast, company: Company, actions: Actions, sectors: Sectors) -> None:
        self.cast, self.company, self.actions, self.sectors = cast, company, actions, sectors

    def of_contacts(self, contacts: tuple[Contact, ...]) -> Iterator[tuple[Contact, Event]]:
        """Each contact, and the event it is, between the first of its parties and the others: RUS consults with USA."""
        for contact in contacts:
            cameo = self.actions.contact_code(contact.kind, contact.status)
            sides = self._parties(contact)
            if cameo and len(sides) > 1:
                yield contact, self._event(cameo, sides[:1], sides[1:], contact, (self._clearest(contact, sides),))

    def of_exclusions(self, contacts: tuple[Contact, ...], statements: tuple[Statement, ...]) -> Iterator[Event]:
        """Who says that a topic is off the table rejects to discuss it with the other parties."""
        speakers = {statement.speaker.name: statement.speaker for statement in statements}
        for contact in contacts:
            for item in contact.agenda:
                speaker = speakers.get(item.according_to) if item.standing == "excluded" else None
                own = self.company.party(speaker.actor, speaker.country) if speaker else ()
                if own:
                    others = tuple(side for side in self._parties(contact) if side.land != own[0].land)
                    yield self._event(REFUSED_TOPIC, own, others, contact, item.evidence[:1])

    def _parties(self, contact: Contact) -> tuple[Side, ...]:
        """The sides of a contact's parties; of unnamed people that of their sector, where their words tell it."""
        named = {
            s.name.lower(): side_of(s.code, s.country)
            for span in contact.evidence
            for s in self.cast.standing(span)
            if s.mentioned and s.code
        }
        found = (side for p in contact.participants for side in self._party(p, named))
        return tuple(dict.fromkeys(found))

    def _party(self, participant: Participant, named: dict[str, Side]) -> tuple[Side, ...]:
        if participant.actor and (sides := self.company.party(participant.actor, None)):
            return sides
        if not participant.country:
            return ()
        return (named.get(participant.name.lower(), Side(participant.country)),)

    def _clearest(self, contact: Contact, sides: tuple[Side, ...]) -> Span:
        """Of the words a contact rests on, the first that name most of its sides."""
        lands = {side.land for side in sides}
        return max(
            contact.evidence,
            key=lambda span: len(lands & {str(s.country) for s in self.cast.standing(span) if s.code}),
        )

    def _event(
        self, cameo: str, who: tuple[Side, ...], whom: tuple[Side, ...], contact: Contact, evidence: Spans
    ) -> Event:
        coding = self.actions.coding(cameo)
        return Event(
            event=coding.event,
            mode=coding.mode,
            contexts=coding.contexts,
            cameo=cameo,
            actors=codes(who, coding.event, cameo, "who", self.sectors),
            recipients=codes(whom, coding.event, cameo, "whom", self.sectors),
            date=contact.date,
            place=contact.place,
            evidence=evidence,
        )


def codes(sides: tuple[Side, ...], event: str, cameo: str, role: str, sectors: Sectors) -> tuple[str, ...]:
    """The codes of a role's sides, each once."""
    return tuple(dict.fromkeys(side.code(event, cameo, role, sectors) for side in sides))
