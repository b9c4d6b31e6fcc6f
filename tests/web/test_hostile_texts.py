"""Whatever a report has in it is shown as text, on every page that can be reached."""

import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import hostile
import pytest
from fastapi.testclient import TestClient
from made_dealings import TOKEN

from dateline.archive import Archive
from dateline.web import create_app

MOST = 400
OWN = {"origin": "http://testserver"}
LEADS = {"href", "src", "action", "formaction", "data", "hx-get", "hx-post", "poster", "srcset", "xlink:href"}
NEVER = {"iframe", "object", "embed", "style", "base", "frame", "applet"}
LOCAL = re.compile(r"(/(?!/)|#|\?)")


class Page(HTMLParser):
    """What a browser would make of a page: its links, and whatever must not be on it."""

    def __init__(self, text):
        super().__init__()
        self.links, self.wrong, self.script = [], [], False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.script = tag == "script"
        if tag in NEVER:
            self.wrong.append(tag)
        for name, value in attributes:
            if name.startswith("on") or name == "style" or name.startswith("hx-on"):
                self.wrong.append(f"{tag} {name}={value}")
            if name in LEADS and not LOCAL.match(value or "#"):
                self.wrong.append(f"{tag} {name}={value}")
            if name == "href" and tag == "a":
                self.links.append(value)

    def handle_data(self, data):
        if self.script and data.strip():
            self.wrong.append(f"a script on the page: {data[:60]}")

    def handle_endtag(self, tag):
        self.script = False


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Every page that links lead to from the front page, seen by a reviewer, by address."""
    with Archive(tmp_path_factory.mktemp("hostile") / "archive.db") as archive:
        archive.add(*hostile.reports())
        first = next(archive.statements())
        with TestClient(create_app(archive, review_token=TOKEN)) as visitor:
            visitor.post("/review/enter", data={"token": TOKEN, "name": hostile.TRICKS[0]}, headers=OWN)
            mark = re.search(r'name="form" value="([^"]+)"', visitor.get("/review/decisions").text)[1]
            visitor.post(
                f"/lines/{first['id']}",
                data={"form": mark, "verdict": "correct", "speaker": hostile.TRICKS[1], "said": ""},
                headers=OWN | {"sec-fetch-site": "same-origin"},
            )
            yield crawled(visitor, archive)


def crawled(visitor, archive):
    """Address -> answer: what links lead to, a few of each kind of address first."""
    waiting = [
        "/",
        "/review",
        "/review?about=statement",
        "/review/decisions",
        "/api/v1/docs",
        "/search?q=evil",
        "/no<b>",
    ]
    waiting += [f"/lines/{line['id']}" for some in (archive.statements(), archive.positions()) for line in some]
    for contact in archive.contacts():
        waiting += [f"/review/contacts/{contact['id']}", f"/contacts/{contact['id']}"]
    found, kinds = {}, {}
    while waiting and len(found) < MOST:
        address = waiting.pop(0)
        kind = "/".join(urlsplit(address).path.split("/")[:2])
        if address in found or kinds.get(kind, 0) >= 40:
            continue
        kinds[kind] = kinds.get(kind, 0) + 1
        answer = found[address] = visitor.get(address, follow_redirects=False)
        if answer.headers.get("content-type", "").startswith("text/html"):
            links = (urljoin(address, link) for link in Page(answer.text).links)
            waiting += [link.partition("#")[0] for link in links if link.startswith("/") and not link.startswith("//")]
    return found


def html(pages):
    """The pages among the answers."""
    return {a: p for a, p in pages.items() if p.headers.get("content-type", "").startswith("text/html")}


def test_many_pages_are_reached(pages):
    kinds = {urlsplit(address).path.split("/")[1] for address in pages}
    assert {"reports", "lines", "review", "api"} <= kinds
    assert len(html(pages)) > 40
    assert not [address for address, answer in pages.items() if answer.status_code >= 500]
    assert not [a for a, answer in pages.items() if a.startswith(("/reports", "/lines")) and answer.status_code != 200]


def test_nothing_runs_and_nothing_leads_away(pages):
    wrong = {address: found for address, answer in html(pages).items() if (found := Page(answer.text).wrong)}
    assert not wrong


def test_templates_in_texts_are_not_carried_out(pages):
    for address, answer in html(pages).items():
        if "7*7" in answer.text:
            assert "{{ 7*7 }}" in answer.text, address
        assert "xxxxxxxxx" not in answer.text, address


def test_unseen_characters_are_told(pages):
    told = 0
    for address, answer in html(pages).items():
        assert not set(hostile.UNSEEN) & set(answer.text), address
        told += "[U+202E]" in answer.text
    assert told > 20


def test_every_answer_says_what_it_is(pages):
    for address, answer in pages.items():
        assert answer.headers["x-content-type-options"] == "nosniff", address
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy, address
        assert "unsafe" not in policy, address
        if "content-disposition" in answer.headers:
            assert "attachment" in answer.headers["content-disposition"], address


def test_cells_of_csv_are_no_formulas(pages):
    files = [answer for answer in pages.values() if answer.headers.get("content-type", "").startswith("text/csv")]
    assert files
    for answer in files:
        assert not re.search(r'(^|,)"?[=+@]', answer.text, re.M), answer.url


def test_a_pasted_text_is_shown_as_text(client):
    text = "HELSINKI (Example Wire) -- Aron Vale met Bela Stone on Monday. " + " ".join(hostile.TRICKS)
    answer = client.post("/read", data={"text": text})
    assert answer.status_code == 200
    assert not Page(answer.text).wrong
    assert "&lt;script&gt;" in answer.text


def test_search_words_are_shown_as_text(client):
    for trick in hostile.TRICKS:
        for path in ("/", "/search", "/contacts", "/review"):
            answer = client.get(path, params={"q": trick, "with": trick, "done": trick, "about": trick})
            if answer.headers["content-type"].startswith("text/html"):
                assert not Page(answer.text).wrong, (path, trick)
