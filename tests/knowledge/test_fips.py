"""Places and actors in the codes that older event data have."""

from dateline.knowledge.actor_codes import CodeParts, parts_of
from dateline.knowledge.fips import fips_country, fips_place


def test_countries_have_their_fips_code_not_their_iso_code():
    codes = {"RUS": "RS", "SRB": "RI", "CHN": "CH", "CHE": "SZ", "DEU": "GM", "GBR": "UK", "XKX": "KV", "PSE": "WE"}
    assert {code: fips_country(code) for code in codes} == codes
    assert fips_country("EUU") is None


def test_cities_have_their_division_where_geonames_codes_it_as_fips_does():
    assert fips_place("New York City", "USA", 40.71427, -74.00597).division == "USNY"
    assert fips_place("Moscow", "RUS", 55.75204, 37.61781).division == "RS48"
    assert fips_place("Paris", "FRA", 48.85341, 2.3488).division is None


def test_gaza_has_a_code_of_its_own():
    assert fips_place("Gaza", "PSE", 31.50161, 34.46672).country == "GZ"
    assert fips_place("Ramallah", "PSE", 31.89964, 35.20422).country == "WE"


def test_a_region_is_a_division_of_its_country():
    assert fips_place("Crimea", "UKR", 45.3, 34.4).kind == "division"


def test_actor_codes_are_taken_apart():
    assert parts_of("RUSGOV") == CodeParts("RUS", None, (), ("GOV",))
    assert parts_of("IGOEUREEC") == CodeParts("EUR", "EEC", (), ("IGO",))
    assert parts_of("MNCDEU") == CodeParts("DEU", None, (), ("MNC",))
    assert parts_of("IMGMOSALQ") == CodeParts(None, "ALQ", ("MOS",), ("IMG",))
    assert parts_of("BUS") == CodeParts(None, None, (), ("BUS",))
