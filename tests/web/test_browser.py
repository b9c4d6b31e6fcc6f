"""The pages in a real browser: what a visitor points at, presses and types."""

import re

import pytest
from browser import AXE, served
from fastapi.testclient import TestClient
from made_dealings import TOKEN

from dateline.web import create_app

PAGES = [
    "/", "/contacts", "/statements", "/positions", "/dyads", "/dyads/RUS-USA", "/actors", "/actors/RUS",
    "/actors/Aron%20Vale", "/issues", "/issues?on=sanctions", "/calendar?month=2018-03", "/map?from=2017", "/network",
    "/search?q=islands", "/reports/r00a", "/read", "/nowhere",
]  # fmt: skip

DRAWN = ".chart.drawn canvas"


def a_contact(archive):
    """The address of a contact that two reports tell of."""
    return "/contacts/" + next(c["id"] for c in archive.contacts(status="held") if len(c["accounts"]) > 1)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", [*PAGES, "a contact"])
def test_a_page_has_no_serious_fault(visit, archive, path, theme):
    if not AXE.is_file():
        pytest.skip("skipped: no axe-core (DATELINE_AXE names its file)")
    path = a_contact(archive) if path == "a contact" else path
    window = visit(path, color_scheme=theme)
    if path == "/nowhere":
        window.wrong.clear()  # the browser itself notes the 404
    assert window.faults() == []


@pytest.mark.parametrize("path", [*PAGES, "a contact"])
def test_a_page_fits_a_phone(visit, archive, path):
    window = visit(a_contact(archive) if path == "a contact" else path, viewport={"width": 360, "height": 740})
    wide = window.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if path == "/nowhere":
        window.wrong.clear()
    assert wide <= 0


@pytest.mark.parametrize("path", [*PAGES[:-1], "a contact"])
def test_a_page_reads_without_scripts(visit, archive, path):
    window = visit(a_contact(archive) if path == "a contact" else path, java_script_enabled=False)
    assert window.page.locator("h1").inner_text()
    assert window.page.locator("main a, main form").count()


def test_pointing_at_a_line_lights_its_words_and_back(visit):
    page = visit("/reports/r00b").page
    lit = page.locator(".ev.lit")
    line = page.locator("[data-line='statement-s2']")
    assert lit.count() == 0
    line.hover()
    words = "".join(lit.all_inner_texts())
    assert "Aron Vale opposes any new sanctions" in words
    assert "Dmitri Rook" in words
    page.locator(".ev", has_text="The islands").first.hover()
    lines = page.locator(".line.lit").evaluate_all("lines => lines.map(line => line.dataset.line)")
    assert {"statement-s1", "agenda-c1-2"} <= set(lines)


def test_the_keyboard_lights_words_as_well(visit):
    page = visit("/reports/r00b").page
    page.locator("[data-line='position-0']").focus()
    assert "opposes any new sanctions" in "".join(page.locator(".ev.lit").all_inner_texts())


def test_kinds_of_evidence_can_be_put_out(visit):
    page = visit("/reports/r00b").page
    background = "e => getComputedStyle(e).backgroundImage"
    words = page.locator(".ev.statement").first
    before = words.evaluate(background)
    page.locator("#show-statement").uncheck()
    assert words.evaluate(background) != before


def test_the_first_key_skips_to_the_content(visit):
    page = visit("/contacts").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_agenda_board_has_four_columns(visit, archive):
    page = visit(a_contact(archive)).page
    headings = page.locator(".board .column h3").all_inner_texts()
    assert [re.sub(r" \d+$", "", words) for words in headings] == ["Expected", "Discussed", "Agreed", "Off the table"]
    tops = page.locator(".board .column").evaluate_all("columns => columns.map(c => c.getBoundingClientRect().top)")
    assert len(set(tops)) == 1
    assert "The islands" in page.locator(".board .excluded").inner_text()
    assert "according to" in page.locator(".board .excluded").inner_text()
    assert "reopen the consulates" in page.locator(".board .agreed").inner_text()


def test_a_dossier_is_printed_without_what_only_a_screen_needs(visit, archive):
    page = visit(a_contact(archive), color_scheme="light").page
    page.locator("button.theme").click()
    page.emulate_media(media="print")
    soft = "getComputedStyle(document.querySelector('.standfirst')).color"
    assert page.evaluate(soft) == "rgb(92, 88, 80)"  # dark enough for paper, also from the dark page
    for part in (".masthead nav", ".find", ".theme", ".links", ".foot"):
        assert page.locator(part).first.is_hidden(), part
    assert page.locator(".board .column").count() == 4
    assert page.locator("h1").is_visible()


