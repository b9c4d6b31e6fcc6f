"""When it was published: the day that counts is the one at the place that the report is from."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateline.knowledge import Knowledge
from dateline.knowledge.gazetteer import Spot
from dateline.reading.analysis import Analysis
from dateline.reading.casting.setting import dateline_place
from dateline.record import Report
from dateline.record.report import day_in

_MIDNIGHT = re.compile(r"T00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)$")
"""A day written as an instant: archives that keep no hour fill in midnight."""


def dated(analysis: Analysis, knowledge: Knowledge) -> Analysis:
    """The analysis with the day of publication that counts in its report; ``published`` stays as given."""
    day = published_day(analysis.report, analysis.dateline, knowledge)
    return replace(analysis, report=analysis.report.model_copy(update={"published_on": day}))


def published_day(report: Report, dateline: str | None, knowledge: Knowledge) -> date | None:
    """The day at the dateline's place when the report was published; without a place, at its source's seat; else as
    given. A report of Monday from Wellington, published on Sunday at 22:30 UTC, is of Monday.

    An instant with neither a zone nor an hour of its own is of the day it is written with; one with another zone than
    UTC is in its source's.
    """
    told = report.published
    written = day_in(told) if told else None
    if told is None or written is None:
        return None
    try:
        instant = datetime.fromisoformat(told)
    except ValueError:
        return written
    if instant.tzinfo is None or _MIDNIGHT.search(told):
        return written
    place = dateline_place(dateline, knowledge)
    if place is None and instant.utcoffset() == timedelta(0) and report.source:
        place = source_place(report.source, knowledge)
    zone = zone_at(place, knowledge) if place else None
    if zone is None:
        return written
    return day_in(instant.astimezone(zone).date().isoformat())


def source_place(source: str, knowledge: Knowledge) -> Spot | None:
    """Where a source has its seat: Xinhua in Beijing."""
    bodies = knowledge.media.get(source)
    seats = (
        knowledge.gazetteer.best(knowledge.gazetteer.spots.get(b.seat), [b.country or ""]) for b in bodies if b.seat
    )
    return next((seat for seat in seats if seat), None)


def zone_at(place: Spot, knowledge: Knowledge) -> tzinfo | None:
    """The time zone of a place; ``None`` where neither the gazetteer nor the system knows it."""
    name = knowledge.gazetteer.zone_of(place)
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None
