"""Whom names mean: ranks, nicknames, bylines, surnames alone, offices told across commas, and words that are none."""

from __future__ import annotations

import time

import pytest

from dateline.knowledge import load
from dateline.reading.actors import Cast, read_actors
from dateline.reading.analysis import Analysis
from dateline.reading.reader import Reader
from dateline.record import Report, Span


def cast_of(reader: Reader, body: str, published: str | None = "2018-07-10", source: str | None = None) -> Cast:
    report = Report(id="made-up", published=published, body=body, source=source)
    analysis = Analysis(report, {"body": reader.analyser.nlp(body)})
    return read_actors(analysis, (), load())


def countries(cast: Cast) -> dict[str, str | None]:
    return {actor.name: actor.country for actor in cast.actors if actor.kind in ("person", "office")}


def spoken(cast: Cast, body: str, words: str) -> str | None:
    start = body.index(words)
    return cast.party(Span(part="body", start=start, end=start + len(words))).country


@pytest.mark.parametrize(
    ("body", "name", "country"),
    [
        ("U.S. Lt. Gen. Paul Stone met the Polish minister.", "Paul Stone", "USA"),
        ("Brig. Gen. Omar Saleh of Bahrain came on Monday.", "Omar Saleh", "BHR"),
        ("Israeli Lt. Col. Dan Peretz denied this.", "Dan Peretz", "ISR"),
        ("U.S. Vice Adm. Carl Reed flew to Manama.", "Carl Reed", "USA"),
        ("Indian Air Marshal Raghu Nath met the guests.", "Raghu Nath", "IND"),
        ("Maj. Gen. Petr Volkov, a spokesman for Russia's Defence Ministry, said so.", "Petr Volkov", "RUS"),
        ("U.S. Rep. Anna Bell met the ambassador.", "Anna Bell", "USA"),
    ],
)
def test_abbreviated_ranks(reader, body, name, country):
    assert countries(cast_of(reader, body))[name] == country


@pytest.mark.parametrize(
    ("body", "name", "country", "office"),
    [
        ("PM Modi met Chinese Foreign Minister Wang Yi.", "Modi", "IND", "prime minister"),
        ("EAM Jaishankar spoke in Delhi.", "Jaishankar", "IND", "foreign minister"),
        (
            "EU High Representative for Foreign Affairs Josep Borrell spoke.",
            "Josep Borrell",
            "EUU",
            "foreign policy chief",
        ),
        ("Saudi Crown Prince Mohammed bin Salman spoke.", "Mohammed bin Salman", "SAU", "crown prince"),
    ],
)
def test_titles_as_desks_shorten_them(reader, body, name, country, office):
    cast = cast_of(reader, body, "2023-05-01")
    actor = next(actor for actor in cast.actors if actor.name == name)
    assert (actor.country, actor.office) == (country, office)


def test_eight_in_the_evening_is_no_prime_minister(reader):
    assert not countries(cast_of(reader, "The talks opened at 8 PM on Monday."))


@pytest.mark.parametrize(
    ("body", "name", "country"),
    [
        ("NATO's spokeswoman, Romanian diplomat Oana Pop, said so.", "Oana Pop", "NATO"),
        (
            "The European Union recalled its ambassador to Russia, German diplomat Max Eder, on Friday.",
            "Max Eder",
            "EUU",
        ),
        ("The head of the OSCE mission in Ukraine, Turkish diplomat Emre Apak, spoke.", "Emre Apak", "OSCE"),
    ],
)
def test_a_post_comes_before_a_nationality(reader, body, name, country):
    assert countries(cast_of(reader, body))[name] == country


@pytest.mark.parametrize(
    ("body", "name", "country"),
    [
        (
            "Jean-Claude Juncker (a former prime minister of Luxembourg), president of the European Commission, spoke.",
            "Jean-Claude Juncker",
            "EUU",
        ),
        ("Former Nigerian president and AU envoy Olusegun Obasanjo spoke.", "Olusegun Obasanjo", "AU"),
    ],
)
def test_what_one_was_never_comes_before_what_one_is(reader, body, name, country):
    assert countries(cast_of(reader, body))[name] == country


def test_a_former_envoy_speaks_for_nobody(reader):
    body = "Former U.S. ambassador John Marlow said the talks would fail."
    assert spoken(cast_of(reader, body), body, "Former U.S. ambassador John Marlow") is None


@pytest.mark.parametrize(
    ("body", "published", "expected"),
    [
        ("Putin met Trump in Helsinki on Monday.", "2018-07-17", {"Putin": "RUS", "Trump": "USA"}),
        ("Merkel, Macron to meet in Berlin on Friday.", "2018-07-10", {"Merkel": "DEU", "Macron": "FRA"}),
        ("Xi will visit Seoul in November, officials said.", "2025-10-01", {"Xi": "CHN"}),
    ],
)
def test_a_surname_alone_is_who_governs_that_day(reader, body, published, expected):
    assert expected.items() <= countries(cast_of(reader, body, published)).items()


