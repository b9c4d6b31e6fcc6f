"""The archive answers: who met whom, who said what, where words are found."""

import pytest
from made_records import record_of

from dateline.archive import Archive
from dateline.archive.searching import fts5, parsed, tsquery
from dateline.errors import UsageError

OFF = "Crimea is off the agenda."
GUEST = ("Ella Marsh", "Cora Finch")


@pytest.fixture
def filled(archive):
    archive.add(
        record_of("plan", "2018-07-02", [{"status": "scheduled", "kind": "summit"}], [("Aron Vale", OFF)]),
        record_of("summit", "2018-07-17", [{"kind": "summit"}], [("Bela Stone", "We had a long talk about arms.")]),
        record_of("visit", "2018-09-02", [{"kind": "visit", "date": "2018-09-01/2018-09-03", "who": GUEST}]),
        record_of("inside", "2018-09-03", [{"date": "2018-09-02", "who": GUEST}]),
    )
    return archive


def ids(lines):
    return [line["accounts"][0]["report"] for line in lines]


def test_contacts_by_parties_time_status_and_kind(filled):
    assert ids(filled.contacts(between=("RUS", "USA"))) == ["plan"]
    assert ids(filled.contacts(between=("Russia", "United States"))) == ["plan"]
    assert ids(filled.contacts(parties=["Finch"])) == ["inside", "visit"]
    assert ids(filled.contacts(parties=["FIN"], kind="visit")) == ["visit"]
    assert ids(filled.contacts(since="2018-09", until="2018-09")) == ["inside", "visit"]
    assert ids(filled.contacts(until="2018-08")) == ["plan"]
    assert ids(filled.contacts(status="scheduled")) == []
    assert ids(filled.contacts(country="FIN", limit=1)) == ["inside"]


def test_a_contact_keeps_the_history_of_its_status(filled):
    (contact,) = filled.dyad("USA", "RUS")
    assert [(h["status"], h["published"]) for h in contact["history"]] == [
        ("scheduled", "2018-07-02"), ("held", "2018-07-17"),
    ]  # fmt: skip
    assert contact["status"] == "held"


def test_a_meeting_inside_a_visit_hangs_under_it(filled):
    meeting, visit = filled.contacts(parties=["Finch"])
    assert meeting["part_of"] == visit["id"]
    assert visit["part_of"] is None


def test_an_id_from_before_others_joined_still_finds_its_contact(filled):
    from dateline.archive.settling import contact_id

    assert filled.contact(contact_id("summit#c1"))["id"] == contact_id("plan#c1")
    assert filled.contact("nothing") is None


def test_statements_by_speaker_and_about(filled):
    assert [s["report"] for s in filled.statements(by="Vale")] == ["plan"]
    assert [s["report"] for s in filled.statements(by="RUS", about="crimea NEAR agenda")] == ["plan"]
    assert [s["report"] for s in filled.statements(about="talks")] == ["summit"]
    assert [s["report"] for s in filled.statements(since="2018-07-10")] == ["summit"]
    assert list(filled.statements(by="Vale", about="arms")) == []
    (line,) = filled.statements(by="Vale")
    assert filled.line(line["id"])["text"] == line["text"]


def test_search_finds_reports_and_statements(filled):
    assert {(h["in"], h["report"]) for h in filled.search("Crimea")} == {("statements", "plan")}
    assert {h["in"] for h in filled.search("ministers dealings")} == {"reports"}
    assert list(filled.search("Crimea", since="2019")) == []


def test_lines_come_page_by_page(tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.archive.asking.paging.PAGE", 2)
    with Archive(tmp_path / "a.db") as archive:
        for n in range(1, 8):
            said = [("Aron Vale", f"Word {n}.")]
            archive.add(record_of(f"r{n}", f"2018-07-{n:02}", [{"date": f"2018-{n:02}-01"}], said))
        assert [s["report"] for s in archive.statements()] == [f"r{n}" for n in range(7, 0, -1)]
        assert [c["date"] for c in archive.contacts()] == [f"2018-{n:02}-01" for n in range(7, 0, -1)]
        assert [c["date"] for c in archive.dyad("RUS", "USA")] == [f"2018-{n:02}-01" for n in range(1, 8)]


@pytest.mark.parametrize(
    ("text", "sqlite", "postgres"),
    [
        ("Crimea", '"crimea"', "(crimea)"),
        ("annex*", '"annex"*', "(annex:*)"),
        ('"state of war"', '"state of war"', "(state <-> of <-> war)"),
        ("a OR b", '("a" OR "b")', "((a) | (b))"),
        ("a b NOT c", '(("a" AND "b") NOT "c")', "(((a) & (b)) & ! (c))"),
        ("a NEAR/1 b", 'NEAR("a" "b", 1)', "((a) <1> (b) | (a) <2> (b) | (b) <1> (a) | (b) <2> (a))"),
    ],
)
def test_what_is_typed_becomes_a_query(text, sqlite, postgres):
    assert fts5(parsed(text)) == sqlite
    assert tsquery(parsed(text)) == postgres


@pytest.mark.parametrize("text", ["", "(", "a )", "AND a", "a NEAR", "(a OR b) NEAR c", '""', "-"])
def test_what_makes_no_query_is_told(text, archive):
    with pytest.raises(UsageError, match="search"):
        list(archive.search(text))


def test_what_is_no_date_or_party_is_told(archive):
    with pytest.raises(UsageError, match="no date"):
        list(archive.contacts(since="yesterday"))
    with pytest.raises(UsageError, match="no state"):
        list(archive.contacts(between=("RUS", "Atlantis")))


def test_a_list_goes_on_after_a_line(archive, many):
    archive.add(*many)
    whole = [c["id"] for c in archive.contacts()]
    assert [c["id"] for c in archive.contacts(after=whole[3])] == whole[4:]
    with pytest.raises(UsageError, match="begin again"):
        list(archive.contacts(after="c0"))
    with pytest.raises(UsageError, match="no id of a line"):
        list(archive.statements(after="c0"))


def test_statements_go_on_after_one(archive):
    said = [("Aron Vale", f"the talks went on for {n} days") for n in range(9)]
    archive.add(record_of("r1", "2018-07-10", statements=said))
    whole = [s["id"] for s in archive.statements()]
    assert [s["id"] for s in archive.statements(after=whole[4], about="talks", limit=2)] == whole[5:7]


@pytest.mark.parametrize(
    ("told", "code"),
    [("RUS", "RUS"), ("Russia", "RUS"), ("US", "USA"), ("UK", "GBR"), ("EU", "EUU"), ("UN", "UN"), ("NAM", "NAM"),
     ("XYZ", "XYZ"), ("Aron Vale", None)],
)  # fmt: skip
def test_a_party_is_found_by_its_code_its_name_or_what_it_is_called_in_short(told, code):
    from dateline.archive.parties import party_code

    assert party_code(told) == code
