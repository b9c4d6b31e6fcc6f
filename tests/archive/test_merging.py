"""Which accounts are one contact, and which only look like it."""

import pytest

from dateline.archive.accounts import Account
from dateline.archive.blocks import blocks
from dateline.archive.likeness import NEVER, SAME, likeness
from dateline.archive.mentions import marks

STATES = {"Vale": "RUS", "Stone": "USA", "Finch": "FIN", "Marsh": "SWE"}


def account(report, kind, who, date=None, *, published="2018-07-10", words="", **more):
    """One report's contact of those named: ``Aron Vale`` is a person, ``Vale's office (RUS)`` a body of a state."""
    parties = [party(name) for name in who]
    contact = {
        "id": "c1", "kind": kind, "status": "held", "date": date, "participants": parties, "place": None,
        "marks": sorted(marks(words)), "own_marks": sorted(marks("; ".join(p["name"] for p in parties))),
    } | more  # fmt: skip
    return Account(f"{report}#{contact['id']}", report, published, "Agency", report, 0, contact, words)


def party(name):
    body, _, code = name.rstrip(")").partition(" (")
    country = code or STATES.get(name.rpartition(" ")[2])
    return {"name": body, "country": country or None, "role": "principal",
            "kind": "organisation" if code else "person"}  # fmt: skip


def same(a, b):
    assert likeness(a, b) == likeness(b, a)
    return bool(set(blocks(a)) & set(blocks(b))) and likeness(a, b) >= SAME


def test_the_same_people_on_the_same_day_met_once():
    who = ("Aron Vale", "Bela Stone")
    assert same(account("a", "meeting", who, "2018-07-16"), account("b", "negotiation", who, "2018-07-16"))


def test_a_month_and_the_year_after_it_are_not_one_day_apart():
    last = account("a", "summit", ["APEC (APEC)"], "2017-12", words="the APEC summit")
    coming = account("b", "summit", ["APEC (APEC)"], "2018", words="the APEC summit")
    assert likeness(last, coming) == NEVER
    assert same(coming, account("c", "summit", ["APEC (APEC)"], "2018-01-04", words="the APEC summit"))


def test_next_year_told_a_year_ago_is_not_what_is_told_without_a_date():
    who = ("Aron Vale", "Bela Stone")
    planned = account("a", "meeting", who, "2018", published="2017-07-10", status="scheduled")
    assert same(planned, account("b", "meeting", who, published="2018-01-20", status="scheduled", date="2018-01-25"))
    assert same(planned, account("c", "meeting", who, published="2017-08-10", status="scheduled", date="2018"))
    assert likeness(planned, account("d", "meeting", who, published="2018-07-10", status="scheduled")) == NEVER


def test_a_body_told_with_its_acronym_is_one_name():
    assert marks("the 13th Asia-Pacific Economic Cooperation (APEC) summit") == marks("the 13th APEC summit")


def test_two_leaders_on_the_sidelines_are_not_the_summit_they_attend():
    words = "Vale and Stone hold a summit on the sidelines of the APEC meeting"
    two = account("a", "summit", ["Aron Vale", "Bela Stone"], "2018-07-16", words=words)
    named = account(
        "b", "summit", ["APEC (APEC)"], "2018-07-16", id="m1", mention=marks("APEC").pop(), marks=sorted(marks("APEC"))
    )
    whole = account("c", "summit", ["APEC (APEC)"], "2018-07-16/2018-07-17", words="the APEC summit")
    assert likeness(named, two) == NEVER
    assert likeness(named, whole) >= SAME


def test_ministers_of_a_body_meet_apart_from_its_leaders():
    def gathering(report, kind, words):
        return account(report, kind, ["APEC (APEC)"], words=words)

    leaders = gathering("a", "summit", "leaders come to the APEC summit")
    assert not same(leaders, gathering("b", "conference", "the APEC ministerial meeting"))
    assert not same(leaders, gathering("c", "summit", "the APEC CEO Summit"))
    assert same(leaders, gathering("d", "summit", "after the ministerial meeting comes the APEC summit"))
    business = "they opened the APEC CEO Summit, held along with the Economic Leaders' Meeting"
    assert not same(leaders, gathering("e", "conference", business))


def test_three_party_talks_are_not_four_party_talks():
    sides = ["North (PRK)", "South (KOR)", "United States (USA)"]
    all_four = [*sides, "China (CHN)"]
    three = account("a", "negotiation", sides, "2018-07-16", words="three-party talks")
    four = account("b", "negotiation", all_four, "2018-07-16", words="four-way talks")
    assert likeness(three, four) == NEVER
    assert same(four, account("c", "negotiation", all_four, published="2018-07-20", words="the four-party talks"))


def test_talks_with_another_side_are_other_talks():
    with_finch = account("a", "negotiation", ["Aron Vale", "Cora Finch", "Finch's party (FIN)"], "2018-07-16")
    assert likeness(with_finch, account("b", "negotiation", ["Aron Vale", "Bela Stone"], "2018-07")) == NEVER


def test_a_guest_on_a_tour_makes_a_visit_in_each_country():
    def visit(report, country, **more):
        return account(report, "visit", ["Aron Vale"], "2018-07", place={"name": country, "country": country}, **more)

    assert likeness(visit("a", "FIN"), visit("b", "SWE")) == NEVER
    assert likeness(visit("a", "FIN"), visit("a", "SWE", id="c2")) == NEVER
    assert same(visit("a", "FIN"), visit("b", "FIN"))


def test_a_single_name_without_a_day_is_too_little():
    alone = account("a", "summit", ["Bela Stone"])
    assert not same(alone, account("b", "meeting", ["Bela Stone", "Aron Vale"], "2018-07-06"))


@pytest.mark.parametrize(
    ("sides", "one"),
    [
        (["Harvest Party (SDN)", "River Front (SDN)"], True),
        (["Harvest (SDN)", "the River movement (SDN)"], True),
        (["Harvest Party (SDN)", "Desert Army (SDN)"], False),
        (["Mountain Front (SDN)", "Desert Army (SDN)"], False),
    ],
)
def test_talks_inside_a_state_are_known_by_their_sides(sides, one):
    first = account("a", "negotiation", ["the Harvest Party (SDN)", "River Front (SDN)"], "2018-07-08")
    assert same(first, account("b", "negotiation", sides, "2018-07-08")) is one
