"""A row of named fields -> Report: the contract's field names, which JSON, JSON lines and CSV share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from dateline.intake.advisories import parted
from dateline.intake.decoding import Unreadable
from dateline.intake.instants import instant
from dateline.record import Photo, Report

FIELDS = ("id", "headline", "source", "dateline", "language", "url")
PHOTO_FIELDS = ("file", "caption", "credit", "archival")


def report_from(fields: Mapping[str, Any], default_id: str) -> Report:
    """The report in a row. Fields the contract does not know are ignored; an empty one counts as missing.

    Raises `Unreadable` for a row without a body, an impossible date, or a field of the wrong kind.
    """
    body = fields.get("body")
    if not isinstance(body, str):
        raise Unreadable("no body" if body is None else f"body is not text but {type(body).__name__}")
    if not has_words(body):
        raise Unreadable(f"the body is {len(body)} characters long and tells nothing")
    values = {name: fields.get(name) for name in FIELDS}
    given = {name: str(value) if isinstance(value, int) else value for name, value in values.items() if value}
    headline, advisories = parted(given.pop("headline", None))
    published = fields.get("published")
    try:
        return Report(
            **{"id": default_id} | given,
            body=body,
            headline=headline,
            advisories=advisories,
            published=None if published in (None, "") else instant(published),
            photos=tuple(photo_from(p) for p in fields.get("photos") or ()),
        )
    except ValidationError as error:
        first = error.errors()[0]
        raise Unreadable(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None


def photo_from(fields: Any) -> Photo:
    """A photo row: file, caption, credit, archival; what its caption says is read later."""
    if not isinstance(fields, Mapping):
        raise Unreadable("photos: each must be an object with file, caption, credit")
    return Photo(**{name: fields[name] for name in PHOTO_FIELDS if fields.get(name)})


def has_words(body: str) -> bool:
    """Whether a body can say anything: two words at least."""
    words = body.split(maxsplit=2)
    return len(words) >= 2 and any(c.isalpha() for c in body)
