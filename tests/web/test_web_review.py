"""Reviewers correct the record; nobody else changes anything."""

import html
import re

import pytest
from fastapi.testclient import TestClient
from made_dealings import TOKEN, report

from dateline.record import Record
from dateline.web import create_app
from dateline.web.session import COOKIE

OWN = {"origin": "http://testserver", "sec-fetch-site": "same-origin"}


def enter(visitor, name="Jo Marsh", token=TOKEN):
    return visitor.post("/review/enter", data={"token": token, "name": name}, headers=OWN, follow_redirects=False)


def form_of(visitor, path="/review/decisions"):
    return re.search(r'name="form" value="([^"]+)"', visitor.get(path).text)[1]


@pytest.fixture
def jo(reviewer):
    """A reviewer who has given the token: sends forms with everything that they carry."""
    enter(reviewer)
    mark = form_of(reviewer)

    def decide(path, headers=OWN, **fields):
        return reviewer.post(path, data={"form": mark, "back": "/review"} | fields, headers=headers)

    reviewer.decide = decide
    return reviewer


def unsure(archive):
    """Add a statement without a speaker; its id."""
    record = report("r-unsure", "2018-12-20", "Aron Vale", "Bela Stone", "Geneva", "2018-12-21", "held")
    told = record.model_dump(by_alias=True)
    told["statements"][0]["speaker"] = {"name": None, "actor": None, "country": None}
    archive.add(Record.model_validate(told))
    return next(s["id"] for s in archive.statements() if s["speaker"] is None)


CHANGES = [
    ("/lines/{line}", {"verdict": "accept"}),
    ("/lines/{line}", {"verdict": "reject"}),
    ("/lines/{line}", {"verdict": "correct", "speaker": "Ella Marsh"}),
    ("/review/pairs", {"a": "{a}", "b": "{b}", "verdict": "split"}),
    ("/review/contacts/{contact}/split", {"account": "{a}"}),
    ("/review/contacts/{contact}/merge", {"other": "{other}"}),
    ("/review/contacts/{contact}", {"verdict": "reject"}),
    ("/review/contacts/{contact}", {"verdict": "correct", "date": "2018-01-01"}),
    ("/review/undo", {"decisions": "1"}),
    ("/review/leave", {}),
]


def filled_in(archive):
    """Ids for `CHANGES`, of the archive."""
    contacts = list(archive.contacts())
    contact = next(c for c in contacts if len(c["accounts"]) > 1)
    a, b = (f"{x['report']}#{x['contact']}" for x in contact["accounts"][:2])
    other = next(c for c in contacts if c["id"] != contact["id"])
    ids = {"line": next(archive.statements())["id"], "a": a, "b": b, "contact": contact["id"], "other": other["id"]}
    return [(path.format(**ids), {k: v.format(**ids) for k, v in fields.items()}) for path, fields in CHANGES]


def test_without_the_token_pages_only_read(reviewer, own_archive):
    before = own_archive.fingerprint()
    for path, fields in filled_in(own_archive):
        answer = reviewer.post(path, data={"form": "x"} | fields, headers=OWN)
        assert answer.status_code == 403, path
    assert own_archive.fingerprint() == before
    assert not list(own_archive.decisions())


def test_without_review_there_is_no_token_to_give(client, archive):
    assert "only read" in client.get("/review").text
    assert "Review</a>" not in client.get("/").text
    assert enter(client).status_code == 403
    for path, fields in filled_in(archive):
        assert client.post(path, data={"form": "x"} | fields, headers=OWN).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site", "origin": "http://testserver"},
        {"sec-fetch-site": "none"},
    ],
)
def test_no_other_site_can_decide_for_a_reviewer(jo, own_archive, headers):
    for path, fields in filled_in(own_archive):
        assert jo.decide(path, headers=headers, **fields).status_code == 403, path
    assert not list(own_archive.decisions())


@pytest.mark.parametrize("mark", ["", "wrong", "é"])
def test_a_form_without_its_mark_changes_nothing(jo, own_archive, mark):
    for path, fields in filled_in(own_archive):
        assert jo.decide(path, form=mark, **fields).status_code == 403, path
    assert not list(own_archive.decisions())


