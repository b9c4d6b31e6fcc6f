"""What visitors see when something is not there or goes wrong: a page, or problem details (RFC 9457) from the API."""

from __future__ import annotations

import logging
from http import HTTPStatus

import orjson
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import Scope

from dateline.archive.errors import ArchiveError
from dateline.errors import DatelineError, UsageError
from dateline.web.desk import Busy, TooSlow

API = "/api/"

log = logging.getLogger("dateline.web")


def handle(app: FastAPI) -> None:
    """Have the application answer its errors so."""

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        return told(request, error.status_code, str(error.detail), dict(error.headers or {}))

    @app.exception_handler(RequestValidationError)
    def misread(request: Request, error: RequestValidationError) -> Response:
        return told(request, 422, "; ".join(f"{e['loc'][-1]}: {e['msg']}" for e in error.errors()))

    @app.exception_handler(DatelineError)
    def known(request: Request, error: DatelineError) -> Response:
        if isinstance(error, ArchiveError | Busy | TooSlow):
            return told(request, 503, str(error), {"retry-after": "10"})
        return told(request, 400 if isinstance(error, UsageError) else 422, str(error))

    @app.exception_handler(Exception)
    def unknown(request: Request, error: Exception) -> Response:
        log.error("%s %s failed", request.method, request.url.path, exc_info=error)
        return told(request, 500, "This page could not be made. What happened is in the server's log.")


def told(request: Request, status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    """The answer that tells of an error."""
    title = HTTPStatus(status).phrase
    if request.url.path.startswith(API):
        return problem(status, detail, headers)
    part = "hx-request" in request.headers  # the page stays; what is told stands where the answer would have
    template = "trouble_part.html" if part else "trouble.html"
    page: Response = request.app.state.pages.show(request, template, status, title=title, detail=detail)
    if part:
        page.headers["hx-reswap"] = "afterbegin"
    page.headers.update(headers or {})
    return page


def problem(status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    """Problem details (RFC 9457)."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return Response(orjson.dumps(told), status, headers, "application/problem+json")


def refusal(scope: Scope, status: int, detail: str) -> Response:
    """The answer to a request that does not come as far as the application: short, and made without it."""
    if scope["path"].startswith(API):
        return problem(status, detail, {"connection": "close"})
    return PlainTextResponse(detail + "\n", status, {"connection": "close"})
