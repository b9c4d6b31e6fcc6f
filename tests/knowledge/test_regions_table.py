"""A region is a list of states, so that "the six parties" or "the Baltics" can be counted out."""

import csv
from importlib.resources import files

import pycountry

STATES = {country.alpha_3 for country in pycountry.countries} | {"XKX"}


def read_rows() -> list[dict[str, str]]:
    with files("dateline.knowledge").joinpath("data", "regions.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ROWS = read_rows()


def test_the_header_is_the_documented_one() -> None:
    assert list(ROWS[0]) == ["name", "members", "aliases", "adjectives"]


def test_members_are_states_each_told_once() -> None:
    for row in ROWS:
        members = row["members"].split("|")
        assert len(members) > 1, row["name"]
        assert len(members) == len(set(members)), row["name"]
        assert set(members) <= STATES, (row["name"], set(members) - STATES)


def test_a_name_means_one_region() -> None:
    names = [name for row in ROWS for name in [row["name"], *filter(None, row["aliases"].split("|"))]]
    assert sorted(set(names)) == sorted(names)


def test_regions_that_reports_count_out() -> None:
    members = {row["name"]: set(row["members"].split("|")) for row in ROWS}
    assert members["Baltic states"] == {"EST", "LVA", "LTU"}
    assert members["the six parties"] == {"CHN", "JPN", "KOR", "PRK", "RUS", "USA"}
