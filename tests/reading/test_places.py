"""Where a report is set: places with their country and position, and where it was filed."""

from __future__ import annotations

import pytest

from dateline.knowledge import load
from dateline.reading.analysis import Analysis
from dateline.reading.casting.setting import dateline_place
from dateline.reading.places import read_places
from dateline.reading.reader import Reader
from dateline.record import Place, Report


def places(reader: Reader, body: str) -> dict[str, Place]:
    report = Report(id="made-up", published="2018-07-03", body=body)
    found = read_places(Analysis(report, {"body": reader.analyser.nlp(body)}), load())
    return {place.name: place for place in found}


def test_a_capital_with_its_position(reader):
    helsinki = places(reader, "The two presidents will meet in Helsinki.")["Helsinki"]
    assert helsinki.country == "FIN"
    assert helsinki.lat == pytest.approx(60.17, abs=0.05)
    assert helsinki.lon == pytest.approx(24.94, abs=0.05)


@pytest.mark.parametrize(
    ("body", "name", "country"),
    [
        ("The leaders met at Camp David.", "Camp David", "USA"),
        ("The envoys met in Sharm el-Sheikh.", "Sharm el-Sheikh", "EGY"),
        ("They took part in a summit in the city of Danang.", "Danang", "VNM"),
        ("The talks are held in Panmunjom.", "Panmunjom", "KOR"),
        ("The status of Crimea was raised.", "Crimea", "UKR"),
        ("He flew to Alexandria, Egypt, on Monday.", "Alexandria", "EGY"),
        ("The ministers met in Kiev.", "Kiev", "UKR"),
    ],
)
def test_venues_areas_and_cities_by_any_spelling(reader, body, name, country):
    assert places(reader, body)[name].country == country


def test_a_capital_that_acts_is_no_place(reader):
    assert "Moscow" not in places(reader, "Moscow rejected the offer.")
    assert "Moscow" in places(reader, "The minister arrived in Moscow.")


def test_a_person_is_no_place(reader):
    assert not places(reader, "Jordan Brandt said the price was fair.")


@pytest.mark.parametrize("body", ["The ferry sank in Lake Victoria.", "They patrol in the Orange River valley."])
def test_a_lake_or_a_river_is_not_the_town_of_that_name(reader, body):
    assert not places(reader, body)


@pytest.mark.parametrize(
    ("dateline", "name", "country"),
    [
        ("HELSINKI (AP)", "Helsinki", "FIN"),
        ("KUALA LUMPUR, April 1 , 1997 (AFP)", "Kuala Lumpur", "MYS"),
        ("BAGHDAD/AMMAN, May 2 (Reuters)", "Baghdad", "IRQ"),
        ("SINGAPORE, Nov. 3 (Xinhua)", "Singapore", "SGP"),
    ],
)
def test_where_a_report_was_filed(dateline, name, country):
    spot = dateline_place(dateline, load())
    assert spot is not None
    assert (spot.name, spot.country) == (name, country)


def test_no_dateline_is_nowhere():
    assert dateline_place(None, load()) is None
    assert dateline_place("Nowhereville upon Tweed, June 3", load()) is None


@pytest.mark.parametrize(
    ("body", "name", "country"),
    [
        ("The minister arrived in the Italian capital on Monday.", "Rome", "ITA"),
        ("The minister arrived in the Italian capital Rome on Monday.", "Rome", "ITA"),
    ],
)
def test_a_capital_is_told_by_whose_it_is(reader, body, name, country):
    [place] = reader.read(Report(id="made-up", body=f"{body} He stayed for two days.")).places
    assert (place.name, place.country) == (name, country)