def test_readers_see_no_forms_for_deciding(reviewer, own_archive):
    line, contact = next(own_archive.statements()), next(own_archive.contacts())
    for path in (f"/lines/{line['id']}", f"/review/contacts/{contact['id']}", "/review/decisions"):
        page = reviewer.get(path)
        assert page.status_code == 200
        assert 'action="/lines' not in page.text
        assert "checkbox" not in page.text
    enter(reviewer)
    assert 'value="reject"' in reviewer.get(f"/lines/{line['id']}").text


def test_the_cookie_is_kept_from_scripts_and_other_sites(reviewer):
    answer = enter(reviewer)
    cookie = answer.headers["set-cookie"].lower()
    assert answer.status_code == 303
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert TOKEN not in cookie
    assert answer.headers["cache-control"] == "no-store"


def test_a_cookie_of_our_own_making_is_none(reviewer, own_archive):
    enter(reviewer)
    value = reviewer.cookies[COOKIE]
    assert 'id="token"' not in reviewer.get("/review").text
    reviewer.cookies.clear()
    for forged in (value[:-2] + "xx", "." + value, "", "eyJuYW1lIjoiSm8ifQ"):
        assert 'id="token"' in reviewer.get("/review", headers={"cookie": f"{COOKIE}={forged}"}).text
    with TestClient(create_app(own_archive, review_token="another token that tests know")) as other:
        other.cookies.set(COOKIE, value)
        assert 'id="token"' in other.get("/review").text


def test_wrong_tokens_are_soon_no_longer_looked_at(reviewer):
    for _ in range(10):
        assert enter(reviewer, token="wrong").status_code == 403
    assert enter(reviewer).status_code == 429


def test_a_name_is_asked_for(reviewer):
    assert enter(reviewer, name=" ").status_code == 400
    assert COOKIE not in reviewer.cookies


def test_a_line_is_corrected_and_the_correction_taken_back(jo, own_archive):
    line = unsure(own_archive)
    assert line in jo.get("/review?about=statement").text
    answer = jo.decide(f"/lines/{line}", verdict="correct", speaker=" Ella  Marsh ", country="United States", said="")
    assert str(answer.url).endswith("/review?done=1")
    assert "Jo Marsh corrected a statement" in answer.text
    told = own_archive.line(line)
    assert (told["speaker"], told["country"], told["said"], told["judged"]) == ("Ella Marsh", "USA", None, "correct")
    assert line not in jo.get("/review?about=statement").text
    (decision,) = own_archive.decisions()
    assert (decision["reviewer"], decision["verdict"], decision["id"]) == ("Jo Marsh", "correct", 1)
    assert "Taken back" in jo.decide("/review/undo", decisions="1").text
    assert own_archive.line(line)["speaker"] is None
    assert line in jo.get("/review?about=statement").text


