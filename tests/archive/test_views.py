"""What pages ask: the same answers from a file and from a server."""

import zlib

import orjson
import pytest
from made_records import record_of
from sqlalchemy import delete, select

from dateline.archive import Archive, schema
from dateline.archive.dossier import differing
from dateline.archive.issues import stands


def a_record(report, published, status, **more):
    """A report of the ministers' meeting on 16 July, with its agenda, a statement, positions and events."""
    body = f"Report {report}: the ministers meet; arms control is on the table, the islands are not."
    span = {"part": "body", "start": 0, "end": len(body)}
    topics = [("arms control", "expected"), ("the islands", "excluded")]
    agenda = [{"topic": topic, "standing": standing, "evidence": [span]} for topic, standing in topics]
    said = [("Aron Vale", "the islands are ours")]
    record = record_of(report, published, [{"status": status, "agenda": agenda}], said, body=body, **more)
    data = orjson.loads(record.to_json())
    data["actors"] = [
        {"id": "a1", "name": "Aron Vale", "kind": "person", "country": "RUS", "office": "president", "code": "RUSGOV"},
        {"id": "a2", "name": "Bela Stone", "kind": "person", "country": "USA", "office": "secretary", "code": "USAGOV"},
    ]
    data["positions"] = [
        {"holder": {"name": "Aron Vale", "country": "RUS"}, "issue": "the islands", "stance": stance,
         "frame": "our islands", "evidence": [span], "evidence_text": body}
        for stance in ("refuses" if status == "held" else "offers",)
    ]  # fmt: skip
    data["events"] = [
        {"event": "CONSULT", "cameo": "040", "actors": ["RUSGOV"], "recipients": ["USAGOV"], "date": published,
         "evidence": [span]},
        {"event": "AGREE", "cameo": "050", "actors": ["RUSGOV", "USAGOV"], "evidence": [span]},
    ]  # fmt: skip
    return type(record).from_json(orjson.dumps(data))


@pytest.fixture
def views(archive):
    """The views of an archive in which a meeting is planned, then held, and another one is to come."""
    proposed = {"status": "proposed", "date": "2018-09-01", "who": ["Dmitri Rook", "Cora Finch"]}
    archive.add(
        a_record("r1", "2018-07-02", "scheduled"),
        a_record("r2", "2018-07-17", "held", source="Other"),
        record_of("r3", "2018-07-18", [proposed]),
    )
    return archive.views


def test_what_is_coming_on_a_day(views):
    assert views.latest_day() == "2018-07-18"
    assert [(c["date"], c["status"]) for c in views.upcoming("2018-07-18")] == [("2018-09-01", "proposed")]
    assert [(c["date"], c["status"]) for c in views.upcoming("2018-07-05")] == [("2018-07-16", "scheduled")]
    assert views.upcoming("2018-07-01") == []


def test_what_changed(views):
    [change] = views.changes("2018-07-10", "2018-07-18")
    assert (change["before"], change["status"], change["report"]) == ("scheduled", "held", "r2")
    assert views.changes("2018-07-01", "2018-07-10") == []
    off = views.off_the_table("2018-07-01", "2018-07-10")
    assert [(t["topic"], t["report"], t["day"]) for t in off] == [("the islands", "r1", "2018-07-02")]
    assert off[0]["contact"]["date"] == "2018-07-16"


def test_who_deals_with_whom(views):
    assert views.busiest("2018-01-01", "2018-12-31") == [
        {"a": "FIN", "b": "RUS", "contacts": 1, "latest": "2018-09-01"},
        {"a": "RUS", "b": "USA", "contacts": 1, "latest": "2018-07-16"},
    ]
    assert views.busiest("2018-08-01", "2018-12-31")[0]["a"] == "FIN"
    assert views.partners("RUS", "2018-01-01", "2018-12-31") == [
        {"party": "FIN", "contacts": 1}, {"party": "USA", "contacts": 1},
    ]  # fmt: skip
    assert [c["date"] for c in views.latest("2018-01-01", "2018-12-31")] == ["2018-09-01", "2018-07-16"]
    assert [c["date"] for c in views.latest("2018-01-01", "2018-12-31", pair=("USA", "RUS"))] == ["2018-07-16"]
    assert [c["date"] for c in views.latest("2018-01-01", "2018-12-31", party="FIN")] == ["2018-09-01"]
    assert [c["date"] for c in views.between("2018-07", "2018-07")] == ["2018-07-16"]