def test_a_short_surname_is_known_again(reader):
    body = "Chinese President Xi Jinping arrived on Monday. The visit of Xi will last three days."
    (actor,) = [a for a in cast_of(reader, body, "2019-06-20").actors if a.kind == "person"]
    assert len(actor.mentions) == 2


def test_an_administration_is_of_its_president(reader):
    body = "The Obama administration defended the deal with Iran. Iran rejected the charge."
    assert spoken(cast_of(reader, body, "2015-05-01"), body, "The Obama administration") == "USA"


def test_whose_page_a_report_is(reader):
    body = "The President spoke with Prime Minister Abiy Ahmed of Ethiopia. Ethiopia asked for help."
    assert spoken(cast_of(reader, body, "2022-05-01", "The White House"), body, "The President") == "USA"


@pytest.mark.parametrize(
    "body",
    [
        "European leaders met in Brussels, Belgium.",
        "Western diplomats spoke of Syria and Russia.",
        "Arab officials spoke of Israel.",
    ],
)
def test_people_of_a_region_are_of_no_one_country(reader, body):
    assert spoken(cast_of(reader, body), body, " ".join(body.split()[:2])) is None


def test_brussels_is_the_union_where_the_union_is_named(reader):
    body = "Brussels said the offer was late. The European Union will answer London next week."
    assert spoken(cast_of(reader, body), body, "Brussels") == "EUU"


def test_the_north_where_korea_is_spoken_of(reader):
    body = "North Korea fired a missile on Friday. The North said it was a test. The North Sea is far."
    assert spoken(cast_of(reader, body), body, "The North said") == "PRK"
    assert len([a for a in cast_of(reader, body).actors if a.kind == "government"]) == 1


def test_a_surname_that_is_a_country(reader):
    body = "U.S. Congressman Jim Jordan took part in Guatemala City. Jordan praised the talks."
    cast = cast_of(reader, body)
    assert "JOR" not in {actor.country for actor in cast.actors}
    start = body.index("Jordan praised")
    assert cast.party(Span(part="body", start=start, end=start + 6)).country == "USA"


def test_the_country_where_both_are_spoken_of(reader):
    body = "Jordanian officials met Congressman Jim Jordan in Amman. They said Jordan needs water."
    assert "JOR" in {actor.country for actor in cast_of(reader, body).actors}


def test_a_nickname_in_quotation_marks_is_part_of_the_name(reader):
    body = 'Vernon "Mike" Smith, the U.S. envoy, spoke. Smith left on Monday.'
    assert countries(cast_of(reader, body)) == {'Vernon "Mike" Smith': "USA"}


def test_a_name_goes_on_over_junior(reader):
    body = "President Joseph R. Biden Jr. spoke in Washington. Biden left."
    assert countries(cast_of(reader, body, "2022-01-01")) == {"Joseph R. Biden Jr.": "USA"}


@pytest.mark.parametrize(
    "body",
    [
        "The envoys met in Kabul.\n\n(Reporting by Jane Doe and John Smith in London; Editing by Bob Stone)",
        "By Jane Doe\n\nThe envoys met in Kabul.",
        "Dealers said prices fell. The dealers left.",
        "The talks, which failed, were about who pays.",
        "Shelling hit Kherson and Zaporizhzhia. Mariupol was quiet.",
        "Joint Readout\n\nThe talks were long. Brexit is done.",
        "The guards stood at the gate. REUTERS/Jane Doe\n\nThe gate was shut. (Photo by John Smith)",
    ],
)
def test_who_is_no_actor(reader, body):
    assert not countries(cast_of(reader, body))


def test_a_captain_of_a_team_is_no_officer(reader):
    body = "Australian captain Mark Dale scored the goal as his side won the football match."
    assert "AUSMIL" not in {actor.code for actor in cast_of(reader, body).actors}


def test_a_colleague_and_a_counterpart_hold_the_same_office(reader):
    body = "Finnish Foreign Minister Timo Soini met his Swedish colleague in Stockholm on Monday."
    assert spoken(cast_of(reader, body), body, "his Swedish colleague") == "SWE"
    body = "Russian Foreign Minister Sergei Lavrov will call his Turkish counterpart."
    actor = next(a for a in cast_of(reader, body).actors if a.country == "TUR")
    assert actor.office == "foreign minister"


def test_states_that_desks_shorten(reader):
    body = "The Czech Rep. and the Dominican Rep. signed a treaty. S. Sudan and the Rep. of Congo will follow."
    assert {"CZE", "DOM", "SSD", "COG"} <= {actor.country for actor in cast_of(reader, body).actors}


def test_a_long_list_takes_time_by_its_length(reader):
    names = ["Russia", "China", "France", "Egypt", "Kenya", "Brazil", "Norway", "Poland"]

    def seconds(times: int) -> float:
        body = ", ".join(names * times) + " signed."
        cast = cast_of(reader, body)
        began = time.process_time()
        for start in range(0, len(body) - 20, 10):
            cast.standing(Span(part="body", start=start, end=start + 10))
        return time.process_time() - began

    assert seconds(200) < 10 * seconds(50)
