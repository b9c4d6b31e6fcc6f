"""Words that tell of a contact, with what they say of it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge.contact_frames import Frame
from dateline.reading.encounters.party import Party
from dateline.reading.encounters.scene import Scene
from dateline.record import ContactKind, ContactStatus, Place


@dataclass(frozen=True)
class Goal:
    """What is visited: a place, and the side at home there or the people called on."""

    place: Place | None
    hosts: tuple[Party, ...]

    @property
    def country(self) -> str | None:
        """The country or organisation visited."""
        return self.place.country if self.place else next((h.country for h in self.hosts), None)


@dataclass(frozen=True)
class Mention:
    """Words that tell of a contact, with what they say of it."""

    scene: Scene
    frame: Frame
    trigger: Token
    sentence: TokenSpan
    kind: ContactKind
    status: ContactStatus | None
    parties: tuple[Party, ...]
    visitors: tuple[Party, ...]
    hosts: tuple[Party, ...]
    """Who is visited; the state that hosts a gathering."""
    goal: Place | None
    pairs: bool
    """Whether it speaks of parties already told of together ("the two leaders")."""
    pair: tuple[Party, ...]
    """Who these most likely are, where no contact told of before says so."""
    receives: bool
    """Whether those it names are named as whom somebody meets ("talks with Syria")."""
    definite: bool
    """Whether it points back: "the talks", "their meeting"."""
    anaphoric: bool
    """Whether it can only point back: "the talks", nothing said with it of whose or which."""
    distinct: bool
    """Whether it is set apart from what was last spoken of: "another meeting", "met again"."""
    date: str | None
    place: Place | None
    assumed: bool
    """Whether the place is only that of the dateline: "the visiting minister"."""
    length: str | None
    """How long it lasts, where told, as a TIMEX duration ("a three-day visit": ``P3D``)."""
    over: bool
    """Whether it is told to be over ("ended his visit", "after a visit", "last year's visit")."""
    current: bool
    """Whether it is told to go on: "the ongoing summit"."""
    ends: bool
    """Whether the date is that of its end ("wrapped up", "the last day of")."""
    earlier: bool
    """Whether it is told to have been, at no given time: "has met", "recently visited"."""
    begins: bool
    """Whether the date is that of its beginning ("arrived", "started")."""

    @property
    def everybody(self) -> tuple[Party, ...]:
        """All parties, visitors first."""
        return (*self.visitors, *self.parties, *self.hosts)
