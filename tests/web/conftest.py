"""An archive of made-up records and the pages over it."""

import itertools

import pytest
from browser import ARGUMENTS, CHROMIUM, Watched, served
from fastapi.testclient import TestClient
from made_dealings import TOKEN, dealings

from dateline.archive import Archive
from dateline.web import create_app


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """A file with an archive of made-up dealings, which tests copy or only read."""
    where = tmp_path_factory.mktemp("web") / "archive.db"
    with Archive(where) as archive:
        archive.add(*dealings())
    return where


@pytest.fixture(scope="session")
def archive(filled):
    """The archive of made-up dealings, to be read only."""
    with Archive(filled) as opened:
        yield opened


@pytest.fixture(scope="session")
def client(archive):
    """A visitor without a token."""
    with TestClient(create_app(archive)) as visitor:
        yield visitor


@pytest.fixture
def own_archive(tmp_path):
    """An archive of made-up dealings that a test may change."""
    with Archive(tmp_path / "archive.db") as opened:
        opened.add(*itertools.islice(dealings(), 12))
        yield opened


@pytest.fixture
def reviewer(own_archive):
    """A visitor of pages that can be corrected, who has not given the token yet; `own_archive` is behind them."""
    with TestClient(create_app(own_archive, review_token=TOKEN)) as visitor:
        yield visitor


@pytest.fixture(scope="module")
def chromium():
    """A real browser. It goes with its module: while it runs, no other event loop can be started here."""
    playwright = pytest.importorskip("playwright.sync_api", reason="skipped: no playwright")
    if CHROMIUM is None:
        pytest.skip("skipped: no Chromium")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def site(archive):
    """The address of a server over the made-up dealings."""
    with served(create_app(archive)) as address:
        yield address


@pytest.fixture
def visit(chromium, site):
    """Opens a page of the made-up dealings in a fresh window; at the end, nothing may have gone wrong."""
    contexts, windows = [], []

    def opened(path="/", address=site, **window):
        context = chromium.new_context(**({"viewport": {"width": 1280, "height": 900}} | window))
        contexts.append(context)
        watched = Watched(context.new_page(), address)
        windows.append(watched)
        watched.open(path)
        return watched

    yield opened
    for context in contexts:
        context.close()
    assert [w.wrong for w in windows if w.wrong] == []
