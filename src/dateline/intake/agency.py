"""The agencies' layout: a dateline such as ``MOSCOW, July 2 (Reuters) -`` heads the text, perhaps under a headline."""

from __future__ import annotations

import re
from datetime import datetime

from dateline.intake.advisories import is_advisory, parted
from dateline.intake.date_lines import date_of_line, told_in_head
from dateline.intake.decoding import Unreadable
from dateline.intake.fields import telling
from dateline.knowledge.datelines import day_told, find_dateline
from dateline.record import Report


def looks_like(text: str) -> bool:
    """Whether a dateline heads the text, perhaps after headline and advisories."""
    return find_dateline(text) is not None


def report(text: str, report_id: str) -> Report:
    """The report in an agency's text: what stands before the dateline is headline and advisories, the rest the body.

    A headline below a dateline that has a line of its own is taken as well. Raises `Unreadable` where no words follow.
    """
    match = find_dateline(text)
    if match is None:
        raise Unreadable("no dateline such as 'MOSCOW, July 2 (Reuters) -' heads the text")
    lines = text[: match.start()].splitlines()
    told = told_in_head(lines)
    if told:
        lines = [*lines[: told.start], *lines[told.end :]]
    above = [line.strip() for line in lines if line.strip() and date_of_line(line) is None]
    body = text[match.end() :].strip()
    if not above or all(map(is_advisory, above)):
        first, gap, rest = body.partition("\n\n")
        if (
            match.end() < len(text)
            and text[match.end()] == "\n"
            and gap
            and "\n" not in first
            and not first.endswith(".")
        ):
            above.append(first.strip())
            body = rest.strip()
    advisories = [line for line in above if is_advisory(line)]
    headline, urgency = parted(next((line for line in above if not is_advisory(line)), None))
    return Report(
        id=report_id,
        headline=headline,
        source=match["source"],
        published=_published(match) or (told.published if told else None),
        dateline=match["dateline"].strip(),
        body=telling(body),
        advisories=(*advisories, *urgency),
    )


def _published(match: re.Match[str]) -> str | None:
    """The dateline's day; without a year it is not known."""
    told = day_told(match)
    if told is None or not told[2]:
        return None
    month, number, year = told
    try:
        day = datetime.strptime(f"{month[:3]} {number} {year}", "%b %d %Y")
    except ValueError:
        raise Unreadable(f"the dateline's {month} {number}, {year} is no date on the calendar") from None
    return day.date().isoformat()
