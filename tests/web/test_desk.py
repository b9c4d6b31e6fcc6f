"""Texts are read one at a time, in a process that can be stopped."""

import asyncio
import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi.testclient import TestClient
from made_dealings import dealings

from dateline.errors import DatelineError, UsageError
from dateline.web import create_app
from dateline.web.desk import LONGEST, QUEUE, Busy, Desk, TooSlow

TEXT = "HELSINKI, July 9 (Example Wire) -- Aron Vale met Bela Stone here on Monday."


def stand_in(pipe):
    """A process that only does what it is told: to sleep, to die, or to answer with a made-up record."""
    while True:
        text = pipe.recv()
        if text == "sleep":
            time.sleep(60)
        if text == "die":
            os._exit(1)
        pipe.send(next(dealings()).to_json())


@pytest.fixture
def desk():
    opened = Desk(serve=stand_in)
    yield opened
    opened.close()


def run(coroutine):
    """Run in a thread of its own: a browser of other tests keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


def read(desk, text):
    return run(desk.read(text))


def test_texts_are_read_by_the_reader():
    desk = Desk()
    try:
        assert read(desk, TEXT).report.source == "Example Wire"
        assert read(desk, TEXT + "\r\n\r\nThey left.") == read(desk, TEXT + "\n\nThey left.")
        with pytest.raises(DatelineError, match="tells nothing"):
            read(desk, "...")
    finally:
        desk.close()


@pytest.mark.parametrize("text", ["", " \n", "x" * (LONGEST + 1)])
def test_what_is_no_text_or_too_much_is_refused(desk, text):
    with pytest.raises(UsageError):
        read(desk, text)


def test_the_process_stays_until_it_takes_too_long_or_dies(desk):
    for trouble, told in (("sleep", TooSlow), ("die", DatelineError)):
        desk.patience = 60.0
        assert read(desk, TEXT) == next(dealings())
        process = desk._reader[0]
        read(desk, TEXT)
        assert desk._reader[0] is process
        desk.patience = 0.2
        with pytest.raises(told):
            read(desk, trouble)
        with pytest.raises(ValueError, match="closed"):
            process.is_alive()


def test_too_many_texts_are_sent_away_and_a_closed_desk_opens_again(desk):
    async def many():
        return await asyncio.gather(*(desk.read(TEXT) for _ in range(QUEUE + 3)), return_exceptions=True)

    for _ in range(2):
        answers = run(many())
        assert sum(isinstance(answer, Busy) for answer in answers) == 3
        assert not any(isinstance(answer, Exception) for answer in answers[:QUEUE])
        desk.close()


def test_the_page_tells_of_it(archive):
    app = create_app(archive)
    app.state.desk = Desk(patience=0.2, serve=stand_in)
    with TestClient(app) as visitor:
        answer = visitor.post("/read", data={"text": "sleep"})
    assert answer.status_code == 503
    assert "took more than" in answer.text
