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
    values = {name: fields.get(name) for name in FIELDS}
    given = {name: str(value) if isinstance(value, int) else value for name, value in values.items() if value}
    headline, advisories = parted(given.pop("headline", None))
    published = fields.get("published")
    try:
        return Report(
            **{"id": default_id} | given,
            body=telling(body),
            headline=headline,
            advisories=advisories,
            published=None if published in (None, "") else instant(published),
            photos=photos_from(fields.get("photos") or []),
        )
    except ValidationError as error:
        first = error.errors()[0]
        raise Unreadable(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None


def photos_from(rows: Any) -> tuple[Photo, ...]:
    """The photos in a list of rows."""
    if not isinstance(rows, list | tuple):
        raise Unreadable(f"photos: not a list but {type(rows).__name__}")
    return tuple(map(photo_from, rows))


def photo_from(fields: Any) -> Photo:
    """A photo row: file, caption, credit, archival; what its caption says is read later."""
    if not isinstance(fields, Mapping):
        raise Unreadable("photos: each must be an object with file, caption, credit")
    return Photo(**{name: fields[name] for name in PHOTO_FIELDS if fields.get(name)})


def telling(body: str) -> str:
    """The body as it is. Raises `Unreadable` where it can say nothing: it needs two words at least."""
    if len(body.split(maxsplit=2)) < 2 or not any(c.isalpha() for c in body):
        if not body.strip():
            raise Unreadable("the body is empty")
        raise Unreadable(f"a body of {len(body):,} character{'s' * (len(body) != 1)} that tells nothing")
    return body
