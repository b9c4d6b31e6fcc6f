"""The agencies' layout: a dateline such as ``MOSCOW, July 2 (Reuters) -`` heads the text, perhaps under a headline."""

from __future__ import annotations

import re
from datetime import datetime

from dateline.intake.advisories import is_advisory, parted
from dateline.intake.decoding import Unreadable
from dateline.intake.fields import telling
from dateline.record import Report

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
DATELINE = re.compile(
    rf"""(?x) ^[ \t]*(?P<dateline>
        (?P<place>[A-Z][A-Z.'’\- ]+(?:[/,]\s?[A-Z][A-Za-z.'’\- ]{{1,30}}){{0,2}}?)
        (?: ,\s? (?P<month>{MONTH})\s(?P<day>\d{{1,2}}) (?:\s?,\s?(?P<year>\d{{4}}))? )?
        (?: \s? \( (?P<source>[A-Z][A-Za-z. /\-]{{1,40}}) \) )?
    ) \s* (?:--|[-_:–—]|(?=\n)|$)[ \t]*""",
    re.MULTILINE,
)
"""A place in capitals, then a date, an agency in parentheses, or both, then a dash, an underscore or the line's end."""

HEAD = 2000
"""Characters within which a dateline must stand."""


def looks_like(text: str) -> bool:
    """Whether a dateline heads the text, perhaps after headline and advisories."""
    return _dateline(text) is not None


def report(text: str, report_id: str) -> Report:
    """The report in an agency's text: what stands before the dateline is headline and advisories, the rest the body.

    A headline below a dateline that has a line of its own is taken as well. Raises `Unreadable` where no words follow.
    """
    match = _dateline(text)
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


def _dateline(text: str) -> re.Match[str] | None:
    for match in DATELINE.finditer(text, 0, min(len(text), HEAD)):
        if match["month"] or match["source"]:
            return match
    return None


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
