"""Accounts in, the contact out: what they agree on, where they differ, and what it was called when.

The rule, for every field: one family of copies is one witness, heard through its latest version that tells it. The
value most witnesses give is settled; a vaguer value (``2005-11``) speaks half for each finer one it allows
(``2005-11-18``). Among equals the finer value wins, then the one published last, then the first in the alphabet.
Every other value is kept with its reports.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from math import prod
from typing import Any

from dateline.archive.accounts import Account, Party
from dateline.archive.names import folded, same_name
from dateline.archive.parties import acronym
from dateline.record.days import Days, days_of

MOST_PARTIES = 60
"""Participants kept of one contact; a general assembly has more, but no reader of a list does."""

OVER = frozenset({"held", "ongoing"})

STAGES = {"proposed": 0, "refused": 1, "scheduled": 2, "postponed": 3, "cancelled": 3, "ongoing": 4, "held": 5}
"""How far a contact has come, for reports of one day: it is held after it was scheduled."""


def settled(accounts: Iterable[Account]) -> dict[str, Any]:
    """The archive's contact: the record's JSON form, and ``history``, ``differences``, ``witnesses``, ``accounts``.

    At least one account must be more than a mention.
    """
    everything = sorted(accounts, key=lambda a: (a.published, a.report, a.key))
    told = [a for a in everything if not a.mention]
    tellers = {a.report for a in told}
    heard = witnesses(told)
    date = settled_date(witnesses(told, lambda a: a.days))
    place = settled_place(witnesses(told, lambda a: a.place))
    parties = settled_parties(heard, told)
    return {
        "id": contact_id(told[0].key),
        "kind": most(heard, lambda a: a.kind),
        "status": settled_status(told),
        "participants": parties,
        "date": date,
        "place": place,
        "duration": most(heard, lambda a: a.contact.get("duration")),
        "sessions": first_of_each(heard, "sessions", lambda s: (s["format"], s.get("when"))),
        "agenda": agenda(heard),
        "announced": announced(told),
        "history": history(told),
        "differences": differences(told, {"date": date, "place": (place or {}).get("name")}),
        "witnesses": len(heard),
        "confidence": sure(told),
        "accounts": [account_line(a) for a in everything if not a.mention or a.report not in tellers],
    }


def sure(told: Sequence[Account]) -> float | None:
    """How likely at least one family of copies is right that tells of the contact; ``None`` where no model saw it.

    Within a family the surest account counts; families err apart from each other (a "noisy or", Pearl 1988), as far as
    `SUREST`.
    """
    best: dict[str, float] = {}
    for account in told:
        if (score := account.contact.get("confidence")) is not None:
            best[account.family] = max(score, best.get(account.family, 0.0))
    if not best:
        return None
    return round(max(*best.values(), min(SUREST, 1 - prod(1 - score for score in best.values()))), 2)


SUREST = 0.99
"""What several witnesses together reach at most: they read the same agencies, and err alike now and then."""


def contact_id(key: str) -> str:
    """The id of the contact whose earliest account is `key`. Any account's id leads to its contact."""
    return "c" + hashlib.sha256(key.encode()).hexdigest()[:12]


def witnesses(told: Sequence[Account], tells: Callable[[Account], object] = lambda _: True) -> list[Account]:
    """The latest version of each family that tells something, in order of publication: an update leaves much out."""
    latest: dict[str, Account] = {}
    for account in filter(tells, told):
        best = latest.get(account.family)
        if best is None or (account.version, account.published, account.report) >= (
            best.version, best.published, best.report,
        ):  # fmt: skip
            latest[account.family] = account
    return sorted(latest.values(), key=lambda a: (a.published, a.report, a.key))


def most(heard: Sequence[Account], value: Callable[[Account], str | None]) -> str | None:
    """The value most witnesses give."""
    votes: dict[str, tuple[int, str]] = {}
    for account in heard:
        if (given := value(account)) is not None:
            votes[given] = (votes.get(given, (0, ""))[0] + 1, account.published)
    return max(votes, key=lambda v: (*votes[v], v), default=None)


