"""How the API describes itself: OpenAPI 3.1, and the same as a page for people."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from dateline.web.api.shapes import Problem

PREFIX = "/api/v1"

SUMMARY = "The diplomatic record: who met whom, when, where and how; who said what; where each side stands."

REASONS = {
    400: "The question makes no sense: no such date, no such party, a search that is not closed, a stale token.",
    404: "There is nothing of that id.",
    413: "More was sent than is taken in.",
    415: "Sent in a form that is not read here.",
    422: "A parameter is unknown or out of bounds; of a text, that it is no report.",
    503: "Busy, too slow, or the archive does not answer: try again later.",
}

REFUSALS: dict[int | str, dict[str, Any]] = {
    status: {
        "description": reason,
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for status, reason in REASONS.items()
}

KEPT: dict[str, Any] = {"description": "The client has this answer already (`If-None-Match`)."}


def describe(app: FastAPI) -> None:
    """Have the application describe its API: what FastAPI finds out by itself, and what it cannot know."""

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _described(app)
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]


def _described(app: FastAPI) -> dict[str, Any]:
    schema = get_openapi(title=app.title, version=app.version, summary=SUMMARY, routes=app.routes)
    schema["components"]["schemas"]["Problem"] = Problem.model_json_schema()
    for name in ("HTTPValidationError", "ValidationError"):
        schema["components"]["schemas"].pop(name, None)
    for operations in schema["paths"].values():
        for method, operation in operations.items():
            if method == "get":
                operation["responses"]["304"] = KEPT
                operation["responses"]["200"]["headers"] = {
                    "ETag": {"schema": {"type": "string"}, "description": "What to send as `If-None-Match` later."}
                }
                for status in ("413", "415"):
                    operation["responses"].pop(status, None)
    return schema
