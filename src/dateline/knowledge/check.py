"""Whether our tables hold together: dates, codes, duplicates, and offices that two people hold at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from dateline.knowledge.gazetteer import VENUE_COLUMNS
from dateline.knowledge.metonyms import COLUMNS as METONYM_COLUMNS
from dateline.knowledge.offices import COLUMNS as OFFICE_COLUMNS
from dateline.knowledge.offices import Tenure, load_tenures
from dateline.knowledge.organisations import COLUMNS as ORGANISATION_COLUMNS
from dateline.knowledge.organisations import load_organisations
from dateline.knowledge.regions import load_regions
from dateline.knowledge.roles import COLUMNS as ROLE_COLUMNS
from dateline.knowledge.states import load_states
from dateline.knowledge.tables import Period, Row, table

ONE_HOLDER = frozenset({"president", "prime minister", "foreign minister", "king", "queen", "emir", "chancellor",
                        "secretary of state", "secretary-general", "secretary general"})  # fmt: skip
"""Offices that one person holds at a time."""

HANDING_OVER = 31
"""Days that two people may both hold an office in the tables: dates of taking office differ by source."""

A_YEAR = 366
"""The same, where the end of one or the start of the other is known to the year."""

HELD_COLUMNS = ("country", "office", "name", "why")

KINDS = {
    "metonyms.csv": frozenset({"building", "street", "office", "city"}),
    "organisations.csv": frozenset({"igo", "media", "armed_group", "party", "organisation"}),
    "venues.csv": frozenset({"venue", "town", "area"}),
}


def check_tables() -> list[str]:
    """Everything that is wrong with the tables, each with file and line; empty where all is well."""
    problems = [*_dates(), *_kinds()]
    if not problems:  # what follows reads the tables whole, and stops at the first cell that cannot be
        problems = [*_codes(), *_duplicates(), *_overlaps(load_tenures())]
    return problems


def _dates() -> Iterator[str]:
    for name, columns in (("offices", OFFICE_COLUMNS), ("metonyms.csv", METONYM_COLUMNS),
                          ("organisations.csv", ORGANISATION_COLUMNS)):  # fmt: skip
        for row in table(name, columns):
            try:
                period = Period.parse(row["start"], row["end"])
            except ValueError as error:
                yield f"{row.where}: a date that is none: {error}"
                continue
            if period.start and period.end and period.end < period.start:
                yield f"{row.where}: ends ({row['end']}) before it starts ({row['start']})"


def _kinds() -> Iterator[str]:
    columns = {"metonyms.csv": METONYM_COLUMNS, "organisations.csv": ORGANISATION_COLUMNS, "venues.csv": VENUE_COLUMNS}
    for name, kinds in KINDS.items():
        for row in table(name, columns[name]):
            if row["kind"] not in kinds:
                yield f"{row.where}: kind {row['kind']!r} is none of {', '.join(sorted(kinds))}"
    for row in table("venues.csv", VENUE_COLUMNS):
        if not (abs(float(row["lat"])) <= 90 and abs(float(row["lon"])) <= 180):
            yield f"{row.where}: {row['lat']}, {row['lon']} is nowhere on earth"


def _codes() -> Iterator[str]:
    states = {state.code for state in load_states()}
    bodies = load_organisations()
    known = states | {body.code for body in bodies}
    tables = (("offices", OFFICE_COLUMNS), ("metonyms.csv", METONYM_COLUMNS), ("venues.csv", VENUE_COLUMNS))
    for name, columns in tables:
        for row in table(name, columns):
            if row["country"] and row["country"] not in known:
                yield f"{row.where}: {row['country']} is no state of states.csv and no body of organisations.csv"
    for body in bodies:
        yield from (
            f"{body.where}: member {code} is no state and no body" for code in body.members if code not in known
        )
    for region in load_regions():
        yield from (f"{region.where}: member {code} is no state" for code in region.members if code not in states)


def _duplicates() -> Iterator[str]:
    seen: dict[tuple[str, ...], str] = {}
    for name, columns in (("offices", OFFICE_COLUMNS), ("metonyms.csv", METONYM_COLUMNS), ("roles.csv", ROLE_COLUMNS)):
        for row in table(name, columns):
            key = _key(name, row)
            if key in seen:
                yield f"{row.where}: says the same as {seen[key]}"
            seen.setdefault(key, row.where)


def _key(name: str, row: Row) -> tuple[str, ...]:
    columns = {"roles.csv": ("phrase",), "metonyms.csv": ("phrase", "country", "start")}
    return (name, *(row[c].lower() for c in columns.get(name, ("name", "country", "office", "start"))))


def _overlaps(tenures: tuple[Tenure, ...]) -> Iterator[str]:
    known = {(row["country"], row["office"], row["name"]) for row in table("held_at_once.csv", HELD_COLUMNS)}
    held: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        if tenure.office in ONE_HOLDER:
            held[tenure.country, tenure.office].append(tenure)
    for (country, office), holders in held.items():
        holders.sort(key=lambda t: (t.period.start or date.min, t.period.end or date.max))
        for earlier, later in pairwise(holders):
            if earlier.name == later.name or (country, office, later.name) in known or not later.period.start:
                continue
            last = earlier.period.end or date.max
            allowed = A_YEAR if _by_year(earlier, later) else HANDING_OVER
            if (min(last, later.period.end or date.max) - later.period.start).days > allowed:
                yield f"{later.where}: {later.name} is {office} of {country} while {earlier.name} is ({earlier.where})"


def _by_year(earlier: Tenure, later: Tenure) -> bool:
    start, end = later.period.start, earlier.period.end
    return bool(start and (start.month, start.day) == (1, 1)) or bool(end and (end.month, end.day) == (12, 31))
