"""What people and bodies are called by their work: president, envoy, spokesman, foreign ministry, army, rebels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.tables import Row, table

COLUMNS = ("phrase", "plural", "office", "kind", "sector", "speaks")


@dataclass(frozen=True)
class Role:
    """A role and its CAMEO sector.

    ``kind`` is an actor kind, or ``people``: persons in the plural. ``speaks`` says for whom: ``state``, for its
    country also where the words name none; ``named``, for one that the words name; ``self``, for nobody else.
    """

    phrase: str
    office: str
    kind: str
    sector: str
    speaks: str = "state"
    plural: bool = False

    @property
    def short(self) -> bool:
        """Whether it is an abbreviation: ``PM``, ``Lt. Gen.``."""
        return self.phrase != self.phrase.lower()


def load_roles() -> Lexicon[Role]:
    """The roles of ``roles.csv``, singular and plural."""
    lexicon: Lexicon[Role] = Lexicon()
    for row in table("roles.csv", COLUMNS):
        for role in _roles(row):
            lexicon.add(role.phrase, role)
    return lexicon


def add_roles(lexicon: Lexicon[Role], roles: Iterable[Role]) -> None:
    """Add roles to those known; a known phrase keeps its role."""
    for role in roles:
        if not lexicon.get(role.phrase):
            lexicon.add(role.phrase, role)


def _roles(row: Row) -> list[Role]:
    office = row["office"] or row["phrase"]
    one = Role(row["phrase"], office, row["kind"], row["sector"], row["speaks"], row["kind"] == "people")
    if not row["plural"] or row["plural"] == "-":
        return [one]
    return [one, Role(row["plural"], office, "people", row["sector"], row["speaks"], True)]
