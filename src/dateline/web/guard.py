"""What stands between the network and every page: headers that bind the browser, and a limit on what is sent."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.web.trouble import refusal

LARGEST = 1 << 20
"""Bytes of a request's body that are taken in."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Content-Security-Policy (level 3): nothing but this server's own files runs, is shown or is asked for."""

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Other sites learn nothing; this one's forms say where they come from, which "no-referrer" would keep from them.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class TooLarge(HTTPException):
    """A request's body went past `LARGEST`."""

    def __init__(self) -> None:
        super().__init__(413, f"More than {LARGEST >> 10} kB are not taken in.")


class Guard:
    """ASGI middleware: sets `HEADERS` on every answer and stops reading a body at `LARGEST` (status 413)."""

    def __init__(self, app: ASGIApp, largest: int = LARGEST) -> None:
        self.app = app
        self.largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        taken, begun = 0, False

        async def limited() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.largest:
                raise TooLarge
            return message

        async def guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", "no-store" if "set-cookie" in headers else "private, no-cache")
            await send(message)

        told = dict(scope["headers"]).get(b"content-length", b"0")
        try:
            if told.isdigit() and int(told) > self.largest:
                raise TooLarge
            await self.app(scope, limited, guarded)
        except TooLarge:
            if begun:
                raise
            await refusal(scope, 413, f"More than {self.largest >> 10} kB are not taken in.")(scope, receive, guarded)
