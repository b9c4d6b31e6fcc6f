"""Who: the people, offices, governments, organisations and media of a report, and every mention of them."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge import Knowledge
from dateline.reading.analysis import Analysis
from dateline.record import Actor, Party, Place, Span


@dataclass(frozen=True)
class Cast:
    """The actors of a report, and which of them any words stand for."""

    actors: tuple[Actor, ...] = ()

    def at(self, span: Span) -> tuple[Actor, ...]:
        """The actors whose mentions overlap the span, in order of mention."""
        return tuple(a for a in self.actors if any(m.overlaps(span) for m in a.mentions))

    def party(self, span: Span) -> Party:
        """Who the words stand for, with the country or organisation spoken for; nameless where nobody is known."""
        found = next(iter(self.at(span)), None)
        return Party(name=found.name, actor=found.id, country=found.country) if found else Party()


def read_actors(analysis: Analysis, places: tuple[Place, ...], knowledge: Knowledge) -> Cast:
    """Everybody who acts or speaks in the report."""
    return Cast()
