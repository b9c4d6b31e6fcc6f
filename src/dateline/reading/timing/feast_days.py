"""The days of feasts, from the calendars of the package ``holidays``."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import holidays

from dateline.knowledge.times import Feast


@lru_cache(maxsize=1024)
def feast_day(feast: Feast, year: int) -> date | None:
    """The day of a feast in a year, the first where it takes several; ``None`` where the calendar doesn't have it."""
    kept = holidays.country_holidays(feast.country, years=year, language="en_US", observed=False)
    for day, names in sorted(kept.items()):
        if day.year == year and any(name.strip().startswith(feast.day) for name in names.split(";")):
            return day + timedelta(feast.days)
    return None
