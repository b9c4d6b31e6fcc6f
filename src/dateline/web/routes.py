"""Every page of the application, and the API."""

from __future__ import annotations

from dateline.web import api, assets, front, report

ROUTERS = (assets.router, front.router, report.router, api.router)
