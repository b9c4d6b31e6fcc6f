"""The archive as one object: open it, ingest into it, ask it."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from itertools import islice, pairwise, product
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

import orjson
from sqlalchemy import func, select

from dateline.archive import doubts, merging, reviewing, schema, withdrawing
from dateline.archive.asking import contacts as asking_contacts
from dateline.archive.asking import events as asking_events
from dateline.archive.asking import hits as asking_hits
from dateline.archive.asking import told
from dateline.archive.asking.paging import PAGE
from dateline.archive.connection import Database
from dateline.archive.location import archive_url
from dateline.archive.views import Views
from dateline.errors import SetAside, UsageError
from dateline.record import Record, Report

Line = dict[str, Any]
P = ParamSpec("P")
T = TypeVar("T")


def asked(question: Callable[Concatenate[Database, P], T]) -> Callable[Concatenate[Archive, P], T]:
    """A question of `asking` as a method of the archive, with its own arguments and words: its database is meant."""

    @wraps(question)
    def method(self: Archive, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return question(self.database, *args, **kwargs)

    return method


class Archive:
    """Many records, merged: each contact once, with an account for every report that tells of it.

    `where` is a file or a ``postgresql://`` address; without one, the environment variable ``DATELINE_ARCHIVE`` or
    ``dateline/archive.db`` in the user's data folder. A new file is made if there is none. Every answer is an iterator
    that asks the database page by page; lines are dictionaries in the JSON form that the command line prints.
    Raises `ArchiveError` where the archive cannot be opened, read or written.
    """

    def __init__(self, where: str | Path | None = None) -> None:
        self.database = Database(archive_url(where))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    def unread(
        self, items: Iterable[Report | SetAside], known: Callable[[Report], None] = lambda report: None
    ) -> Iterator[Report | SetAside]:
        """The items whose text is not in the archive yet, in order; `known` is called with each of the others."""
        from dateline.archive.ingesting import unread

        return unread(self.database, items, known)

    def ingest(self, lines: Iterable[bytes | SetAside], *, replace: bool = False) -> Iterator[bytes | SetAside]:
        """Keep records (JSON lines, as `dateline.engine.read_all` gives them); each line comes back once it is kept.

        Nothing happens until the result is iterated over. A report that is there already is left alone or, with
        `replace`, gets the new record; people's decisions stay.
        """
        from dateline.archive.ingesting import ingest

        return ingest(self.database, lines, replace=replace)

    def add(self, *records: Record) -> None:
        """Keep some records."""
        for _ in self.ingest(record.to_json() for record in records):
            pass

    def remove(self, *reports: str) -> None:
        """Take reports out, all or none; contacts are settled anew without them. People's decisions stay in their log.

        Raises `UsageError` where one is not there.
        """
        from dateline.archive.redating import take_out

        with self.database.writing() as connection:
            take_out(connection, reports)

    def renew(self, record: Record) -> None:
        """Put a record in the place of the one that its report has, whose date may be another; decisions stay.

        Raises `UsageError` where there is no such report, or the same text of the same day under another id.
        """
        from dateline.archive.redating import renew

        with self.database.writing() as connection:
            renew(connection, record)

    def read_otherwise(self, reader: str) -> Iterator[Report]:
        """The reports whose record was made by another version of the reader."""
        from dateline.archive.ingesting import read_otherwise

        return read_otherwise(self.database, reader)

    contacts = asked(asking_contacts.contacts)
    dyad = asked(asking_contacts.dyad)
    place_of = asked(asking_contacts.place_of)

    def contact(self, id: str) -> Line | None:
        """One contact; an id it had before other accounts joined it still finds it."""
        with self.database.reading() as connection:
            return asking_contacts.find_contact(connection, id)

    statements = asked(told.statements)
    positions = asked(told.positions)
    events = asked(asking_events.events)
    search = asked(asking_hits.search)
    hits = asked(asking_hits.hits)

    def line(self, id: str) -> Line | None:
        """One statement (``s...``) or position (``p...``) by the id that lists show."""
        with self.database.reading() as connection:
            return told.find_line(connection, id)

    def judge(self, line: str, verdict: str, reviewer: str, value: Mapping[str, Any] | None = None) -> int:
        """Keep a person's verdict on a statement, position or contact: accept, reject, or correct with fields to set.

        The decision's number, by which `undo` takes it back. It outlives re-reading. Of a contact, `kind`, `status`,
        `date`, `place`, `participants` and the standing of topics (`agenda`) can be corrected; one that is rejected is
        no longer told.
        """
        with self.database.writing() as connection:
            number = reviewing.judge(connection, line, verdict, reviewer, value)
            merging.settle(connection, reviewing.accounts_of(connection, number))
            return number

    def merge(self, a: str, b: str, reviewer: str) -> list[int]:
        """Keep that two contacts are one: all their accounts tell of it. The numbers of the decisions."""
        mine, others = self._accounts(a), self._accounts(b)
        if mine == others:
            raise UsageError(f"{a} and {b} are the same contact: name another one to join with it")
        return self.judge_pairs(list(pairwise(mine + others)), "merge", reviewer)

    def split(self, contact: str, reports: Sequence[str], reviewer: str) -> list[int]:
        """Keep that some reports tell of another contact than the rest of its accounts. The decisions' numbers."""
        keys = self._accounts(contact)
        out = [key for key in keys if key.rpartition("#")[0] in reports or key in reports]
        rest = [key for key in keys if key not in out]
        if not out or not rest:
            raise UsageError(f"name reports that tell of {contact}, and leave at least one: {', '.join(keys)}")
        return self.judge_pairs(list(product(out, rest)), "split", reviewer)

    def _accounts(self, contact: str) -> list[str]:
        line = self.contact(contact)
        if line is None:
            raise UsageError(f"no contact has the id {contact!r}")
        return [f"{a['report']}#{a['contact']}" for a in line["accounts"] if not a["mention"]]

    def judge_pair(self, a: str, b: str, verdict: str, reviewer: str) -> int:
        """Keep a person's word that two accounts (``REPORT#c1``) are of one contact (``merge``) or not (``split``)."""
        (number,) = self.judge_pairs([(a, b)], verdict, reviewer)
        return number

    def judge_pairs(self, pairs: Sequence[tuple[str, str]], verdict: str, reviewer: str) -> list[int]:
        """Keep one verdict on several pairs of accounts at once, all or none; a number for each."""
        with self.database.writing() as connection:
            numbers = [reviewing.pair(connection, a, b, verdict, reviewer) for a, b in pairs]
            merging.settle(connection, dict.fromkeys(key for pair in pairs for key in pair))
            return numbers

    def undo(self, *numbers: int) -> None:
        """Take decisions back, all or none."""
        with self.database.writing() as connection:
            reach = dict.fromkeys(key for number in numbers for key in reviewing.accounts_of(connection, number))
            for number in numbers:
                reviewing.undo(connection, number)
            merging.settle(connection, reach)

    def decisions(self, *, after: int = 0, limit: int | None = None) -> Iterator[Line]:
        """Every decision in the order they were made, also those that were taken back (``undone``).

        With `after`, those that were made after the one of that number.
        """
        with self.database.reading() as connection:
            yield from islice(reviewing.decisions(connection, all_of_them=True, after=after), limit)

    def decisions_on(self, line: str) -> list[Line]:
        """The decisions about a statement or a position, also those that were taken back."""
        with self.database.reading() as connection:
            return reviewing.decisions_on(connection, line)

    def doubtful(self) -> Iterator[Line]:
        """What a person should look at: the least sure lines, doubtful accounts of contacts, unresolved speakers.

        ``{"about": "line", "kind", "line", "confidence", "words"}``, ``{"about": "contact", "contact", "a", "b",
        "likeness"}`` or ``{"about": "statement", "statement"}``.
        """
        return doubts.doubtful(self.database)

    def record(self, report: str) -> Record | None:
        """The record of one report."""
        with self.database.reading() as connection:
            data = connection.scalar(select(schema.Report.record).where(schema.Report.id == report))
        return Record.from_json(zlib.decompress(data)) if data else None

    def killed_by(self, report: str) -> str | None:
        """The report by which its agency took a report back, ``None`` where it did not."""
        with self.database.reading() as connection:
            return withdrawing.killed_by(connection, report)

    def records(self) -> Iterator[Record]:
        """Every record, in order of publication."""
        last = -1
        row = schema.Report
        while True:
            with self.database.reading() as connection:
                query = select(row.number, row.record).where(row.number > last).order_by(row.number).limit(PAGE)
                rows = connection.execute(query).all()
            if not rows:
                return
            yield from (Record.from_json(zlib.decompress(data)) for _, data in rows)
            last = rows[-1][0]

    def counts(self) -> dict[str, int]:
        """How many reports, contacts, accounts, statements, ... the archive holds."""
        tables = (schema.Report, schema.Contact, schema.Account, schema.Statement, schema.Position, schema.Event)
        with self.database.reading() as connection:
            return {t.__tablename__: connection.scalar(select(func.count()).select_from(t)) or 0 for t in tables}

    def fingerprint(self) -> str:
        """A digest of everything but the times of decisions: the same reports, in any order, give the same one."""
        import hashlib

        state = hashlib.sha256()
        with self.database.reading() as connection:
            for column in (schema.Report.record, schema.Contact.data):
                order = schema.Report.id if column is schema.Report.record else schema.Contact.id
                for data in connection.scalars(select(column).order_by(order)):
                    state.update(zlib.decompress(data))
            for line in connection.execute(select(schema.Report.id, schema.Report.family).order_by(schema.Report.id)):
                state.update(orjson.dumps(tuple(line)))
            for table in (schema.Statement, schema.Position, schema.AgendaItem, schema.Event):
                for number in connection.scalars(select(table.id).order_by(table.id)):
                    state.update(number.to_bytes(8))
        return state.hexdigest()

    @property
    def views(self) -> Views:
        """The questions that pages ask beyond the lists: what is coming, what changed, facets, dyads' events."""
        return Views(self.database)
