"""Reading a pasted text while a visitor waits: one at a time, bounded in size and in time."""

from __future__ import annotations

import asyncio
import gc
import threading
from concurrent.futures import Future, ThreadPoolExecutor

from dateline.errors import DatelineError, UsageError
from dateline.record import Record, Report

LONGEST = 50_000
"""Characters of a text that is read here: several times the longest wire report. More is for the command line."""

PATIENCE = 30.0
"""Seconds a visitor waits for a record."""

QUEUE = 4
"""Texts that wait or are read; more are sent away, so that nobody waits for ever."""


class Busy(DatelineError):
    """Too many texts are waiting."""


class TooSlow(DatelineError):
    """A text took longer than `PATIENCE`."""


class Desk:
    """Reads texts in a thread of its own; the models are loaded with the first, or by `warm`."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self.patience = patience
        self._worker: ThreadPoolExecutor | None = None
        self._waiting = threading.BoundedSemaphore(QUEUE)

    def warm(self) -> Future[None]:
        """Load the models in the background, and set what is loaded aside from the garbage collector.

        It is kept for as long as the process lives. Looked through at every full collection, it would hold up every
        fifteenth page or so for some 80 ms.
        """
        return self._open().submit(_warm)

    def close(self) -> None:
        """Let the thread go; a text that comes later opens the desk again."""
        if self._worker is not None:
            self._worker.shutdown(wait=False, cancel_futures=True)
            self._worker = None

    def _open(self) -> ThreadPoolExecutor:
        if self._worker is None:
            self._worker = ThreadPoolExecutor(1, thread_name_prefix="desk")
        return self._worker

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
        future = self._open().submit(_read, text)
        future.add_done_callback(lambda _: self._waiting.release())
        try:
            return await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(future)), self.patience)
        except TimeoutError:
            future.cancel()
            raise TooSlow(f"reading took more than {self.patience:.0f} seconds: use dateline read") from None


def _warm() -> None:
    from dateline.archive.parties import party_code
    from dateline.reading.reader import shared_reader
    from dateline.web.showing import party_name

    shared_reader()
    party_code("Russia")
    party_name("RUS")
    gc.collect()
    gc.freeze()


def _read(text: str | Report) -> Record:
    import dateline

    return dateline.read(text.replace("\r\n", "\n") if isinstance(text, str) else text)
