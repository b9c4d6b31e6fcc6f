"""An encounter that the report tells of, settled."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.reading.encounters.mention import Mention
from dateline.reading.encounters.party import Party
from dateline.record import ContactKind, ContactStatus, Participant, Place

NAMES_TWO = ("meeting", "visit", "call", "letter", "negotiation")
"""Kinds between two or few, in which who is named stands for his side."""
GATHERINGS = ("summit", "conference")


@dataclass(frozen=True)
class Encounter:
    """One encounter settled."""

    mentions: tuple[Mention, ...]
    kind: ContactKind
    status: ContactStatus
    date: str | None
    place: Place | None
    participants: tuple[Participant, ...]
    parties: tuple[Party, ...]
    duration: str | None = None

    @property
    def score(self) -> float:
        """How sure the model is that its words tell of a contact: that of the surest of them."""
        return max(mention.frame.score for mention in self.mentions)
