"""The report: one text by one source, before anything is read in it."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date
from typing import Annotated, Any, Literal, Self

from pydantic import StringConstraints, model_validator

from dateline.record.spans import Model

Instant = Annotated[
    str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$")
]
IsoDate = Annotated[str, StringConstraints(pattern=r"^[\d/W:TZ+-]{4,}$")]


def day_in(published: str) -> date | None:
    """The day that an instant is written with; ``None`` where the calendar has no such day, or in its first and last
    year, which no report is of: days before and after these could not be told."""
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return None
    return day if MINYEAR < day.year < MAXYEAR else None


class PhotoPlace(Model):
    """Where a photo was taken, as its caption says."""

    name: str
    country: str | None = None


class Photo(Model):
    """A photo block: its caption is part ``caption:N`` of the report."""

    file: str | None = None
    caption: str | None = None
    taken: IsoDate | None = None
    event: str | None = None
    place: PhotoPlace | None = None
    people: tuple[str, ...] = ()
    credit: str | None = None
    archival: bool = False


class Report(Model):
    """One text by one source. ``body`` is kept exactly as given, and so is ``published``; ``published_on`` is the day
    that counts, which the reader sets to the day at the place that the report is from
    (`dateline.reading.publication`)."""

    id: str
    headline: str | None = None
    source: str | None = None
    published: Instant | None = None
    published_on: date | None = None
    dateline: str | None = None
    language: str | None = None
    url: str | None = None
    body: str
    advisories: tuple[str, ...] = ()
    byline: str | None = None
    slug: str | None = None
    """The desk's short name of the story: ``US-FINANCE-FED``."""
    urgency: int | None = None
    """1 (flash) to 9, as the agencies count."""
    keywords: tuple[str, ...] = ()
    embargoed: Instant | None = None
    item: str | None = None
    """The agency's own name of the item, the same in each of its versions."""
    update: Literal["update", "correction", "kill"] | None = None
    """What this version is to earlier ones of the same item; a kill takes them back."""
    photos: tuple[Photo, ...] = ()

    @model_validator(mode="after")
    def _is_text(self) -> Self:
        for name, text in self.parts().items():
            try:
                text.encode("utf-8")
            except UnicodeEncodeError as error:
                raise ValueError(f"{name}: a lone surrogate at character {error.start} is no text") from None
        return self

    @model_validator(mode="before")
    @classmethod
    def _day_as_written(cls, fields: Any) -> Any:
        """Without another one the day of publication is the one that is written, in the time zone given."""
        if isinstance(fields, dict) and fields.get("published_on") is None and isinstance(fields.get("published"), str):
            return {**fields, "published_on": day_in(fields["published"])}
        return fields

    def told(self, **fields: Any) -> Self:
        """The report with other words for some fields; where `published` is among them, the day goes with it."""
        if "published" in fields and "published_on" not in fields:
            fields["published_on"] = day_in(fields["published"]) if fields["published"] else None
        return self.model_copy(update=fields)

    def parts(self) -> dict[str, str]:
        """Every text that spans can point into, by part name, in reading order."""
        texts = {"headline": self.headline, "body": self.body}
        texts |= {f"caption:{i}": photo.caption for i, photo in enumerate(self.photos)}
        return {name: text for name, text in texts.items() if text}
