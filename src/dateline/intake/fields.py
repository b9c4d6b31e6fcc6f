"""A row of named fields -> Report: the contract's field names, which JSON, JSON lines and CSV share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from dateline.intake.advisories import parted
from dateline.intake.decoding import Unreadable
from dateline.intake.instants import instant
from dateline.intake.language import script_of
from dateline.record import Photo, Report

FIELDS = ("id", "headline", "source", "dateline", "language", "url")
MORE = ("byline", "slug", "item")
NO_DATE = frozenset({"0001-01-01", "9999-12-31", "0000-00-00", "1900-01-01"})
"""What programs write for a date that they do not know."""
LONGEST_HEADLINE = 2_000
LONGEST_NAME = 1_000
MOST_PHOTOS = 200
PHOTO_FIELDS = ("file", "caption", "credit", "archival")


def report_from(fields: Mapping[str, Any], default_id: str) -> Report:
    """The report in a row. Fields the contract does not know are ignored; an empty one counts as missing.

    Raises `Unreadable` for a row without a body, an impossible date, or a field of the wrong kind.
    """
    body = fields.get("body")
    if not isinstance(body, str):
        raise Unreadable("no body" if body is None else f"body is not text but {type(body).__name__}")
    given = {name: text for name in (*FIELDS, *MORE) if (text := _text(name, fields.get(name)))}
    headline, advisories = parted(given.pop("headline", None))
    published = fields.get("published")
    if str(published)[:10] in NO_DATE:
        published = None
    try:
        return Report(
            **{"id": default_id} | given | _wire(fields),
            body=telling(body),
            headline=headline,
            advisories=advisories,
            published=None if published in (None, "") else instant(published),
            photos=photos_from(fields.get("photos") or []),
        )
    except ValidationError as error:
        first = error.errors()[0]
        raise Unreadable(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None


def _text(name: str, value: Any) -> str | None:
    """A field that is a text, or a number as one. Raises `Unreadable` for all else."""
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise Unreadable(f"{name} is not text but {type(value).__name__}")
    text = str(value)
    longest = LONGEST_HEADLINE if name in ("headline", "dateline", "byline") else LONGEST_NAME
    if len(text) > longest:
        raise Unreadable(f"{name} has {len(text):,} characters; at most {longest:,} are read")
    return text.replace("\0", "") if "\0" in text else text


def _wire(fields: Mapping[str, Any]) -> dict[str, Any]:
    """What an agency's formats told of a report, where a record of ours is read again."""
    words = fields.get("keywords")
    told: dict[str, Any] = {}
    if isinstance(words, list | tuple) and all(isinstance(word, str) for word in words):
        told["keywords"] = tuple(words)
    elif isinstance(words, str):
        told["keywords"] = tuple(word.strip() for word in words.split(",") if word.strip())
    if isinstance(fields.get("urgency"), int) and not isinstance(fields["urgency"], bool):
        told["urgency"] = fields["urgency"]
    if fields.get("update") in ("update", "correction", "kill"):
        told["update"] = fields["update"]
    return told


def photos_from(rows: Any) -> tuple[Photo, ...]:
    """The photos in a list of rows."""
    if not isinstance(rows, list | tuple):
        raise Unreadable(f"photos: not a list but {type(rows).__name__}")
    if len(rows) > MOST_PHOTOS:
        raise Unreadable(f"photos: {len(rows):,} of them; at most {MOST_PHOTOS} are read")
    return tuple(map(photo_from, rows))


def photo_from(fields: Any) -> Photo:
    """A photo row: file, caption, credit, archival; what its caption says is read later."""
    if not isinstance(fields, Mapping):
        raise Unreadable("photos: each must be an object with file, caption, credit")
    try:
        return Photo(**{name: fields[name] for name in PHOTO_FIELDS if fields.get(name)})
    except ValidationError as error:
        first = error.errors()[0]
        raise Unreadable(f"photos: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None


def telling(body: str) -> str:
    """The body as it is. Raises `Unreadable` where it can say nothing: it needs two words at least."""
    if language := script_of(body[:2000]):
        raise Unreadable(f"the language is {language!r}; only English is read")
    if len(body.split(maxsplit=2)) < 2 or not any(c.isalpha() for c in body):
        if not body.strip():
            raise Unreadable("the body is empty")
        raise Unreadable(f"a body of {len(body):,} character{'s' * (len(body) != 1)} that tells nothing")
    return body
