"""The record of one report: frozen, typed, serialisable models of the public JSON contract, version 1.

Offsets are Python code points into the named part, half-open. Unknown is ``None`` or an empty tuple, never a guess.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Annotated, Any, Literal, Self

import orjson
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
ActorKind = Literal[
    "person", "office", "government", "ministry", "igo", "party", "armed_group", "media", "organisation"
]
Act = Literal["speech", "thought"]
Mode = Literal["direct", "indirect", "mixed"]
ContactKind = Literal["meeting", "visit", "summit", "conference", "negotiation", "call", "letter"]
ContactStatus = Literal["held", "ongoing", "scheduled", "proposed", "postponed", "cancelled", "refused"]
Role = Literal["principal", "host", "mediator", "delegation", "other"]
Standing = Literal["expected", "discussed", "agreed", "excluded"]
Stance = Literal["supports", "opposes", "demands", "offers", "refuses", "denies", "conditional"]
PloverEvent = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT",
]  # fmt: skip

PartName = Annotated[str, StringConstraints(pattern=r"^(headline|body|caption:\d+)$")]
Instant = Annotated[
    str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$")
]
IsoDate = Annotated[str, StringConstraints(pattern=r"^[\d/W:TZ+-]{4,}$")]


class Model(BaseModel):
    """What every part of the record shares: it cannot be changed, and unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Model):
    """``[start, end)`` code points of one part of the report."""

    part: PartName
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]

    @model_validator(mode="after")
    def _is_half_open(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"span {self.start}:{self.end} of {self.part} is empty or turned round")
        return self

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a code point."""
        return self.part == other.part and self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other span lies wholly in this one."""
        return self.part == other.part and self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


class PhotoPlace(Model):
    """Where a photo was taken, as its caption says."""

    name: str
    country: str | None = None


class Photo(Model):
    """A photo block: its caption is part ``caption:N`` of the report."""

    file: str | None = None
    caption: str | None = None
    taken: IsoDate | None = None
    event: str | None = None
    place: PhotoPlace | None = None
    people: tuple[str, ...] = ()
    credit: str | None = None
    archival: bool = False


class Report(Model):
    """One text by one source. ``body`` is kept exactly as given."""

    id: str
    headline: str | None = None
    source: str | None = None
    published: Instant | None = None
    dateline: str | None = None
    language: str | None = None
    url: str | None = None
    body: str
    advisories: tuple[str, ...] = ()
    photos: tuple[Photo, ...] = ()

    @model_validator(mode="after")
    def _is_text(self) -> Self:
        for name, text in self.parts().items():
            try:
                text.encode("utf-8")
            except UnicodeEncodeError as error:
                raise ValueError(f"{name}: a lone surrogate at character {error.start} is no text") from None
        return self

    @property
    def published_on(self) -> date | None:
        """The day of publication (as written, in the time zone given), or ``None``."""
        return date.fromisoformat(self.published[:10]) if self.published else None

    def parts(self) -> dict[str, str]:
        """Every text that spans can point into, by part name, in reading order."""
        texts = {"headline": self.headline, "body": self.body}
        texts |= {f"caption:{i}": photo.caption for i, photo in enumerate(self.photos)}
        return {name: text for name, text in texts.items() if text}


class Time(Model):
    """A time expression: TIMEX3 ``type``, ``value`` and ``mod`` (TimeML 1.2.1). ``value`` is ``None`` if unresolved."""

    part: PartName
    start: int
    end: int
    text: str
    type: TimeType
    value: str | None = None
    mod: str | None = None

    @property
    def span(self) -> Span:
        """The words themselves."""
        return Span(part=self.part, start=self.start, end=self.end)


class Place(Model):
    """A place on the map: degrees north and east (WGS 84), country as ISO 3166 alpha-3."""

    id: str
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    mentions: Spans = ()