def settled_date(heard: Sequence[Account]) -> str | None:
    """The date by the rule above. A month speaks half for a day in it; a day speaks half for the days of a visit."""
    given = [(a.contact["date"], a.days, a.published) for a in heard if a.contact.get("date") and a.days]

    def support(value: str) -> tuple[float, int, str, str]:
        mine = days_of(value) or (0, 0)
        exact = SCHEDULED if 0 < mine[1] - mine[0] <= TOGETHER else 1.0
        votes = sum(exact if other == value else 0.5 * speaks_for(days, mine) for other, days, _ in given)
        return votes, mine[0] - mine[1], max(when for other, _, when in given if other == value), value

    return max({value for value, _, _ in given}, key=support, default=None)


SCHEDULED = 1.5
"""What a report's word counts that gives first and last day: it has them from a schedule."""


def speaks_for(days: Days, others: Days) -> bool:
    """Whether a date allows another one: it lies in a vaguer one, or is a part of some days named together."""
    inside = days[0] <= others[0] and others[1] <= days[1]
    return inside or (others[0] <= days[0] == days[1] <= others[1] and others[1] - others[0] <= TOGETHER)


TOGETHER = 14
"""Days up to which a range tells how long a contact lasts; longer, it tells that the day is not known."""


def settled_place(heard: Sequence[Account]) -> dict[str, Any] | None:
    """The place most witnesses name; a country speaks half for a city in it, and gives way to it."""
    given = [a for a in heard if a.place]

    def support(account: Account) -> tuple[float, bool, str, str]:
        votes = sum(
            1.0 if a.place == account.place else 0.5 if a.whole_country and a.country == account.country else 0.0
            for a in given
        )
        return votes, not account.whole_country, account.published, account.key

    best = max(given, key=support, default=None)
    return place_line(best) if best else None


def place_line(account: Account) -> dict[str, Any] | None:
    """The account's place as the record's JSON has it."""
    place = account.contact.get("place")
    return {name: place.get(name) for name in ("name", "country", "lat", "lon")} if place else None


def settled_parties(heard: Sequence[Account], told: Sequence[Account]) -> list[dict[str, Any]]:
    """Everyone who takes part by at least one account, the most often named first, each under its fullest name."""
    rows: list[dict[str, Any]] = []
    for account in [*heard, *(a for a in told if a not in heard)]:
        for party, given in zip(account.parties, account.contact["participants"], strict=True):
            row = next((r for r in rows if same_party(r, party)), None)
            if row is None:
                row = {"name": party.name, "country": party.country, "kinds": {}, "roles": {}, "by": set(),
                       "person": party.person}  # fmt: skip
                rows.append(row)
            row["name"] = fuller(row["name"], party.name)
            if party.kind:
                row["kinds"][party.kind] = row["kinds"].get(party.kind, 0) + 1
            row["country"] = row["country"] or party.country
            row["roles"][given.get("role") or "principal"] = row["roles"].get(given.get("role") or "principal", 0) + 1
            row["by"].add(account.family)
    named = {r["country"] for r in rows if r["person"]}
    rows = [r for r in rows if r["person"] or r["country"] not in named or len(rows) == 1 or r["country"] is None]
    rows.sort(key=lambda r: (-len(r["by"]), r["name"]))
    return [
        {"name": with_acronym(r), "actor": None, "country": r["country"],
         "role": max(r["roles"], key=lambda k: (r["roles"][k], k)),
         "kind": max(r["kinds"], key=lambda k: (r["kinds"][k], k), default=None), "witnesses": len(r["by"])}
        for r in rows[:MOST_PARTIES]
    ]  # fmt: skip


def with_acronym(row: dict[str, Any]) -> str:
    """A body's name with the acronym it is as often called by: ``World Trade Organization (WTO)``."""
    name, short = str(row["name"]), acronym(row["country"])
    return name if row["person"] or short is None or short.lower() in folded(name) else f"{name} ({short})"


def same_party(row: dict[str, Any], party: Party) -> bool:
    """Whether a participant is already in the list; bodies of one country, unnamed people apart, are one."""
    if row["country"] and party.country and row["country"] != party.country:
        return False
    if not row["person"] and not party.person and party.country and row["country"] == party.country:
        return True
    return bool(row["person"] == party.person and same_name(row["name"], party.name))


def fuller(a: str, b: str) -> str:
    """The name with more words; of two as long, the first in the alphabet."""
    return min(a, b, key=lambda name: (-len(folded(name)), name))


