"""A word that tells of a contact, with whom, when and where its frame's words mean."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.language.english.modality import Modality
from dateline.model.frames import Frame
from dateline.reading.encounters.party import Party
from dateline.reading.encounters.scene import Scene
from dateline.record import Place

FACT = Modality()


@dataclass(frozen=True)
class Mention:
    """A frame resolved. ``number`` is the frame's among those of the report."""

    number: int
    frame: Frame
    scene: Scene
    trigger: Token
    sentence: TokenSpan
    parties: tuple[Party, ...]
    pair: tuple[Party, ...]
    """Who "they", "the two leaders" or "both sides" most likely are, where such words fill a role."""
    dates: tuple[str, ...]
    """When, as contacts have it, the most exact first."""
    places: tuple[Place, ...]
    """Where, cities before whole states."""
    length: str | None = None
    """How long it lasts, as a TIMEX duration ("a three-day visit": ``P3D``)."""
    ends: bool = False
    """Whether the words tell of its end, so that its day is the last ("wrapped up a two-day visit on Friday")."""
    modality: Modality = FACT
    """Whether the words tell that it was, is to be, or is denied."""
    part: int = 0
    """Which of the contacts that one word tells of: "visited Laos and Cambodia"."""

    @property
    def everybody(self) -> tuple[Party, ...]:
        """Those named, and those only pointed at."""
        return (*self.parties, *self.pair)

    @property
    def countries(self) -> frozenset[str]:
        """The sides named."""
        return frozenset(p.country for p in self.parties if p.country)
