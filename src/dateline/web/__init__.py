"""The archive in a browser: pages to look at, to search and to correct, and the HTTP API (extra ``web``)."""

from dateline.web.app import create_app

__all__ = ["create_app"]
