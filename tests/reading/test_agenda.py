"""What a contact is about, and how it stands, in small reports written for the purpose."""

import pytest

from dateline.record import Report

MET = "Egyptian President Hosni Mubarak met French President Jacques Chirac here on Tuesday. "
WILL_MEET = "Egyptian President Hosni Mubarak will meet French President Jacques Chirac in Paris on Friday. "


@pytest.fixture(scope="module")
def agenda(reader):
    """The agenda of the first contact of a body filed in Cairo on 8 November 2006."""

    def read(body):
        report = Report(id="made-up", dateline="CAIRO, Nov. 8, 2006 (AFP)", published="2006-11-08", body=body)
        return [(item.topic, item.standing) for item in reader.read(report).contacts[0].agenda]

    return read


def test_a_list_is_split_into_its_items(agenda):
    assert agenda(WILL_MEET + "The two leaders will discuss trade, energy and the Korean nuclear issue.") == [
        ("trade", "expected"),
        ("energy", "expected"),
        ("the Korean nuclear issue", "expected"),
    ]


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("They discussed the situation in Lebanon.", "the situation in Lebanon"),
        ("The talks focused on the situation in Lebanon.", "the situation in Lebanon"),
        ("The two leaders exchanged views on how to end the crisis.", "how to end the crisis"),
    ],
)
def test_what_was_discussed(agenda, sentence, topic):
    assert (topic, "discussed") in agenda(MET + sentence)


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("Both sides agreed to double bilateral trade.", "double bilateral trade"),
        ("The two leaders signed an extradition treaty.", "an extradition treaty"),
        ("Both sides agreed that bilateral trade should be expanded.", "bilateral trade"),
    ],
)
def test_what_was_agreed(agenda, sentence, topic):
    assert (topic, "agreed") in agenda(MET + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The question of the canal would not be up for discussion at the meeting, an aide said.",
        "The question of the canal is not on the agenda, an aide said.",
        "The question of the canal never will be on the agenda, an aide said.",
        "Mubarak refused to discuss the question of the canal.",
    ],
)
def test_what_is_off_the_table(agenda, sentence):
    assert ("the question of the canal", "excluded") in [(t.lower(), s) for t, s in agenda(WILL_MEET + sentence)]


def test_what_a_party_says_there_counts_as_discussed(agenda):
    assert ("trade and energy cooperation with Egypt", "discussed") in agenda(
        MET + "Chirac said France hoped to expand trade and energy cooperation with Egypt."
    )


def test_who_says_so(reader):
    body = WILL_MEET + "Spokesman Suleiman Awad said the two leaders would discuss energy prices."
    report = Report(id="made-up", dateline="CAIRO, Nov. 8, 2006 (AFP)", published="2006-11-08", body=body)
    (item,) = reader.read(report).contacts[0].agenda
    assert (item.topic, item.according_to) == ("energy prices", "Suleiman Awad")


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        ("The two sides pledged to protect the fisheries.", ("protect the fisheries", "agreed")),
        ("Chirac pledged to protect the fisheries.", None),
        ("Ministers discussed the price of cotton despite the heat.", ("the price of cotton", "discussed")),
        ("Chirac stressed the need for a fair price of cotton.", ("a fair price of cotton", "discussed")),
    ],
)
def test_what_is_told_of_the_meeting_afterwards(agenda, sentence, item):
    found = agenda(MET + sentence)
    assert item in found if item else not [standing for _, standing in found if standing == "agreed"]


def test_what_somebody_comes_for_is_expected(agenda):
    body = "French President Jacques Chirac arrived here on Tuesday on a three-day visit to boost trade and tourism."
    assert agenda(body) == [("boost trade and tourism", "expected")]


def test_what_a_body_that_meets_decides_is_agreed(agenda):
    assert ("arms sales to the region", "agreed") in agenda(
        "On Monday, EU foreign ministers in Luxembourg banned arms sales to the region."
    )


def test_a_word_torn_at_its_hyphen_is_kept_whole(agenda):
    found = agenda(MET + "They discussed re-starting the peace process.")
    assert all(topic not in ("re", "starting the peace process") for topic, _ in found)


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("They held discussions with the ministers of both states on fishing quotas on Tuesday.", "fishing quotas"),
        ("They held talks with the rebels on forming a new government.", "forming a new government"),
        ("They discussed Sudan and Lebanon.", "Sudan"),
        ("They touched on ties with Sudan and the price of cotton.", "the price of cotton"),
        ("The talks focused on the alliance's tasks in Sudan and its future role.", "its future role"),
    ],
)
def test_topics_behind_those_talked_with_and_joined_to_names(agenda, sentence, topic):
    assert topic in [found for found, _ in agenda(MET + sentence)]


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("The two presidents agreed that sanctions would remain in place.", "sanctions would remain in place"),
        ("The two presidents agreed that the rebels should lay down all their arms.", "lay down all their arms"),
        ("The compromise over the fishing quotas came late.", "the fishing quotas"),
    ],
)
def test_what_it_is_agreed_should_be(agenda, sentence, topic):
    assert [found for found, standing in agenda(MET + sentence) if standing == "agreed" and topic in found]