def test_a_rejected_line_is_no_longer_listed(jo, own_archive):
    line = next(own_archive.positions())
    page = f"/lines/{line['id']}"
    answer = jo.decide(page, verdict="reject", back=page)
    assert answer.url.path == page
    assert "Rejected by a person" in answer.text
    assert line["id"] not in {p["id"] for p in own_archive.positions()}
    listed = jo.get("/review/decisions?format=csv").text
    assert "Jo Marsh,reject,position" in listed
    assert jo.get("/review/decisions?format=json").json()[0]["reviewer"] == "Jo Marsh"
    assert jo.get("/api/v1/decisions").json()["items"][0]["verdict"] == "reject"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "nothing was changed"),
        ({"country": "Nowhere at all"}, "country"),
        ({"stance": "likes"}, "stance"),
        ({"issue": " "}, "issue"),
        ({"holder": "x" * 401}, "holder"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(jo, own_archive, fields, told):
    line = next(own_archive.positions())
    answer = jo.decide(f"/lines/{line['id']}", verdict="correct", **fields)
    assert answer.status_code in (400, 422)
    assert told in answer.text
    assert not list(own_archive.decisions())


def test_accounts_are_taken_out_of_a_contact_and_put_back(jo, own_archive):
    contact = next(c for c in own_archive.contacts() if len(c["accounts"]) == 2)
    page = f"/review/contacts/{contact['id']}"
    ticked = f"{contact['accounts'][0]['report']}#{contact['accounts'][0]['contact']}"
    answer = jo.decide(f"{page}/split", account=ticked, back=page)
    assert "parted" in answer.text
    assert len(own_archive.contact(contact["id"])["accounts"]) == 1
    other = next(
        c for c in own_archive.contacts() if {a["report"] for a in c["accounts"]} == {contact["accounts"][1]["report"]}
    )
    answer = jo.decide(f"{page}/merge", other=f"http://testserver/contacts/{other['id']}", back=page)
    assert "joined" in answer.text
    assert len(own_archive.contact(contact["id"])["accounts"]) == 2
    assert [d["verdict"] for d in own_archive.decisions()] == ["split", "merge"]
    jo.decide("/review/undo", decisions="1,2")
    assert own_archive.contact(contact["id"]) == contact


def test_whole_contacts_are_joined_and_parted_by_one_press(jo, own_archive):
    first, second = [c for c in own_archive.contacts() if len(c["accounts"]) == 2][:2]
    answer = jo.decide(f"/review/contacts/{first['id']}/merge", other=second["id"])
    assert "2 more pairs" in answer.text
    joined = own_archive.contact(first["id"])
    assert len(joined["accounts"]) == 4
    done = re.search(r'name="decisions" value="([\d,]+)"', answer.text)[1]
    jo.decide("/review/undo", decisions=done)
    assert own_archive.contact(first["id"]) == first
    assert own_archive.contact(second["id"]) == second


def test_the_fields_of_a_contact_are_corrected(jo, own_archive):
    contact = next(c for c in own_archive.contacts() if len(c["participants"]) == 2 and c["agenda"])
    page = f"/review/contacts/{contact['id']}"
    first, topic = contact["participants"][0], contact["agenda"][0]["topic"]
    fields = {
        "kind": contact["kind"], "status": "cancelled", "date": "", "place": "Tokyo, Japan",
        "participants": f"{first['name']}, {first['country']}\r\n\r\nA Body, with a comma,\nEU envoys, EU",
        "agenda": f"{topic}: agreed",
    }  # fmt: skip
    answer = jo.decide(page, verdict="correct", back=page, **fields)
    assert "Set by people" in answer.text
    told = own_archive.contact(contact["id"])
    assert (told["kind"], told["status"], told["date"]) == (contact["kind"], "cancelled", None)
    assert (told["place"]["name"], told["place"]["country"]) == ("Tokyo", "JPN")
    assert [(p["name"], p["country"]) for p in told["participants"]] == [
        (first["name"], first["country"]),
        ("A Body, with a comma", None),
        ("EU envoys", "EUU"),
    ]
    assert told["agenda"][0]["standing"] == "agreed"
    again = jo.decide(page, verdict="correct", back=page, status="cancelled", date="")
    assert (again.status_code, "nothing was changed" in again.text) == (400, True)
    assert jo.decide(page, verdict="correct", status="unheard of").status_code == 400
    jo.decide("/review/undo", decisions="1")
    assert own_archive.contact(contact["id"]) == contact


def test_a_rejected_contact_is_gone_until_it_is_taken_back(jo, own_archive):
    contact = next(own_archive.contacts())
    page = f"/review/contacts/{contact['id']}"
    answer = jo.decide(page, verdict="reject", back=page)
    assert (answer.status_code, answer.url.path) == (200, "/review")
    assert jo.get(page).status_code == 404
    jo.decide("/review/undo", decisions="1")
    assert own_archive.contact(contact["id"]) == contact


def test_the_form_as_it_is_changes_nothing(jo, own_archive):
    """What a page shows in its fields is what the archive has, so that a press of the button alone changes nothing."""
    for contact in own_archive.contacts():
        text = jo.get(f"/review/contacts/{contact['id']}").text
        area = re.search(r'<textarea name="participants"[^>]*>\n(.*?)</textarea>', text, re.S)[1]
        fields = {"participants": html.unescape(area)}
        for name in ("date", "place"):
            fields[name] = html.unescape(re.search(rf'name="{name}"[^>]* value="([^"]*)"', text)[1])
        answer = jo.decide(f"/review/contacts/{contact['id']}", verdict="correct", **fields)
        assert "nothing was changed" in answer.text


def test_parts_are_swapped_in_place(jo, own_archive):
    line = unsure(own_archive)
    swap = OWN | {"hx-request": "true"}
    done = jo.decide(f"/lines/{line}", headers=swap, verdict="accept")
    assert "<html" not in done.text
    assert 'hx-post="/review/undo"' in done.text
    refused = jo.decide(f"/lines/{line}", headers=swap, verdict="correct")
    assert refused.status_code == 400
    assert refused.headers["hx-reswap"] == "afterbegin"
    assert "<html" not in refused.text
    assert "Taken back" in jo.decide("/review/undo", headers=swap, decisions="1").text


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_forms_lead_nowhere_else(jo, own_archive, back):
    line = next(own_archive.statements())["id"]
    assert jo.decide(f"/lines/{line}", verdict="accept", back=back).url.path == "/review"
    fields = {"token": TOKEN, "name": "Jo", "back": back}
    answer = jo.post("/review/enter", data=fields, headers=OWN, follow_redirects=False)
    assert answer.headers["location"] == "/review"


def test_leaving_takes_the_cookie_away(jo):
    jo.decide("/review/leave")
    assert 'id="token"' in jo.get("/review").text


def test_a_line_is_shown_in_its_place(client, archive):
    line = next(archive.statements(by="Rook"))
    page = client.get(f"/lines/{line['id']}").text
    assert "<mark>" in page
    marked = re.findall(r"<mark>(.*?)</mark>", page, re.S)
    assert any(line["text"] in words.replace("&#34;", '"') for words in marked)


def test_what_is_not_there_cannot_be_judged(jo):
    for path in ("/lines/s1", "/lines/x", "/review/contacts/c1"):
        assert jo.get(path).status_code == 404
    assert jo.decide("/lines/s1", verdict="accept").status_code == 404
    assert jo.decide("/review/contacts/c1/merge", other="c2").status_code == 404
    assert jo.decide("/review/pairs", a="x#c1", b="y#c1", verdict="merge").status_code == 400
    for numbers in ("7", "x", "1;2", "99999999999999999999", ""):
        assert jo.decide("/review/undo", decisions=numbers).status_code in (400, 422)


def doubtful(archive):
    """Add a report whose contact, statement and position are doubtful; the ids of contact and statement."""
    record = report("r-doubtful", "2018-12-20", "Aron Vale", "Bela Stone", "Geneva", "2018-12-21", "held")
    told = record.model_dump(by_alias=True)
    lines = (told["contacts"][0], told["statements"][0], told["positions"][0])
    for line, confidence in zip(lines, (0.31, 0.41, 0.51), strict=True):
        line["confidence"] = confidence
    archive.add(Record.model_validate(told))
    return (
        next(c["id"] for c in archive.contacts() if c["confidence"] == 0.31),
        next(s["id"] for s in archive.statements() if s["confidence"] == 0.41),
    )


def test_the_queue_begins_with_the_least_sure(jo, own_archive):
    contact, statement = doubtful(own_archive)
    text = jo.get("/review").text
    assert text.index("0.31 sure") < text.index("0.41 sure") < text.index("0.51 sure")
    assert f"/review/contacts/{contact}" in text
    jo.decide(f"/review/contacts/{contact}", verdict="accept")
    jo.decide(f"/lines/{statement}", verdict="reject")
    text = jo.get("/review").text
    assert "0.31 sure" not in text
    assert "0.41 sure" not in text
    assert "0.51 sure" in text


def test_doubtful_lines_are_marked_where_they_are_listed_until_a_person_says_so(jo, own_archive):
    _, statement = doubtful(own_archive)
    for page, figure in (("/contacts", "0.31?"), ("/statements", "0.41?"), ("/positions", "0.51?")):
        assert figure in jo.get(page).text
    assert {"0.31?", "0.41?", "0.51?"} <= set(re.findall(r"0\.\d\d\?", jo.get("/reports/r-doubtful").text))
    jo.decide(f"/lines/{statement}", verdict="accept")
    assert "0.41?" not in jo.get("/statements").text
