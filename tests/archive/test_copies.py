"""A flash, its leads and the full story are one witness; two stories of one day are two."""

import pytest
from made_records import record_of

from dateline.archive.copies import Text, alike, beginnings, signature, version

FLASH = (
    "The presidents of the two lake states signed a treaty on their fisheries in the border town of Oldport on Monday."
)
FIRST = (
    f"{FLASH} The treaty gives each side half of the catch, a spokesman for the hosts said after the ceremony. "
    "It ends a quarrel of eleven years. "
)
FULL = FIRST + " ".join(
    f"Boat number {n} had been held in harbour {n} since the {n}th year of the quarrel." for n in range(30)
)
DIGEST = " ".join(f"Item {n}: markets in city {n} closed higher on hopes of better trade." for n in range(30)) + FLASH
BACKGROUND = "Ministers of the lake states meet next week to talk about the ferries. " + FULL.partition("quarrel. ")[2]


def text(body, source="Agency", published="2018-07-16"):
    return Text(source, published, body, signature(body))


@pytest.mark.parametrize(
    ("first", "second", "copies"),
    [
        (text(FLASH), text(FULL), True),
        (text(FIRST), text("By A. Writer\n\n" + FULL), True),
        (text(FLASH), text(FULL, published="2018-07-17T00:10:00Z"), True),
        (text(FLASH), text(FULL, published="2018-07-18"), False),
        (text(FLASH), text(FULL, source="Another agency"), False),
        (text(FLASH), text(DIGEST), False),
        (text(FIRST), text(BACKGROUND), False),
        (text(FULL), text(FULL.replace("Monday", "Tuesday"), source="Another agency"), True),
    ],
)
def test_what_is_a_copy_or_an_update(first, second, copies):
    assert bool(alike(first, second)) is copies
    assert bool(alike(second, first)) is copies


def test_an_update_is_looked_up_by_how_it_begins():
    kept, sought = beginnings(FLASH, "Agency", "2018-07-16")
    for day in ("2018-07-15", "2018-07-16", "2018-07-17"):
        assert set(sought) & set(beginnings(FULL, "Agency", day)[0])
    assert not set(sought) & set(beginnings(FULL, "Agency", "2018-07-18")[0])
    assert not set(sought) & set(beginnings(FULL, "Another agency", "2018-07-16")[0])
    assert set(kept) < set(sought)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_an_updated_story_is_one_witness_whatever_comes_first(archive, order):
    day = "2018-07-17"
    told = [
        record_of("flash", day, [{}], body=FLASH),
        record_of("lead", day, [{"place": None}], body=FIRST),
        record_of("full", day, [{"date": None, "place": None}], body=FULL),
    ]
    for n in order:
        archive.add(told[n])
    (contact,) = archive.contacts()
    assert {a["family"] for a in contact["accounts"]} == {"flash"}
    assert contact["witnesses"] == 1
    assert (contact["date"], contact["place"]["name"]) == ("2018-07-16", "Helsinki")


@pytest.mark.parametrize(
    ("line", "number"),
    [("2nd Ld", 2), ("3rd lead:", 3), ("Treaty signed (updated 3)", 3), ("UPDATE-2: Treaty signed", 2), ("Treaty", 0)],
)
def test_versions_by_what_they_call_themselves(line, number):
    assert version([], line) == number
    assert version(["RECASTS with treaty"], line) == max(1, number)
