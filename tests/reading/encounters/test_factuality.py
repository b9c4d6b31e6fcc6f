"""Which statuses words rule out, whatever the model believes."""

from types import SimpleNamespace

import pytest

from dateline.language.english.modality import Modality
from dateline.reading.encounters.factuality import is_untold, left, ruled_out, weight

MET = Modality(tense="past")
WILL = Modality(mood="future")
DID_NOT = Modality(polarity=False, tense="past")
WILL_NOT = Modality(polarity=False, mood="future")
REFUSED = Modality(polarity=False, mood="future", tense="past", outcome="refused")
PUT_OFF = Modality(tense="past", outcome="postponed")
HOPED = Modality(mood="wish", tense="past", outcome="proposed")
ASKED = Modality(mood="question")
NOUN = Modality()


def mentions(*told):
    return [SimpleNamespace(modality=modality) for modality in told]


EVERY = {"held", "ongoing", "scheduled", "proposed", "postponed", "cancelled", "refused"}
UNDONE = {"postponed", "cancelled", "refused"}


@pytest.mark.parametrize(
    ("told", "possible"),
    [
        (NOUN, EVERY),
        (MET, EVERY),
        (WILL, UNDONE | {"scheduled", "proposed"}),
        (HOPED, UNDONE | {"proposed"}),
        (DID_NOT, UNDONE),
        (WILL_NOT, UNDONE),
        (REFUSED, UNDONE),
        (PUT_OFF, {"postponed"}),
    ],
)
def test_what_words_leave(told, possible):
    assert EVERY - ruled_out(told) == possible


def test_what_is_only_denied_or_asked_is_no_contact():
    assert is_untold(mentions(DID_NOT), "held")
    assert is_untold(mentions(ASKED, DID_NOT), "scheduled")


def test_what_was_planned_is_a_contact_though_denied():
    assert not is_untold(mentions(DID_NOT), "cancelled")
    assert not is_untold(mentions(DID_NOT, WILL), "held")
    assert not is_untold(mentions(REFUSED), "held")


def told(modality, beliefs):
    return SimpleNamespace(modality=modality, frame=SimpleNamespace(beliefs={"status": beliefs}, score=0.5))


def test_what_is_ruled_out_goes_to_what_the_words_tell():
    beliefs = {"held": 0.9, "refused": 0.075, "cancelled": 0.025}
    assert left(told(DID_NOT, beliefs)) == pytest.approx({"refused": 0.975, "cancelled": 0.025})
    assert left(told(WILL, beliefs)) == pytest.approx({"scheduled": 0.9, "refused": 0.075, "cancelled": 0.025})


def test_words_that_rule_out_nothing_leave_the_beliefs():
    assert left(told(MET, {"held": 0.9, "ongoing": 0.1})) == pytest.approx({"held": 0.9, "ongoing": 0.1})


def test_what_was_planned_for_a_day_long_past_may_have_been_held():
    assert left(told(WILL, {"held": 0.75, "scheduled": 0.25}), over=True) == {"held": 0.75, "scheduled": 0.25}
    assert "held" not in left(told(WILL_NOT, {"held": 0.75, "refused": 0.25}), over=True)


def test_what_came_of_it_counts_more_than_the_plan():
    assert weight(told(PUT_OFF, {})) > weight(told(WILL, {}))
