"""People's decisions: about a line or a contact (accept, correct, reject) or about two accounts (merge, split).

A decision is kept as a row that is never changed, with its time and the reviewer; taking it back is marked. It names
what it is about by the words it was made on, not by a number, so that it finds its line again after re-reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, or_, select, update

from dateline.archive import schema
from dateline.archive.asking.contacts import find_contact
from dateline.archive.asking.told import line_number
from dateline.archive.correcting import FIELDS, checked
from dateline.archive.names import folded
from dateline.archive.rows import chunks
from dateline.errors import UsageError

Line = dict[str, Any]

VERDICTS = ("accept", "correct", "reject")
CORRECTABLE = {
    "statement": ("speaker", "country", "said"),
    "position": ("holder", "country", "issue", "stance"),
    "contact": FIELDS,
}
TABLES: dict[str, Any] = {"statement": schema.Statement, "position": schema.Position}
WORDED = {"statement": "text", "position": "text"}

ALIKE = 0.6
"""Share of words in common from which a line is the one that was judged, worded a little otherwise."""


def judge(connection: Connection, wanted: str, verdict: str, reviewer: str, value: Mapping[str, Any] | None) -> int:
    """Keep a decision about a statement (``s...``), a position (``p...``) or a contact (``c...``); its number.

    Raises `UsageError` for an unknown line, verdict or field.
    """
    if verdict not in VERDICTS or (verdict == "correct") != bool(value):
        raise UsageError(f"a line is accepted, rejected, or corrected in some fields, not {verdict!r}")
    if wanted[:1] == "c":
        return _judge_contact(connection, wanted, verdict, reviewer, value)
    kind = {"s": "statement", "p": "position"}.get(wanted[:1], "")
    table = TABLES.get(kind)
    number = line_number(wanted, wanted[:1])
    row = connection.execute(select(table.__table__).where(table.id == number)).mappings().first() if (
        table and number is not None
    ) else None  # fmt: skip
    if row is None:
        raise UsageError(f"no statement, position or contact has the id {wanted!r}")
    unknown = set(value or ()) - set(CORRECTABLE[kind])
    if unknown:
        raise UsageError(f"{', '.join(sorted(unknown))}: of a {kind}, {', '.join(CORRECTABLE[kind])} can be corrected")
    about = {name: row[name] for name in ("local", *CORRECTABLE[kind], WORDED[kind])}
    number = _keep(connection, reviewer, verdict, kind, row["report"], about, value=dict(value or {}) or None)
    apply(connection, [row["report"]])
    return number


def _judge_contact(
    connection: Connection, wanted: str, verdict: str, reviewer: str, value: Mapping[str, Any] | None
) -> int:
    """A decision about a contact is kept with its earliest account: by that it is found again."""
    contact = find_contact(connection, wanted)
    if contact is None:
        raise UsageError(f"no statement, position or contact has the id {wanted!r}")
    first = next(a for a in contact["accounts"] if not a["mention"])
    key = f"{first['report']}#{first['contact']}"
    words = connection.scalar(select(schema.Account.words).where(schema.Account.key == key))
    about = {"key": key, "words": words, **{field: contact[field] for field in FIELDS}}
    return _keep(connection, reviewer, verdict, "contact", first["report"], about, value=checked(value or {}) or None)


def pair(connection: Connection, a: str, b: str, verdict: str, reviewer: str) -> int:
    """Keep that two accounts (by key) are of one contact (``merge``) or of two (``split``); the decision's number."""
    known = dict(connection.execute(
        select(schema.Account.key, schema.Account.words).where(schema.Account.key.in_([a, b]))
    ).all())  # fmt: skip
    if verdict not in ("merge", "split") or len(known) != 2:
        raise UsageError(f"{a} and {b} are not two accounts of the archive")
    first, second = ({"key": key, "words": known[key]} for key in (a, b))
    return _keep(connection, reviewer, verdict, "contact", a.rpartition("#")[0], first, b.rpartition("#")[0], second)


def _keep(
    connection: Connection, reviewer: str, verdict: str, line: str, report: str, about: Line,
    other_report: str | None = None, other: Line | None = None, value: Line | None = None,
) -> int:  # fmt: skip
    row = schema.Review(
        at=now(), reviewer=reviewer, verdict=verdict, line=line, report=report, about=about,
        other_report=other_report, other=other, value=value, undone=None,
    )  # fmt: skip
    values = {c.name: getattr(row, c.name) for c in schema.Review.__table__.columns if c.name != "id"}
    result = connection.execute(insert(schema.Review).values(values).returning(schema.Review.id))
    return int(result.scalar_one())


