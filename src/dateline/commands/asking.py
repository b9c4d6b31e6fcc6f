"""Questions to the archive: ``dateline contacts``, ``statements``, ``positions``, ``events``, ``dyad``, ``search``."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from dateline.archive import Archive
from dateline.commands.lines import default_form, limit_for, show_lines
from dateline.errors import UsageError
from dateline.export.columns import CONTACT, EVENT, HIT, POSITION, STATEMENT, TOPIC
from dateline.export.event_formats import Line, writer


def list_contacts(
    where: str | None, between: tuple[str, str] | None, parties: list[str], since: str | None, until: str | None,
    status: str | None, kind: str | None, country: str | None, sure: float | None, form: str | None, limit: int | None,
) -> int:  # fmt: skip
    """Contacts, the latest first."""
    shape = default_form(form)
    with Archive(where) as archive:
        found = archive.contacts(
            between=between, parties=parties, since=since, until=until, status=status, kind=kind, country=country,
            min_confidence=sure, limit=limit_for(shape, limit),
        )  # fmt: skip
        return show_lines(found, CONTACT, shape, limit)


def list_statements(
    where: str | None, by: str | None, about: str | None, since: str | None, until: str | None, sure: float | None,
    form: str | None, limit: int | None,
) -> int:  # fmt: skip
    """Statements, the latest first."""
    shape = default_form(form)
    with Archive(where) as archive:
        found = archive.statements(
            by=by, about=about, since=since, until=until, min_confidence=sure, limit=limit_for(shape, limit)
        )
        return show_lines(found, STATEMENT, shape, limit)


def list_positions(
    where: str | None, of: str | None, on: str | None, stance: str | None, since: str | None, until: str | None,
    sure: float | None, form: str | None, limit: int | None,
) -> int:  # fmt: skip
    """Positions, the latest first."""
    shape = default_form(form)
    with Archive(where) as archive:
        found = archive.positions(
            of=of, on=on, stance=stance, since=since, until=until, min_confidence=sure, limit=limit_for(shape, limit)
        )
        return show_lines(found, POSITION, shape, limit)


def list_events(
    where: str | None, between: tuple[str, str] | None, parties: list[str], since: str | None, until: str | None,
    sure: float | None, form: str | None, header: bool, limit: int | None,
) -> int:  # fmt: skip
    """Coded events, the latest first: as a list, or in a format that event-data users load."""
    shape = default_form(form)
    with Archive(where) as archive:
        found = archive.events(
            between=between, parties=parties, since=since, until=until, min_confidence=sure,
            limit=limit_for(shape, limit),
        )  # fmt: skip
        if shape in EVENT_FORMATS:
            return show_rows(found, shape, header)
        return show_lines(found, EVENT, shape, limit)


EVENT_FORMATS = ("cameo", "gdelt", "plover")


def show_rows(found: Iterator[Line], form: str, header: bool) -> int:
    """Print events in an event format; the exit status: 0, or 1 where there was none."""
    names, rows_of = writer(form)
    if names and header:
        print(names)
    line = None
    for line in found:
        for row in rows_of(line):
            print(row)
    if line is None:
        print("dateline: nothing found", file=sys.stderr)
    return int(line is None)


def list_dyad(
    where: str | None, a: str, b: str, since: str | None, until: str | None, sure: float | None, form: str | None,
    limit: int | None,
) -> int:  # fmt: skip
    """All dealings of two parties, in order of time."""
    shape = default_form(form)
    with Archive(where) as archive:
        found = archive.dyad(a, b, since=since, until=until, min_confidence=sure, limit=limit_for(shape, limit))
        return show_lines(found, CONTACT, shape, limit)


def list_agenda(where: str | None, wanted: str, form: str | None) -> int:
    """What is on the table at a contact, and what is off it."""
    with Archive(where) as archive:
        contact = archive.contact(wanted)
    if contact is None:
        raise UsageError(f"no contact {wanted!r} in the archive: dateline contacts lists them")
    return show_lines(contact["agenda"], TOPIC, default_form(form), None)


def list_hits(
    where: str | None, words: str, since: str | None, until: str | None, sure: float | None, form: str | None,
    limit: int,
) -> int:  # fmt: skip
    """Where words are found."""
    with Archive(where) as archive:
        found = archive.search(words, since=since, until=until, min_confidence=sure, limit=limit)
        return show_lines(found, HIT, default_form(form), limit)
