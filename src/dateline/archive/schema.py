"""The tables of an archive. `migrations/` holds how they came to be; a test compares the two.

Lines (statements, positions, events, agenda items) are numbered by time: the upper bits of their `id` are the day, so
that the newest come first by the primary key alone, a period is a range of ids, and the last id seen is a cursor.
"""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Float, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

REVISION = "0004"
"""The migration this version of Dateline works with."""


class Base(DeclarativeBase):
    """All tables."""


def to_report() -> Mapped[str]:
    """A column that names the report a line comes from; lines go when their report goes."""
    return mapped_column(ForeignKey("reports.id", ondelete="CASCADE"), index=True)


class Report(Base):
    """One text by one source, and the record read from it."""

    __tablename__ = "reports"

    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger, unique=True)
    digest: Mapped[str] = mapped_column(String(64), index=True)
    """SHA-256 of source, publication, headline and body: the same text twice is one report."""
    headline: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str | None]
    published: Mapped[str] = mapped_column(default="")
    url: Mapped[str | None] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    reader: Mapped[str] = mapped_column(index=True)
    family: Mapped[str] = mapped_column(index=True)
    """The family of copies: the smallest id in it."""
    version: Mapped[int]
    """Which version of its story the report calls itself: 2 for ``2nd Ld``."""
    signature: Mapped[bytes] = mapped_column(LargeBinary)
    """MinHash of the body, 32-bit values."""
    record: Mapped[bytes] = mapped_column(LargeBinary)
    """The record's JSON, deflated."""


class Item(Base):
    """Which item of an agency a report is a version of, and whether it takes the item back."""

    __tablename__ = "items"

    report: Mapped[str] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True)
    item: Mapped[str] = mapped_column(index=True)
    kill: Mapped[bool]


class Band(Base):
    """One band of a report's MinHash: reports that share a band may be copies."""

    __tablename__ = "bands"

    hash: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    report: Mapped[str] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True, index=True)


class Copy(Base):
    """A pair of reports of which one is a copy, update or rewrite of the other; ``a`` is the smaller id."""

    __tablename__ = "copies"

    a: Mapped[str] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True)
    b: Mapped[str] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True, index=True)
    likeness: Mapped[float] = mapped_column(Float)


class Account(Base):
    """What one report tells of one contact."""

    __tablename__ = "accounts"

    key: Mapped[str] = mapped_column(primary_key=True)
    report: Mapped[str] = to_report()
    short: Mapped[str] = mapped_column(index=True)
    """The id a contact has whose earliest account this is: old ids keep leading to their contact."""
    contact: Mapped[str] = mapped_column(index=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)
    """The contact's JSON, with what merging compares besides."""
    words: Mapped[str] = mapped_column(Text)


class Block(Base):
    """Where an account looks for others of its contact: who or where, and which fortnight."""

    __tablename__ = "blocks"

    block: Mapped[str] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey("accounts.key", ondelete="CASCADE"), primary_key=True, index=True)


class Tie(Base):
    """Two accounts that are likely of one contact; ``a`` is the smaller key."""

    __tablename__ = "ties"

    a: Mapped[str] = mapped_column(ForeignKey("accounts.key", ondelete="CASCADE"), primary_key=True)
    b: Mapped[str] = mapped_column(ForeignKey("accounts.key", ondelete="CASCADE"), primary_key=True, index=True)
    likeness: Mapped[float] = mapped_column(Float)


class Contact(Base):
    """A contact of the archive: settled from its accounts, and made anew whenever they change."""

    __tablename__ = "contacts"

    id: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[int]
    """First day (ordinal); where no date is told, the day it was first told of."""
    last_day: Mapped[int]
    kind: Mapped[str]
    status: Mapped[str]
    country: Mapped[str | None]
    """Where it is."""
    doubt: Mapped[float | None] = mapped_column(Float, index=True)
    """Likeness of its least likely account to the rest; ``None`` for a single account or one a person has judged."""
    data: Mapped[bytes] = mapped_column(LargeBinary)
    """The contact's JSON, as `dateline contacts` prints it."""
    confidence: Mapped[float | None] = mapped_column(Float)
    """How likely it is right (0 to 1): 1 where a person has said so; ``None`` where nobody and no model has."""

    __table_args__ = (
        Index("contacts_by_day", "day", "id"),
        Index("contacts_by_country", "country", "day"),
        Index("contacts_by_confidence", "confidence", "id"),
    )


class Side(Base):
    """A country or organisation that takes part in a contact."""

    __tablename__ = "sides"

    party: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[int] = mapped_column(primary_key=True)
    contact: Mapped[str] = mapped_column(ForeignKey("contacts.id", ondelete="CASCADE"), primary_key=True, index=True)


class Dyad(Base):
    """A pair of parties to a contact, in alphabetical order."""

    __tablename__ = "dyads"

    a: Mapped[str] = mapped_column(primary_key=True)
    b: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[int] = mapped_column(primary_key=True)
    contact: Mapped[str] = mapped_column(ForeignKey("contacts.id", ondelete="CASCADE"), primary_key=True, index=True)

    __table_args__ = (Index("dyads_by_day", "day", "a", "b"),)


