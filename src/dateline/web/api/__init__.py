"""The HTTP API, ``/api/v1``: the command line's questions, with the same names."""

from __future__ import annotations

from fastapi import APIRouter

from dateline.web.api import guide, lists, reading, single
from dateline.web.api.description import PREFIX, REFUSALS, describe

__all__ = ["PREFIX", "describe", "router"]

router = APIRouter(prefix=PREFIX, responses=REFUSALS)
for part in (lists.router, single.router, reading.router, guide.router):
    router.include_router(part)
