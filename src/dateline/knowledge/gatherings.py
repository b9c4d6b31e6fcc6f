"""What gatherings are called: the nouns, and the bodies and formats they are gatherings of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.organisations import load_organisations
from dateline.knowledge.tables import table
from dateline.record import slug

COLUMNS = ("phrase", "kind", "of")

FORMAT = re.compile(r"(two|three|four|five|six|seven)-(?:party|way|nation|sided)")
"""``six-party`` talks are ``six-nation`` and ``six-way`` talks."""

Words = tuple[str, ...]


@dataclass(frozen=True)
class Body:
    """What a gathering is of: a mark that all its names share, the code it is a party by, and its name."""

    mark: str
    code: str | None
    name: str


@dataclass(frozen=True)
class Gatherings:
    """Phrases for gatherings with their kind, and names of bodies, both by their lower-case words."""

    kinds: dict[Words, tuple[str, bool]]
    """Kind, and whether only a format may be named with it."""
    bodies: dict[Words, Body]
    longest: int
    """Words of the longest name."""

    def body(self, words: Sequence[str]) -> Body | None:
        """The body or the format that some words, as written, name; a name is never all in small letters."""
        small = tuple(word.lower() for word in words)
        if len(small) == 1 and (match := FORMAT.fullmatch(small[0])):
            return Body(f"{match[1]}-party", None, f"{match[1]}-party")
        return self.bodies.get(small) if small != tuple(words) else None


@cache
def load_gatherings() -> Gatherings:
    """The table ``gatherings.csv``, and the inter-governmental organisations."""
    kinds = {
        tuple(row["phrase"].split()): (row["kind"], row["of"] == "format") for row in table("gatherings.csv", COLUMNS)
    }
    bodies: dict[Words, Body] = {}
    for organisation in load_organisations():
        if organisation.kind != "igo":
            continue
        mark = organisation.cameo.lower() if len(organisation.cameo) > 3 else slug(organisation.name)
        body = Body(mark, organisation.code or None, organisation.name)
        for name in (organisation.name, *organisation.aliases):
            bodies.setdefault(tuple(name.lower().replace(".", "").split()), body)
    return Gatherings(kinds, bodies, max(map(len, bodies)))
