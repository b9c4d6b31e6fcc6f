"""The record of one report: frozen, typed, serialisable models of the public JSON contract, version 1.

Offsets are Python code points into the named part, half-open. Unknown is ``None`` or an empty tuple, never a guess.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

import orjson
from pydantic import BaseModel, ConfigDict, Field, model_validator

from dateline.record.report import IsoDate, Report
from dateline.record.spans import Model, PartName, Span, Spans

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
ActorKind = Literal[
    "person", "office", "government", "ministry", "igo", "party", "armed_group", "media", "organisation"
]
Act = Literal["speech", "thought"]
Mode = Literal["direct", "indirect", "mixed"]
ContactKind = Literal["meeting", "visit", "summit", "conference", "negotiation", "call", "letter"]
ContactStatus = Literal["held", "ongoing", "scheduled", "proposed", "postponed", "cancelled", "refused"]
Role = Literal["principal", "host", "mediator", "delegation", "other"]
ParticipantKind = Literal["person", "government", "organisation", "group", "medium"]
Standing = Literal["expected", "discussed", "agreed", "excluded"]
Stance = Literal["supports", "opposes", "demands", "offers", "refuses", "denies", "conditional"]
PloverEvent = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT",
]  # fmt: skip

Confidence = Annotated[float, Field(ge=0, le=1)]
"""How likely a line is right, calibrated, to two digits; ``None`` where it does not come from the model. Since 1.1."""


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
    confidence: Confidence | None = None


class Participant(Model):
    """A party to a contact.

    ``kind`` (since 1.1): a person by name; a government, by itself or by an office; another organisation; a group of
    people ("officials", "the delegation", rebels); a medium.
    """

    name: str
    actor: str | None = None
    country: str | None = None
    role: Role = "principal"
    kind: ParticipantKind | None = None


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
    confidence: Confidence | None = None


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
    confidence: Confidence | None = None


class Position(Model):
    """A stance of a party on an issue. ``frame`` is the holder's or the report's own wording where they differ."""

    holder: Party
    issue: str
    stance: Stance
    frame: str | None = None
    statement: str | None = None
    evidence: Spans
    evidence_text: str
    confidence: Confidence | None = None


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
    confidence: Confidence | None = None


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
    unanswered: tuple[str, ...] = ()
    """The questions that the reader failed on (a fault of the reader): their lines are missing. In JSON only if any."""

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
        return orjson.dumps(
            self.model_dump(mode="python", by_alias=True, exclude=None if self.unanswered else {"unanswered"})
        )

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
