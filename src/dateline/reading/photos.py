"""What the photos show: captions read into date, event, place and people."""

from __future__ import annotations

import re

from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis
from dateline.record import Photo, PhotoPlace, Place, Time

OCCASION = re.compile(
    r"\b(?:during|at|for|before|after|ahead of|prior to|on the sidelines of|attends?|opens?)\s+(?:the|an?|their)\s+"
    r"([^.;\"]{0,100}?\b(?:summit|meeting|conference|forum|session|congress|assembly|talks|ceremony|signing|visit|"
    r"games|parade|funeral|dinner|banquet|reception|dialogue|consultations?|negotiations?))\b"
)
"""The occasion a caption names: ``during the Asia-Pacific Economic Cooperation (APEC) leaders' summit``."""

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_photos(
    analysis: Analysis, times: tuple[Time, ...], places: tuple[Place, ...], cast: Cast
) -> tuple[Photo, ...]:
    """The report's photos with what their captions say filled in; what intake found (file, credit) stays."""
    return tuple(
        _read(photo, f"caption:{i}", times, places, cast) if photo.caption else photo
        for i, photo in enumerate(analysis.report.photos)
    )


def _read(photo: Photo, part: str, times: tuple[Time, ...], places: tuple[Place, ...], cast: Cast) -> Photo:
    occasion = OCCASION.search(photo.caption or "")
    days = [time.value for time in times if time.part == part and time.value and DAY.match(time.value)]
    people = [a for a in cast.actors if a.kind == "person" and any(m.part == part for m in a.mentions)]
    return photo.model_copy(
        update={
            "taken": days[0][:10] if days else None,
            "event": occasion[1] if occasion else None,
            "place": _place(part, places),
            "people": tuple(
                a.name for a in sorted(people, key=lambda a: min(m.start for m in a.mentions if m.part == part))
            ),
        }
    )


def _place(part: str, places: tuple[Place, ...]) -> PhotoPlace | None:
    """The place a caption names last, since captions end with where: ``in the Vietnamese city of Danang``."""
    named = [(mention.start, place) for place in places for mention in place.mentions if mention.part == part]
    if not named:
        return None
    _, place = max(named, key=lambda pair: pair[0])
    return PhotoPlace(name=place.name, country=place.country)
