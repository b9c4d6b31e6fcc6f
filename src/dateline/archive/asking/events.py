"""Who did what to whom: coded events, each told once for all copies of a report, without those of rejected contacts."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection, and_, exists, or_, select

from dateline.archive import schema
from dateline.archive.asking.contacts import party_of
from dateline.archive.asking.paging import Line, checked, pages, period
from dateline.archive.connection import Database
from dateline.archive.lines import DAY_SHIFT, parties_of
from dateline.archive.rows import chunks
from dateline.knowledge.actions import load_actions
from dateline.record.days import days_of
from dateline.record.event_lines import event_lines

Key = tuple[Any, ...]
Days = tuple[int | None, int | None]
"""First and last day of a period (ordinals), either of which may be open."""


class Wanted(NamedTuple):
    """What an event must have: all of some parties, and a confidence."""

    parties: set[str]
    least: float | None

    def has(self, event: Mapping[str, Any], actors: Sequence[Mapping[str, Any]]) -> bool:
        """Whether an event of a report with these actors has them."""
        score = event.get("confidence")
        if self.least is not None and (score is None or score < self.least):
            return False
        return self.parties <= parties_of((*event["actors"], *event["recipients"]), [dict(a) for a in actors])


def events(
    database: Database,
    *,
    between: tuple[str, str] | None = None,
    parties: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    min_confidence: float | None = None,
    limit: int | None = None,
) -> Iterator[Line]:
    """Coded events, the latest first: between two parties, with all of some (codes or names), in a period.

    What copies of one report tell alike is one event, told by the first of them: ``mentions``, ``sources`` and
    ``reports`` say how often, by whom and where. The events of rejected contacts are left out. Lines are written in
    CAMEO, GDELT or PLOVER form by `dateline.export.event_formats.writer`.
    """
    wanted = Wanted({party_of(party) for party in parties}, min_confidence and checked(min_confidence))
    event, deed = schema.Event, schema.Deed
    query = select(event.id, event.report, event.local)
    if between:
        a, b = map(party_of, between)
        either = or_(and_(deed.a == a, deed.b == b), and_(deed.a == b, deed.b == a))
        query = query.where(exists().where(deed.report == event.report, deed.local == event.local, either))
    if wanted.least is not None:
        query = query.where(event.confidence >= wanted.least)
    first, last = period(since, until)
    if first is not None:
        query = query.where(event.id >= first << DAY_SHIFT)
    if last is not None:
        query = query.where(event.id < (last + 1) << DAY_SHIFT)
    told = 0
    for connection, rows in pages(database, query.order_by(event.id.desc()), lambda row: event.id < row[0], None):
        for line in once_each(connection, [(row[1], int(row[2])) for row in rows], wanted, (first, last)):
            yield line
            told += 1
            if told == limit:
                return


def once_each(connection: Connection, places: Sequence[tuple[str, int]], wanted: Wanted, days: Days) -> Iterator[Line]:
    """The lines of events by report and number: of what several copies tell, only the line of the first copy."""
    report = schema.Report
    family = {
        name: found
        for some in chunks({name for name, _ in places})
        for name, found in connection.execute(select(report.id, report.family).where(report.id.in_(some)))
    }
    copies = copies_of(connection, set(family.values()))
    refused = refused_contacts(connection, {name for names in copies.values() for name in names})
    lines: dict[str, dict[int, Line]] = {}
    tellings: dict[str, dict[Key, list[Line]]] = {}
    for name, number in places:
        group = family[name]
        if group not in tellings:
            tellings[group] = {}
            for copy in copies[group]:
                kept = kept_lines(connection, copy, refused.get(copy, set()), wanted)
                lines[copy] = {number: line for number, line in kept if is_within(line["day"], days)}
                for line in lines[copy].values():
                    tellings[group].setdefault(key_of(line), []).append(line)
        line = lines[name].get(number, {})
        if line and (same := tellings[group][key_of(line)])[0] is line:
            sources = [source for telling in same for source in telling["sources"]]
            reports = [telling["report"] for telling in same]
            yield line | {
                "mentions": len(same), "sources": list(dict.fromkeys(sources)), "reports": list(dict.fromkeys(reports)),
            }  # fmt: skip


def is_within(day: str | None, days: Days) -> bool:
    """Whether a day lies in a period, either end of which may be open; copies that tell outside it do not count."""
    found = days_of(day)
    at = found[0] if found else 0
    return (days[0] is None or days[0] <= at) and (days[1] is None or at <= days[1])


def key_of(line: Line) -> Key:
    """What makes two copies' events the same: what, who, to whom, when."""
    return line["cameo"], tuple(line["actors"]), tuple(line["recipients"]), line["date"]


def copies_of(connection: Connection, families: Iterable[str]) -> dict[str, list[str]]:
    """The reports of each family of copies, the first published first."""
    report = schema.Report
    found: dict[str, list[str]] = {}
    for some in chunks(families):
        query = select(report.family, report.id).where(report.family.in_(some)).order_by(report.published, report.id)
        for family, name in connection.execute(query):
            found.setdefault(family, []).append(name)
    return found


def refused_contacts(connection: Connection, reports: Iterable[str]) -> dict[str, set[str]]:
    """The contacts (``c1``) of each report that people have rejected: their accounts are of no contact."""
    account, contact = schema.Account, schema.Contact
    found: dict[str, set[str]] = {}
    for some in chunks(reports):
        query = select(account.report, account.key).where(
            account.report.in_(some), ~exists().where(contact.id == account.contact)
        )
        for report, key in connection.execute(query):
            found.setdefault(report, set()).add(key.rpartition("#")[2])
    return found


def kept_lines(connection: Connection, report: str, refused: set[str], wanted: Wanted) -> Iterator[tuple[int, Line]]:
    """The events of a report by number that are wanted, without those that rejected contacts are."""
    data = connection.scalar(select(schema.Report.record).where(schema.Report.id == report))
    record = orjson.loads(zlib.decompress(data)) if data else {"events": []}
    for number, (event, line) in enumerate(zip(record["events"], event_lines(record), strict=True)):
        rejected = any(c["id"] in refused and is_of(event, c) for c in record["contacts"])
        if not rejected and wanted.has(event, record["actors"]):
            yield number, line


def is_of(event: Mapping[str, Any], contact: Mapping[str, Any]) -> bool:
    """Whether an event is the one that a contact is: its code, from its words."""
    code = load_actions().contact_code(contact["kind"], contact["status"])
    return event["cameo"] == code and event["evidence"][0] in contact["evidence"]
