"""Counts lines of records that cannot be: ``python evaluation/impossible.py RECORDS.jsonl [--show N]``.

RECORDS.jsonl is what ``dateline read --format jsonl`` prints. With ``--show`` the first N lines of each sort are
printed too, with the id of their report. Only what needs no reading of the text is counted; a count of nought does not
mean that the records are right.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

Record = dict[str, Any]

PRONOUNS = frozenset(
    {
        "he", "she", "it", "they", "we", "i", "you", "him", "her", "them", "us", "me", "who", "whom", "which", "that",
        "this", "these", "those", "one", "both", "all", "some", "others", "his", "their", "its", "there", "nobody",
        "everybody", "somebody",
    }
)  # fmt: skip
THINGS = frozenset(
    {
        "report", "reports", "agreement", "treaty", "talks", "meeting", "visit", "summit", "statement", "document",
        "law", "bill", "attack", "war", "plan", "deal", "resolution", "text", "letter", "poll", "survey", "move",
        "decision", "weapon", "missile", "oil", "price", "market", "day", "week", "month", "year",
    }
)  # fmt: skip
AHEAD = re.compile(r"03|13|10|12")
"""CAMEO roots of what is intended, demanded, refused or threatened: the day told may be that of the deed to come."""


def first_day(value: str | None) -> str | None:
    """The first day that a date of a record can mean, as YYYY-MM-DD, or ``None`` where it has no day or month."""
    if not value:
        return None
    first = value.split("/")[0]
    return first if re.fullmatch(r"\d{4}-\d{2}-\d{2}", first[:10]) else None


def published(record: Record) -> str | None:
    """The day of publication, as YYYY-MM-DD: the one that the reader found to count, else as it is written."""
    day = record["report"].get("published_on") or record["report"].get("published")
    return str(day[:10]) if day else None


def is_after(value: str | None, record: Record) -> bool:
    """Whether a day lies after the publication; years, months and weeks are not looked at."""
    day, today = first_day(value), published(record)
    return bool(day and today and day > today)


def said_after_publication(record: Record) -> Iterator[str]:
    """Statements whose day lies after the report's."""
    for line in record["statements"]:
        if is_after(line["said"], record):
            yield f"{line['said']}: {line['speaker'] and line['speaker']['name']}"


def past_events_after_publication(record: Record) -> Iterator[str]:
    """Events that are no plans, dated after the report."""
    for line in record["events"]:
        if is_after(line["date"], record) and not AHEAD.match(line["cameo"] or ""):
            yield f"{line['date']}: {line['event']} {line['cameo']} {line['actors']} {line['recipients']}"


def held_after_publication(record: Record) -> Iterator[str]:
    """Contacts told as held or going on that begin after the report."""
    for line in record["contacts"]:
        if line["status"] in ("held", "ongoing") and is_after(line["date"], record):
            yield f"{line['date']}: {line['kind']} {line['status']}"


def announced_after_publication(record: Record) -> Iterator[str]:
    """Contacts announced after the report that tells of the announcement."""
    for line in record["contacts"]:
        if line["announced"] and is_after(line["announced"]["date"], record):
            yield f"{line['announced']['date']}: {line['kind']}"


def speakers_that_are_pronouns(record: Record) -> Iterator[str]:
    """Statements of "he" or "who"."""
    for line in record["statements"]:
        name = (line["speaker"] or {}).get("name") or ""
        if name.lower() in PRONOUNS:
            yield name


def speakers_that_are_things(record: Record) -> Iterator[str]:
    """Statements whose speaker is, by its last word, no person or body."""
    for line in record["statements"]:
        name = (line["speaker"] or {}).get("name") or ""
        if name and name.split()[-1].lower() in THINGS and not (line["speaker"] or {}).get("actor"):
            yield name


