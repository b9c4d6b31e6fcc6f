"""What pages ask of an archive beyond its lists. Each method is one question, asked in one state of the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.archive import dealings, dossier, facets, issues, overview, surroundings
from dateline.archive.asking.paging import period
from dateline.record.days import days_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.archive.connection import Database

Line = dict[str, Any]
Day = str
"""An ISO 8601 date: ``2018-07-16``."""


class Views:
    """The questions behind the pages: `Archive.views`."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def latest_day(self) -> Day | None:
        """The day of the latest report."""
        with self.database.reading() as connection:
            return overview.latest_day(connection)

    def upcoming(self, day: Day, limit: int = 60) -> list[Line]:
        """Contacts that are to come on or after a day, the first first."""
        with self.database.reading() as connection:
            return overview.upcoming(connection, _first(day), limit)

    def changes(self, since: Day, until: Day, limit: int = 30) -> list[Line]:
        """Changes of a contact's status that were told in a period, the latest first."""
        with self.database.reading() as connection:
            return overview.changes(connection, _first(since), _last(until), limit)

    def off_the_table(self, since: Day, until: Day, limit: int = 30) -> list[Line]:
        """Topics told to be off the table in a period, the latest first."""
        with self.database.reading() as connection:
            return overview.off_the_table(connection, _first(since), _last(until), limit)

    def busiest(self, since: Day, until: Day, limit: int = 20) -> list[Line]:
        """The dyads with the most contacts in a period."""
        with self.database.reading() as connection:
            return overview.busiest(connection, _first(since), _last(until), limit)

    def span(self) -> tuple[int, int] | None:
        """The days (ordinals) of the first and the last report."""
        with self.database.reading() as connection:
            return overview.span(connection)

    def between(self, since: Day, until: Day, limit: int = 500) -> list[Line]:
        """Contacts that begin in a period, in order of time."""
        with self.database.reading() as connection:
            return overview.between(connection, _first(since), _last(until), limit)

    def latest(
        self, since: Day, until: Day, limit: int = 500, *, party: str | None = None,
        pair: tuple[str, str] | None = None,
    ) -> list[Line]:  # fmt: skip
        """Contacts that begin in a period, the latest first; only those of a party, or of a pair of parties."""
        ordered = (min(pair), max(pair)) if pair else None
        with self.database.reading() as connection:
            return overview.latest(connection, _first(since), _last(until), limit, party=party, pair=ordered)

    def bodies(self, reports: Sequence[str]) -> dict[str, str]:
        """The texts of some reports, by id."""
        with self.database.reading() as connection:
            return overview.bodies(connection, reports)

    def deeds(
        self, a: str, b: str, *, since: str | None = None, until: str | None = None, limit: int = 2000
    ) -> list[Line]:
        """Events between two parties (codes), the latest first."""
        first, last = period(since, until)
        with self.database.reading() as connection:
            return dealings.deeds(connection, a, b, first, last, limit)

    def offices(self, name: str) -> list[Line]:
        """What reports know an actor as, and from when to when."""
        with self.database.reading() as connection:
            return dealings.offices(connection, name)

    def names_beginning(self, beginning: str, limit: int = 40) -> list[str]:
        """Names of actors that begin so."""
        with self.database.reading() as connection:
            return dealings.names_beginning(connection, beginning, limit)

    def issues(self, limit: int = 60) -> list[Line]:
        """Issues of the latest positions, those with the most positions first."""
        with self.database.reading() as connection:
            return issues.issues(connection, limit)

    def dossier(self, contact: Line) -> Line:
        """What belongs to a contact: offices, words, statements, positions, parts, the whole it is part of."""
        with self.database.reading() as connection:
            return dossier.dossier(connection, contact)

    def partners(self, party: str, since: Day, until: Day, limit: int = 20) -> list[Line]:
        """Whom a party met most in a period."""
        with self.database.reading() as connection:
            return dossier.partners(connection, party, _first(since), _last(until), limit)

    def speakers(self, since: Day, limit: int = 60) -> list[Line]:
        """Who speaks most in the latest statements since a day."""
        with self.database.reading() as connection:
            return dossier.speakers(connection, _first(since), limit)

    def surroundings(self, report: str) -> Line | None:
        """What is known around a report: its copies, its contacts, its lines as people left them."""
        with self.database.reading() as connection:
            return surroundings.surroundings(connection, report)

    def search(
        self, words: str, filters: Mapping[str, str], *, since: str | None = None, until: str | None = None
    ) -> facets.Found:
        """Where words are found, with facets."""
        return facets.search(self.database, words, filters, since=since, until=until)


def _first(day: Day) -> int:
    days = days_of(day)
    return days[0] if days else 0


def _last(day: Day) -> int:
    days = days_of(day)
    return days[1] if days else 0
