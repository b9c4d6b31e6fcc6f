"""What each page says, without a browser."""

import csv
import io

import pytest
from fastapi.testclient import TestClient

from dateline.archive import Archive
from dateline.web import create_app
from dateline.web.marks import pieces

PATHS = [
    "/", "/?on=2017-05-01", "/contacts", "/contacts?with=RUS&and=Stone&kind=meeting&status=held&in=FIN&from=2017",
    "/statements?by=Rook&about=islands", "/positions?of=RUS&on=sanctions&stance=opposes", "/dyads", "/dyads/RUS-USA",
    "/dyads/RUS-USA?from=2018&to=2018", "/actors", "/actors?q=val", "/actors/RUS", "/actors/Aron%20Vale", "/issues",
    "/issues?on=sanctions", "/calendar", "/calendar?month=2018-03", "/map", "/map?with=RUS&from=2017", "/network",
    "/network?year=2017", "/network?year=all", "/search", "/search?q=islands", "/search?q=vale&status=held&year=2018",
    "/reports/r00a", "/read",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_there(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert "<h1" in answer.text
    assert len(answer.content) < 250_000


@pytest.mark.parametrize("path", ["/contacts/c0", "/reports/none", "/dyads/RUS", "/dyads/RUS-RUS", "/actors/Nobody",
                                  "/map/x", "/contacts?format=xml"])  # fmt: skip
def test_what_is_not_there_is_told(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/contacts?from=soon", "/calendar?month=soon", "/map?with=Nowhere", "/issues?on=--",
                                  "/contacts?after=c0"])  # fmt: skip
def test_what_cannot_be_meant_is_told(client, path):
    answer = client.get(path)
    assert answer.status_code == 400
    assert "standfirst" in answer.text


def test_an_empty_archive_tells_the_next_command(tmp_path):
    with Archive(tmp_path / "a.db") as archive, TestClient(create_app(archive)) as visitor:
        text = visitor.get("/").text
    assert f"dateline ingest reports.jsonl --archive {tmp_path / 'a.db'}" in text


def test_each_table_is_a_file_too(client, archive):
    rows = list(csv.DictReader(io.StringIO(client.get("/contacts?with=FIN&format=csv").text)))
    lines = client.get("/contacts?with=FIN&format=json").json()
    assert [row["id"] for row in rows] == [line["id"] for line in lines]
    assert [line["id"] for line in lines] == [c["id"] for c in archive.contacts(parties=["FIN"])]
    assert client.get("/dyads/RUS-USA?table=events&format=json").json()[0]["event"] in ("CONSULT", "REJECT")


def test_lists_go_on(client, archive):
    seen, path = [], "/statements"
    while path:
        answer = client.get(path)
        seen += [line["id"] for line in client.get(path + ("&" if "?" in path else "?") + "format=json").json()[:50]]
        following = answer.text.partition('rel="next" href="')[2].partition('"')[0].replace("&amp;", "&")
        path = following or None
    assert seen == [s["id"] for s in archive.statements()]


def test_a_formula_in_a_cell_is_no_formula():
    from dateline.web.tables import Table

    table = Table({"text": lambda line: line["text"]}, [{"text": "=1+1"}, {"text": "plain"}])
    assert table.csv().splitlines() == ["text", "'=1+1", "plain"]


def test_an_old_id_leads_to_its_contact(client, archive):
    contact = next(c for c in archive.contacts() if len(c["accounts"]) > 1)
    from dateline.archive.settling import contact_id

    account = next(a for a in contact["accounts"] if contact_id(f"{a['report']}#{a['contact']}") != contact["id"])
    old = contact_id(f"{account['report']}#{account['contact']}")
    answer = client.get(f"/contacts/{old}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (302, f"/contacts/{contact['id']}")


def test_facets_narrow_and_count(client):
    whole = client.get("/search?q=islands&format=json").json()
    narrow = client.get("/search?q=islands&in=statements&party=RUS&format=json").json()
    assert {hit["in"] for hit in whole} == {"agenda", "contacts", "reports", "statements"}
    assert narrow
    assert narrow == [hit for hit in whole if hit["in"] == "statements" and hit["parties"] == ["RUS"]]
    held = client.get("/search?q=islands&status=held&format=json").json()
    assert held
    assert {(hit["in"], hit["status"]) for hit in held} == {("contacts", "held")}


def test_the_front_page_tells_what_is_coming_and_what_changed(client):
    text = client.get("/?on=2017-04-04").text
    assert "Meeting in" in text.partition("What is coming")[2].partition("What changed")[0]
    changed = client.get("/?on=2017-05-01&table=changes&format=json").json()
    assert {(c["before"], c["status"]) for c in changed} <= {("scheduled", "held"), ("scheduled", "cancelled")}
    assert changed
    excluded = client.get("/?on=2017-05-01&table=off-the-table&format=json").json()
    assert {t["topic"] for t in excluded} == {"The islands"}


def test_the_curve_is_the_mean_of_goldsteins_scores():
    from dateline.web.dyads import curve, goldstein

    deeds = [{"day": "2018-07-16", "a": "RUS", "cameo": "040"}, {"day": "2018-07-20", "a": "RUS", "cameo": "120"}]
    [month] = curve(deeds)
    assert month == {"month": "2018-07", "from": "RUS", "events": 2,
                     "goldstein": round((goldstein("040") + goldstein("120")) / 2, 2)}  # fmt: skip
    assert goldstein("040") > 0 > goldstein("120")


def test_pieces_put_together_are_the_text(archive):
    record = archive.record("r00b")
    for part, text in record.report.parts().items():
        assert "".join(piece.text for piece in pieces(record)[part]) == text


def test_overlapping_words_belong_to_all_their_lines(archive):
    record = archive.record("r00b")
    piece = next(p for p in pieces(record)["body"] if p.text == "The islands")
    assert {"statement-s1", "agenda-c1-2"} <= set(piece.lines)
    assert piece.kinds == ("statement", "agenda")


def test_a_pasted_text_is_read_and_not_stored(client, archive, examples):
    before = archive.counts()
    answer = client.post("/read", data={"text": (examples / "helsinki.txt").read_text(encoding="utf-8")})
    assert answer.status_code == 200
    assert "nothing was stored" in answer.text
    assert 'data-lines="contact-' in answer.text
    assert archive.counts() == before


def test_a_text_too_long_is_refused(client):
    assert client.post("/read", data={"text": "word " * 20_000}).status_code in (400, 413)
    assert client.post("/read", data={"text": "  "}, follow_redirects=False).status_code == 303


@pytest.mark.parametrize("party", ["USA", "UN", "EUU", "AU", "RUS"])
def test_a_party_is_looked_for_by_its_names(party):
    from dateline.archive.searching import parsed
    from dateline.web.dyads import naming

    words = naming(party)
    parsed(words)
    assert '"us"' not in words
    assert {"USA": "american", "UN": "united nations", "EUU": "european union", "AU": "african union",
            "RUS": "russia"}[party] in words  # fmt: skip


def test_date_and_source_of_a_pasted_text_may_be_said(client):
    text = "Two ministers met in Oslo on Monday, a spokeswoman said on Tuesday."
    answer = client.post("/read", data={"text": text, "published": "3 July 2018", "source": "Northern Wire"})
    assert answer.status_code == 200
    assert "2018-07-03" in answer.text
    assert "Northern Wire" in answer.text


def test_a_text_that_is_refused_stays_in_its_form(client):
    text = "Two ministers met in Oslo on Monday, a spokeswoman said."
    answer = client.post("/read", data={"text": text, "published": "next week"})
    assert answer.status_code == 422
    assert "is no date with its year" in answer.text
    assert text in answer.text
