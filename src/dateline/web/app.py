"""The web application over one archive."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from dateline import __version__
from dateline.archive import Archive
from dateline.web import api, assets, trouble
from dateline.web.desk import Desk
from dateline.web.door import Door
from dateline.web.guard import Guard
from dateline.web.rendering import Pages
from dateline.web.routes import ROUTERS
from dateline.web.session import Sessions


def create_app(
    archive: Archive | str | Path | None = None,
    *,
    review_token: str | None = None,
    hosts: Sequence[str] | None = None,
) -> FastAPI:
    """The application that serves an archive (an open one, or where one is: see `Archive`).

    Pages only read unless there is a `review_token` and the visitor has given it. `hosts` are the names under which
    the server may be addressed (against DNS rebinding); any if not given. What a request handler needs is on
    ``request.app.state``: ``archive``, ``pages`` (templates), ``desk`` (reads pasted texts), ``sessions`` (reviewers).
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        opened = archive if isinstance(archive, Archive) else Archive(archive)
        app.state.archive = opened
        try:
            yield
        finally:
            app.state.desk.close()
            if opened is not archive:
                opened.close()

    app = FastAPI(
        title="Dateline",
        version=__version__,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
    )
    app.state.sessions = Sessions(review_token)
    app.state.pages = Pages(assets.Assets(), reviewing=review_token is not None)
    app.state.desk = Desk()
    for router in ROUTERS:
        app.include_router(router)
    api.describe(app)
    trouble.handle(app)
    # The last one added sees a request first.
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)
    app.add_middleware(Door, hosts=hosts)
    app.add_middleware(Guard)
    return app
