"""What goes wrong is told in words, and nothing is lost."""

import os
import sqlite3

import pytest
from made_records import record_of

from dateline.archive import Archive, ArchiveError
from dateline.archive.location import archive_url
from dateline.archive.schema import REVISION
from dateline.errors import UsageError


def test_a_damaged_file(tmp_path):
    path = tmp_path / "archive.db"
    path.write_bytes(b"This is no archive at all, but some text that is long enough." * 100)
    with pytest.raises(ArchiveError, match="no archive"):
        Archive(path)


def test_a_file_damaged_in_the_middle(tmp_path):
    path = tmp_path / "archive.db"
    with Archive(path) as archive:
        archive.add(*(record_of(f"r{n}", "2018-07-17", [{}]) for n in range(30)))
    data = bytearray(path.read_bytes())
    data[8192 : len(data) // 2] = os.urandom(len(data) // 2 - 8192)
    path.write_bytes(data)
    with pytest.raises(ArchiveError, match="damaged"):
        read_all_of(path)


def read_all_of(path):
    with Archive(path) as archive:
        return [*archive.records(), *archive.contacts(), archive.counts()]


def test_an_archive_of_a_newer_version(tmp_path):
    path = tmp_path / "archive.db"
    Archive(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(ArchiveError, match="newer Dateline"):
        Archive(path)


def test_a_file_that_can_only_be_read_answers_and_refuses(tmp_path):
    path = tmp_path / "archive.db"
    with Archive(path) as archive:
        archive.add(record_of("a", "2018-07-17", [{}]))
    with Archive(path) as archive:
        archive.database.writable = False
        assert len(list(archive.contacts())) == 1
        with pytest.raises(ArchiveError, match="cannot be written"):
            archive.add(record_of("b", "2018-07-17"))


def test_a_full_disk_keeps_what_was_committed(tmp_path):
    with Archive(tmp_path / "archive.db") as archive:
        archive.add(record_of("a", "2018-07-17", [{}]))
        before = archive.fingerprint()
        with archive.database.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(ArchiveError, match="no space left"):
            archive.add(*(record_of(f"r{n}", "2018-07-17", body="x " * 9000 + str(n)) for n in range(40)))
        assert archive.fingerprint() == before


def test_a_server_that_goes_away_and_comes_back(server):
    with Archive(server.database("goes_away")) as archive:
        archive.add(record_of("a", "2018-07-17", [{}]))
        before = archive.fingerprint()
        server.stop()
        try:
            with pytest.raises(ArchiveError, match="server"):
                archive.add(record_of("b", "2018-07-17"))
        finally:
            server.start()
        assert archive.fingerprint() == before
        archive.add(record_of("b", "2018-07-17"))
        assert archive.counts()["reports"] == 2


def test_a_server_that_is_not_there():
    pytest.importorskip("psycopg", reason="skipped: no psycopg")
    with pytest.raises(ArchiveError, match="server"):
        Archive("postgresql://nobody@127.0.0.1:1/nothing")


def test_where_an_archive_lives(monkeypatch, tmp_path):
    monkeypatch.delenv("DATELINE_ARCHIVE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert archive_url() == f"sqlite:///{tmp_path}/dateline/archive.db"
    monkeypatch.setenv("DATELINE_ARCHIVE", "postgresql://me@there/mine")
    assert archive_url() == "postgresql+psycopg://me@there/mine"
    assert archive_url(tmp_path / "x.db") == f"sqlite:///{tmp_path}/x.db"
    with pytest.raises(UsageError, match="mysql"):
        archive_url("mysql://x")


def test_the_migrations_make_the_tables_of_the_models(archive):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from dateline.archive.schema import Base

    tables = set(Base.metadata.tables)
    options = {"include_name": lambda name, kind, parents: kind != "table" or name in tables}
    with archive.database.reading() as connection:
        found = compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata)
        revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    fulltext = {"reports_fts", "statements_fts", "positions_fts", "agenda_fts", "fts"}
    assert [d for d in found if not (fulltext & {getattr(d[-1], "name", "")})] == []
    assert revision == REVISION