def now() -> str:
    """This moment, UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def undo(connection: Connection, number: int) -> Line:
    """Take a decision back; the decision. Raises `UsageError` where there is none, or it is taken back already."""
    review = schema.Review
    row = connection.execute(select(review.__table__).where(review.id == number)).mappings().first()
    if row is None or row["undone"]:
        raise UsageError(f"there is no decision {number} to take back")
    connection.execute(update(review).where(review.id == number).values(undone=now()))
    if row["line"] in TABLES:
        _reset(connection, dict(row))
        apply(connection, [row["report"]])
    return dict(row)


def accounts_of(connection: Connection, number: int) -> list[str]:
    """The accounts that a decision joined or parted, or whose contact it judged."""
    review = schema.Review
    row = connection.execute(select(review.__table__).where(review.id == number)).mappings().first()
    if row is None or row["line"] != "contact":
        return []
    ends = ((row["report"], row["about"]), (row["other_report"], row["other"]))
    return [key for report, about in ends if about and (key := find_account(connection, report, about))]


def decisions(
    connection: Connection, reports: Iterable[str] | None = None, *, all_of_them: bool = False, after: int = 0
) -> Iterator[Line]:
    """Decisions in the order they were made; those that were taken back only if all are asked for."""
    review = schema.Review
    query = select(review.__table__).where(review.id > after).order_by(review.id)
    if not all_of_them:
        query = query.where(review.undone.is_(None))
    if reports is not None:
        wanted = list(reports)
        query = query.where(or_(review.report.in_(wanted), review.other_report.in_(wanted)))
    for row in connection.execute(query).mappings():
        yield dict(row)


def apply(connection: Connection, reports: Iterable[str]) -> None:
    """Put people's word on the lines of some reports, after they were read or judged; the latest decision counts."""
    for some in chunks(reports):
        for decision in list(decisions(connection, some)):
            if decision["line"] in TABLES:
                table = TABLES[decision["line"]]
                number = find_line(connection, table, decision)
                if number is not None:
                    values = {**(decision["value"] or {}), "judged": decision["verdict"]}
                    connection.execute(update(table).where(table.id == number).values(values))


def _reset(connection: Connection, decision: Mapping[str, Any]) -> None:
    """Give a line back what it said before a decision."""
    table = TABLES[decision["line"]]
    number = find_line(connection, table, decision)
    if number is not None:
        values = {name: decision["about"][name] for name in CORRECTABLE[decision["line"]]}
        connection.execute(update(table).where(table.id == number).values(values | {"judged": None}))


def find_line(connection: Connection, table: Any, decision: Mapping[str, Any]) -> int | None:
    """The line of a report that a decision is about: the same words, else the most alike."""
    about, text = decision["about"], WORDED[decision["line"]]
    rows = connection.execute(
        select(table.id, table.local, getattr(table, text)).where(table.report == decision["report"])
    ).all()
    found = closest(about[text], about["local"], [(number, local, words) for number, local, words in rows])
    return None if found is None else int(found)


def closest(words: str, local: str, rows: list[tuple[Any, str, str]]) -> Any:
    """Which row says what some words said: the same place among equals. `None` where none is alike enough."""
    wanted = set(folded(words))

    def likeness(row: tuple[Any, str, str]) -> tuple[float, bool]:
        found = set(folded(row[2]))
        share = len(wanted & found) / len(wanted | found) if wanted | found else 1.0
        return share, row[1] == local

    best = max(rows, key=likeness, default=None)
    return best[0] if best is not None and likeness(best)[0] >= ALIKE else None


@dataclass(frozen=True)
class Word:
    """People's word on contacts, as re-reading left it."""

    pairs: Mapping[tuple[str, str], bool]
    """Pairs of accounts that were merged (True) or split (False); the latest word counts."""
    verdicts: Mapping[str, Sequence[Line]]
    """Decisions about contacts by the account that each is found by, in the order they were made."""


def word_on_contacts(connection: Connection) -> Word:
    """All of people's word on contacts: one query for the decisions, one for the accounts they may be about."""
    review = schema.Review
    query = select(review.__table__).where(review.line == "contact", review.undone.is_(None)).order_by(review.id)
    told = [dict(row) for row in connection.execute(query).mappings()]
    there = accounts_in(connection, {d[end] for d in told for end in ("report", "other_report") if d[end]})
    pairs: dict[tuple[str, str], bool] = {}
    verdicts: dict[str, list[Line]] = {}
    for decision in told:
        first = meant(there.get(decision["report"], ()), decision["about"])
        if decision["verdict"] in VERDICTS:
            if first:
                verdicts.setdefault(first, []).append(decision)
            continue
        second = meant(there.get(decision["other_report"], ()), decision["other"])
        if first and second and first != second:
            pairs[min(first, second), max(first, second)] = decision["verdict"] == "merge"
    return Word(pairs, verdicts)


def accounts_in(connection: Connection, reports: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """The accounts of some reports, each with the words it rests on."""
    account = schema.Account
    found: dict[str, list[tuple[str, str]]] = {}
    for some in chunks(sorted(reports)):
        query = select(account.report, account.key, account.words).where(account.report.in_(some))
        for report, key, words in connection.execute(query):
            found.setdefault(report, []).append((key, words))
    return found


def find_account(connection: Connection, report: str, about: Mapping[str, Any]) -> str | None:
    """The account of a report that a decision was about."""
    return meant(accounts_in(connection, [report]).get(report, ()), about)


def meant(accounts: Iterable[tuple[str, str]], about: Mapping[str, Any]) -> str | None:
    """Which account a decision was about: the same key if it still rests on the same words, else the most alike."""
    found = closest(about["words"], about["key"], [(key, key, words) for key, words in accounts])
    return str(found) if found else None


def decisions_on(connection: Connection, wanted: str) -> list[Line]:
    """The decisions about a statement, a position or a contact, by its id, in the order they were made."""
    if wanted[:1] == "c":
        contact = find_contact(connection, wanted)
        keys = {f"{a['report']}#{a['contact']}" for a in contact["accounts"]} if contact else set()
        reports = sorted({key.rpartition("#")[0] for key in keys})
        told = list(decisions(connection, reports, all_of_them=True))
        return [d for d in told if d["line"] == "contact" and find_account(connection, d["report"], d["about"]) in keys]
    kind = {"s": "statement", "p": "position"}.get(wanted[:1], "")
    number = line_number(wanted, wanted[:1])
    table = TABLES.get(kind)
    if table is None or number is None:
        return []
    report = connection.scalar(select(table.report).where(table.id == number))
    made = decisions(connection, [report or ""], all_of_them=True)
    return [d for d in made if d["line"] == kind and find_line(connection, table, d) == number]