class Attendee(Base):
    """A word of the name of someone who takes part: ``putin``."""

    __tablename__ = "attendees"

    word: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[int] = mapped_column(primary_key=True)
    contact: Mapped[str] = mapped_column(ForeignKey("contacts.id", ondelete="CASCADE"), primary_key=True, index=True)


class Statement(Base):
    """Who said what."""

    __tablename__ = "statements"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    report: Mapped[str] = to_report()
    local: Mapped[str]
    act: Mapped[str]
    mode: Mapped[str]
    speaker: Mapped[str | None]
    country: Mapped[str | None]
    said: Mapped[str | None]
    relayed_by: Mapped[list[str]] = mapped_column(JSON)
    text: Mapped[str] = mapped_column(Text)
    judged: Mapped[str | None]
    """What a person decided: accepted, corrected or rejected."""
    confidence: Mapped[float | None] = mapped_column(Float)
    """How likely it is right, as its report's record has it."""

    __table_args__ = (
        Index("statements_by_country", "country", "id"),
        Index("statements_by_confidence", "confidence", "id"),
    )


class Position(Base):
    """Where a party stands on an issue."""

    __tablename__ = "positions"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    report: Mapped[str] = to_report()
    local: Mapped[str]
    holder: Mapped[str | None]
    country: Mapped[str | None]
    issue: Mapped[str] = mapped_column(Text)
    stance: Mapped[str]
    frame: Mapped[str | None] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    judged: Mapped[str | None]
    confidence: Mapped[float | None] = mapped_column(Float)

    __table_args__ = (
        Index("positions_by_country", "country", "id"),
        Index("positions_by_confidence", "confidence", "id"),
    )


class AgendaItem(Base):
    """A topic of a contact, as one account has it."""

    __tablename__ = "agenda"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    report: Mapped[str] = to_report()
    local: Mapped[str]
    account: Mapped[str] = mapped_column(ForeignKey("accounts.key", ondelete="CASCADE"), index=True)
    topic: Mapped[str] = mapped_column(Text)
    standing: Mapped[str]
    according_to: Mapped[str | None]
    confidence: Mapped[float | None] = mapped_column(Float)

    __table_args__ = (Index("agenda_by_standing", "standing", "id"),)


class Event(Base):
    """A coded action between actors."""

    __tablename__ = "events"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    report: Mapped[str] = to_report()
    local: Mapped[str]
    event: Mapped[str]
    cameo: Mapped[str] = mapped_column(index=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)
    confidence: Mapped[float | None] = mapped_column(Float)


class Deed(Base):
    """An event between two parties: ``a`` did it to ``b``, both by code. One row for each pair of an event."""

    __tablename__ = "deeds"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    report: Mapped[str] = to_report()
    local: Mapped[str]
    """Which event of the report, from 0."""
    a: Mapped[str]
    b: Mapped[str]
    event: Mapped[str]
    cameo: Mapped[str]

    __table_args__ = (Index("deeds_by_dyad", "a", "b", "id"),)


class Actor(Base):
    """An actor as one report knows it."""

    __tablename__ = "actors"

    report: Mapped[str] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True)
    local: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    country: Mapped[str | None]
    office: Mapped[str | None]
    code: Mapped[str | None] = mapped_column(index=True)


class Place(Base):
    """A place as one report knows it."""

    __tablename__ = "places"

    report: Mapped[str] = mapped_column(ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True)
    local: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(index=True)
    country: Mapped[str | None]
    lat: Mapped[float | None] = mapped_column(Float)
    lon: Mapped[float | None] = mapped_column(Float)


class Review(Base):
    """A person's decision about a line or about two accounts. Never changed; undoing is marked, not erased."""

    __tablename__ = "reviews"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str]
    """When, UTC, ISO 8601."""
    reviewer: Mapped[str]
    verdict: Mapped[str]
    """accept, correct, reject, merge or split."""
    line: Mapped[str]
    """statement, position or contact."""
    report: Mapped[str] = mapped_column(index=True)
    about: Mapped[dict[str, object]] = mapped_column(JSON)
    """What the line said when it was judged; by this it is found again after re-reading."""
    other_report: Mapped[str | None] = mapped_column(index=True)
    other: Mapped[dict[str, object] | None] = mapped_column(JSON)
    """The second account of a merge or a split."""
    value: Mapped[dict[str, object] | None] = mapped_column(JSON)
    """The fields a correction sets."""
    undone: Mapped[str | None]
    """When it was taken back."""


SEARCHED = {
    "reports": ("number", ("headline", "body")),
    "statements": ("id", ("text", "speaker", "country")),
    "positions": ("id", ("issue", "text", "holder", "country")),
    "agenda": ("id", ("topic",)),
}
"""Tables with a full-text index: their key, and the columns in it."""
