"""States and provinces within a state, towns in them, and the Georgia that is none of its own."""

from __future__ import annotations

import pytest

from dateline.knowledge import load
from dateline.reading.actors import read_actors
from dateline.reading.analysis import Analysis
from dateline.reading.casting.setting import dateline_place
from dateline.reading.places import read_places
from dateline.reading.reader import Reader
from dateline.record import Report


def told(reader: Reader, body: str) -> tuple[dict[str, str | None], set[str | None]]:
    """The places by name with their country, and the countries of the actors."""
    analysis = Analysis(Report(id="made-up", published="2018-07-03", body=body), {"body": reader.analyser.nlp(body)})
    places = read_places(analysis, load())
    cast = read_actors(analysis, places, load())
    return {place.name: place.country for place in places}, {actor.country for actor in cast.actors}


@pytest.mark.parametrize(
    "body",
    [
        "U.S. Senator Mary Hill of Georgia met the Kenyan president in Nairobi on Monday.",
        "The Korean envoy toured a car plant in the U.S. state of Georgia.",
        "American negotiators gathered in Augusta, Georgia, on Tuesday.",
        "Former President Jimmy Carter of the United States received the envoys in Plains, Georgia.",
        "Governors from Florida, Georgia and Alabama met the Mexican consul.",
    ],
)
def test_georgia_of_the_united_states(reader, body):
    places, countries = told(reader, body)
    assert places.get("Georgia", "USA") == "USA"
    assert "GEO" not in countries


@pytest.mark.parametrize(
    "body",
    [
        "Georgia wants to join the alliance, its foreign minister said in Tbilisi.",
        "Armenia, Georgia and Azerbaijan signed the treaty on the road.",
        "The Russian envoy flew to Batumi, Georgia, for the talks.",
    ],
)
def test_georgia_of_the_caucasus(reader, body):
    places, countries = told(reader, body)
    assert "GEO" in {*places.values(), *countries}
    assert "USA" not in countries


def test_both_georgias_in_one_report(reader):
    body = "Georgian President Giorgi Margvelashvili met Senator Mary Hill of Georgia in Tbilisi. Georgia is grateful."
    _, countries = told(reader, body)
    assert {"GEO", "USA"} <= countries


@pytest.mark.parametrize(
    ("body", "name", "country"),
    [
        ("The Japanese guests arrived in Moscow, Idaho, on Monday.", "Moscow", "USA"),
        ("The consuls met in Portland, Ore., on Monday.", "Portland", "USA"),
        ("The premiers met in Windsor, Ontario.", "Windsor", "CAN"),
        ("The farm is in Virginia.", "Virginia", "USA"),
        ("They discussed the mine in Montana.", "Montana", "USA"),
        ("They discussed power lines in Ontario.", "Ontario", "CAN"),
        ("The forum was held in Perth, Western Australia.", "Perth", "AUS"),
        ("They spoke in Hamilton, New Zealand, on trade.", "Hamilton", "NZL"),
    ],
)
def test_provinces_and_the_towns_in_them(reader, body, name, country):
    places, countries = told(reader, body)
    assert places[name] == country
    assert "RUS" not in countries


def test_the_officers_of_a_province_are_of_its_state(reader):
    _, countries = told(reader, "Virginia Governor Ralph Northam received the ambassadors.")
    assert countries == {"USA"}


@pytest.mark.parametrize(
    ("dateline", "name", "country"),
    [
        ("UNITED NATIONS, April 2 (AP)", "New York City", "USA"),
        ("MOSCOW, Idaho, April 2 (AP)", "Moscow", "USA"),
        ("GENEVA, April 2 (AP)", "Genève", "CHE"),
    ],
)
def test_datelines(dateline, name, country):
    spot = dateline_place(dateline, load())
    assert spot is not None
    assert spot.country == country
    assert name in (spot.name, "Genève")


def test_a_well_known_city_is_not_its_small_namesake(reader):
    places, _ = told(reader, "U.S. and Iranian envoys met in Geneva. The U.S. delegation left for Washington.")
    assert places["Geneva"] == "CHE"


def test_the_country_of_the_report_decides_between_towns_of_a_size(reader):
    places, _ = told(reader, "Britain's king received the guest at Windsor, and Britain's prime minister came later.")
    assert places.get("Windsor", "GBR") == "GBR"


@pytest.mark.parametrize(
    "body",
    [
        "The president will visit Asia in November.",
        "The leaders of the Horn of Africa met.",
        "The envoy was held at the Airport for hours.",
        "Trade with Europe grew.",
    ],
)
def test_continents_regions_and_common_words_are_no_towns(reader, body):
    assert told(reader, body)[0] in ({}, {"Horn of Africa": None})


def test_a_town_that_looks_like_a_person(reader):
    places, _ = told(reader, "Rebels fought soldiers in Goma. The guests stayed in Ho Chi Minh City.")
    assert places["Goma"] == "COD"
    assert places["Ho Chi Minh City"] == "VNM"