def participants_that_are_no_party(record: Record) -> Iterator[str]:
    """Participants without a name, or that are pronouns, things or media."""
    kinds = {actor["id"]: actor["kind"] for actor in record["actors"]}
    for line in record["contacts"]:
        for party in line["participants"]:
            name = party["name"] or ""
            last = name.split()[-1].lower() if name.split() else ""
            if name.lower() in PRONOUNS or last in THINGS or not name or kinds.get(party["actor"]) == "media":
                yield f"{name!r} in {line['kind']} {line['date']}"


def contacts_of_one(record: Record) -> Iterator[str]:
    """Contacts with one participant or none."""
    for line in record["contacts"]:
        if len(line["participants"]) < 2:
            yield f"{line['kind']} {line['status']}: {[p['name'] for p in line['participants']]}"


def contacts_within_one_state(record: Record) -> Iterator[str]:
    """Contacts all of whose participants are of one country and stand for its state."""
    kinds = {actor["id"]: actor["kind"] for actor in record["actors"]}
    for line in record["contacts"]:
        parties = line["participants"]
        inner = {"party", "armed_group", None} & {kinds.get(p["actor"]) for p in parties}
        if len(parties) > 1 and len({p["country"] for p in parties}) == 1 and parties[0]["country"] and not inner:
            yield f"{line['kind']}: {[p['name'] for p in parties]}"


def calls_with_a_place(record: Record) -> Iterator[str]:
    """Calls and letters that are somewhere."""
    for line in record["contacts"]:
        if line["kind"] in ("call", "letter") and line["place"]:
            yield f"{line['kind']} {line['place']['name']}"


def places_without_a_country(record: Record) -> Iterator[str]:
    """Contacts and events at a place of no country."""
    for line in (*record["contacts"], *record["events"]):
        if line["place"] and not line["place"]["country"]:
            yield f"{line['place']['name']}"


def topics_of_one_word(record: Record) -> Iterator[str]:
    """Agenda items of one word that is no name: "issues", "relations"."""
    for line in record["contacts"]:
        for item in line["agenda"]:
            words = item["topic"].split()
            if len(words) == 1 and not words[0][:1].isupper():
                yield item["topic"]


def agreed_without_a_meeting(record: Record) -> Iterator[str]:
    """Topics discussed or agreed of contacts that were not held."""
    for line in record["contacts"]:
        if line["status"] not in ("held", "ongoing"):
            for item in line["agenda"]:
                if item["standing"] in ("discussed", "agreed"):
                    yield f"{line['kind']} {line['status']}: {item['standing']} {item['topic']}"


CHECKS: Mapping[str, Callable[[Record], Iterator[str]]] = {
    "statements said after publication": said_after_publication,
    "events that are no plans, dated after publication": past_events_after_publication,
    "contacts held after publication": held_after_publication,
    "contacts announced after publication": announced_after_publication,
    "speakers that are pronouns": speakers_that_are_pronouns,
    "speakers that are things": speakers_that_are_things,
    "participants that are no party": participants_that_are_no_party,
    "contacts of one participant": contacts_of_one,
    "contacts within one state": contacts_within_one_state,
    "calls and letters at a place": calls_with_a_place,
    "places without a country": places_without_a_country,
    "agenda items of one word": topics_of_one_word,
    "topics discussed where nobody met": agreed_without_a_meeting,
}


def main() -> None:
    """Print how many lines of each sort there are, and how many reports were looked at."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("records", type=Path, help="what `dateline read --format jsonl` prints")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print the first N of each sort")
    asked = parser.parse_args()
    found: dict[str, list[str]] = {name: [] for name in CHECKS}
    reports = 0
    with asked.records.open(encoding="utf8") as lines:
        for line in lines:
            record = json.loads(line)
            reports += 1
            for name, check in CHECKS.items():
                found[name] += [f"{record['report']['id']}  {text}" for text in check(record)]
    print(f"{reports} reports")
    for name, texts in found.items():
        print(f"{len(texts):6d}  {name}")
        for text in texts[: asked.show]:
            print(f"          {text}")


if __name__ == "__main__":
    main()