class Actor(Model):
    """A person, office, government, organisation or medium, with every span that names or stands for it.

    ``country`` is the state or organisation it speaks for; ``office`` what a person held on the day of the report;
    ``code`` is CAMEO style ("RUSGOV").
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    office: str | None = None
    code: str | None = None
    mentions: Spans = ()


class Party(Model):
    """Who speaks or holds a position: a name, the id of the actor it is, and the country or organisation spoken for."""

    name: str | None = None
    actor: str | None = None
    country: str | None = None


class Statement(Model):
    """An attribution read to the end: who said (or thought) what, in which mode, and through whom it reached us."""

    id: str
    act: Act = "speech"
    speaker: Party
    mode: Mode
    source: Spans = ()
    cue: Spans = ()
    content: Spans
    content_text: str
    said: IsoDate | None = None
    addressee: str | None = None
    relayed_by: tuple[str, ...] = ()


class Participant(Model):
    """A party to a contact."""

    name: str
    actor: str | None = None
    country: str | None = None
    role: Role = "principal"


class PlaceRef(Model):
    """Where a contact or an event takes place."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


class Session(Model):
    """A part of a contact: its format (tete-a-tete, delegations, dinner, press conference), when, and who is in it."""

    format: str
    when: str | None = None
    participants: tuple[str, ...] = ()


class AgendaItem(Model):
    """A topic of a contact with its standing, and who says so (``None``: the report itself)."""

    topic: str
    standing: Standing
    according_to: str | None = None
    evidence: Spans


class Announcement(Model):
    """When and by whom a contact was made known."""

    date: IsoDate | None = None
    by: tuple[str, ...] = ()


class Contact(Model):
    """An interaction between parties, with its status as of publication."""

    id: str
    kind: ContactKind
    status: ContactStatus
    participants: tuple[Participant, ...]
    date: IsoDate | None = None
    place: PlaceRef | None = None
    duration: str | None = None
    sessions: tuple[Session, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    announced: Announcement | None = None
    evidence: Spans


class Position(Model):
    """A stance of a party on an issue. ``frame`` is the holder's or the report's own wording where they differ."""

    holder: Party
    issue: str
    stance: Stance
    frame: str | None = None
    statement: str | None = None
    evidence: Spans
    evidence_text: str


class Assessment(Model):
    """A judgement about a contact or a relation; the owner is ``None`` where the report names none."""

    owner: str | None = None
    about: str | None = None
    text: str
    evidence: Spans


class Event(Model):
    """An action between actors, coded in PLOVER and CAMEO."""

    event: PloverEvent
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    date: IsoDate | None = None
    place: PlaceRef | None = None
    evidence: Spans


class Record(Model):
    """What one report says, each line tied to its words. Every span lies inside its part, and quoted text agrees."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    schema_version: Annotated[Literal[1], Field(alias="schema")] = 1
    reader: str
    report: Report
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    contacts: tuple[Contact, ...] = ()
    positions: tuple[Position, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    events: tuple[Event, ...] = ()

    @model_validator(mode="after")
    def _spans_are_in_their_parts(self) -> Self:
        lengths = {name: len(text) for name, text in self.report.parts().items()}
        for span in spans_of(self):
            if span.end > lengths.get(span.part, 0):
                raise ValueError(f"span {span.part}:{span.start}-{span.end} lies outside its part")
        parts = self.report.parts()
        for time in self.times:
            if parts.get(time.part, "")[time.start : time.end] != time.text:
                raise ValueError(f"time {time.text!r} is not the text at {time.part}:{time.start}-{time.end}")
        return self

    def words(self, spans: Spans) -> str:
        """The text the spans point at; several are joined by `` ... `` unless they touch."""
        parts = self.report.parts()
        return " ... ".join(parts[s.part][s.start : s.end] for s in spans)

    def to_json(self) -> bytes:
        """One line of JSON, without the newline."""
        return orjson.dumps(self.model_dump(mode="python", by_alias=True))

    @classmethod
    def from_json(cls, line: bytes | str) -> Record:
        """The record written by `to_json`. Raises pydantic's ``ValidationError`` where the contract is broken."""
        return cls.model_validate_json(line)


def spans_of(model: Any) -> list[Span]:
    """Every span anywhere in a model, in field order; a `Time` counts as the span it covers."""
    if isinstance(model, Span):
        return [model]
    if isinstance(model, Time):
        return [model.span]
    if isinstance(model, tuple):
        return [span for item in model for span in spans_of(item)]
    if isinstance(model, BaseModel):
        return [span for _, value in model for span in spans_of(value)]
    return []


def slug(text: str) -> str:
    """A stable, readable identifier part: lower-case ASCII letters and digits joined by hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
