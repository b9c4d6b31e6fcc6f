"""One name or role of a part, as it is looked up; and words that are part of names, or of none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.knowledge.names import Named
from dateline.knowledge.roles import Role

AtomKind = Literal["name", "role", "person", "body"]

HONORIFICS = frozenset(
    {"mr", "mrs", "ms", "miss", "sir", "lord", "lady", "dr", "sheikh", "sheik", "madame", "monsieur"}
)
# fmt: off
PARTICLES = frozenset({
    "al", "el", "bin", "ben", "ibn", "abu", "de", "da", "di", "do", "dos", "du", "des", "del", "della", "der",
    "den", "von", "van", "la", "le", "ter", "bint", "ould", "ol", "ul", "ur",
})
# fmt: on
# fmt: off
NOT_NAMES = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "gmt", "utc", "est", "edt", "cet", "dateline",
})
# fmt: on


@dataclass(frozen=True, slots=True)
class Atom:
    """Tokens ``[start, end)`` that are one name or one role."""

    start: int
    end: int
    kind: AtomKind
    named: tuple[Named, ...] = ()
    role: Role | None = None
    alias: str = ""
