"""One file as every format sees it: its name, its first bytes, its stream, and what the user has said about it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Protocol

from dateline.errors import SetAside, UsageError
from dateline.intake.decoding import Unreadable, decode
from dateline.intake.files import STANDARD_INPUT
from dateline.record import Report

Reports = Iterator[Report | SetAside]

SAMPLE = 1 << 16
"""Bytes looked at to tell formats and encodings apart."""

MAX_TEXT = 64 << 20
"""Bytes of a file that is read whole, above which it is no report."""


@dataclass(frozen=True)
class Told:
    """What the user says about the files."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """A field of ours -> the column it stands in."""
    day_first: bool | None = None
    """Whether ``02/03/2025`` is 2 March; ``None``: as the column's other dates show."""
    since: date | None = None
    """Only files changed on this day or later."""


COLUMN_FIELDS = ("body", "headline", "source", "published", "url", "id", "byline", "language", "dateline", "keywords")


def told(columns: str | None = None, day_first: bool | None = None, since: str | None = None) -> Told:
    """What ``--columns body=Content,published=Date``, ``--day-first`` and ``--since`` say. Raises `UsageError`."""
    pairs: dict[str, str] = {}
    for part in (columns or "").split(","):
        field_name, equals, column = part.partition("=")
        if not part.strip():
            continue
        if not equals or field_name.strip() not in COLUMN_FIELDS or not column.strip():
            raise UsageError(f"--columns {part.strip()!r}: write FIELD=COLUMN, FIELD one of {', '.join(COLUMN_FIELDS)}")
        pairs[field_name.strip()] = column.strip()
    try:
        day = date.fromisoformat(since) if since else None
    except ValueError:
        raise UsageError(f"--since {since!r} is no day: write 2026-11-28") from None
    return Told(pairs, day_first, day)


@dataclass(frozen=True)
class Source:
    """A file that is being read."""

    name: str
    stream: io.BufferedReader
    told: Told = Told()
    notes: list[str] = field(default_factory=list)
    """What a person should know of how the file was read, with its name."""

    @cached_property
    def sample(self) -> bytes:
        """The first bytes; they stay in the stream."""
        return self.stream.peek(SAMPLE)[:SAMPLE]

    @cached_property
    def head(self) -> str:
        """The first bytes as text, without leading blanks. Raises `Unreadable` where no encoding fits."""
        return decode(self.sample, sample=True).lstrip("\ufeff \t\r\n")

    @property
    def id(self) -> str:
        """The id of a report that is a file: the file's name without its endings."""
        if self.name == STANDARD_INPUT:
            return "stdin"
        stem = Path(self.name).name.removesuffix(".gz")
        return Path(stem).stem or stem

    def told_about(self, note: str) -> None:
        """Keep a note, once a file."""
        if note and (line := f"{self.name}: {note}") not in self.notes:
            self.notes.append(line)

    def data(self, most: int = MAX_TEXT) -> bytes:
        """All bytes. Raises `Unreadable` for more than `most`."""
        data = self.stream.read(most + 1)
        if len(data) > most:
            raise Unreadable(f"longer than {most >> 20} MiB: no single report is; one report a line is read as jsonl")
        return data

    def text(self) -> str:
        """All bytes as text."""
        return decode(self.data())


class Format(Protocol):
    """A format: a module with these two functions."""

    def looks_like(self, source: Source, /) -> bool:
        """Whether the first bytes are of this format; reads no more than `Source.sample`."""

    def reports(self, source: Source, /) -> Reports:
        """Each report, or the reason why a part is none. Raises `Unreadable` where nothing more can be read."""
