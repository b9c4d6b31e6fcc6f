"""Every page of the application, and the API."""

from __future__ import annotations

from dateline.web import (
    actors,
    api,
    assets,
    contact,
    deciding,
    dyads,
    front,
    issues,
    lists,
    periods,
    report,
    reviewing,
    search,
)

ROUTERS = (
    assets.router,
    front.router,
    report.router,
    lists.router,
    contact.router,
    dyads.router,
    actors.router,
    issues.router,
    periods.router,
    search.router,
    reviewing.router,
    deciding.router,
    api.router,
)