def test_deeds_have_a_row_for_each_pair(views):
    first = [d for d in views.deeds("USA", "RUS") if d["report"] == "r1"]
    assert {d["day"] for d in first} == {"2018-07-02"}
    assert sorted((d["a"], d["b"], d["event"]) for d in first) == [
        ("RUS", "USA", "AGREE"), ("RUS", "USA", "CONSULT"), ("USA", "RUS", "AGREE"),
    ]  # fmt: skip
    assert views.deeds("USA", "RUS", since="2018-07-10", limit=2)[0]["report"] == "r2"
    assert views.deeds("USA", "FIN") == []


def test_deeds_of_an_older_archive_are_filled_in(views, archive):
    from importlib import import_module

    migration = import_module("dateline.archive.migrations.versions.0002_what_pages_ask")
    before = views.deeds("USA", "RUS")
    with archive.database.writing() as connection:
        connection.execute(delete(schema.Deed))
        migration.fill(connection)
    assert views.deeds("USA", "RUS") == before != []


def test_who_someone_was(views):
    assert views.offices("Aron Vale") == [
        {"office": "president", "kind": "person", "country": "RUS", "code": "RUSGOV", "first": "2018-07-02",
         "last": "2018-07-17", "reports": 2}
    ]  # fmt: skip
    assert views.names_beginning("Aron") == ["Aron Vale"]
    assert views.names_beginning("Bela Stone") == ["Bela Stone"]
    assert views.speakers("2018-01-01") == [{"name": "Aron Vale", "country": "RUS", "statements": 2}]


def test_issues_and_who_stands_where(views, archive):
    [issue] = views.issues()
    assert (issue["issue"], issue["positions"], issue["parties"]) == ("the islands", 2, ["RUS"])
    told = stands(archive.positions(on="islands"))
    assert [(s["stance"], s["since"], s["frames"]) for s in told] == [
        ("offers", "2018-07-02", ["our islands"]), ("refuses", "2018-07-17", ["our islands"]),
    ]  # fmt: skip


def test_a_dossier(views, archive):
    contact = next(archive.contacts(status="held"))
    around = views.dossier(archive.contact(contact["id"]))
    assert around["offices"] == {"Aron Vale": "president", "Bela Stone": "secretary"}
    assert set(around["words"]) == {"r1#c1", "r2#c1"}
    assert [s["text"] for s in around["statements"]] == ["the islands are ours"]
    assert {p["stance"] for p in around["positions"]} == {"offers", "refuses"}
    values = [{"settled": True, "reports": ["r2"]}, {"settled": False, "reports": ["r1"]}]
    assert differing({"differences": [{"field": "date", "values": values}]}) == {"date": {"r1"}}


def test_what_stands_around_a_report(views):
    around = views.surroundings("r1")
    assert set(around["contacts"]) == {"c1"}
    assert around["statements"]["s1"]["speaker"] == "Aron Vale"
    assert views.surroundings("none") is None


def test_search_has_facets(views):
    found = views.search("islands", {})
    assert {hit["in"] for hit in found.hits} == {"reports", "statements", "positions", "agenda", "contacts"}
    assert found.facets["party"] == {"RUS": 5, "USA": 1}
    assert found.facets["source"]["Other"] == 5
    narrow = views.search("islands", {"in": "positions", "kind": "offers", "party": "RUS", "year": "2018"})
    assert [hit["kind"] for hit in narrow.hits] == ["offers"]
    assert [hit["in"] for hit in views.search("islands", {"status": "held"}).hits] == ["contacts"]
    assert [hit["in"] for hit in views.search("finch", {}).hits if hit["in"] == "contacts"] == ["contacts"]
    assert views.search("islands", {}, since="2019").hits == []
    assert views.search("islands", {"year": "2017"}).hits == []
    assert {hit["in"] for hit in views.search("islands", {"party": "RUS"}).hits} == {
        "statements", "positions", "contacts",
    }  # fmt: skip
    assert views.search("islands", {"party": 'RUS" OR "x'}).hits == []


def test_bodies_are_those_of_the_records(views, archive):
    with archive.database.reading() as connection:
        data = connection.scalar(select(schema.Report.record).where(schema.Report.id == "r1"))
    assert views.bodies(["r1", "none"]) == {"r1": orjson.loads(zlib.decompress(data))["report"]["body"]}


def test_an_empty_archive_has_nothing_to_tell(archive):
    views = archive.views
    assert isinstance(archive, Archive)
    assert views.latest_day() is None
    assert views.span() is None
    assert (views.upcoming("2018-07-01"), views.issues(), views.speakers("2018-01-01")) == ([], [], [])
