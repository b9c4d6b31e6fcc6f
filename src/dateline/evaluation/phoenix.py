"""Our offices beside the dated codes of a Phoenix actor dictionary: who ruled when, 1990 to 2012.

    python -m dateline.evaluation.phoenix ../shared/data/actors/Phoenix.Countries.actors.txt

The dictionary dates heads of state and of government to the day, and other members of governments (from 2003 on) to the
month. Only the first are compared: a period with the code of a government (``AFGGOV``) of at least `SHORTEST` days of
which one end is a day within a month. Periods without an end are of the dictionary's own day, so only their beginning
is compared. A period *agrees* where our tables know a person of that name and country, and the person's offices cover
all but `SLACK` days of it. The others are printed: *unknown* people, and people with *other days*.

What is printed today has been looked at. Ours stand where the dictionary errs: Mauritania's rulers under the code of
Mauritius, Soviet prime ministers as Russia's, all members of Algeria's High State Committee from its first day to its
last, misspelt names (``ZRoual``, ``(1St Time``), ends long after a death or a fall (Adhikari, Rudd); and where it lists
what our tables leave out: speakers of parliaments, deputies of the crown, governors of dependent territories, ministers
of whole cabinets (South Sudan, the provincial governors of Taiwan).
"""

from __future__ import annotations

import sys
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from dateline.knowledge import Knowledge, load
from dateline.knowledge.naming import words_of
from dateline.knowledge.offices import Tenure
from dateline.knowledge.own import read_own
from dateline.knowledge.people import Person
from dateline.knowledge.tables import Period

FIRST, LAST = date(1990, 1, 1), date(2012, 12, 31)
SHORTEST = 31
SLACK = 62
"""Days in which sources may differ over one period: elected, sworn in, recognised."""


@dataclass(frozen=True)
class Disagreement:
    """A ruler's period in the dictionary, and what we have instead: nobody, or a person with other days."""

    theirs: Tenure
    ours: Person | None
    days: int

    def __str__(self) -> str:
        period = f"{self.theirs.period.start or ''}..{self.theirs.period.end or ''}"
        if self.ours is None:
            return f"unknown     {self.theirs.country} {self.theirs.name} {period} ({self.theirs.where})"
        offices = "; ".join(f"{t.office} {t.period.start or ''}..{t.period.end or ''}" for t in self.ours.tenures)
        return f"other days  {self.theirs.country} {self.theirs.name} {period}, {self.days} days: ours {offices}"


def compare(path: Path, knowledge: Knowledge) -> tuple[int, list[Disagreement]]:
    """How many periods of rulers the dictionary has in these years, and those with which our tables disagree.

    Raises `UsageError` where the file cannot be read.
    """
    periods = [tenure for tenure in read_own([path]).tenures if _of_a_ruler(tenure)]
    return len(periods), [d for tenure in periods for d in _disagreement(tenure, knowledge)]


def _of_a_ruler(tenure: Tenure) -> bool:
    ends = (tenure.period.start, tenure.period.end)
    to_the_day = any(day and day.day not in (1, 28, monthrange(day.year, day.month)[1]) for day in ends)
    first, last = _within(tenure.period)
    return tenure.code == f"{tenure.country}GOV" and to_the_day and (last - first).days >= SHORTEST


def _within(period: Period) -> tuple[date, date]:
    """The part of a period that lies in the years compared; of one without an end, the first `SLACK` days."""
    first = max(period.start or FIRST, FIRST)
    return first, min(period.end or first + timedelta(SLACK + 1), LAST)


def _disagreement(theirs: Tenure, knowledge: Knowledge) -> Iterator[Disagreement]:
    first, last = _within(theirs.period)
    names = (words_of(name) for name in (theirs.name, *theirs.aliases))
    ours = next((p for name in names if (p := knowledge.people.find(name, first, theirs.country))), None)
    days = _uncovered(first, last, ours) if ours else 0
    if ours is None or days > SLACK:
        yield Disagreement(theirs, ours, days)


def _uncovered(first: date, last: date, person: Person) -> int:
    """Days from the first to the last on which the person holds no office."""
    left, day = 0, first
    for start, end in sorted((t.period.start or date.min, t.period.end or date.max) for t in person.tenures):
        if end < day:
            continue
        if start > last:
            break
        left += max((start - day).days, 0)
        if end >= last:
            return left
        day = end + timedelta(1)
    return left + (last - day).days + 1


def main() -> None:
    """Print the disagreements, and the share of periods that agree."""
    total, differing = compare(Path(sys.argv[1]), load())
    for disagreement in sorted(differing, key=lambda d: (d.ours is not None, d.theirs.country, d.theirs.name)):
        print(disagreement)
    print(f"{total - len(differing)} of {total} periods of rulers agree: {1 - len(differing) / max(total, 1):.3f}")


if __name__ == "__main__":
    main()
