"""ANPA 1312: AP's wire of the control characters, SYN SYN SOH before each story."""

from __future__ import annotations

import re

from dateline.errors import SetAside
from dateline.intake.decoding import Unreadable
from dateline.intake.sources import Reports, Source
from dateline.intake.wire_marks import Story, named, update_in, urgency_in
from dateline.intake.written_dates import date_or_none
from dateline.record import Report

START = re.compile(rb"\x16\x16\x01")
STORY = re.compile(
    r"\x01?(?P<number>[A-Za-z]{1,2}\d{4})\x1f?[^\n]*\n(?P<priority>[a-z]) (?P<category>[a-z])"
    r"[\x11-\x14]{1,2}\s*(?P<slug>[^\n]*?)\s+(?P<month>\d{2})-(?P<day>\d{2}) (?P<words>\d{4})"
)
SENT = re.compile(r"AP-\S*-(\d{2}-\d{2}-\d{2,4}) (\d{4})GMT")
PRIORITIES = {"f": 1, "b": 1, "u": 2, "r": 3, "d": 4, "a": 4, "i": 5, "s": 6, "w": 6, "z": 6}
"""ANPA's priority letters as urgencies."""
QUOTES = {"``": "“", "''": "”", " _ ": " — "}
PHOTOS = re.compile(r"^AP (?:Photo|Video|Graphic)", re.IGNORECASE)
NOTE = re.compile(r"^\(?(?:Eds|EDITOR'?S NOTE|EDS)\b", re.IGNORECASE)


def looks_like(source: Source) -> bool:
    """Whether SYN SYN SOH stands among the first bytes."""
    return bool(START.search(source.sample[:200]))


def reports(source: Source) -> Reports:
    """Each story of the file."""
    data = source.data()
    for number, piece in enumerate(START.split(data)[1:], 1):
        try:
            name = source.id if data.count(b"\x16\x16\x01") == 1 else f"{source.id}-{number}"
            yield report_of(_decoded(piece), name)
        except Unreadable as error:
            yield SetAside(f"{source.name} (story {number})", str(error))


def report_of(text: str, report_id: str) -> Report:
    """The report in a story. Raises `Unreadable` where it has no text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    header = STORY.match(text)
    body = text.partition("\x02")[2].split("\x04")[0].split("\x0c")[0]
    if not body:
        raise Unreadable("a story without the start of its text (STX)")
    lines = body.split("\n")
    upto = next((at for at, line in enumerate(lines) if line.strip() and not line.startswith("^")), len(lines))
    head = [line[1:].strip().rstrip("<=").strip() for line in lines[:upto] if line.startswith("^")]
    slug = head[0].rstrip(",") if head else None
    notes = [line for line in head[1:] if NOTE.match(line)]
    byline = next((line for line in head[1:] if re.match(r"by\b", line, re.IGNORECASE)), None)
    titles = [line for line in head[1:] if line not in notes and line != byline and not PHOTOS.match(line)]
    lines = [line for line in lines if not line.startswith("^") and not SENT.search(line)]
    story = Story([_typed(line) for line in lines], titles[0] if titles else None)
    return Report(
        id=report_id,
        headline=story.headline,
        source=story.source or "AP",
        published=_published(text),
        dateline=story.dateline,
        byline=named(byline) or story.byline,
        slug=slug,
        urgency=urgency_in(str(PRIORITIES.get(header["priority"], ""))) if header else None,
        update=update_in([slug, *notes]),
        advisories=(*notes, *story.advisories),
        body=story.body,
    )


def _typed(line: str) -> str:
    line = line.rstrip().rstrip("<").strip()
    for written, typed in QUOTES.items():
        line = line.replace(written, typed)
    return line


def _published(text: str) -> str | None:
    match = SENT.search(text)
    if not match:
        return None
    month, day, year = match[1].split("-")
    year = year if len(year) == 4 else f"20{year}"
    return date_or_none(f"{year}-{month}-{day}T{match[2][:2]}:{match[2][2:]}:00Z")


def _decoded(piece: bytes) -> str:
    try:
        return piece.decode("utf-8")
    except UnicodeDecodeError:
        return piece.decode("cp1252", "replace")
