"""The API asks the command line's questions, page by page."""

import re
from pathlib import Path

import pytest
from made_dealings import report
from typer.main import get_command

from dateline.cli import app as command_line
from dateline.record import Record
from dateline.web import create_app
from dateline.web.api import shapes

API = "/api/v1"
DOCS = Path(__file__).parents[2] / "docs" / "api.md"


def walked(client, path, **query):
    """Every line of a list, and how many pages it came in."""
    lines, pages, more = [], 0, {}
    while more is not None:
        answer = client.get(API + path, params=query | more).json()
        lines += answer["items"]
        pages += 1
        more = {"next": answer["next"]} if answer["next"] else None
    return lines, pages


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/contacts", {}),
        ("/contacts", {"between": ["RUS", "USA"], "status": "held"}),
        ("/contacts", {"with": ["Vale", "JPN"], "from": "2017-03", "to": "2018"}),
        ("/dyad/Russia/United States", {"from": "2017-02"}),
        ("/statements", {"by": "Dmitri Rook"}),
        ("/statements", {"about": "islands", "to": "2018-03"}),
        ("/positions", {"of": "USA", "on": "fleet", "stance": "opposes"}),
        ("/search", {"words": "islands OR consulates"}),
    ],
)
def test_pages_hold_every_line_once_and_in_order(client, path, query):
    whole = client.get(API + path, params=query | {"limit": 500}).json()
    assert whole["next"] is None
    assert len(whole["items"]) > 8
    lines, pages = walked(client, path, **query, limit=7)
    assert lines == whole["items"]
    assert pages == -(-len(lines) // 7)


def test_answers_are_those_of_the_archive(client, archive):
    found = client.get(f"{API}/contacts?between=RUS&between=USA&kind=meeting&in=FIN&limit=500").json()["items"]
    assert found == list(archive.contacts(between=("RUS", "USA"), kind="meeting", country="FIN"))
    assert client.get(f"{API}/dyad/RUS/USA?limit=500").json()["items"] == list(archive.dyad("RUS", "USA"))
    assert client.get(f"{API}/search?words=islands").json()["items"] == list(archive.search("islands"))


def test_the_link_header_leads_to_the_next_page(client):
    first = client.get(f"{API}/statements?by=Rook&limit=5")
    (address,) = re.findall(r'<(.*)>; rel="next"', first.headers["link"])
    second = client.get(address)
    assert second.json()["items"] == walked(client, "/statements", by="Rook", limit=5)[0][5:10]


def test_tokens_stay_good_while_reports_come_in(reviewer, own_archive):
    before, _ = walked(reviewer, "/contacts", limit=500)
    first = reviewer.get(f"{API}/contacts?limit=3").json()
    last = first["items"][-1]
    # An earlier report of the page's last contact gives that contact another id; another report brings a newer one.
    a, b = (p["name"] for p in last["participants"])
    own_archive.add(
        report("r-earlier", "2016-12-20", a, b, last["place"]["name"], last["date"], "scheduled"),
        report("r-newer", "2019-01-03", "Aron Vale", "Bela Stone", "Geneva", "2019-01-10", "scheduled"),
    )
    assert own_archive.contact(last["id"])["id"] != last["id"]
    rest = []
    token = first["next"]
    while token:
        page = reviewer.get(f"{API}/contacts", params={"limit": 3, "next": token}).json()
        rest += page["items"]
        token = page["next"]
    assert {c["date"] for c in before[3:]} <= {c["date"] for c in rest}
    assert not {c["id"] for c in first["items"][:2]} & {c["id"] for c in rest}
    assert [c["id"] for c in before[3:]] == [c["id"] for c in rest if c["id"] in {b["id"] for b in before[3:]}]


@pytest.mark.parametrize("token", ["nonsense", "W10", "WyJhIiwxXQ", "=", "é", "bnVsbA"])
def test_a_token_that_was_not_given_out_is_refused(client, token):
    assert client.get(f"{API}/statements", params={"next": token}).status_code == 400


def test_a_token_of_another_question_is_refused(client):
    token = client.get(f"{API}/statements?limit=2").json()["next"]
    assert client.get(f"{API}/statements?limit=5&next={token}").status_code == 200
    for path in ("/statements?by=Rook&", "/positions?", "/contacts?", "/search?words=islands&"):
        answer = client.get(f"{API}{path}next={token}")
        assert (answer.status_code, "begin again" in answer.json()["detail"]) == (400, True)


def test_an_answer_that_is_known_is_not_sent_again(client):
    first = client.get(f"{API}/contacts?limit=2")
    tag = first.headers["etag"]
    for known in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
        again = client.get(f"{API}/contacts?limit=2", headers={"if-none-match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(f"{API}/contacts?limit=2", headers={"if-none-match": '"other"'}).status_code == 200
    assert client.get(f"{API}/contacts?limit=3").headers["etag"] != tag


def test_one_thing_is_found_by_its_id(client, archive):
    contact = next(archive.contacts())
    record = archive.record(contact["accounts"][0]["report"])
    statement, position = next(archive.statements()), next(archive.positions())
    for path, there in [
        (f"/contacts/{contact['id']}", contact),
        (f"/show/{contact['id']}", contact),
        (f"/agenda/{contact['id']}", contact["agenda"]),
        (f"/lines/{statement['id']}", archive.line(statement["id"])),
        (f"/show/{position['id']}", archive.line(position["id"])),
    ]:
        assert client.get(API + path).json() == there
    for path in (f"/reports/{record.report.id}", f"/show/{record.report.id}"):
        assert Record.from_json(client.get(API + path).content) == record


def test_answers_have_the_shapes_that_are_described(client, archive):
    for contact in archive.contacts():
        shapes.Contact.model_validate(contact)
    for list_name, shape in (("statements", shapes.Statement), ("positions", shapes.Position)):
        for line in client.get(f"{API}/{list_name}?limit=500").json()["items"]:
            shape.model_validate(line)
            shape.model_validate(client.get(f"{API}/lines/{line['id']}").json())
    for hit in client.get(f"{API}/search?words=islands&limit=500").json()["items"]:
        shapes.Hit.model_validate(hit)


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/nowhere", 404, "Not Found"),
        ("/contacts/c0", 404, "no contact 'c0'"),
        ("/reports/none/such", 404, "no report 'none/such'"),
        ("/lines/s99999999999999999999999", 404, "no statement or position"),
        ("/show/x", 404, "the id 'x'"),
        ("/contacts?status=hold", 422, "status"),
        ("/contacts?satus=held", 422, "satus"),
        ("/contacts?between=RUS", 422, "between"),
        ("/contacts?between=RUS&between=Nowhere", 400, "'Nowhere' is no state"),
        ("/contacts?limit=100000", 422, "limit"),
        ("/contacts?from=2018-13", 400, "'2018-13' is no date"),
        ("/search", 422, "words"),
        ("/search?words=(a", 400, "not closed"),
        ("/search?words=" + "(" * 300, 400, "more than"),
        ("/statements?about=%00", 400, "character"),
    ],
)
def test_errors_are_problem_details(client, path, status, told):
    answer = client.get(API + path)
    problem = shapes.Problem.model_validate(answer.json())
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.status_code == problem.status == status
    assert told in problem.detail


def test_other_methods_are_refused_with_what_is_allowed(client):
    answer = client.delete(f"{API}/contacts")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
    assert answer.json()["status"] == 405


def test_a_text_and_a_report_are_read(client, archive):
    before = archive.counts()
    text = "HELSINKI, July 9 (Example Wire) -- President Aron Vale met Bela Stone here on Monday."
    answer = client.post(f"{API}/read", content=text, headers={"content-type": "text/plain; charset=utf-8"})
    assert Record.from_json(answer.content).report.source == "Example Wire"
    given = {"body": text, "published": 1531143600000, "source": "Example Wire", "unknown": [1]}
    read = Record.from_json(client.post(f"{API}/read", json=given).content)
    assert (read.report.published, read.report.body) == ("2018-07-09T13:40:00Z", text)
    assert archive.counts() == before


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"", "text/plain", 400),
        (b"   ", "text/plain", 400),
        (b"\xff\xfe\xff", "text/plain", 400),
        (b"x " * 30_000, "text/plain", 400),
        (b"a report", "text/html", 415),
        (b"{", "application/json", 400),
        (b"[]", "application/json", 422),
        (b"{}", "application/json", 422),
        (b'{"body": "two words", "photos": 5}', "application/json", 422),
        (b'{"body": "two words", "published": "yesterday"}', "application/json", 422),
        (b'{"body": "' + b"x " * 30_000 + b'"}', "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"x" * (1 << 20) + b"x", "text/plain", 413),
    ],
)
def test_what_cannot_be_read_is_refused(client, body, kind, status):
    answer = client.post(f"{API}/read", content=body, headers={"content-type": kind})
    assert answer.status_code == status
    assert answer.json()["status"] == status


