"""A text is read while a visitor waits, but not for ever, nor all at once."""

import asyncio
import threading

import pytest
from fastapi.testclient import TestClient

from dateline.errors import UsageError
from dateline.web import create_app, desk
from dateline.web.desk import LONGEST, QUEUE, Busy, Desk, TooSlow


@pytest.fixture
def slow(monkeypatch):
    """A reading that goes on until it is let go."""
    gate = threading.Event()
    monkeypatch.setattr(desk, "_read", lambda text: gate.wait(20))
    yield gate
    gate.set()


def test_a_text_that_takes_too_long_is_given_up(slow):
    with pytest.raises(TooSlow, match="dateline read"):
        asyncio.run(Desk(patience=0.05).read("A text."))


def test_more_texts_than_can_wait_are_sent_away(slow):
    async def crowd():
        counter = Desk(patience=0.3)
        told = await asyncio.gather(*(counter.read("A text.") for _ in range(QUEUE + 2)), return_exceptions=True)
        return [type(error) for error in told]

    kinds = asyncio.run(crowd())
    assert kinds.count(Busy) == 2
    assert kinds.count(TooSlow) == QUEUE


def test_what_is_no_text_is_refused():
    for text in ("", " \n", "x" * (LONGEST + 1)):
        with pytest.raises(UsageError):
            asyncio.run(Desk().read(text))


def test_the_page_tells_of_it(archive, slow):
    app = create_app(archive)
    app.state.desk = Desk(patience=0.05)
    with TestClient(app) as visitor:
        answer = visitor.post("/read", data={"text": "A text."})
    assert answer.status_code == 503
    assert "took more than" in answer.text
