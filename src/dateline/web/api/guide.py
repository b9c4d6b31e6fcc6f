"""The API's description as a page for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request, Response

router = APIRouter(include_in_schema=False)


@router.get("/docs")
def guide(request: Request) -> Response:
    """Every path with its parameters, made from the OpenAPI description."""
    described = request.app.openapi()
    page: Response = request.app.state.pages.show(
        request, "api.html", operations=list(operations(described)), summary=described["info"]["summary"]
    )
    return page


def operations(described: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Method, path, summary and parameters of everything that can be asked."""
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield {
                "method": method.upper(),
                "path": path,
                "says": operation["description"],
                "parameters": [
                    {"name": p["name"], "required": p["required"], "says": p.get("description"),
                     "values": values(p["schema"])}
                    for p in operation.get("parameters", ())
                ],
                "takes": list(operation.get("requestBody", {}).get("content", ())),
            }  # fmt: skip


def values(schema: dict[str, Any]) -> str:
    """What a parameter can be: its values, its bounds, what it is if not given."""
    options = [option for option in schema.get("anyOf", [schema]) if option.get("type") != "null"]
    told = [", ".join(option["enum"]) for option in options if "enum" in option]
    if "minimum" in schema:
        told.append(f"{schema['minimum']} to {schema['maximum']}")
    if schema.get("default"):
        told.append(f"{schema['default']} if not given")
    return "; ".join(told)
