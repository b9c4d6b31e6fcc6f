"""Who may decide: a reviewer gives the token once, and is known by a signed cookie after that."""

from __future__ import annotations

import secrets
import time
from collections import deque
from dataclasses import dataclass

from fastapi import HTTPException, Request, Response
from itsdangerous import BadData, URLSafeTimedSerializer

from dateline.web.door import from_here

COOKIE = "dateline_reviewer"

LASTS = 12 * 3600
"""Seconds until a reviewer has to give the token again."""

TRIES = 10
"""Wrong tokens in a minute after which none is looked at until the minute is over."""

READ_ONLY = "These pages only read. Start them with dateline serve --review to correct the record."


@dataclass(frozen=True)
class Reviewer:
    """A person who gave the token: the name they gave, and what their forms carry to show that they are theirs."""

    name: str
    form: str


class Sessions:
    """Reviewers by their cookies. Nothing is kept here: a cookie is signed with the token, and ends with it."""

    def __init__(self, token: str | None) -> None:
        self.open = token is not None
        self._token = token or secrets.token_urlsafe(32)
        self._signer = URLSafeTimedSerializer(self._token, salt=COOKIE)
        self._wrong: deque[float] = deque(maxlen=TRIES)

    def enter(self, request: Request, response: Response, token: str, name: str) -> None:
        """Give a visitor with the right token a cookie. Raises `HTTPException` where the token is wrong."""
        if not self.open:
            raise HTTPException(403, READ_ONLY)
        if len(self._wrong) == TRIES and time.monotonic() - self._wrong[0] < 60:
            raise HTTPException(429, "Too many wrong tokens: wait a minute.", {"retry-after": "60"})
        if not secrets.compare_digest(token.encode(), self._token.encode()):
            self._wrong.append(time.monotonic())
            raise HTTPException(403, "This is not the token that dateline serve --review printed.")
        value = self._signer.dumps({"name": name, "form": secrets.token_urlsafe(16)})
        secure = request.url.scheme == "https"
        response.set_cookie(COOKIE, value, max_age=LASTS, httponly=True, samesite="strict", secure=secure)

    def reviewer(self, request: Request) -> Reviewer | None:
        """The reviewer who sent a request; `None` for any other visitor."""
        value = request.cookies.get(COOKIE)
        if not self.open or value is None:
            return None
        try:
            return Reviewer(**self._signer.loads(value, max_age=LASTS))
        except (BadData, TypeError):
            return None

    def decider(self, request: Request, form: str) -> Reviewer:
        """The reviewer who sent a form of these pages. Raises `HTTPException` (403) where it may be somebody else."""
        reviewer = self.reviewer(request)
        if reviewer is None:
            raise HTTPException(403, "Only reviewers decide: give the token first." if self.open else READ_ONLY)
        if not from_here(request.headers, surely=True) or not secrets.compare_digest(
            form.encode(), reviewer.form.encode()
        ):
            raise HTTPException(403, "This form is not from these pages, or is out of date: load the page again.")
        return reviewer
