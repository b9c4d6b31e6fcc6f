"""What single words tell of a contact, whatever the model makes of the sentence."""

import pytest

from dateline.record import Report

PUBLISHED = "2018-07-10T12:00:00Z"


@pytest.fixture(scope="module")
def contacts(reader):
    """The contacts of a sentence published on Tuesday, 10 July 2018."""

    def contacts(sentence):
        return reader.read(Report(id="told", body=sentence, published=PUBLISHED)).contacts

    return contacts


@pytest.mark.parametrize(
    "sentence",
    [
        "Norwegian Prime Minister Erna Solberg telephoned Ukrainian President Petro Poroshenko on Monday.",
        "Ukrainian President Petro Poroshenko rang Lithuanian President Dalia Grybauskaite on Monday.",
        "Norwegian Prime Minister Erna Solberg spoke by telephone with Ukrainian President Petro Poroshenko on Monday.",
        "Erna Solberg held a telephone conversation with Ukrainian President Petro Poroshenko in Oslo on Monday.",
    ],
)
def test_calls_are_at_no_place(contacts, sentence):
    assert [(c.kind, c.place) for c in contacts(sentence)] == [("call", None)]


def test_calling_off_is_no_call(contacts):
    sentence = "Norwegian Prime Minister Erna Solberg called off a visit to Ukraine."
    assert "call" not in {c.kind for c in contacts(sentence)}


def test_each_has_its_own_day_and_place(contacts):
    sentence = (
        "Irish Foreign Minister Simon Coveney will meet Danish Foreign Minister Anders Samuelsen in Copenhagen"
        " on Thursday and Finnish Foreign Minister Timo Soini in Helsinki on Friday."
    )
    found = {
        (c.date, c.place and c.place.name, *sorted({p.country for p in c.participants})) for c in contacts(sentence)
    }
    assert found == {("2018-07-12", "Copenhagen", "DNK", "IRL"), ("2018-07-13", "Helsinki", "FIN", "IRL")}


def test_one_meeting_of_two_days_is_one(contacts):
    sentence = "Irish and Danish officials met in Copenhagen on Sunday and Monday."
    assert len(contacts(sentence)) == 1


def test_who_summons_is_the_host(contacts):
    sentence = "Poland summoned the Russian ambassador on Monday to protest against flights over the Baltic Sea."
    for contact in contacts(sentence):
        assert {p.country: p.role for p in contact.participants}["POL"] == "host"


def test_who_stays_away_does_not_take_part(contacts):
    sentence = "Neither Tunisia nor Morocco will attend the summit of African leaders in Kigali on Friday."
    assert not {"TUN", "MAR"} & {p.country for c in contacts(sentence) for p in c.participants}
