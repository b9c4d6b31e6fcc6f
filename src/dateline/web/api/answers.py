"""How answers are given: JSON under an ETag, and pages of lists with the token that leads to the next one."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable
from itertools import islice
from typing import Any

import orjson
from fastapi import Request, Response

from dateline.errors import UsageError
from dateline.web.api.asked import Asked

Place = list[int | str]
"""Where a list goes on: whatever the archive takes to find it again."""


def answer(request: Request, value: Any, headers: dict[str, str] | None = None) -> Response:
    """The value as JSON (bytes are JSON already); status 304 where the client has it (RFC 9110, 13.1.2)."""
    body = value if isinstance(value, bytes) else orjson.dumps(value)
    # A weak tag: the same answer may be sent packed or not.
    tag = f'W/"{hashlib.sha256(body).hexdigest()[:24]}"'
    headers = {"etag": tag, "vary": "accept-encoding"} | (headers or {})
    if _has(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)


def _has(known: str, tag: str) -> bool:
    """Whether a client's ``If-None-Match`` names the tag, weakly compared."""
    tags = {each.strip().removeprefix("W/") for each in known.split(",")}
    return known.strip() == "*" or tag.removeprefix("W/") in tags


def page(request: Request, asked: Asked, found: Iterable[tuple[Place, Any]]) -> Response:
    """A page of a list: `found` are lines with their places, from where the page begins, at least one more if any."""
    lines = list(islice(found, asked.limit + 1))
    token = written(lines[asked.limit - 1][0], asked) if len(lines) > asked.limit else None
    headers = {}
    if token:
        address = request.url.include_query_params(next=token)
        headers["link"] = f'<{address.path}?{address.query}>; rel="next"'
    return answer(request, {"items": [line for _, line in lines[: asked.limit]], "next": token}, headers)


def written(place: Place, asked: Asked) -> str:
    """The token for a place in the list that a question gives."""
    return base64.urlsafe_b64encode(orjson.dumps([_mark(asked), *place])).decode().rstrip("=")


def read(asked: Asked, *kinds: type) -> Place | None:
    """The place that the question's token stands for: one value of each of the kinds. `None` without a token.

    Raises `UsageError` for a token that was not given out for this question.
    """
    if asked.next is None:
        return None
    try:
        mark, *place = orjson.loads(base64.urlsafe_b64decode(asked.next + "=" * (-len(asked.next) % 4)))
    except (ValueError, TypeError, binascii.Error):
        mark, place = None, []
    if mark != _mark(asked) or [type(value) for value in place] != list(kinds):
        raise UsageError("next: this token was not given out for this question: begin again without it")
    return list(place)


def _mark(asked: Asked) -> str:
    """A few letters that tell one question from another."""
    question = orjson.dumps([type(asked).__name__, asked.question()])
    return hashlib.sha256(question).hexdigest()[:8]
