"""Which gender a name tells: by the given name, or by the whole name where given names do not tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from dateline.knowledge.tables import table

Gender = Literal["female", "male"]
COLUMNS = ("name", "gender")


@dataclass(frozen=True)
class Genders:
    """The table ``genders.csv``: names as folded words joined by blanks."""

    names: Mapping[str, Gender]

    def of(self, words: Sequence[str]) -> Gender | None:
        """The gender that a person's name (folded words, the given name first) tells; ``None`` where it tells none.

        A single word is a surname, which tells nothing.
        """
        if len(words) < 2:
            return None
        told = (self.names.get(" ".join(words[:length])) for length in (len(words), 3, 2, 1))
        return next((gender for gender in told if gender), None)


@cache
def load_genders() -> Genders:
    """The shipped table."""
    return Genders({row["name"]: cast(Gender, row["gender"]) for row in table("genders.csv", COLUMNS)})
