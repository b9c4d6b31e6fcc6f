"""Errors for people: what was wrong, where, and what to do."""

from dataclasses import dataclass


class DatelineError(Exception):
    """Anything Dateline refuses, told so that a person can mend it."""


class UsageError(DatelineError):
    """The command or call itself is off: an unknown format, a path that is not there."""


@dataclass(frozen=True)
class SetAside:
    """A report that could not be read, and why. It never stops a run: it is counted, and listed at the end."""

    where: str
    """File, and line or entry where there is one: ``reports.jsonl:12``."""
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"
