"""What every answer has, and what is refused."""

import pytest

from dateline.errors import UsageError
from dateline.web.guard import LARGEST


def test_every_answer_binds_the_browser(client):
    for path in ("/", "/nowhere", client.app.state.pages.assets.address("page.css")):
        headers = client.get(path).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def test_files_are_kept_for_ever_under_an_address_of_their_content(client):
    address = client.app.state.pages.assets.address("page.css")
    assert "immutable" in client.get(address).headers["cache-control"]
    assert client.get("/static/000000000000/page.css").status_code == 404
    assert client.get("/static/000000000000/../app.py").status_code == 404


def test_a_large_body_is_refused(client):
    assert client.post("/read", content=b"x" * (LARGEST + 1)).status_code == 413

    def chunks():
        for _ in range(20):
            yield b"x" * (LARGEST // 10)

    form = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/read", content=chunks(), headers=form).status_code == 413


def test_what_is_not_there_is_told_on_a_page(client):
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert "Not Found" in answer.text


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "example.org"])
def test_other_machines_are_served_only_with_a_token(host, monkeypatch):
    from dateline.commands.serve import review_token

    monkeypatch.delenv("DATELINE_TOKEN", raising=False)
    with pytest.raises(UsageError, match="other machines"):
        review_token(host, True)
    monkeypatch.setenv("DATELINE_TOKEN", "short")
    with pytest.raises(UsageError, match="at least 16"):
        review_token(host, True)
    monkeypatch.setenv("DATELINE_TOKEN", "long enough to be safe")
    assert review_token(host, True) == "long enough to be safe"


def test_this_machine_reads_without_a_token(monkeypatch):
    from dateline.commands.serve import allowed_names, review_token

    monkeypatch.delenv("DATELINE_TOKEN", raising=False)
    for host in ("127.0.0.1", "localhost", "::1"):
        assert review_token(host, False) is None
        assert host in allowed_names(host) or f"[{host}]" in allowed_names(host)
    assert len(review_token("localhost", True)) >= 32
    assert allowed_names("0.0.0.0") is None
