"""What can go wrong with an archive, told so that a person can mend it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError

from dateline.errors import DatelineError


class ArchiveError(DatelineError):
    """The archive cannot be opened, read or written."""


TOLD = (
    ("disk is full", "no space left on the disk: everything committed so far is kept; make room and run it again"),
    ("no space left", "no space left on the disk: everything committed so far is kept; make room and run it again"),
    (
        "could not extend file",
        "the server's disk is full: everything committed so far is kept; make room, run it again",
    ),
    ("readonly database", "it cannot be written: check the permissions of the file and its folder"),
    ("read-only transaction", "it cannot be written: the server allows reading only"),
    ("unable to open database", "it cannot be opened: check that its folder exists and the permissions"),
    ("malformed", "the file is damaged: restore it from a copy, or ingest the reports again into a new one"),
    ("not a database", "the file is no archive, or it is damaged: name another one with --archive"),
    ("disk i/o error", "the disk does not answer as it should: check it; everything committed so far is kept"),
    ("database is locked", "another process has been writing for long: wait until it is done"),
    ("statement timeout", "the server took too long to answer"),
    ("authentication failed", "the server refuses the user or the password"),
    ("does not exist", "the server has no such database or table: create the database first"),
    ("permission denied", "the server refuses this user the rights it takes"),
    ("connection refused", "no server answers there: check the address, and that it runs"),
    ("connection", "the server went away: everything committed so far is kept; run it again when it is back"),
    ("terminating", "the server went away: everything committed so far is kept; run it again when it is back"),
)
"""Words of a database's own message -> what it means for the person at the keyboard. First match counts."""


@contextmanager
def told(url: str) -> Iterator[None]:
    """Turn the database's errors into `ArchiveError`. Programming errors of ours pass through as they are."""
    try:
        yield
    except DBAPIError as error:
        message = str(error.orig).strip()
        for words, meaning in TOLD:
            if words in message.lower():
                raise ArchiveError(f"{_shown(url)}: {meaning} ({message.splitlines()[0]})") from error
        if isinstance(error, OperationalError) or error.connection_invalidated:
            raise ArchiveError(f"{_shown(url)}: {message.splitlines()[0]}") from error
        raise


def _shown(url: str) -> str:
    """The URL without its password; a file by its path."""
    if url.startswith("sqlite:///"):
        return url.removeprefix("sqlite:///")
    scheme, _, rest = url.partition("://")
    user, at, host = rest.rpartition("@")
    return f"{scheme}://{user.split(':')[0]}{at}{host}"
