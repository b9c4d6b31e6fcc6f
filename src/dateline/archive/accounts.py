"""An account: what one report tells of one contact, with all that merging compares."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dateline.archive.names import folded
from dateline.archive.parties import is_state
from dateline.record.days import Days, days_of

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
    "mention": (-20, 45),
}
"""Days around publication in which a contact lies whose date the report leaves out, by its status."""

WIDE = 45
"""Days above which a date tells the season rather than the day: ``2005``."""


@dataclass(frozen=True)
class Party:
    """A participant: its name, the country or organisation it stands for, and its kind; ``None`` where none is told."""

    name: str
    country: str | None
    kind: str | None

    @property
    def person(self) -> bool:
        """Whether the name is a person's."""
        return self.kind == "person"


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
        if not self.told_on:
            return (0, 4_000_000)
        before, after = WINDOWS["mention" if self.mention else self.status]
        return (self.told_on + before, self.told_on + after)

    @cached_property
    def told_on(self) -> int | None:
        """The day of publication."""
        days = days_of(self.published[:10])
        return days[0] if days else None

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Its participants."""
        return tuple(Party(p["name"], p.get("country"), p.get("kind")) for p in self.contact["participants"])

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
        """What a gathering is called by: bodies, formats, ordinals and acronyms in its evidence."""
        return frozenset(self.contact.get("marks") or ())

    @cached_property
    def level(self) -> str | None:
        """Who gathers: leaders, ministers, officials or business.

        The names of those who take part tell, else what the gathering is called first: ``a ministerial meeting``.
        Around a summit of leaders there are meetings of ministers and officials; only business calls its own one too.
        """
        names = " ".join(p.name for p in self.parties)
        found = [level for level, words in LEVELS.items() if words.search(names)]
        if found:
            return found[0] if len(found) == 1 else None
        called = {level: at.start() for level, words in CALLED.items() if (at := words.search(self.words))}
        if self.kind == "summit":
            called = {level: at for level, at in called.items() if level in ("leaders", "business")}
        return min(called, key=lambda level: called[level]) if called else "leaders" if self.kind == "summit" else None

    @property
    def sort(self) -> str:
        """The kind, but that a meeting of leaders called a conference is a summit."""
        return "summit" if self.kind == "conference" and self.level == "leaders" else self.kind

    @cached_property
    def own_marks(self) -> frozenset[str]:
        """What those who take part are called by; where that tells nothing, all of `marks`.

        Where the leaders of two states meet, a body that their report names is the one whose gathering they attend.
        """
        own = frozenset(self.contact.get("own_marks") or ())
        return own or (self.marks - self.bodies if self.two_states else self.marks)

    @cached_property
    def bodies(self) -> frozenset[str]:
        """Those of `marks` that name a body, rather than a number or a form: not ``13th``, ``six-party``."""
        return frozenset(mark for mark in self.marks if not mark[0].isdigit() and not mark.endswith(FORM))

    @cached_property
    def forms(self) -> frozenset[str]:
        """Those of `marks` that tell how many sides there are: ``six-party``."""
        return frozenset(mark for mark in self.marks if mark.endswith(FORM))

    @property
    def one_state(self) -> bool:
        """Whether parties of one state deal with each other: its government and rebels, two of its parties."""
        among = len({p.country for p in self.parties}) == 1 < len(self.parties) and not self.people
        return among and all(map(is_state, self.countries)) and bool(self.countries)

    @property
    def two_states(self) -> bool:
        """Whether just two take part, each for a state."""
        return len(self.parties) == 2 == len(self.countries) and all(map(is_state, self.countries))

    @property
    def mention(self) -> str | None:
        """The mark of a gathering that is only named in passing; `None` for an account proper."""
        return self.contact.get("mention")


LEVELS = {
    "leaders": re.compile(r"(?i)\b(?:leaders?|heads of|presidents|summit)\b(?! of business)"),
    "ministers": re.compile(r"(?i)\bminist(?:ers?|erial)\b"),
    "officials": re.compile(r"(?i)\b(?:officials|experts|delegates)\b"),
    "business": re.compile(r"(?i)\b(?:business|ceos?|companies|parliamentar\w+)\b"),
}
"""Words for who gathers: the leaders' and the ministers' meetings of one body in one week are two."""

NOUN = r"\s+(?:[\w-]+ )?(?:summit|meetings?|conferences?|forum|gathering|dialogue|session)\b"
CALLED = {
    level: re.compile(rf"(?i)\b(?:{words}){NOUN}")
    for level, words in {
        "leaders": r"leaders['’]?|presidential",
        "ministers": r"ministerial|ministers['’]?",
        "officials": r"officials?['’]?s?|experts?['’]?",
        "business": r"ceos?|business(?:men|people)?|investment|(?:inter-)?parliamentary",
    }.items()
}
"""What gatherings are called by who gathers: ``an APEC ministerial meeting``, ``the CEO Summit``."""

FORM = "-party"

BODY = re.compile(
    r"(?i)\b(?:governments?|council|commission|union|nations?|ministry|delegations?|committee|party|parties|front"
    r"|movement|groups?|alliance|forces|league|bank|organi[sz]ation|states?|republic|parliament|army|courts?|authority"
    r"|kingdom|team|officials|leaders|members|ministers|association|federation|community|forum|secretariat|side|fund)\b"
)
"""Words in a body's name that tell what it is."""


def own_name(body: str) -> str:
    """A body's name without the words for what it is, if any is left: ``Fatah`` for ``the Fatah party``."""
    return " ".join(BODY.sub(" ", body).split()) or body