def test_a_deal_only_supposed_is_not_agreed(agenda):
    found = agenda(MET + '"If we do a deal on the quotas, it is now," Chirac said.')
    assert ("the quotas", "agreed") not in found


def test_what_somebody_meets_to_seek(agenda):
    body = (
        "French President Jacques Chirac met Egyptian President Hosni Mubarak, seeking support in the cotton dispute."
    )
    assert "support in the cotton dispute" in [topic for topic, _ in agenda(body)]


def test_a_motto_is_one_topic(agenda):
    body = 'French and Egyptian ministers opened a summit featuring "trade, peace and friendship" here on Tuesday.'
    assert [topic for topic, _ in agenda(body)] == ["trade, peace and friendship"]


@pytest.mark.parametrize(
    "sentence",
    [
        "They met on the sidelines of a forum.",
        "An aide, speaking on condition of anonymity, said so.",
        "Three aides were present during the discussion.",
    ],
)
def test_circumstances_are_no_topics(agenda, sentence):
    assert agenda(MET + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        ("The ministers had blunt discussions over the fishing quotas.", ("the fishing quotas", "discussed")),
        ("They made little progress on the fishing quotas.", ("the fishing quotas", "discussed")),
        ("The topics included the fishing quotas.", ("the fishing quotas", "discussed")),
    ],
)
def test_words_that_tell_of_topics_by_themselves(agenda, sentence, item):
    assert item in agenda(MET + sentence)


def test_what_those_gathered_decide_is_agreed(reader):
    body = (
        "Ministers from France and Egypt met in Paris on Tuesday for a conference on fishing. "
        "The ministers also endorsed the yearly report on cod."
    )
    report = Report(id="made-up", dateline="PARIS, Nov. 8, 2006 (AFP)", published="2006-11-08", body=body)
    found = [(i.topic, i.standing) for c in reader.read(report).contacts for i in c.agenda]
    assert ("the yearly report on cod", "agreed") in found


def test_the_lead_may_tell_of_topics_before_the_talks(agenda):
    body = (
        "All sides will discuss the fishing quotas, an aide said. "
        "French and Egyptian ministers will hold talks in Paris on Friday."
    )
    assert agenda(body) == [("the fishing quotas", "expected")]


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        ("The talks covered possible exports of cod.", ("possible exports of cod", "discussed")),
        ("The two leaders mulled ways to save the cod.", ("ways to save the cod", "discussed")),
        ("Mubarak briefed Chirac on the fishing quotas.", ("the fishing quotas", "discussed")),
        ("They discussed how to share the catch.", ("how to share the catch", "discussed")),
        ("Both leaders laid out their visions of the canal.", ("the canal", "discussed")),
        ("The two leaders held a long discussion of the fishing quotas.", ("the fishing quotas", "discussed")),
        ("There was no discussion of the fishing quotas.", ("the fishing quotas", "excluded")),
        ("An aide said Mubarak reiterated his support for the new canal.", ("the new canal", "discussed")),
    ],
)
def test_further_ways_to_tell_of_a_topic(agenda, sentence, item):
    assert item in agenda(MET + sentence)


def test_talks_that_are_frozen_are_off_the_table(agenda):
    found = agenda(MET + "The two sides put a freeze on talks on fishing quotas.")
    assert ("fishing quotas", "excluded") in found


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("They are close to signing a fishing treaty.", "a fishing treaty"),
        ("Two documents, a declaration and a plan for the canal, are expected to be adopted.", "a plan for the canal"),
    ],
)
def test_a_deal_still_to_come_is_expected(agenda, sentence, topic):
    assert (topic, "expected") in agenda(WILL_MEET + sentence)


def test_two_acts_with_one_object_are_one_topic(agenda):
    found = agenda(MET + "They discussed gathering and sharing news of the storm.")
    assert found == [("gathering and sharing news of the storm", "discussed")]


def test_the_lead_may_tell_what_was_said_before_the_talks(agenda):
    body = (
        "France hopes to expand trade cooperation with Egypt, French President Jacques Chirac said here on Tuesday. "
        "Chirac made the remarks when he met Egyptian President Hosni Mubarak."
    )
    assert ("trade cooperation with Egypt", "discussed") in agenda(body)


@pytest.mark.parametrize("sentence", ["The two sides issued a statement.", "They discussed the situation."])
def test_words_that_say_nothing_by_themselves_are_no_topics(agenda, sentence):
    assert agenda(MET + sentence) == []


def test_what_somebody_is_invited_to_lies_ahead(agenda):
    body = (
        "French President Jacques Chirac met Egyptian President Hosni Mubarak in Paris on Monday. "
        "Chirac invited Egyptian engineers to train in France."
    )
    assert ("train in France", "expected") in agenda(body)
