"""An empty archive, and records to fill it with."""

import itertools
import os
import uuid

import postgres
import pytest
from made_records import record_of

from dateline.archive import Archive
from dateline.engine import read_all
from dateline.intake import Intake


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server."""
    pytest.importorskip("psycopg", reason="skipped: no psycopg")
    with postgres.server() as running:
        if running is None:
            pytest.skip("skipped: no PostgreSQL installed")
        yield running


@pytest.fixture
def archive(where):
    """An empty archive."""
    with Archive(where) as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgres"])
def where(request, tmp_path):
    """A place for an archive: a file, then a database on a server."""
    if request.param == "sqlite":
        return tmp_path / "archive.db"
    return request.getfixturevalue("server").database(f"d{uuid.uuid4().hex}")


@pytest.fixture(scope="session")
def many():
    """A few dozen records of overlapping dealings: planned, held, told of twice, differing by a day or a place."""
    days = ["2018-07-15", "2018-07-16", "2018-07-17", None, "2018-07", "2018-09-02"]
    places = [{"name": "Helsinki", "country": "FIN", "lat": 60.17, "lon": 24.94}, None]
    sides = [("Aron Vale", "Bela Stone"), ("Vale", "Stone"), ("Dmitri Rook", "Ella Marsh")]
    kinds = ["meeting", "summit", "visit"]
    choices = itertools.product(days, places, sides, kinds)
    return [
        record_of(f"r{n:02}", f"2018-07-{10 + n % 15:02}", [{"date": day, "place": place, "who": who, "kind": kind}])
        for n, (day, place, who, kind) in enumerate(choices)
        if n % 2 == 0
    ]


WIRE_REPORTS = 80
"""Real reports in a test: enough for contacts that several tell of, few enough to be read while one waits."""


@pytest.fixture(scope="session")
def wire_records(shared_data):
    """The records of the first real reports, as JSON lines; from the archive that CI makes of them all, if there is."""
    if where := os.environ.get("DATELINE_WIRE_ARCHIVE"):
        with Archive(where) as archive:
            return [record.to_json() for record in itertools.islice(archive.records(), WIRE_REPORTS)]
    reports = itertools.islice(Intake([str(shared_data / "wire" / "reports.jsonl")], None), WIRE_REPORTS)
    return [line for line in read_all(reports, 1) if isinstance(line, bytes)]
