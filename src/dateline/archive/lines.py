"""A record as rows of the archive's tables."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from itertools import product
from typing import Any

import orjson

from dateline.archive.accounts import GATHERINGS
from dateline.archive.mentions import marks, mentions
from dateline.archive.parties import is_country
from dateline.archive.settling import contact_id
from dateline.knowledge.sectors import load_sectors
from dateline.record import Record, Report
from dateline.record.days import days_of

Row = dict[str, Any]

DAY_SHIFT = 41
"""Bits of a line's number below its day. 63 bits hold the days up to the year 9999 and a 41-bit hash of the line."""

LONGEST_LINE_ID = (1 << DAY_SHIFT) - 1


def digest(report: Report) -> str:
    """What makes two reports the same: source, publication, headline and body (SHA-256, hexadecimal)."""
    text = "\x1f".join((report.source or "", report.published or "", report.headline or "", report.body))
    return hashlib.sha256(text.encode()).hexdigest()


def line_id(day: int, name: str) -> int:
    """A line's number: later days are larger; within a day, as its name falls."""
    low = int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest()) & LONGEST_LINE_ID
    return day << DAY_SHIFT | low


def day_number(value: str | None, otherwise: str | None) -> int:
    """The first day of a date, or that of another one; 0 where neither is known."""
    days = days_of(value) or days_of(otherwise)
    return days[0] if days else 0


def rows_of(record: Record, line: bytes) -> dict[str, list[Row]]:
    """The rows of every table but reports, by table. `line` is the record's JSON."""
    report = record.report
    today = report.published_on.toordinal() if report.published_on else 0
    published = report.published_on.isoformat() if report.published_on else None
    plain = orjson.loads(line)
    people = {a.id for a in record.actors if a.kind == "person"}
    rows: dict[str, list[Row]] = {"accounts": [], "agenda": []}
    for contact, given in zip(record.contacts, plain["contacts"], strict=True):
        key = f"{report.id}#{contact.id}"
        for party in given["participants"]:
            if party.get("kind") is None and party["actor"] in people:  # a record of before 1.1
                party["kind"] = "person"
        if given["place"] and is_country(given["place"]["name"]):
            given["place"]["whole"] = True
        words = record.words(contact.evidence)
        if contact.kind in GATHERINGS:
            given["marks"] = sorted(marks(words))
            given["own_marks"] = sorted(marks("; ".join(p.name for p in contact.participants)))
        rows["accounts"].append(account_row(report.id, given, words))
        rows["agenda"] += [
            {"id": line_id(day_number(contact.date, published), f"{key}/{n}"), "report": report.id,
             "local": f"{contact.id}/{n}", "account": key, "topic": item.topic, "standing": item.standing,
             "according_to": item.according_to, "confidence": item.confidence}
            for n, item in enumerate(contact.agenda)
        ]  # fmt: skip
    rows["accounts"] += [account_row(report.id, given, words) for given, words in mentions(record)]
    rows["statements"] = [
        {"id": line_id(day_number(s.said, published), f"{report.id}#s{s.id}"), "report": report.id, "local": s.id,
         "act": s.act, "mode": s.mode, "speaker": s.speaker.name, "country": s.speaker.country, "said": s.said,
         "relayed_by": list(s.relayed_by), "text": s.content_text, "judged": None,
         "confidence": s.confidence}
        for s in record.statements
    ]  # fmt: skip
    rows["positions"] = [
        {"id": line_id(today, f"{report.id}#p{n}"), "report": report.id, "local": str(n), "holder": p.holder.name,
         "country": p.holder.country, "issue": p.issue, "stance": p.stance, "frame": p.frame,
         "text": p.evidence_text, "judged": None, "confidence": p.confidence}
        for n, p in enumerate(record.positions)
    ]  # fmt: skip
    rows["events"] = [
        {"id": line_id(day_number(e.date, published), f"{report.id}#e{n}"), "report": report.id, "local": str(n),
         "event": e.event, "cameo": e.cameo, "data": orjson.dumps(given),
         "confidence": e.confidence}
        for n, (e, given) in enumerate(zip(record.events, plain["events"], strict=True))
    ]  # fmt: skip
    rows["deeds"] = deeds_of(plain)
    rows["actors"] = [
        {"report": report.id, "local": f"{n}:{a.id}", "name": a.name, "kind": a.kind, "country": a.country,
         "office": a.office, "code": a.code}
        for n, a in enumerate(record.actors)
    ]  # fmt: skip
    rows["places"] = [
        {"report": report.id, "local": f"{n}:{p.id}", "name": p.name, "country": p.country, "lat": p.lat, "lon": p.lon}
        for n, p in enumerate(record.places)
    ]  # fmt: skip
    return {table: [_storable(row) for row in lines] for table, lines in rows.items()}


def deeds_of(record: Mapping[str, Any]) -> list[Row]:
    """Who did what to whom, one row for each two parties of each event of a record (its JSON as a dictionary)."""
    report = record["report"]
    rows = []
    for n, event in enumerate(record["events"]):
        day = day_number(event["date"], report.get("published_on") or report["published"])
        actors, others = (sorted(parties_of(event[side], record["actors"])) for side in ("actors", "recipients"))
        pairs = product(actors, others or actors)  # equals who act on nobody act on one another
        rows += [
            {"id": line_id(day, f"{report['id']}#e{n}/{a}/{b}"), "report": report["id"], "local": str(n), "a": a,
             "b": b, "event": event["event"], "cameo": event["cameo"]}
            for a, b in pairs
            if a != b
        ]  # fmt: skip
    return rows


def parties_of(codes: Iterable[str], actors: Iterable[Row]) -> set[str]:
    """The parties that codes of a report's actors belong to: ``RUSGOV`` to RUS, ``IGOUNO`` to UN, ``---`` to none."""
    countries = {actor["code"]: actor["country"] for actor in actors if actor["code"]}
    sectors = load_sectors()
    found = (countries.get(code) or sectors.land_of(code) for code in codes)
    return {party for party in found if party}


def account_row(report: str, contact: Row, words: str) -> Row:
    """The row of one account; which contact it joins is found later."""
    key = f"{report}#{contact['id']}"
    data = zlib.compress(orjson.dumps(contact), 1)
    return {"key": key, "report": report, "short": contact_id(key), "contact": "", "data": data, "words": words}


def report_row(record: Record, line: bytes) -> Row:
    """The row of the report itself, but for its signature, family and version."""
    report = record.report
    published = report.published_on.isoformat() if report.published_on else None
    return _storable({
        "id": report.id, "number": line_id(day_number(published, None), report.id), "digest": digest(report),
        "headline": report.headline, "source": report.source, "published": report.published or "", "url": report.url,
        "body": report.body, "reader": record.reader, "record": zlib.compress(line, 6),
    })  # fmt: skip


def _storable(row: Row) -> Row:
    """The row without NUL characters, which PostgreSQL's text cannot hold; the record itself keeps them."""
    return {k: v.replace("\x00", "\ufffd") if isinstance(v, str) and "\x00" in v else v for k, v in row.items()}


def renumbered(rows: Iterable[Row], key: str, taken: set[int]) -> list[Row]:
    """The rows, each with a number no other line has: the next free one where two hash alike."""
    kept = []
    for row in rows:
        number = row[key]
        while number in taken:
            number += 1
        taken.add(number)
        kept.append(row | {key: number})
    return kept
