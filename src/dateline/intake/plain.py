"""Plain text: a body, with a headline above it where a short first line stands alone."""

from __future__ import annotations

from dateline.intake.advisories import is_advisory, parted
from dateline.intake.fields import telling
from dateline.record import Report

LONGEST_HEADLINE = 160


def report(text: str, report_id: str) -> Report:
    """The report in a text. Raises `Unreadable` where it has no words."""
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
    return Report(id=report_id, headline=headline, body=telling(body), advisories=tuple(advisories))
