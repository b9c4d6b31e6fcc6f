"""Joining accounts to contacts in the archive, and taking them out again, whatever order they come in.

What is stored of merging is ties between accounts. A contact is a function of the ties, the accounts and people's
word, worked out anew for whatever a change can reach: the accounts that ties connect with the changed ones.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

import orjson
from sqlalchemy import Connection, delete, select, update

from dateline.archive import schema
from dateline.archive.accounts import Account
from dateline.archive.asking.paging import CONFIRMED
from dateline.archive.blocks import blocks
from dateline.archive.clustering import Pair, attached, clusters, ordered
from dateline.archive.correcting import corrected
from dateline.archive.likeness import NEVER, SAME, likeness
from dateline.archive.names import folded
from dateline.archive.reviewing import word_on_contacts
from dateline.archive.rows import chunks, insert_rows
from dateline.archive.settling import contact_id, settled
from dateline.record.days import days_of

CHECKED = 40
"""Accounts of a contact up to which the least likely one is looked for."""


def join(connection: Connection, keys: Sequence[str]) -> None:
    """Find the ties of newly stored accounts and settle the contacts they change."""
    new = load(connection, keys)
    mine = {key: blocks(account) for key, account in new.items()}
    insert_rows(connection, schema.Block, [{"block": b, "account": k} for k, names in mine.items() for b in names])
    residents = inhabitants(connection, {b for names in mine.values() for b in names})
    near = {key: {k for b in names for k in residents.get(b, ())} - {key} for key, names in mine.items()}
    known = new | load(connection, sorted({k for found in near.values() for k in found} - new.keys()))
    ties = {}
    for key, others in near.items():
        for other in others:
            pair = ordered((key, other))
            if pair not in ties and (value := likeness(known[key], known[other])) >= SAME:
                ties[pair] = value
    insert_rows(connection, schema.Tie, [{"a": a, "b": b, "likeness": v} for (a, b), v in sorted(ties.items())])
    settle(connection, keys)


def settle(connection: Connection, keys: Iterable[str]) -> None:
    """Work out anew every contact that the accounts `keys` can be part of.

    First the accounts proper, then the mentions tied to them: a mention belongs to one contact, which need not be among
    those worked out, so a contact that wins or loses a mention is settled again as well.
    """
    said = word_on_contacts(connection)
    reached, ties, loose = neighbourhood(connection, keys, said.pairs)
    accounts = load(connection, sorted(reached))
    known: dict[Pair, float] = dict(ties)

    def value(a: str, b: str) -> float:
        pair = ordered((a, b))
        if pair not in known:
            known[pair] = likeness(accounts[pair[0]], accounts[pair[1]])
        return known[pair]

    together = [pair for pair, same in said.pairs.items() if same and set(pair) <= accounts.keys()]
    apart = [pair for pair, same in said.pairs.items() if not same]
    groups = {founder(group, accounts): group for group in clusters(accounts, ties, value, together, apart)}
    joined, others, moved = follow(connection, loose, {key: name for name, group in groups.items() for key in group})
    accounts |= load(connection, sorted({m for some in joined.values() for m in some} | set().union(*others.values())))
    made = []
    for name, group in sorted((groups | others).items()):
        verdicts = sorted((d for key in group for d in said.verdicts.get(key, ())), key=lambda d: d["id"])
        contact = corrected(settled([accounts[key] for key in (*group, *joined.get(name, ()))]), verdicts)
        if contact["judged"] == "reject":
            continue  # no contact: its accounts are kept, and are of none
        judged = contact["judged"] or any(same and set(pair) <= set(group) for pair, same in said.pairs.items())
        least = None if judged else doubt(group, value)
        made.append((contact, (*group, *joined.get(name, ())), least))
    store(connection, made, reached | moved | set().union(*others.values()))


def founder(group: Sequence[str], accounts: dict[str, Account]) -> str:
    """The id of the contact that a group of accounts makes: its earliest account's."""
    return contact_id(min(group, key=lambda key: (accounts[key].published, accounts[key].report, key)))