def test_the_parameters_are_the_options_of_the_commands():
    described = create_app().openapi()["paths"]
    for name, path in [
        ("contacts", "/contacts"), ("statements", "/statements"), ("positions", "/positions"), ("search", "/search"),
        ("dyad", "/dyad/{a}/{b}"), ("agenda", "/agenda/{id}"), ("show", "/show/{id}"),
    ]:  # fmt: skip
        asked = {p["name"] for p in described[API + path]["get"]["parameters"]}
        command = get_command(command_line).commands[name]
        options = {
            (p.opts[0].removeprefix("--") if p.opts[0].startswith("--") else p.metavar or p.name)
            .rstrip(".")
            .lower()
            .replace("-", "_")
            for p in command.params
        } - {"archive", "format", "help"}
        assert options == asked - {"next"}, name


def test_every_path_and_parameter_is_documented():
    text = DOCS.read_text(encoding="utf-8")
    sections = dict(re.findall(r"^### `([^`]+)`\n(.*?)(?=^#|\Z)", text, re.M | re.S))
    described = create_app().openapi()["paths"]
    paths = {f"{method.upper()} {path}": o for path, methods in described.items() for method, o in methods.items()}
    assert sections.keys() == paths.keys()
    for path, operation in paths.items():
        for parameter in operation.get("parameters", ()):
            assert f"`{parameter['name']}`" in sections[path] or f"{{{parameter['name']}}}" in path, (path, parameter)
        for status in operation["responses"]:
            assert status == "200" or f"| {status} |" in text


def test_the_description_is_shown_to_people(client):
    page = client.get(f"{API}/docs").text
    for path in client.get(f"{API}/openapi.json").json()["paths"]:
        assert path in page


def test_lists_are_narrowed_to_what_is_sure(client):
    for asked in ("contacts", "statements", "positions", "dyad/RUS/USA"):
        assert client.get(f"{API}/{asked}?min_confidence=0.5").json()["items"] == []
        assert client.get(f"{API}/{asked}").json()["items"][0]["confidence"] is None
    hits = client.get(f"{API}/search?words=islands&min_confidence=0.5").json()["items"]
    assert {hit["in"] for hit in hits} == {"reports"}
    assert client.get(f"{API}/contacts?min_confidence=80").status_code == 422
