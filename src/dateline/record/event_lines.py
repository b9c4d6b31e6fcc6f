"""A record's events as lines: what exports write, and what the archive lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dateline.record.days import days_of, iso

Line = dict[str, Any]

PARAGRAPH = re.compile(r"\n[ \t]*\n|\n[ \t]{2,}")
"""Where a paragraph ends: at a blank or an indented line."""


def event_lines(record: Mapping[str, Any]) -> Iterator[Line]:
    """Every event of a record (its JSON as a dictionary), with what an export needs of the report.

    ``day`` is the event's first day, else that of publication; ``lead``: told in the headline or the first paragraph;
    ``names``: who the codes stand for; ``mentions``, ``sources``, ``reports``: how often, by whom and where it is told.
    """
    report = record["report"]
    for number, event in enumerate(record["events"]):
        days = days_of(event["date"]) or days_of((report["published"] or "")[:10])
        yield {
            "id": f"{report['id']}-{number}",
            "day": iso(days[0]) if days else None,
            **{name: event[name] for name in FIELDS},
            "names": names_of((*event["actors"], *event["recipients"]), event["evidence"], record["actors"]),
            "text": words_of(report, event["evidence"]),
            "start": event["evidence"][0]["start"],
            "lead": is_lead(report, event["evidence"][0]),
            **{name: report[name] for name in ("source", "published", "url", "language")},
            "report": report["id"],
            "reader": record["reader"],
            "mentions": 1,
            "sources": [report["source"]] if report["source"] else [],
            "reports": [report["id"]],
            "confidence": event.get("confidence"),
        }


FIELDS = ("date", "event", "mode", "contexts", "cameo", "actors", "recipients", "place")


def names_of(codes: Sequence[str], evidence: Sequence[Line], actors: Sequence[Line]) -> dict[str, str]:
    """The name of each code's actor: of one named in the evidence, else of the first in the report with that code.

    Where nobody has the code to the letter, it is the government or body of its country or organisation.
    """
    names: dict[str, str] = {}
    for code in codes:
        known = [actor for actor in actors if actor["code"] == code]
        known = known or [a for a in actors if a["kind"] in BODIES and a["country"] and a["country"] in _lands(code)]
        near = [actor for actor in known if any(within(m, span) for m in actor["mentions"] for span in evidence)]
        if near or known:
            names[code] = (near or known)[0]["name"]
    return names


BODIES = ("government", "organisation")


def _lands(code: str) -> tuple[str, ...]:
    """What stands for a country in a code: RUS in ``RUSMIL``, NATO in ``IGONATO``."""
    return (code.removeprefix("IGO"),) if code.startswith("IGO") else (code[:3],)


def within(mention: Line, span: Line) -> bool:
    """Whether a span lies in another."""
    return bool(mention["part"] == span["part"] and span["start"] <= mention["start"] and mention["end"] <= span["end"])


def words_of(report: Mapping[str, Any], evidence: Sequence[Line]) -> str:
    """The words that an event rests on."""
    return " ... ".join(part_of(report, span["part"])[span["start"] : span["end"]] for span in evidence)


def part_of(report: Mapping[str, Any], part: str) -> str:
    """The text of a part: ``headline``, ``body``, ``caption:0``."""
    if part.startswith("caption:"):
        return str(report["photos"][int(part.removeprefix("caption:"))]["caption"] or "")
    return str(report[part] or "")


def is_lead(report: Mapping[str, Any], span: Line) -> bool:
    """Whether words stand in the headline, or in the body's first paragraph."""
    if span["part"] != "body":
        return bool(span["part"] == "headline")
    body = report["body"]
    end = PARAGRAPH.search(body, len(body) - len(body.lstrip()))
    return bool(span["start"] < (end.start() if end else len(body)))
