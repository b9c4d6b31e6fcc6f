"""The hand-kept tables of offices, states and metonyms hold only what the reader can use: real codes, real dates."""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pycountry
import pytest

DATA = Path(__file__).parents[2] / "src" / "dateline" / "knowledge" / "data"
OFFICE_FILES = sorted((DATA / "offices").glob("*.csv"))
OFFICE_HEADER = ["name", "country", "office", "start", "end", "aliases"]
STATE_HEADER = ["code", "name", "names", "adjectives", "people", "former_names", "capital", "capitals_former"]
METONYM_HEADER = ["phrase", "country", "kind", "start", "end"]

STATES = {country.alpha_3 for country in pycountry.countries} | {"XKX", "SUN"}
ORGANISATION = re.compile(r"[A-Z][A-Z0-9]{1,11}")
PARTIAL_DATE = re.compile(r"(19|20)\d\d(-\d\d(-\d\d)?)?")


@pytest.mark.parametrize("path", OFFICE_FILES, ids=lambda path: path.stem)
def test_an_office_table_has_the_documented_columns(path):
    assert header(path) in (OFFICE_HEADER, [*OFFICE_HEADER, "surname"])
    assert all(len(cells) == len(header(path)) for cells in cell_rows(path))


@pytest.mark.parametrize("path", OFFICE_FILES, ids=lambda path: path.stem)
def test_an_office_row_names_a_person_an_office_and_a_country(path):
    wrong = [
        line
        for line, row in numbered(path)
        if not row["name"].strip()
        or row["name"] != row["name"].strip()
        or not re.fullmatch(r"[a-z].*", row["office"])
        or not known_country(row["country"], path)
    ]
    assert not wrong, f"{path.name}: lines {wrong}"


@pytest.mark.parametrize("path", OFFICE_FILES, ids=lambda path: path.stem)
def test_an_office_row_has_a_start_and_never_ends_before_it(path):
    wrong = [
        line for line, row in numbered(path) if not is_date(row["start"]) or not in_order(row["start"], row["end"])
    ]
    assert not wrong, f"{path.name}: lines {wrong}"


@pytest.mark.parametrize("path", OFFICE_FILES, ids=lambda path: path.stem)
def test_no_office_row_is_told_twice(path):
    counts = Counter((row["name"], row["country"], row["office"], row["start"]) for _, row in numbered(path))
    assert not [key for key, count in counts.items() if count > 1]


@pytest.mark.parametrize("path", OFFICE_FILES, ids=lambda path: path.stem)
def test_an_alias_is_another_spelling_than_the_name(path):
    wrong = [line for line, row in numbered(path) if not good_variants(row["aliases"], row["name"])]
    assert not wrong, f"{path.name}: lines {wrong}"


def test_no_tenure_is_told_in_two_files():
    files: dict[tuple[str, str, str], set[str]] = {}
    for path in OFFICE_FILES:
        for _, row in numbered(path):
            files.setdefault((row["name"], row["country"], row["office"]), set()).add(path.name)
    assert not {tenure: names for tenure, names in files.items() if len(names) > 1}


def test_every_iso_country_and_the_common_non_states_are_in_the_state_table():
    codes = Counter(row["code"] for _, row in numbered(DATA / "states.csv"))
    assert header(DATA / "states.csv") == STATE_HEADER
    assert set(codes) == STATES
    assert set(codes.values()) == {1}


def test_a_state_row_lists_each_name_once():
    wrong = [
        line
        for line, row in numbered(DATA / "states.csv")
        if not good_variants(row["names"], row["name"])
        or not all(good_variants(row[column], "") for column in ("adjectives", "people", "capital"))
    ]
    assert not wrong, f"states.csv: lines {wrong}"


def test_former_names_and_capitals_carry_their_years():
    wrong = [
        line
        for line, row in numbered(DATA / "states.csv")
        for part in f"{row['former_names']}|{row['capitals_former']}".split("|")
        if part and not dated_name(part)
    ]
    assert not wrong, f"states.csv: lines {wrong}"


def test_no_name_stands_for_two_states():
    owners: dict[str, set[str]] = {}
    for _, row in numbered(DATA / "states.csv"):
        for name in filter(None, [row["name"], *row["names"].split("|")]):
            owners.setdefault(name, set()).add(row["code"])
    assert not {name: codes for name, codes in owners.items() if len(codes) > 1}


def test_a_metonym_stands_for_a_state_or_an_organisation():
    path = DATA / "metonyms.csv"
    assert header(path) == METONYM_HEADER
    wrong = [
        line
        for line, row in numbered(path)
        if not row["phrase"].strip()
        or not (row["country"] in STATES or row["country"] in {"EUU", "UN", "NATO"})
        or row["kind"] not in {"building", "street", "office", "city"}
        or not all(not day or re.fullmatch(r"\d{4}(-\d\d){0,2}", day) for day in (row["start"], row["end"]))
        or (row["start"] and not in_order(row["start"], row["end"]))
    ]
    assert not wrong, f"metonyms.csv: lines {wrong}"


def test_no_metonym_stands_for_two_states_at_once():
    terms: dict[str, list[tuple[str, str]]] = {}
    for _, row in numbered(DATA / "metonyms.csv"):
        terms.setdefault(row["phrase"], []).append((row["start"], row["end"] or "9999"))
    overlapping = [
        phrase
        for phrase, spans in terms.items()
        if any(later[0] < earlier[1] for earlier, later in zip(sorted(spans), sorted(spans)[1:], strict=False))
    ]
    assert not overlapping


def header(path):
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def cell_rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def numbered(path):
    """Rows with their line numbers, the header being line 1."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(enumerate(csv.DictReader(file), start=2))


def known_country(code, path):
    """Acronyms of organisations are a country's code only in the organisations' own table."""
    return code in STATES or (path.stem.startswith("organisation") and ORGANISATION.fullmatch(code) is not None)


def is_date(text):
    """A year, a month or a day of the calendar."""
    if not PARTIAL_DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01" * (2 - text.count("-")))
    except ValueError:
        return False
    return True


def in_order(start, end):
    """Partial dates compare on the digits both have: 2006 does not end before 2006-05."""
    shared = min(len(start), len(end))
    return not end or (is_date(end) and start[:shared] <= end[:shared])


def good_variants(text, name):
    variants = text.split("|") if text else []
    return len(variants) == len(set(variants)) and name not in variants and all(v == v.strip() != "" for v in variants)


def dated_name(text):
    match = re.fullmatch(r"[^:|]+:(\d{4})-(\d{4})", text)
    return match is not None and match[1] <= match[2]
