"""What later expressions of a text hang on: the day of publication, and the times told so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from dateline.reading.timing.calendar_values import JOINING, grain, interval
from dateline.reading.timing.tense import AHEAD, Direction

_BRACKETS = re.compile(r"[\s(),]{1,6}(?:on\s)?")
_COMMA = re.compile(r"\s?,\s{1,3}(?:just\s|only\s|exactly\s|barely\s)?")
_ONE_MORE = re.compile(r"[^.;:!?\n]{1,200}\sand\s(?:just\s|only\s)?")
_LOCAL_HOUR = re.compile(r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d")
_FAR = 60
"""Days from the publication within which a date without a year is not taken to be of another year told."""


@dataclass
class Anchor:
    """Where a text has got to, telling time.

    ``told``       the last time told
    ``told_day``   the last that was a day, ``fresh`` where it was told in this paragraph
    ``joined``     whether a word such as "and" or "to" leads from the last time to the one in hand
    ``apposed_to`` the day that the time in hand stands beside, as in "on July 3, a day after the vote"
    ``local_hour`` the hour on a local clock that the time in hand stands beside, as in "1 a.m. Tuesday (2200 GMT)"
    ``period``     the quarter whose figures are reported
    ``years``      the year of each month told with one: "the October 1998 attack" and later "on Oct. 23"
    """

    published: date | None
    told: str | None = None
    told_day: str | None = None
    fresh: bool = False
    joined: bool = False
    apposed_to: str | None = None
    local_hour: str | None = None
    period: str | None = None
    years: dict[int, int] = field(default_factory=dict)

    @property
    def day(self) -> str | None:
        """The last day told, else the day of publication."""
        return self.told_day or (self.published.isoformat() if self.published else None)

    def day_of_hour(self, tense: Direction) -> str | None:
        """The day that an hour is of: the last told in this paragraph; of what is to come, the last told that is to
        come too; else the day of publication."""
        if self.fresh or self.published is None:
            return self.day
        published = self.published.isoformat()
        ahead = tense in AHEAD and self.told_day is not None and self.told_day > published
        return self.told_day if ahead else published

    @property
    def base(self) -> date | None:
        """The first day of the last time told, else the day of publication."""
        days = interval(self.told)
        return days[0] if days else self.published

    def stand_behind(self, gap: str, last: str | None) -> None:
        """Takes the text between the time before, with its value, and the one in hand."""
        self.fresh &= "\n" not in gap
        self.joined = JOINING.fullmatch(gap) is not None
        hour = _LOCAL_HOUR.fullmatch(last or "") and _BRACKETS.fullmatch(gap)
        self.local_hour = last if hour else None
        if _COMMA.fullmatch(gap):
            self.apposed_to = last[:10] if last and grain(last) == "D" else None
        elif not (self.apposed_to and _ONE_MORE.fullmatch(gap)):
            self.apposed_to = None

    def remember(self, value: str | None, *, year_told: bool) -> None:
        """Takes a time that was told as the one that later ones hang on; ``year_told``: with its year in the words."""
        unit = grain(value) if value else None
        if value is None or unit is None or unit in "EC":
            return
        self.told = value
        if unit == "D":
            self.told_day = value[:10]
            self.fresh = True
        if year_told and unit in "DM":
            self.years[int(value[5:7])] = int(value[:4])

    def report(self, quarter: str | None) -> None:
        """Takes a quarter as the one reported, unless it lies ahead of one that was; ``None``: a longer period is."""
        days = interval(quarter)
        if self.period is None or days is None or self.published is None or days[1] < self.published:
            self.period = quarter

    def nearest(self, candidates: list[date], tense: Direction, *, doubt: bool = True) -> date | None:
        """Of the same day in several years: the one the tense asks for, the nearest where it asks for none.

        With ``doubt`` a past tense gives way to a day more than three times nearer on the other side, a future one to a
        day more than ten times nearer: a day ten months off would have been told with its year ("declared a dividend
        payable Jan. 2", in November).
        """
        published = self.published
        if published is None or not candidates:
            return None
        near = min(candidates, key=lambda day: abs(day - published))
        past = max((day for day in candidates if day <= published), default=near)
        future = min((day for day in candidates if day >= published), default=near)
        if near.month in self.years and tense not in AHEAD and abs(near - published).days > _FAR:
            return next((day for day in candidates if day.year == self.years[near.month]), near)
        wanted = {"past": past, "reported": past, "future": future, "due": future, None: near}[tense]
        times = 10 if tense in AHEAD else 3
        return near if doubt and abs(wanted - published) > times * abs(near - published) else wanted
