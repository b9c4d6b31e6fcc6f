"""The reviewers' pages in a real browser."""

import itertools

import orjson
import pytest
from browser import AXE, served
from made_dealings import TOKEN, dealings, report

from dateline.archive import Archive
from dateline.record import Record
from dateline.web import create_app


@pytest.fixture(scope="module")
def queued(tmp_path_factory):
    """An archive with doubtful lines of both kinds, and its pages' address."""
    with Archive(tmp_path_factory.mktemp("review") / "archive.db") as archive:
        archive.add(*itertools.islice(dealings(), 8))
        told, vague = (
            orjson.loads(report(name, day, "Aron Vale", "Bela Stone", "Geneva", "2018-12-21", "held").to_json())
            for name, day in (("r-unsure", "2018-12-20"), ("r-vague", "2018-12-22"))
        )
        for statement in told["statements"]:
            statement["speaker"] = {"name": None, "actor": None, "country": None}
        for each in (told, vague):
            each["contacts"][0] |= {"agenda": [], "place": None, "sessions": []}
        vague["contacts"][0] |= {"kind": "summit", "date": "2018-12-22"}
        del vague["contacts"][0]["participants"][1]
        vague["statements"] = []
        archive.add(Record.model_validate(told), Record.model_validate(vague))
        with served(create_app(archive, review_token=TOKEN)) as address:
            yield archive, address


@pytest.fixture
def enter(visit, queued):
    """Opens a window in which the token has been given."""

    def entered(path="/review", **window):
        opened = visit("/review", address=queued[1], **window)
        opened.page.locator("#name").fill("A. Reader")
        opened.page.locator("#token").fill(TOKEN)
        opened.page.locator("button.main").click()
        opened.page.locator(".reviewer").wait_for()
        opened.page.goto(queued[1] + path)
        return opened

    return entered


def paths(archive):
    """The pages on which reviewers decide."""
    contact = next(c for c in archive.contacts() if len(c["accounts"]) > 1)
    statement, position = next(archive.statements()), next(archive.positions())
    return [
        "/review", "/review?about=statement", f"/lines/{statement['id']}", f"/lines/{position['id']}",
        f"/review/contacts/{contact['id']}", "/review/decisions", "/api/v1/docs",
    ]  # fmt: skip


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pages_have_no_serious_fault(enter, queued, theme):
    if not AXE.is_file():
        pytest.skip("skipped: no axe-core (DATELINE_AXE names its file)")
    window = enter(color_scheme=theme)
    for path in paths(queued[0]):
        window.page.goto(queued[1] + path)
        assert window.faults() == [], path


def test_pages_fit_a_phone(enter, queued):
    page = enter(viewport={"width": 360, "height": 740}).page
    for path in paths(queued[0]):
        page.goto(queued[1] + path)
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, path


def test_both_kinds_of_doubt_are_in_the_queue(enter):
    page = enter().page
    page.locator(".tabs a", has_text="Contacts").click()
    assert page.locator(".doubt .pair").count() >= 1
    page.locator(".tabs a", has_text="Statements").click()
    assert page.locator(".doubt .correcting").count() == 2


def test_a_decision_takes_its_place_in_the_queue_and_is_undone_there(enter, queued):
    page = enter("/review?about=statement").page
    doubt = page.locator(".doubt").first
    doubt.locator("[name='speaker']").fill("Ella Marsh")
    doubt.locator("[name='speaker']").press("Enter")
    page.locator(".doubt.done", has_text="A. Reader corrected a statement").wait_for()
    assert page.url.endswith("about=statement")
    assert next(queued[0].statements(by="Ella Marsh", since="2018-12"))["judged"] == "correct"
    page.locator(".doubt.done button").click()
    page.locator(".doubt.done", has_text="Taken back").wait_for()
    assert not list(queued[0].statements(by="Ella Marsh", since="2018-12"))


def test_what_is_refused_is_told_beside_the_form(enter):
    window = enter("/review?about=statement")
    page = window.page
    page.locator(".doubt [value='correct']").first.click()
    page.locator(".doubt .alert", has_text="nothing was changed").wait_for()
    assert page.locator(".doubt .correcting").count() == 2
    window.wrong.clear()  # the browser itself notes the 400


def test_reviewers_need_no_scripts(enter, queued):
    archive, address = queued
    page = enter(java_script_enabled=False).page
    contact = next(c for c in archive.contacts() if len(c["accounts"]) > 1)
    page.goto(f"{address}/review/contacts/{contact['id']}")
    page.locator("[name='date']").fill("2018-12-19")
    page.get_by_role("button", name="Correct").click()
    page.locator(".notice", has_text="2018-12-19").wait_for()
    assert archive.contact(contact["id"])["date"] == "2018-12-19"
    page.locator(".notice button").click()
    page.locator(".notice", has_text="Taken back").wait_for()
    page.locator("[name='account']").first.check()
    page.get_by_role("button", name="The ticked accounts").click()
    page.locator(".notice", has_text="parted").wait_for()
    page.locator(".notice button").click()
    assert archive.contact(contact["id"]) == contact
