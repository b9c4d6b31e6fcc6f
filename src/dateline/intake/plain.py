"""Plain text: a body, with a headline above it where a short first line stands alone, and perhaps the date of
publication on a line of its own."""

from __future__ import annotations

from dateline.intake.advisories import is_advisory, parted
from dateline.intake.date_lines import BYLINE, DateLine, date_of_line, told_in_head
from dateline.intake.fields import telling
from dateline.record import Report

LONGEST_HEADLINE = 160

SENTENCE = 90
"""Characters from which a line that ends a sentence is of the body, and ends the head."""


def report(text: str, report_id: str) -> Report:
    """The report in a text. Raises `Unreadable` where it has no words."""
    told = told_in_head(text.splitlines())
    if told is not None:
        text = _without(text, told)
    advisories: list[str] = []
    headline, body = None, text.strip()
    while True:
        first, _, rest = body.partition("\n")
        if not is_advisory(first) or not rest.strip():
            break
        advisories.append(first.strip())
        body = rest.strip()
    stands_alone = rest.startswith("\n") or rest.startswith("\r\n")
    if (
        stands_alone
        and rest.strip()
        and len(first) <= LONGEST_HEADLINE
        and not first.rstrip().endswith((".", '"', "”"))
    ):
        headline, urgency = parted(first.strip())
        advisories += urgency
        body = rest.strip()
    return Report(
        id=report_id,
        headline=headline,
        published=told.published if told else None,
        body=telling(body),
        advisories=tuple(advisories),
    )


def _without(text: str, told: DateLine) -> str:
    """The text without its date, other dates beside it and a byline above, where they stand in the head; a blank line
    in their place. What stands below a sentence is of the body, which is kept as it is."""
    lines = text.splitlines(keepends=True)
    above = lines[: told.start]
    if any(len(line) > SENTENCE and line.rstrip().endswith((".", '"', "”")) for line in above):
        return text
    above = [line for line in above if date_of_line(line) is None]
    if sum(bool(line.strip()) for line in above) > 1:
        above = [line for line in above if not BYLINE.fullmatch(line.strip())]
    end = told.end
    while end < len(lines) and date_of_line(lines[end]):
        end += 1
    return "".join([*above, "\n", *lines[end:]])
