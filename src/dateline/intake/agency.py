"""The agencies' layout: a dateline such as ``MOSCOW, July 2 (Reuters) -`` heads the text, perhaps under a headline."""

from __future__ import annotations

import re
from datetime import datetime

from dateline.intake.advisories import is_advisory, parted
from dateline.intake.decoding import Unreadable
from dateline.intake.fields import telling
from dateline.knowledge.datelines import find_dateline
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
    above = [line.strip() for line in text[: match.start()].splitlines() if line.strip()]
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
        published=_published(match),
        dateline=match["dateline"].strip(),
        body=telling(body),
        advisories=(*advisories, *urgency),
    )


def _published(match: re.Match[str]) -> str | None:
    """The dateline's day; without a year it is not known."""
    if not match["year"]:
        return None
    try:
        day = datetime.strptime(f"{match['month'][:3]} {match['day']} {match['year']}", "%b %d %Y")
    except ValueError:
        raise Unreadable(
            f"the dateline's {match['month']} {match['day']}, {match['year']} is no date on the calendar"
        ) from None
    return day.date().isoformat()
