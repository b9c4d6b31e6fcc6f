"""Which requests are let in: addressed to this server, sent by its own pages or by no page at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from dateline.web.trouble import refusal

HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[^\[\]:/?#@\s]+)(?::\d{1,5})?", re.I)

READING = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""


class Door:
    """ASGI middleware: refuses requests for another host, from another site's page, or with a NUL in their address.

    `hosts` are the names the server is called by, any if not given: a page that has its own name point at this machine
    (DNS rebinding) sends that name, and is not answered.
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str] | None = None) -> None:
        self.app = app
        self.hosts = None if hosts is None else {name.lower() for name in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request in, or answer it."""
        reason = self._refused(scope) if scope["type"] == "http" else None
        if reason is None:
            await self.app(scope, receive, send)
        else:
            await refusal(scope, *reason)(scope, receive, send)

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        name = HOST.fullmatch(headers.get("host", ""))
        if name is None or (self.hosts is not None and name["name"].lower() not in self.hosts):
            return 400, "This server is not called by that name."
        if scope["method"] not in READING and not from_here(headers):
            return 403, "A page of another site sent this. Nothing was done."
        if "\0" in scope["path"] or b"%00" in scope["query_string"]:
            return 400, "The address has a character in it that no address has."
        return None


def from_here(headers: Headers, *, surely: bool = False) -> bool:
    """Whether no page of another site sent a request, by what the browser says (Fetch Metadata, ``Origin``).

    What says nothing is no browser; with `surely` it has to say so.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site not in (None, "same-origin", "none") or (site == "none" and surely):
        return False
    if origin is not None and origin.lower().partition("://")[2] != headers.get("host", "").lower():
        return False
    return not surely or site is not None or origin is not None
