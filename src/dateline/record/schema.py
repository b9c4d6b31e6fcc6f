"""The JSON Schema of the record, published from the model."""

from __future__ import annotations

import json

from dateline.record.model import Record


def json_schema() -> str:
    """JSON Schema (draft 2020-12) of one line of ``dateline read --format jsonl``."""
    schema = Record.model_json_schema(by_alias=True, mode="serialization")
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema, indent=2)
