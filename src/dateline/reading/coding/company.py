"""Those told of before: whom ``they``, ``the two leaders``, ``I`` in a quotation stand for."""

from __future__ import annotations

from dateline.reading.casting.cast import Cast
from dateline.reading.coding.side import Side, side_of
from dateline.record import Contact, Span, Statement


class Company:
    """Speakers of what is quoted, parties to the encounters told of, and sides of the events read so far."""

    def __init__(self, cast: Cast, statements: tuple[Statement, ...], contacts: tuple[Contact, ...]) -> None:
        self.cast, self.statements, self.contacts = cast, statements, contacts
        self._codes = {actor.id: (actor.code, actor.country) for actor in cast.actors}
        self.told: list[tuple[Span, tuple[Side, ...], tuple[Side, ...]]] = []

    def remember(self, span: Span, who: tuple[Side, ...], whom: tuple[Side, ...]) -> None:
        """Take in the sides of an event, in the order of the text."""
        self.told.append((span, who, whom))

    def speaker(self, span: Span) -> tuple[Side, ...]:
        """The side that says the words of a span."""
        for statement in self.statements:
            if any(content.contains(span) for content in statement.content):
                return self.party(statement.speaker.actor, statement.speaker.country)
        before = [s for s in self.statements if s.content[0].part == span.part and s.content[0].start <= span.start]
        for statement in (*reversed(before), *self.statements):
            if sides := self.party(statement.speaker.actor, statement.speaker.country):
                return sides
        first = next((actor for actor in self.cast.actors if actor.kind == "person" and actor.code), None)
        return self.party(first.id, first.country) if first else ()

    def party(self, actor: str | None, country: str | None) -> tuple[Side, ...]:
        """The side of a party of the record."""
        code, land = self._codes.get(actor or "", (None, None))
        if code:
            return (side_of(code, land or country),)
        return (Side(country),) if country else ()

    def together(self, span: Span) -> tuple[Side, ...]:
        """The sides of the nearest encounter told of before or around a span, else of the last event with two."""
        if span.part == "body":
            before = [
                (evidence.start, number)
                for number, contact in enumerate(self.contacts)
                for evidence in contact.evidence
                if evidence.part == "body" and evidence.start <= span.start
            ]
            for _, number in sorted(before, reverse=True):
                sides = self.of_contact(self.contacts[number])
                if len(sides) > 1:
                    return sides
        for _, who, whom in reversed(self.told):
            sides = tuple(dict.fromkeys((*who, *whom)))
            if len(sides) > 1:
                return sides
        return next((sides for c in self.contacts if len(sides := self.of_contact(c)) > 1), ())

    def of_contact(self, contact: Contact) -> tuple[Side, ...]:
        """The sides of the parties to an encounter."""
        sides = [side for p in contact.participants if p.role != "mediator" for side in self.party(p.actor, p.country)]
        return tuple(dict.fromkeys(sides))

    def other(self, one: Side) -> tuple[Side, ...]:
        """The other side of the event told just before, where a side took part in it."""
        if not self.told:
            return ()
        _, who, whom = self.told[-1]
        for mine, theirs in ((who, whom), (whom, who)):
            others = tuple(side for side in (theirs or mine) if side.land != one.land)
            if others and any(side.land == one.land for side in mine):
                return others
        return ()

    def last(self, span: Span) -> tuple[Side, ...]:
        """The side that acted last."""
        return next((who for _, who, _ in reversed(self.told) if who), ())