def settled_status(told: Sequence[Account]) -> str:
    """The status told last. What was held stays held: a later text that still calls it planned is behind its time."""
    last = max(told, key=lambda a: (a.published[:10], STAGES[a.status], a.published, a.key))
    held = [a for a in told if a.status in OVER]
    if last.status not in OVER and held:
        return max(held, key=lambda a: (a.published[:10], STAGES[a.status], a.key)).status
    return last.status


def history(told: Sequence[Account]) -> list[dict[str, Any]]:
    """Each change of status in order of publication, with the report that first told of it."""
    steps: list[dict[str, Any]] = []
    for account in sorted(told, key=lambda a: (a.published[:10], STAGES[a.status], a.published, a.key)):
        if not steps or steps[-1]["status"] != account.status:
            steps.append({"status": account.status, "published": account.published or None, "report": account.report})
    return steps


def differences(told: Sequence[Account], settled_values: dict[str, str | None]) -> list[dict[str, Any]]:
    """Fields that accounts fill differently: every value with its sources and reports, the settled one first.

    A vaguer date that allows the settled one is no difference; neither is a city told by its country.
    """
    found = []
    for field, value in (("date", date_of), ("place", place_of)):
        values: dict[str, list[Account]] = {}
        for account in told:
            if given := value(account):
                values.setdefault(given, []).append(account)
        best = settled_values[field]
        values = {v: by for v, by in values.items() if v == best or not allows(field, v, best, by[0], values)}
        if len(values) > 1:
            found.append({
                "field": field,
                "values": [
                    {"value": v, "settled": v == best, "sources": sorted({a.source for a in values[v] if a.source}),
                     "reports": sorted(a.report for a in values[v])}
                    for v in sorted(values, key=lambda v: (v != best, -len(values[v]), v))
                ],
            })  # fmt: skip
    return found


def date_of(account: Account) -> str | None:
    """The date as the account gives it."""
    return account.contact.get("date")


def place_of(account: Account) -> str | None:
    """The place's name as the account gives it."""
    return (account.contact.get("place") or {}).get("name")


def allows(field: str, value: str, best: str | None, by: Account, values: dict[str, list[Account]]) -> bool:
    """Whether a value says the same as the settled one, only less exactly."""
    if best is None:
        return False
    if field == "date":
        vague, fine = days_of(value), days_of(best)
        return bool(vague and fine and vague[0] <= fine[1] and fine[0] <= vague[1])
    settled_country = values[best][0].country if best in values else None
    return folded(value) == folded(best) or (by.whole_country and by.country == settled_country)


def first_of_each(heard: Sequence[Account], field: str, same: Callable[[Any], Any]) -> list[Any]:
    """The parts of all accounts, each once."""
    found: dict[Any, Any] = {}
    for account in heard:
        for part in account.contact.get(field) or ():
            found.setdefault(same(part), part)
    return list(found.values())


def agenda(heard: Sequence[Account]) -> list[dict[str, Any]]:
    """Every topic with its standing and the reports that say so; one topic may stand differently in two reports."""
    items: dict[tuple[tuple[str, ...], str], dict[str, Any]] = {}
    for account in heard:
        for item in account.contact.get("agenda") or ():
            key = (folded(item["topic"]), item["standing"])
            row = items.setdefault(
                key, {"topic": item["topic"], "standing": item["standing"],
                      "according_to": item.get("according_to"), "reports": [], "confidence": None},
            )  # fmt: skip
            row["confidence"] = max(filter(None, (row["confidence"], item.get("confidence"))), default=None)
            if account.report not in row["reports"]:
                row["reports"].append(account.report)
    return list(items.values())


def announced(told: Sequence[Account]) -> dict[str, Any] | None:
    """The first announcement that any account tells of."""
    given = [a.contact["announced"] for a in told if a.contact.get("announced")]
    return min(given, key=lambda g: (g.get("date") or "9999", str(g))) if given else None


def account_line(account: Account) -> dict[str, Any]:
    """One account as the archive prints it: the report, and what it alone says."""
    return {
        "report": account.report, "contact": account.contact["id"], "published": account.published or None,
        "source": account.source or None, "family": account.family, "kind": account.kind,
        "status": None if account.mention else account.status, "mention": bool(account.mention),
        "confidence": account.contact.get("confidence"),
        "date": account.contact.get("date"), "place": place_line(account),
        "participants": [p.name for p in account.parties],
        "evidence": account.contact.get("evidence") or [],
    }  # fmt: skip
