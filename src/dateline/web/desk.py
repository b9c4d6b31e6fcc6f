"""Reading a pasted text while a visitor waits: one at a time, bounded in size and in time."""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from dateline.errors import DatelineError, UsageError
from dateline.record import Record, Report

LONGEST = 50_000
"""Characters of a text that is read here: several times the longest wire report. More is for the command line."""

PATIENCE = 30.0
"""Seconds that reading a text may take."""

QUEUE = 4
"""Texts that wait or are read; more are sent away, so that nobody waits for ever."""


class Busy(DatelineError):
    """Too many texts are waiting."""


class TooSlow(DatelineError):
    """A text took longer than `PATIENCE`."""


class Desk:
    """Reads texts in a process of its own, which pages do not have to wait for and which can be stopped.

    The process starts, and loads the models, with the first text or with `warm`. One that takes too long over a text is
    stopped, and the next text gets another. `serve` is what runs in it.
    """

    def __init__(self, patience: float = PATIENCE, serve: Callable[[Connection], None] | None = None) -> None:
        self.patience = patience
        self._serve = serve or serve_reader
        self._clerk: ThreadPoolExecutor | None = None
        self._waiting = threading.BoundedSemaphore(QUEUE)
        self._reader: tuple[BaseProcess, Connection] | None = None

    def warm(self) -> Future[None]:
        """Start the process that reads and load what pages look names up in, in the background.

        What is loaded is kept for as long as the server lives, and set aside from the garbage collector: looked through
        at every full collection, it would hold up every fifteenth page or so for some 80 ms.
        """
        return self._open().submit(self._warm)

    def close(self) -> None:
        """Stop the process; a text that comes later opens the desk again."""
        if self._clerk is not None:
            self._clerk.submit(self._stop)
            self._clerk.shutdown(wait=True, cancel_futures=False)
            self._clerk = None

    async def read(self, text: str | Report) -> Record:
        """The record of a text or a report; nothing is stored.

        Raises `UsageError` for one that is empty or too long, `Busy`, `TooSlow`, and what `dateline.read` raises.
        """
        size = len(text) if isinstance(text, str) else sum(map(len, text.parts().values()))
        if not size or (isinstance(text, str) and not text.strip()):
            raise UsageError("there is no text to read: paste a report")
        if size > LONGEST:
            raise UsageError(f"{size:,} characters are more than the {LONGEST:,} that are read here: use dateline read")
        if not self._waiting.acquire(blocking=False):
            raise Busy("other texts are being read: try again in a moment")
        future = self._open().submit(self._read, text)
        future.add_done_callback(lambda _: self._waiting.release())
        return await asyncio.wrap_future(future)

    def _open(self) -> ThreadPoolExecutor:
        """The thread that waits for the process, so that texts are read one after the other."""
        if self._clerk is None:
            self._clerk = ThreadPoolExecutor(1, thread_name_prefix="desk")
        return self._clerk

    def _read(self, text: str | Report) -> Record:
        pipe = self._running()
        try:
            pipe.send(text)
            if not pipe.poll(self.patience):
                self._stop()
                raise TooSlow(f"reading took more than {self.patience:.0f} seconds: use dateline read")
            answer = pipe.recv()
        except (EOFError, OSError):
            self._stop()
            raise DatelineError("the process that reads died over this text, most likely for want of memory") from None
        if isinstance(answer, DatelineError):
            raise answer
        return Record.from_json(answer)

    def _warm(self) -> None:
        from dateline.archive.parties import party_code
        from dateline.web.showing import party_name

        self._running()
        party_code("Russia")
        party_name("RUS")
        gc.collect()
        gc.freeze()

    def _running(self) -> Connection:
        if self._reader is None or not self._reader[0].is_alive():
            self._stop()
            context = multiprocessing.get_context("spawn")  # fork would copy threads of the numeric libraries half-way
            ours, theirs = context.Pipe()
            process = context.Process(target=self._serve, args=(theirs,), name="dateline-desk", daemon=True)
            process.start()
            theirs.close()
            self._reader = process, ours
        return self._reader[1]

    def _stop(self) -> None:
        if self._reader is not None:
            process, pipe = self._reader
            process.kill()
            process.join()
            process.close()
            pipe.close()
            self._reader = None


def serve_reader(pipe: Connection) -> None:
    """Read what comes through the pipe until it closes: records as JSON, or the error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server stops this process
    import dateline
    from dateline.reading.reader import shared_reader

    shared_reader()
    while True:
        try:
            text = pipe.recv()
        except EOFError:
            return
        answer: bytes | DatelineError
        try:
            answer = dateline.read(text.replace("\r\n", "\n") if isinstance(text, str) else text).to_json()
        except DatelineError as error:
            answer = error
        except Exception as error:  # a fault of ours: told, so that it can be reported
            answer = DatelineError(f"the reader failed: {type(error).__name__}: {error}")
        pipe.send(answer)
