"""Which mentions are put together, from what the model says of pairs and what the resolved words say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.frames import Frame
from dateline.reading.encounters.linking import evidence, link
from dateline.reading.encounters.mention import Mention
from dateline.reading.encounters.party import Party
from dateline.record import Place, Span

SPAN = Span(part="body", start=0, end=1)


def mention(number, countries=(), date=None, place=None, part=0):
    frame = Frame("contact", SPAN, {"who": (), "when": (), "where": ()}, {"kind": "meeting", "status": "held"})
    parties = tuple(Party(country, country, "state") for country in countries)
    places = (Place(id=place[0].lower(), name=place[0], country=place[1]),) if place else ()
    return Mention(number, frame, object(), None, None, parties, (), (date,) if date else (), places, part=part)


def groups(mentions, same, least=0.5):
    return [[m.number for m in group] for group in link(mentions, same, least)]


def test_two_mentions_that_the_model_takes_for_one_are_one():
    assert groups([mention(0), mention(1)], {(0, 1): 0.9}) == [[0, 1]]
    assert groups([mention(0), mention(1)], {(0, 1): 0.1}) == [[0], [1]]


def test_a_group_is_joined_only_where_the_mean_of_all_its_pairs_speaks_for_it():
    three = [mention(0), mention(1), mention(2)]
    assert groups(three, {(0, 1): 0.95, (1, 2): 0.6, (0, 2): 0.02}) == [[0, 1], [2]]
    assert groups(three, {(0, 1): 0.95, (1, 2): 0.9, (0, 2): 0.4}) == [[0, 1, 2]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"countries": ("FRA", "EGY")}, {"countries": ("USA", "CHN")}),
        ({"date": "2018-07-16"}, {"date": "2018-07-20"}),
        ({"place": ("Rome", "ITA")}, {"place": ("Oslo", "NOR")}),
    ],
)
def test_other_parties_days_and_lands_speak_against_it(one, other):
    same = {(0, 1): 0.6}
    assert evidence(mention(0, **one), mention(1, **other), same) < evidence(mention(0), mention(1), same)
    assert groups([mention(0, **one), mention(1, **other)], same) == [[0], [1]]


def test_the_same_parties_and_day_speak_for_it():
    told = {"countries": ("FRA", "EGY"), "date": "2018-07-16"}
    assert groups([mention(0, **told), mention(1, **told)], {(0, 1): 0.35}) == [[0, 1]]


def test_one_word_for_two_lands_is_two_contacts():
    assert groups([mention(0, place=("Amman", "JOR")), mention(0, place=("Beirut", "LBN"), part=1)], {}) == [[0], [0]]


@given(st.integers(0, 12), st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_every_mention_is_in_one_group(total, random):
    same = {(i, j): random.random() for j in range(total) for i in range(j)}
    found = groups([mention(n) for n in range(total)], same)
    assert sorted(n for group in found for n in group) == list(range(total))
    assert found == sorted(found)
