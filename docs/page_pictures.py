"""Make the pictures of all pages from the examples: ``python docs/page_pictures.py`` (Chromium and playwright needed).

Reads the examples into an archive of its own, serves it, and writes ``docs/pages/NAME.png``.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

import dateline
from dateline.archive import Archive
from dateline.intake.stream import Intake
from dateline.record import Report
from dateline.web import create_app

HERE = Path(__file__).parent
OUT = HERE / "pages"
sys.path.insert(0, str(HERE.parent / "tests" / "web"))

from browser import ARGUMENTS, served  # noqa: E402

TOKEN = "the token of the pictures"
LARGEST = 200_000
"""Bytes of a picture at most."""

WIDE = {"width": 1200, "height": 820}
TALL = {"width": 1200, "height": 1080}
SMALL = {"width": 1000, "height": 620}
PHONE = {"width": 390, "height": 800}


def main() -> None:
    """Make every picture."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "examples.db") as archive:
        reports = [item for item in Intake([HERE.parent / "examples"]) if isinstance(item, Report)]
        archive.add(*map(dateline.read, reports))
        summit = next(archive.contacts(between=("RUS", "USA"), kind="summit"))["id"]
        app = create_app(archive, review_token=TOKEN)
        with served(app) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
            for name, path in pages(summit).items():
                picture(browser, address + path, name, viewport=TALL if name == "contact" else WIDE)
            picture(
                browser,
                f"{address}/reports/helsinki",
                "report-dark",
                color_scheme="dark",
                viewport=SMALL,
                lit="statement-s3",
            )
            picture(browser, f"{address}/contacts/{summit}", "contact-phone", viewport=PHONE)
            review(browser, address)
            browser.close()


def pages(summit: str) -> dict[str, str]:
    """The pages by the name of their picture."""
    return {
        "front": "/?on=2018-07-09",
        "report": "/reports/helsinki",
        "contact": f"/contacts/{summit}",
        "contacts": "/contacts",
        "statements": "/statements",
        "positions": "/positions",
        "dyads": "/dyads?from=2018",
        "dyad": "/dyads/RUS-USA",
        "actors": "/actors?q=Putin",
        "actor": "/actors/RUS",
        "issues": "/issues",
        "issue": "/issues?on=Crimea",
        "calendar": "/calendar?month=2018-07",
        "map": "/map?from=2017",
        "network": "/network?year=all",
        "search": "/search?q=Crimea",
        "read": "/read",
        "api": "/api/v1/docs",
    }


def picture(browser: Browser, address: str, name: str, lit: str | None = None, **window: object) -> None:
    """One page as a visitor first sees it; with `lit`, a line of its record pointed at."""
    context = browser.new_context(**({"viewport": WIDE, "reduced_motion": "reduce"} | window))  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    page.wait_for_timeout(1200)  # the network settles
    if lit:
        page.locator(f"[data-line='{lit}']").hover()
    keep(page.screenshot(), name)
    context.close()


def review(browser: Browser, address: str) -> None:
    """The queue of a reviewer."""
    page = browser.new_context(viewport=WIDE).new_page()  # type: ignore[arg-type]
    page.goto(f"{address}/review")
    page.locator("#name").fill("A. Reader")
    page.locator("#token").fill(TOKEN)
    page.locator(".entering button").click()
    page.get_by_role("link", name="Statements without a speaker").click()
    page.wait_for_load_state()
    keep(page.screenshot(), "review")


def keep(data: bytes, name: str) -> None:
    """Write a picture. Raises `SystemExit` for one that is too large."""
    if len(data) > LARGEST:
        sys.exit(f"{name}.png would be {len(data):,} bytes")
    (OUT / f"{name}.png").write_bytes(data)


if __name__ == "__main__":
    main()
