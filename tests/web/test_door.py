"""Requests that are not let in."""

import pytest
from fastapi.testclient import TestClient

from dateline.commands.serve import allowed_names
from dateline.web import create_app

POSTS = {"/read": {"data": {"text": ""}}, "/api/v1/read": {"content": "", "headers": {"content-type": "text/plain"}}}


@pytest.fixture(scope="module")
def local(archive):
    """A visitor of pages that this machine alone is served."""
    with TestClient(create_app(archive, hosts=allowed_names("127.0.0.1"))) as visitor:
        yield visitor


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8016", "localhost:8016", "LOCALHOST", "[::1]:8016"])
def test_the_server_is_called_by_its_names(local, host):
    assert local.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8016", "127.0.0.1.evil.example", "localhost@evil.example", "", "[::1", "a b"]
)
def test_other_names_that_lead_here_are_refused(local, host):
    for path in ("/", "/api/v1/contacts"):
        answer = local.get(path, headers={"host": host})
        assert answer.status_code == 400
        assert "script-src 'self'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://testserver.evil.example"},
        {"origin": "http://testserver:81"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://testserver"},
    ],
)
@pytest.mark.parametrize("path", POSTS)
def test_pages_of_other_sites_cannot_send(client, path, headers):
    sent = {**POSTS[path], "headers": POSTS[path].get("headers", {}) | headers}
    assert client.post(path, **sent).status_code == 403


@pytest.mark.parametrize("path", POSTS)
def test_own_pages_and_programs_can_send(client, path):
    for headers in ({}, {"origin": "http://testserver", "sec-fetch-site": "same-origin"}):
        sent = {**POSTS[path], "headers": POSTS[path].get("headers", {}) | headers}
        assert client.post(path, **sent, follow_redirects=False).status_code in (303, 400)


def test_a_character_that_databases_do_not_hold_is_refused(client):
    for path in ("/reports/a%00b", "/api/v1/contacts?with=a%00", "/search?q=%00"):
        assert client.get(path).status_code == 400
