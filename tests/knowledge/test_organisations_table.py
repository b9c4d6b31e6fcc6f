"""The table of bodies that are not states can be trusted: every row is well formed and names one body only."""

import csv
import re
from collections.abc import Iterator
from importlib.resources import files

import pycountry
import pytest

COLUMNS = ["name", "code", "cameo", "kind", "country", "aliases", "members", "seat", "start", "end"]
KINDS = {"igo", "media", "armed_group", "party", "organisation"}
# the contract's own country codes: Kosovo has none in ISO 3166
STATES = {country.alpha_3 for country in pycountry.countries} | {"XKX"}


def read_rows() -> list[dict[str, str]]:
    table = files("dateline.knowledge").joinpath("data", "organisations.csv")
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ROWS = read_rows()


def names_of(row: dict[str, str]) -> Iterator[str]:
    yield row["name"]
    yield from (alias for alias in row["aliases"].split("|") if alias)


def test_the_header_is_the_documented_one() -> None:
    assert list(ROWS[0]) == COLUMNS


@pytest.mark.parametrize(
    ("kind", "at_least"), [("igo", 150), ("media", 250), ("armed_group", 200), ("party", 150), ("organisation", 60)]
)
def test_every_kind_is_well_covered(kind: str, at_least: int) -> None:
    assert sum(row["kind"] == kind for row in ROWS) >= at_least


def test_kinds_and_codes_are_known() -> None:
    igo_codes = {row["code"] for row in ROWS if row["kind"] == "igo"}
    for row in ROWS:
        assert row["kind"] in KINDS, row["name"]
        assert row["country"] == "" or row["country"] in STATES, row["name"]
        assert row["cameo"] == "" or re.fullmatch(r"[A-Z]{3,15}", row["cameo"]), row["name"]
        for member in filter(None, row["members"].split("|")):
            assert member in STATES | igo_codes, (row["name"], member)


def test_an_igo_stands_for_itself_and_never_looks_like_a_state() -> None:
    for row in ROWS:
        if row["kind"] == "igo":
            assert row["country"] == "", row["name"]
            assert row["code"] not in STATES, row["name"]


def test_armed_groups_and_parties_stand_for_the_country_they_are_based_in() -> None:
    for row in ROWS:
        if row["kind"] in {"armed_group", "party"}:
            assert row["code"] == row["country"] != "", row["name"]


def test_media_speak_for_no_state() -> None:
    for row in ROWS:
        if row["kind"] == "media":
            assert row["code"] == "", row["name"]
            assert row["country"], row["name"]


def test_inside_a_kind_a_name_means_one_body() -> None:
    owner: dict[tuple[str, str], str] = {}
    for row in ROWS:
        for name in names_of(row):
            assert name == name.strip(), name
            first = owner.setdefault((row["kind"], name), row["name"])
            assert first == row["name"], (name, first, row["name"])
        assert len(set(names_of(row))) == len(list(names_of(row))), row["name"]


def test_years_run_forward() -> None:
    for row in ROWS:
        for year in (row["start"], row["end"]):
            assert year == "" or re.fullmatch(r"\d{3,4}", year), row["name"]
        if row["start"] and row["end"]:
            assert int(row["start"]) <= int(row["end"]), row["name"]
