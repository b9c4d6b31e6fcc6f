"""A server for a real browser, the browser, and what a page may never do."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

CHROMIUM = os.environ.get("DATELINE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")

AXE = Path(os.environ.get("DATELINE_AXE", "axe.min.js"))

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@contextmanager
def served(app) -> Iterator[str]:
    """The address of a running server of the application."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, "127.0.0.1", port, log_level="warning", ws="none"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started and thread.is_alive():
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


class Watched:
    """A page of the browser that notes whatever a page of ours must not do."""

    def __init__(self, page, address: str) -> None:
        self.page, self.address, self.wrong = page, address, []
        page.on("console", lambda m: self.wrong.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", lambda r: None if self.allowed(r.url) else self.wrong.append(f"asks for {r.url}"))
        page.on("requestfailed", self.failed)

    def failed(self, request) -> None:
        """Note a request that failed, unless the browser gave it up itself to go to the next page."""
        if "ERR_ABORTED" not in (request.failure or ""):
            self.wrong.append(f"failed: {request.url} {request.failure}")

    def allowed(self, url: str) -> bool:
        """Whether a request stays on this machine."""
        return url.startswith((self.address, "data:", "blob:"))

    def open(self, path: str):
        """Go to a path; the page, once scripts have run."""
        self.page.goto(self.address + path, wait_until="load")
        return self.page

    def faults(self) -> list[str]:
        """Serious and critical faults that axe-core finds on the page as it stands."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{v['id']}: {n['target']} {n['failureSummary']}"
            for v in found["violations"]
            if v["impact"] in ("serious", "critical")
            for n in v["nodes"]
        ]
