"""What visitors see when something is not there or goes wrong: a page, or problem details (RFC 9457) from the API."""

from __future__ import annotations

import logging
from http import HTTPStatus

import orjson
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from dateline.archive.errors import ArchiveError
from dateline.errors import DatelineError, UsageError

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
        status = 400 if isinstance(error, UsageError) else 503 if isinstance(error, ArchiveError) else 422
        return told(request, status, str(error))

    @app.exception_handler(Exception)
    def unknown(request: Request, error: Exception) -> Response:
        log.error("%s %s failed", request.method, request.url.path, exc_info=error)
        return told(request, 500, "This page could not be made. What happened is in the server's log.")


def told(request: Request, status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    """The answer that tells of an error."""
    title = HTTPStatus(status).phrase
    if request.url.path.startswith(API):
        body = orjson.dumps({"type": "about:blank", "title": title, "status": status, "detail": detail})
        return Response(body, status, headers, "application/problem+json")
    page: Response = request.app.state.pages.show(request, "trouble.html", status, title=title, detail=detail)
    page.headers.update(headers or {})
    return page
