"""Every kind of page over an archive of the 2,416 wire reports, which CI ingests (``DATELINE_WIRE_ARCHIVE``)."""

import os
import re
from collections import defaultdict
from html import unescape
from pathlib import Path

import pytest
from browser import AXE, served
from fastapi.testclient import TestClient

from dateline.archive import Archive
from dateline.web import create_app

FRONTS = [
    "/", "/?on=2006-11-15", "/contacts", "/statements", "/positions", "/dyads", "/actors", "/issues", "/calendar",
    "/map", "/network", "/network?year=all", "/search?q=nuclear+talks", "/dyads/CHN-USA", "/actors/CHN",
    "/search?q=%22human+rights%22+OR+torture&in=statements", "/issues?on=nuclear", "/read",
]  # fmt: skip

KINDS = ("/contacts/", "/reports/", "/dyads/", "/actors/", "/issues?on=", "/search?", "/calendar?")
EACH = 5
"""Pages of each kind that are opened, among those that the pages above lead to."""


@pytest.fixture(scope="module")
def wire():
    """The archive of the wire reports."""
    where = os.environ.get("DATELINE_WIRE_ARCHIVE")
    if not where or not Path(where).is_file():
        pytest.skip("skipped: no archive of the wire reports (DATELINE_WIRE_ARCHIVE names it)")
    with Archive(where) as opened:
        yield opened


def links(text):
    """The addresses a page leads to."""
    return [unescape(link) for link in re.findall(r'href="(/[^"]*)"', text) if "format=" not in link]


def test_each_page_opens_without_a_fault(wire, visit):
    with TestClient(create_app(wire)) as client:
        led_to = defaultdict(dict)
        for path in FRONTS:
            for link in links(client.get(path).text):
                kind = next((k for k in KINDS if link.startswith(k)), None)
                if kind:
                    led_to[kind][link] = None
    paths = [
        *FRONTS,
        *(link for found in led_to.values() for link in list(found)[:: max(1, len(found) // EACH)][:EACH]),
    ]
    assert {kind for kind in KINDS if led_to[kind]} == set(KINDS)
    with served(create_app(wire)) as address:
        window = visit("/", address=address)
        for path in paths:
            window.open(path)
            assert window.page.locator("h1").count() == 1, path
            assert not window.wrong, path
            root = "document.documentElement"
            assert window.page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth"), path
            if AXE.is_file():
                assert not window.faults(), path
        window = visit("/", address=address, java_script_enabled=False)
        for path in paths[:20]:
            window.open(path)
            assert window.page.locator("h1").inner_text(), path


def test_every_contact_has_its_dossier(wire):
    with TestClient(create_app(wire)) as client:
        for contact in wire.contacts():
            answer = client.get(f"/contacts/{contact['id']}")
            assert answer.status_code == 200, contact["id"]
            assert answer.text.count('class="column ') == 4


def test_every_tenth_report_has_its_page(wire):
    with TestClient(create_app(wire)) as client:
        for number, record in enumerate(wire.records()):
            if number % 10 == 0:
                answer = client.get(f"/reports/{record.report.id}")
                assert answer.status_code == 200, record.report.id
                assert answer.text.count('class="line ') >= len(record.statements) + len(record.contacts)
