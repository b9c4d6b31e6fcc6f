"""The shapes of answers, for the description of the API: what the archive prints, field by field.

Reports are answered in the record's own shape (`dateline.record.Record`).
"""

from __future__ import annotations

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from dateline.record.model import (
    Act,
    Announcement,
    ContactKind,
    ContactStatus,
    Mode,
    ParticipantKind,
    PlaceRef,
    Role,
    Session,
    Stance,
    Standing,
)
from dateline.record.report import IsoDate
from dateline.record.spans import Span

T = TypeVar("T")

Sure = Annotated[
    float | None, Field(ge=0, le=1, description="How likely the line is right; null where no model scored it.")
]
Judged = Annotated[
    Literal["accept", "correct", "reject"] | None, Field(description="What a person decided about the line.")
]


class Shape(BaseModel):
    """What all have in common: every field is there, and no other."""

    model_config = ConfigDict(extra="forbid")


class Page(Shape, Generic[T]):
    """Lines, and where the next page begins."""

    items: list[T]
    next: str | None = Field(description="Ask again with `next` set to this for what follows; null at the end.")


class Participant(Shape):
    """A party to a contact."""

    name: str
    actor: None
    country: str | None
    role: Role
    kind: ParticipantKind | None
    witnesses: int


class Topic(Shape):
    """A topic of a contact, where it stands, who says so, and the reports that tell it."""

    topic: str
    standing: Standing
    according_to: str | None
    reports: list[str]
    confidence: Sure


class Step(Shape):
    """A change of status, and the report that first told of it."""

    status: ContactStatus
    published: str | None
    report: str


class Value(Shape):
    """One of the values that accounts give."""

    value: str
    settled: bool
    sources: list[str]
    reports: list[str]


class Difference(Shape):
    """A field that accounts fill differently."""

    field: str
    values: list[Value]


class Account(Shape):
    """What one report tells of a contact."""

    report: str
    contact: str
    published: str | None
    source: str | None
    family: str
    kind: str
    status: ContactStatus | None
    mention: bool
    confidence: Sure
    date: IsoDate | None
    place: PlaceRef | None
    participants: list[str]
    evidence: list[Span]


class Correction(Shape):
    """A field that a person set, and what the reports say instead."""

    field: str
    instead_of: Any
    by: str
    at: str
    decision: int


class Contact(Shape):
    """A contact of the archive, settled from its accounts."""

    id: str
    kind: ContactKind
    status: ContactStatus
    participants: list[Participant]
    date: IsoDate | None
    place: PlaceRef | None
    duration: str | None
    sessions: list[Session]
    agenda: list[Topic]
    announced: Announcement | None
    history: list[Step]
    differences: list[Difference]
    witnesses: int
    confidence: Sure
    part_of: str | None
    judged: str | None
    corrections: list[Correction]
    accounts: list[Account]


class Statement(Shape):
    """Who said what."""

    id: str
    report: str
    local: str = Field(description="The statement's id in its report's record.")
    act: Act
    mode: Mode
    speaker: str | None
    country: str | None
    said: IsoDate | None
    relayed_by: list[str]
    text: str
    judged: Judged
    confidence: Sure


class Position(Shape):
    """Where a party stands on an issue."""

    id: str
    report: str
    local: str = Field(description="Which position of its report's record, from 0.")
    holder: str | None
    country: str | None
    issue: str
    stance: Stance
    frame: str | None
    text: str
    judged: Judged
    confidence: Sure


class Hit(Shape):
    """Where words were found. `id` is a line's or a report's; of a topic, `REPORT#CONTACT`."""

    in_: Annotated[Literal["agenda", "positions", "reports", "statements"], Field(alias="in")]
    id: str
    report: str
    who: str | None
    text: str | None


class Decision(Shape):
    """A person's decision about a line, or about two accounts of contacts."""

    id: int
    at: str
    reviewer: str
    verdict: str
    line: str
    report: str
    about: dict[str, Any]
    other_report: str | None
    other: dict[str, Any] | None
    value: dict[str, Any] | None
    undone: str | None


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
