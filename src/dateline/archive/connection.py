"""Opening an archive's database, brought up to this version's tables."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, inspect, text

from dateline.archive.errors import ArchiveError, told
from dateline.archive.schema import REVISION

PATIENCE = 60_000
"""Milliseconds to wait for another writer."""

THREADS = 40
"""Readers at once beyond which one waits for another: as many as a server of pages has."""

WRITER = 7_215_011
"""Key of PostgreSQL's advisory lock that one writer at a time holds; any number that others do not use."""


class Database:
    """An archive's database: read with `reading`, written with `writing`; errors come as `ArchiveError`."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.file = Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:///") else None
        self.writable = self.file is None or _can_write(self.file)
        with told(url):
            self.engine = self._engine()
            self._bring_up_to_date()

    @property
    def sqlite(self) -> bool:
        """Whether it is a file of SQLite (else a PostgreSQL server)."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the archive, whatever is written meanwhile."""
        with told(self.url), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all of it is kept, or nothing. One writer at a time; readers are not held up."""
        if not self.writable:
            raise ArchiveError(f"{self.file}: it cannot be written: check the permissions of the file and its folder")
        with told(self.url), self.engine.connect().execution_options(writing=True) as connection, connection.begin():
            if not self.sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITER})
            yield connection

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()

    def _engine(self) -> Engine:
        if self.file is None:
            try:
                return create_engine(self.url, pool_pre_ping=True)
            except ModuleNotFoundError:
                raise ArchiveError("PostgreSQL takes one more part: pip install 'dateline[postgres]'") from None
        if self.writable:
            try:
                self.file.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise ArchiveError(f"{self.file.parent}: cannot be made: {error.strerror}") from None
        # Not the pool SQLAlchemy takes for "sqlite://": that one closes the connections of busy threads.
        engine = create_engine(
            "sqlite://", creator=self._connect, poolclass=QueuePool, pool_size=5, max_overflow=THREADS
        )
        event.listen(engine, "begin", _begin)
        return engine

    def _connect(self) -> sqlite3.Connection:
        """One connection. Readers and the writer do not wait for each other (write-ahead log)."""
        mode = "rwc" if self.writable else "ro"
        path = f"{self.file.as_uri() if self.file else ''}?mode={mode}"
        if not self.writable and not os.access(Path(str(self.file)).parent, os.W_OK):
            path += "&immutable=1"  # no log can be made beside it, so nobody writes it
        connection = sqlite3.connect(
            path, uri=True, timeout=PATIENCE / 1000, isolation_level=None, check_same_thread=False
        )
        pragmas = ["foreign_keys=ON", "cache_size=-65536", "mmap_size=268435456", "temp_store=MEMORY"]
        if self.writable:
            pragmas += ["journal_mode=WAL", "synchronous=NORMAL"]
        try:
            for pragma in pragmas:
                connection.execute(f"PRAGMA {pragma}")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _bring_up_to_date(self) -> None:
        with self.engine.connect() as connection:
            revision = _revision(connection)
        if revision == REVISION:
            return
        if revision is not None and revision > REVISION:
            raise ArchiveError(
                f"{self.file or self.engine.url.render_as_string()}: made by a newer Dateline (tables {revision}, "
                f"this one knows {REVISION}): install the newer version"
            )
        if not self.writable:
            raise ArchiveError(f"{self.file}: no archive of this version, and it cannot be written to make it one")
        from dateline.archive.migrating import migrate

        migrate(self.engine, self.sqlite, WRITER)


def _revision(connection: Connection) -> str | None:
    """The migration the tables are at; `None` for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _begin(connection: Connection) -> None:
    """The writer takes its turn at once, so that it never has to give up half-way."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writing") else "BEGIN")


def _can_write(file: Path) -> bool:
    """Whether the file, or the first folder above it that is there, may be written."""
    if file.exists():
        return os.access(file, os.W_OK)
    folder: Any = next((p for p in file.parents if p.exists()), None)
    return folder is None or os.access(folder, os.W_OK)
