"""What an agency's marks say of a version (update, correction, kill, urgency), and bodies under their datelines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from dateline.intake.advisories import is_advisory, parted
from dateline.intake.fields import telling
from dateline.intake.furniture import without_furniture
from dateline.knowledge.datelines import find_dateline

Update = Literal["update", "correction", "kill"]

KILL = re.compile(
    r"\b(?:KILL(?:ED)?|BULLETIN KILL|WITHDRAW(?:N|AL|S)?|WITHHELD|CANCELL?ED|RETRACT(?:S|ED|ION)?|ELIMINATION)\b"
)
KILL_STATUS = frozenset({"canceled", "cancelled", "withheld", "killed", "kill", "withdrawn"})
CORRECTION = re.compile(r"\b(?:CORRECT(?:S|ED|ION|IVE)?|REFILES?|REFILED)\b")
UPDATE = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)[ -]?Ld|\d+(?:ST|ND|RD|TH)[ -]?(?:LD|LEAD)|LEAD|RECASTS?|UPDATES?|UPDATED?\s?\d*|ADDS"
    r"|RAISES|Writethru|WRITETHRU|Ld-Writethru)\b"
)


def update_in(marks: Iterable[str | None], status: str | None = None) -> Update | None:
    """What these lines (slugs, notes, advisories) and the status make of a version: a kill before a correction."""
    if (status or "").lower().rpartition(":")[2] in KILL_STATUS:
        return "kill"
    told = " | ".join(filter(None, marks))
    if KILL.search(told):
        return "kill"
    if CORRECTION.search(told):
        return "correction"
    return "update" if UPDATE.search(told) else None


def urgency_in(value: str | None) -> int | None:
    """1 to 9, or ``None``."""
    text = (value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text) <= 9 else None


HOUSE_DATELINE = re.compile(
    r"(?P<dateline>[A-Z][^()\n]{1,60}?,?\s?\((?P<source>[A-Za-z][A-Za-z/ .-]{1,24})\)|"
    r"[A-Z][A-Z ./-]+, [A-Z][a-z]{2,8}\.? \d{1,2} (?P<named>[A-Z]{2,8}|Reuters))\s?(?:\.?\s?[-–—_]+|\.--?)\s+"
)
"""Datelines of one house only: ``Geneva (dpa) -``, ``Tegucigalpa, Jan 2 (EFE).-``, ``SEOUL, Nov 26 AFP -``."""

SIGNED = re.compile(
    r"(?:=*\s*)?(?:[a-z]{2,4}(?:[/-][a-z]{2,4})+|[A-Z]{2,5}(?: [A-Z]{2,5})? [a-z]{2,4}|=+\s?Kyodo"
    r"|\(?[A-Z][A-Za-z]{1,20}\)?|ends?|ENDS?|-?\s?0\s?-)\s*"
)
"""The desk's mark under a story: ``hh/ph/ts/hd``, ``AAP gfr``, ``==Kyodo``, ``ends``."""


def named(byline: str | None) -> str | None:
    """Who wrote: a byline without its ``By``."""
    told = re.sub(r"^\s*(?:[Bb]y|BY|Von|von)\s+", "", " ".join((byline or "").split()))
    return told if any(char.isalpha() for char in told) else None


class Story:
    """The lines of an agency's story, parted into what the record keeps apart."""

    def __init__(self, lines: Iterable[str], headline: str | None = None) -> None:
        """Part the lines; `headline` is the one told elsewhere. Raises `Unreadable` where no words are left."""
        advisories: list[str] = []
        own = [line.strip() for line in lines if line.strip()]
        while own and is_advisory(own[0]):
            advisories.append(own.pop(0))
        while len(own) > 1 and SIGNED.fullmatch(own[-1]):
            own.pop()
        kept = without_furniture(own, headline)
        text = "\n\n".join(kept.lines)
        self.dateline: str | None = None
        self.source: str | None = kept.source
        match = find_dateline(text, 300)
        if match is None or match.start() or not text[match.end() :].strip():
            match = HOUSE_DATELINE.match(text)
        if match is not None:
            self.dateline = match["dateline"].strip()
            self.source = self.source or match["source"] or match.groupdict().get("named")
            text = text[match.end() :].strip()
        self.headline, urgency = parted(headline)
        self.body = telling(text)
        self.byline = named(kept.byline)
        self.advisories = (*advisories, *urgency, *kept.advisories)
