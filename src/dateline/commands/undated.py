"""What a person is told of reports without a publication date."""

from __future__ import annotations

import sys

import orjson

NAMED = 5
"""Undated reports that are named."""


class Undated:
    """The reports without a date among those that a command reads."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.number = 0

    def see(self, line: bytes) -> None:
        """Take note of a record (its JSON line) whose report has no day."""
        if b'"published_on":null' in line:
            self.number += 1
            if len(self.ids) < NAMED:
                self.ids.append(str(orjson.loads(line)["report"]["id"]))

    def tell(self, read: int, cure: str) -> None:
        """Say on standard error how many there are, which, and what to do."""
        if not self.number:
            return
        has = "report has" if self.number == 1 else f"of {read:,} reports have"
        more = ", ..." if self.number > len(self.ids) else ""
        print(
            f"dateline: {self.number:,} {has} no publication date ({', '.join(self.ids)}{more}): times relative to it "
            f"stay unresolved; {cure}",
            file=sys.stderr,
        )
