"""A text in, its record out; nothing is stored."""

from __future__ import annotations

from typing import Any

import orjson
from fastapi import APIRouter, HTTPException, Request, Response

from dateline.intake.fields import FIELDS, report_from
from dateline.record import Record, Report
from dateline.web.desk import LONGEST, Desk

router = APIRouter(tags=["reading"])

BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "description": "A report, as a line of `dateline read --from jsonl`; other fields are ignored.",
                    "required": ["body"],
                    "properties": {
                        "body": {"type": "string", "maxLength": LONGEST},
                        **{name: {"description": "A text."} for name in FIELDS},
                        "published": {"description": "ISO 8601, or seconds or milliseconds since 1970."},
                        "photos": {"description": "A list of objects with file, caption, credit, archival."},
                    },
                }
            },
            "text/plain": {"schema": {"type": "string", "maxLength": LONGEST}},
        },
    }
}


@router.post("/read", response_model=Record, openapi_extra=BODY)
async def read(request: Request) -> Response:
    """The record of a text, or of a report given as JSON. Nothing is stored."""
    desk: Desk = request.app.state.desk
    record = await desk.read(given(request.headers.get("content-type", ""), await request.body()))
    return Response(record.to_json(), media_type="application/json")


def given(kind: str, body: bytes) -> str | Report:
    """What a request's body holds, by its media type. Raises what becomes status 400, 415 or 422."""
    media = kind.partition(";")[0].strip().lower()
    if media == "text/plain":
        try:
            return body.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise HTTPException(400, f"The text is not UTF-8: byte {error.start} makes no character.") from None
    if media != "application/json":
        raise HTTPException(415, "Send a text as text/plain, or a report as application/json.")
    try:
        fields = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise HTTPException(400, f"Not JSON: {error.msg} (line {error.lineno}, column {error.colno}).") from None
    if not isinstance(fields, dict):
        raise HTTPException(422, "Not a JSON object: send one report.")
    return report_from(fields, "report")