def test_a_time_line_zooms(visit):
    page = visit("/dyads/RUS-USA").page
    chart = page.locator(".timeline")
    page.locator(f".timeline{DRAWN.removeprefix('.chart')}").first.wait_for()
    box = chart.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.4)
    page.mouse.wheel(0, -400)
    page.locator(".timeline[data-zoom]").wait_for(state="attached")
    start, end = map(int, chart.get_attribute("data-zoom").split("-"))
    assert 0 < end - start < 100


def test_search_narrows_without_a_reload(visit):
    window = visit("/search?q=islands")
    page = window.page
    page.evaluate("window.stayed = true")
    page.locator(".facets a", has_text="statements").click()
    page.wait_for_url(re.compile("in=statements"))
    page.locator(".hits .label", has_text="report").first.wait_for(state="detached")
    labels = page.locator(".hits .label").all_inner_texts()
    assert all("STATEMENT" in label.upper() for label in labels)
    assert page.evaluate("window.stayed")
    assert page.locator(".hits mark").first.inner_text().lower() == "islands"
    page.locator(".chosen a").first.click()
    page.wait_for_url(re.compile(r"q=islands$"))


def test_the_network_follows_the_slider(visit):
    page = visit("/network?year=2018").page
    page.locator(DRAWN).first.wait_for()
    page.evaluate("window.stayed = true")
    slider = page.locator("#year")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    page.locator("#view h2", has_text="2017").wait_for()
    page.locator(DRAWN).first.wait_for()
    assert "year=2017" in page.url
    assert page.evaluate("window.stayed")


def test_the_map_is_drawn(visit):
    page = visit("/map?from=2017").page
    page.locator(DRAWN).first.wait_for()
    assert page.locator("svg.plainmap").is_hidden()


def test_dark_and_light_are_kept(visit):
    window = visit("/", color_scheme="light")
    page = window.page
    colour = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(colour)
    page.locator("button.theme").click()
    dark = page.evaluate(colour)
    assert dark != light
    window.open("/contacts")
    assert page.evaluate(colour) == dark
    assert page.locator("button.theme").get_attribute("aria-pressed") == "true"


def test_a_text_is_pasted(visit, examples):
    page = visit("/").page
    page.locator("#text").fill((examples / "conference.txt").read_text(encoding="utf-8"))
    page.locator(".paste button").click()
    page.locator(".line.statement").first.wait_for(timeout=60_000)
    assert "nothing was stored" in page.locator(".report-head").inner_text().lower()


def test_a_reviewer_rejects_and_undoes(visit, own_archive):
    statement = next(own_archive.statements())
    with served(create_app(own_archive, review_token=TOKEN)) as address:
        window = visit("/review", address=address)
        page = window.page
        page.locator("[name='token']").fill(TOKEN)
        page.locator("[name='name'], [name='reviewer']").first.fill("A. Reader")
        page.locator("main form button").first.click()
        page.wait_for_load_state()
        for path in ("/review/decisions", "/review", f"/lines/{statement['id']}"):
            window.open(path)
            assert not AXE.is_file() or window.faults() == []
        page.locator("button[value='reject']").first.click()
        page.get_by_role("button", name="Undo").first.wait_for()
        assert [d["verdict"] for d in own_archive.decisions()] == ["reject"]
        page.get_by_role("button", name="Undo").first.click()
        page.get_by_text("Taken back").first.wait_for()
        assert [bool(d["undone"]) for d in own_archive.decisions()] == [True]


def test_the_first_view_is_light(archive):
    with TestClient(create_app(archive)) as visitor:
        assets = visitor.app.state.pages.assets
        files = (
            "page.css",
            "theme.js",
            "page.js",
            "charts.js",
            "evidence.js",
            "icon.svg",
            "vendor/htmx.min.js",
            "vendor/world.json",
        )
        size = 0
        for path in ("/map?from=2017", *map(assets.address, files)):
            with visitor.stream("GET", path, headers={"accept-encoding": "gzip"}) as answer:
                size += sum(len(chunk) for chunk in answer.iter_raw())
    assert size < 250_000
