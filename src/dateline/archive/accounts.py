"""An account: what one report tells of one contact, with all that merging compares."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from dateline.archive.days import Days, days_of
from dateline.archive.names import folded

GATHERINGS = frozenset({"summit", "conference", "negotiation"})
"""Kinds known by where and when they are held more than by whom a report happens to name."""

WINDOWS: dict[str, Days] = {
    "held": (-60, 0),
    "ongoing": (-10, 2),
    "scheduled": (-1, 90),
    "proposed": (-5, 120),
    "postponed": (-30, 120),
    "cancelled": (-30, 90),
    "refused": (-30, 90),
}
"""Days around publication in which a contact lies whose date the report leaves out, by its status."""

WIDE = 45
"""Days above which a date tells the season rather than the day: ``2005``."""


@dataclass(frozen=True)
class Party:
    """A participant: its name, the country or organisation it stands for, and whether the name is a person's."""

    name: str
    country: str | None
    person: bool


@dataclass(frozen=True)
class Account:
    """One report's contact. Two accounts with the same fields are the same account."""

    key: str
    """Report id, ``#``, and the contact's id in that report's record."""
    report: str
    published: str
    source: str
    family: str
    """Id of the family of copies the report belongs to; its own id if it has none."""
    version: int
    """Which version of its family the report is: later ones lead."""
    contact: dict[str, Any]
    """The contact as the record's JSON has it."""
    words: str
    """The text of its evidence."""

    @property
    def kind(self) -> str:
        """Meeting, visit, summit, ..."""
        return str(self.contact["kind"])

    @property
    def status(self) -> str:
        """Held, scheduled, ... as of publication."""
        return str(self.contact["status"])

    @cached_property
    def days(self) -> Days | None:
        """When it is, as the report dates it."""
        return days_of(self.contact.get("date"))

    @cached_property
    def window(self) -> Days:
        """When it can be: the date told, or what status and publication leave open."""
        if self.days:
            return self.days
        if not self.published:
            return (0, 4_000_000)
        day = date.fromisoformat(self.published[:10]).toordinal()
        before, after = WINDOWS[self.status]
        return (day + before, day + after)

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Its participants."""
        return tuple(
            Party(p["name"], p.get("country"), bool(p.get("person", looks_like_person(p["name"]))))
            for p in self.contact["participants"]
        )

    @cached_property
    def people(self) -> tuple[Party, ...]:
        """Participants named as persons."""
        return tuple(p for p in self.parties if p.person)

    @cached_property
    def countries(self) -> frozenset[str]:
        """Countries and organisations that take part."""
        return frozenset(p.country for p in self.parties if p.country)

    @cached_property
    def place(self) -> tuple[str, ...]:
        """The words of the place's name."""
        return folded((self.contact.get("place") or {}).get("name"))

    @cached_property
    def country(self) -> str | None:
        """The country it is in."""
        value = (self.contact.get("place") or {}).get("country")
        return str(value) if value else None

    @property
    def whole_country(self) -> bool:
        """Whether the place is no more than a country."""
        place = self.contact.get("place") or {}
        return bool(place.get("whole", place.get("lat") is None))

    @cached_property
    def topics(self) -> frozenset[str]:
        """Words of its agenda, but for the short ones."""
        return frozenset(w for item in self.contact.get("agenda") or () for w in folded(item["topic"]) if len(w) > 3)

    @cached_property
    def marks(self) -> frozenset[str]:
        """What a gathering is called by: ``APEC``, ``13th``, ``six-party``, as its evidence says."""
        names = {p.country for p in self.parties if p.country and not is_state(p.country)}
        return frozenset(match[0].lower() for match in MARK.finditer(self.words)) - COMMON_MARKS | {
            n.lower() for n in names
        }


MARK = re.compile(
    r"\b(?:[A-Z]{2,}[A-Z0-9-]*\b|G-?[78]\b|G-?20\b|\d{1,2}(?:st|nd|rd|th)\b(?! (?:of|century))"
    r"|(?:two|three|four|five|six|seven)-(?:party|way|nation)\b)"
)
COMMON_MARKS = frozenset(
    {"us", "uk", "eu", "un", "xinhua", "afp", "prc", "rok", "dprk", "uae", "drc", "ii", "iii", "tv"}
)
"""Acronyms of states and agencies: they name a party, not the gathering."""

PARTICLE = re.compile(r"(?:al|el|bin|ibn|ben|abu|de|da|di|la|le|van|von|der|den|du|dos|y|e)\b")
BODY = re.compile(
    r"(?i)\b(?:governments?|council|commission|union|nations?|ministry|delegations?|committee|party|parties|front"
    r"|movement|groups?|alliance|forces|league|bank|organi[sz]ation|states?|republic|parliament|army|courts?|authority"
    r"|kingdom|team|officials|leaders|members|ministers|association|federation|community|forum|secretariat|side|fund)\b"
)
"""Words that a person's name does not have."""


def looks_like_person(name: str) -> bool:
    """Whether a name that no actor tells about reads like a person's: two capitalised words or more, none of a body."""
    words = name.split()
    return len(words) > 1 and not BODY.search(name) and all(w[:1].isupper() or PARTICLE.match(w) for w in words)


def is_state(code: str) -> bool:
    """Whether a party's code is a country's (ISO 3166 alpha-3), not an organisation's."""
    return len(code) == 3 and code not in {"EUU", "LAS", "IMF", "WTO", "WHO", "SCO", "CIS", "OAU", "OAS", "GCC", "PLO"}
