"""Which statuses words rule out, whatever the model believes."""

from types import SimpleNamespace

import pytest

from dateline.language.english.modality import Modality
from dateline.reading.encounters.factuality import is_untold, left, ruled_out

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


@pytest.mark.parametrize(
    ("told", "possible"),
    [
        ([NOUN], {"held", "ongoing", "scheduled", "proposed", "postponed", "cancelled", "refused"}),
        ([WILL], {"scheduled", "proposed", "postponed", "cancelled", "refused"}),
        ([HOPED], {"proposed", "postponed", "cancelled", "refused"}),
        ([DID_NOT], {"postponed", "cancelled", "refused"}),
        ([WILL_NOT], {"postponed", "cancelled", "refused"}),
        ([REFUSED], {"postponed", "cancelled", "refused"}),
        ([PUT_OFF], {"postponed"}),
        ([WILL, PUT_OFF], {"postponed"}),
        ([WILL, NOUN], {"scheduled", "proposed", "postponed", "cancelled", "refused"}),
    ],
)
def test_what_words_leave(told, possible):
    every = {"held", "ongoing", "scheduled", "proposed", "postponed", "cancelled", "refused"}
    assert every - ruled_out(mentions(*told)) == possible


def test_what_was_done_leaves_all_open_for_the_plan_before_it():
    assert not ruled_out(mentions(WILL, MET))


def test_what_is_only_denied_or_asked_is_no_contact():
    assert is_untold(mentions(DID_NOT), "held")
    assert is_untold(mentions(ASKED, DID_NOT), "scheduled")


def test_what_was_planned_is_a_contact_though_denied():
    assert not is_untold(mentions(DID_NOT), "cancelled")
    assert not is_untold(mentions(DID_NOT, WILL), "held")
    assert not is_untold(mentions(REFUSED), "held")


def test_the_likeliest_status_that_is_left():
    assert left({"held": 0.9, "refused": 0.1}, {"held"}) == {"refused": 0.1}


def test_a_status_the_model_never_thought_of():
    assert next(iter(left({"held": 1.0}, {"held", "ongoing", "scheduled", "proposed"}))) == "refused"