def follow(
    connection: Connection, loose: dict[str, dict[str, float]], group_of: dict[str, str]
) -> tuple[dict[str, list[str]], dict[str, tuple[str, ...]], set[str]]:
    """Contact -> its mentions; contacts not worked out that win or lose one -> their accounts; mentions that move."""
    elsewhere = {key for ties in loose.values() for key in ties} - group_of.keys()
    account = schema.Account
    known: dict[str, str] = dict(group_of)
    before: dict[str, str] = {}
    for some in chunks(sorted(elsewhere | loose.keys())):
        for key, contact in connection.execute(select(account.key, account.contact).where(account.key.in_(some))):
            (before if key in loose else known)[key] = contact
    found = attached(loose, known)
    inside = set(group_of.values())
    changed = {name for m in loose for name in (found.get(m, ""), before[m]) if found.get(m, "") != before[m]}
    others: dict[str, tuple[str, ...]] = {}
    joined: dict[str, list[str]] = {}
    for mention, name in sorted(found.items()):
        joined.setdefault(name, []).append(mention)
    wanted = sorted(name for name in changed - inside if name and name in set(known.values()))
    for some in chunks(wanted):
        for key, name in connection.execute(select(account.key, account.contact).where(account.contact.in_(some))):
            if not is_mention(key):
                others[name] = (*others.get(name, ()), key)
            elif key not in loose:
                joined.setdefault(name, []).append(key)
    settled_anew = {name: some for name, some in joined.items() if name in inside or name in others}
    moved = {m for m in loose if found.get(m, "") in settled_anew or found.get(m, "") != before[m]}
    return settled_anew, others, moved


def is_mention(key: str) -> bool:
    """Whether an account is a gathering only named: these are numbered ``m1``, ``m2``, accounts proper ``c1``."""
    return key[key.rindex("#") + 1] == "m"


def doubt(group: Sequence[str], value: Any) -> float | None:
    """How likely the least likely account belongs to the rest; `None` for one account alone, or a crowd."""
    if not 1 < len(group) <= CHECKED:
        return None
    means = [sum(value(a, b) for b in group if b != a) / (len(group) - 1) for a in group]
    lowest = min(means)
    return None if lowest == NEVER else round(lowest, 3)


def leave(connection: Connection, reports: Sequence[str]) -> set[str]:
    """Take the accounts of some reports out; the accounts that were tied to them, to be settled again."""
    mine: set[str] = set()
    for some in chunks(reports):
        mine |= set(connection.scalars(select(schema.Account.key).where(schema.Account.report.in_(some))))
    reached, _, loose = neighbourhood(connection, mine, word_on_contacts(connection).pairs)
    left = reached | loose.keys()
    for some in chunks(sorted(mine)):
        gone = connection.scalars(select(schema.Account.contact).where(schema.Account.key.in_(some))).all()
        connection.execute(delete(schema.Contact).where(schema.Contact.id.in_(gone)))
        connection.execute(delete(schema.Account).where(schema.Account.key.in_(some)))
    return left - mine


def neighbourhood(
    connection: Connection, keys: Iterable[str], word: Iterable[Pair]
) -> tuple[set[str], dict[Pair, float], dict[str, dict[str, float]]]:
    """Every account that ties, or people's word, connect with `keys`; the ties among them; and mentions with theirs.

    A mention connects nothing: the summits of one body would otherwise hang together through the years.
    """
    linked: dict[str, set[str]] = {}
    for a, b in word:
        linked.setdefault(a, set()).add(b)
        linked.setdefault(b, set()).add(a)
    reached: set[str] = set()
    ties: dict[Pair, float] = {}
    loose: dict[str, dict[str, float]] = {key: {} for key in keys if is_mention(key)}
    frontier = {key for key in keys if not is_mention(key)}
    while frontier:
        reached |= frontier
        beyond: set[str] = set()
        for (a, b), value in ties_of(connection, frontier).items():
            if is_mention(a) or is_mention(b):
                loose.setdefault(a if is_mention(a) else b, {})
            else:
                ties[a, b] = value
                beyond |= {a, b}
        for key in frontier:
            beyond |= linked.get(key, set())
        frontier = beyond - reached
    for (a, b), value in ties_of(connection, loose).items():
        mention, account = (a, b) if is_mention(a) else (b, a)
        loose[mention][account] = value
    return reached, ties, loose


