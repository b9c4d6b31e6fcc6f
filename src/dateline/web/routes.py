"""Every page of the application, and the API."""

from __future__ import annotations

from dateline.web import api, assets, deciding, front, report, reviewing

ROUTERS = (assets.router, front.router, report.router, reviewing.router, deciding.router, api.router)
