"""The layout of news sheets: headline, source, instant, then photo blocks (file, caption), then the body."""

from __future__ import annotations

import re

from dateline.intake.advisories import is_advisory, parted
from dateline.intake.date_lines import BYLINE, date_of_line
from dateline.intake.decoding import Unreadable
from dateline.intake.fields import telling
from dateline.intake.instants import instant, looks_like_instant
from dateline.record import Photo, Report

PHOTO_FILE = re.compile(r"[^\s/\\]+\.(?:jpe?g|png|gif|webp|tiff?|bmp)", re.IGNORECASE)

CREDIT = re.compile(r"\((?P<kind>(?:File |Handout )?[Pp]hotos?)?\s*(?:by|:)?\s*(?P<credit>[^()]*[A-Za-z][^()]*)\)\s*$")
"""The credit that ends a caption: ``(File photo: Xinhua/AFP)``, ``(Xinhua/Li Ming)``, ``(Photo by Reuters)``."""

CAPTION_SIGN = re.compile(
    r"(?i)\b(?:photo(?:graph)?s?|picture[ds]?|poses?|shakes? hands|looks? on|waves?|speaks?|attends?)\b"
    r"|\((?:L|R|C|front|rear)\b|\b(?:left|right|cent(?:er|re))\)|, (?:left|right|cent(?:er|re))\b"
)
"""What shows that a paragraph after a photo's file name is its caption, where no credit ends it."""

HEADER = 8
"""Lines within which the instant or the first photo must stand."""


def looks_like(text: str) -> bool:
    """Whether an instant or a photo's file name stands alone among the first lines."""
    lines = [line.strip() for line in text.splitlines() if line.strip()][:HEADER]
    return any(looks_like_instant(line) or PHOTO_FILE.fullmatch(line) for line in lines)


def report(text: str, report_id: str) -> Report:
    """The report in a sheet; each block may be missing. Raises `Unreadable` for an impossible date or no body."""
    lines = text.lstrip("\ufeff").splitlines(keepends=True)
    head, published, at = _header(lines)
    photos, at = _photos(lines, at)
    body = "".join(lines[at:]).strip("\r\n")
    dates = {line: day for line in head if (day := date_of_line(line))}
    advisories = [line for line in head if is_advisory(line)]
    named = [line for line in head if not is_advisory(line) and line not in dates and not BYLINE.fullmatch(line)]
    headline, urgency = parted(named[0] if named else None)
    return Report(
        id=report_id,
        headline=headline,
        source=named[1] if len(named) > 1 else None,
        published=published or next(iter(dates.values()), None),
        body=telling(body),
        advisories=(*advisories, *urgency),
        photos=tuple(photos),
    )


def _header(lines: list[str]) -> tuple[list[str], str | None, int]:
    """The lines before the instant (or the first photo), the instant, and where the rest begins."""
    head: list[str] = []
    for at, line in enumerate(lines):
        stripped = line.strip()
        if looks_like_instant(stripped):
            return head, instant(stripped), at + 1
        if PHOTO_FILE.fullmatch(stripped):
            return head, None, at
        if stripped:
            head.append(stripped)
        if len(head) > HEADER:
            break
    raise Unreadable("no publication instant or photo among the first lines: not a news sheet")


def _photos(lines: list[str], at: int) -> tuple[list[Photo], int]:
    """The photo blocks that start at a line, and where the body begins."""
    photos: list[Photo] = []
    while (file_at := _next_line(lines, at)) < len(lines) and PHOTO_FILE.fullmatch(lines[file_at].strip()):
        at = file_at + 1
        caption_at = _next_line(lines, at)
        end = caption_at
        while end < len(lines) and lines[end].strip():
            end += 1
        caption = "".join(lines[caption_at:end]).strip()
        if not PHOTO_FILE.match(caption) and (CREDIT.search(caption) or CAPTION_SIGN.search(caption)):
            photos.append(_photo(lines[file_at].strip(), caption))
            at = end
        else:
            photos.append(Photo(file=lines[file_at].strip()))
    return photos, at


def _photo(file: str, caption: str) -> Photo:
    credit = CREDIT.search(caption)
    archival = bool(re.search(r"(?i)\bfile photo\b", caption))
    return Photo(file=file, caption=caption, credit=credit["credit"].strip() if credit else None, archival=archival)


def _next_line(lines: list[str], at: int) -> int:
    """The next line that is not blank."""
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at