def ties_of(connection: Connection, keys: Iterable[str]) -> dict[Pair, float]:
    """Every tie of some accounts."""
    tie = schema.Tie
    found: dict[Pair, float] = {}
    for some in chunks(sorted(keys)):
        for column in (tie.a, tie.b):
            query = select(tie.a, tie.b, tie.likeness).where(column.in_(some))
            found |= {(a, b): value for a, b, value in connection.execute(query)}
    return found


def inhabitants(connection: Connection, names: Iterable[str]) -> dict[str, list[str]]:
    """The accounts in some blocks."""
    found: dict[str, list[str]] = {}
    block = schema.Block
    for some in chunks(sorted(names)):
        for name, account in connection.execute(select(block.block, block.account).where(block.block.in_(some))):
            found.setdefault(name, []).append(account)
    return found


def load(connection: Connection, keys: Sequence[str]) -> dict[str, Account]:
    """Accounts by key."""
    account, report = schema.Account, schema.Report
    query = select(
        account.key, account.report, report.published, report.source, report.family, report.version, account.data,
        account.words,
    ).join(report, report.id == account.report)  # fmt: skip
    found = {}
    for some in chunks(keys):
        for key, of, published, source, family, version, data, words in connection.execute(
            query.where(account.key.in_(some))
        ):
            contact = orjson.loads(zlib.decompress(data))
            found[key] = Account(key, of, published, source or "", family, version, contact, words)
    return found


def store(
    connection: Connection, made: list[tuple[dict[str, Any], tuple[str, ...], float | None]], reached: set[str]
) -> None:
    """Put contacts in place of those that the accounts `reached` were part of; unchanged ones are left alone."""
    before: dict[str, str] = {}
    account, contact = schema.Account, schema.Contact
    for some in chunks(sorted(reached)):
        before |= dict(connection.execute(select(account.key, account.contact).where(account.key.in_(some))).all())
    old: dict[str, tuple[bytes, float | None]] = {}
    for some in chunks(sorted(set(before.values()))):
        query = select(contact.id, contact.data, contact.doubt).where(contact.id.in_(some))
        old |= {name: (data, least) for name, data, least in connection.execute(query)}
    rows_by_table: dict[type, list[dict[str, Any]]] = {
        t: [] for t in (contact, schema.Side, schema.Dyad, schema.Attendee)
    }
    kept = set()
    for values, group, least in made:
        data = zlib.compress(orjson.dumps(values), 6)
        if old.get(values["id"]) == (data, least):
            kept.add(values["id"])
        else:
            for table, rows in contact_rows(values, data, least).items():
                rows_by_table[table] += rows
        moved = [key for key in group if before.get(key) != values["id"]]
        for some in chunks(moved):
            connection.execute(update(account).where(account.key.in_(some)).values(contact=values["id"]))
    told = {key for _, group, _ in made for key in group}
    for some in chunks(sorted(key for key in reached - told if before.get(key))):
        connection.execute(update(account).where(account.key.in_(some)).values(contact=""))
    for some in chunks(sorted(old.keys() - kept)):
        connection.execute(delete(contact).where(contact.id.in_(some)))
    for table, rows in rows_by_table.items():
        insert_rows(connection, table, rows)


def contact_rows(values: dict[str, Any], data: bytes, least: float | None) -> dict[type, list[dict[str, Any]]]:
    """A contact's row, and those it is found by."""
    days = days_of(values["date"]) or days_of(values["accounts"][0]["published"]) or (0, 0)
    at = {"day": days[0], "contact": values["id"]}
    parties = sorted({p["country"] for p in values["participants"] if p["country"]})
    words = {w for p in values["participants"] for w in folded(p["name"])}
    row = {
        "id": values["id"], "day": days[0], "last_day": days[1], "kind": values["kind"], "status": values["status"],
        "country": (values["place"] or {}).get("country"), "doubt": least, "data": data,
        "confidence": 1.0 if values["judged"] in CONFIRMED else values["confidence"],
    }  # fmt: skip
    return {
        schema.Contact: [row],
        schema.Side: [at | {"party": p} for p in parties],
        schema.Dyad: [at | {"a": a, "b": b} for a, b in combinations(parties, 2)],
        schema.Attendee: [at | {"word": w} for w in sorted(words)],
    }
