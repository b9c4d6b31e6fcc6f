"""How contacts and relations are judged, and by whom."""

from __future__ import annotations

from dateline.reading.reader import Reader
from dateline.record import Assessment, Report


def assessments(reader: Reader, body: str) -> tuple[Assessment, ...]:
    body += " Norway and Sweden are neighbours."
    return reader.read(Report(id="made-up", published="2019-05-08", body=body)).assessments


def test_how_a_contact_is_taken_with_nobody_named(reader: Reader) -> None:
    [found] = assessments(reader, "The summit is widely seen as a signal of a thaw between the neighbours.")
    assert (found.owner, found.about) == (None, "summit")
    assert found.text == "widely seen as a signal of a thaw between the neighbours"


def test_who_takes_it_so_is_the_owner(reader: Reader) -> None:
    [found] = assessments(reader, "The visit was regarded by diplomats as a failure.")
    assert found.owner == "diplomats"


def test_what_a_contact_amounts_to(reader: Reader) -> None:
    [found] = assessments(reader, "The talks were a breakthrough after years of silence.")
    assert (found.about, found.text) == ("talks", "a breakthrough after years of silence")


def test_a_judgement_in_a_statement_is_the_speakers(reader: Reader) -> None:
    [found] = assessments(reader, 'Norwegian Foreign Minister Kari Nordmann said the talks were "a breakthrough".')
    assert found.owner == "Kari Nordmann"


def test_what_analysts_say_of_a_contact(reader: Reader) -> None:
    [found] = assessments(reader, "Analysts said the summit could end the boycott.")
    assert (found.owner, found.about, found.text) == ("Analysts", "summit", "the summit could end the boycott")


def test_other_things_are_not_judged_here(reader: Reader) -> None:
    assert assessments(reader, "The singer is widely seen as a star. The match was a test.") == ()


def test_who_hails_or_describes_it_is_the_owner(reader: Reader) -> None:
    [found] = assessments(reader, "Norway hailed the peace talks as major progress toward ending the war.")
    assert (found.owner, found.about) == ("Norway", "peace talks")
    assert found.text == "as major progress toward ending the war"


def test_a_relative_clause_is_about_what_it_hangs_on(reader: Reader) -> None:
    [found] = assessments(reader, "He attended the summit, which is seen as a test for the neighbours.")
    assert found.about == "summit"


def test_what_a_contact_marks(reader: Reader) -> None:
    [found] = assessments(reader, "The visit marked a turning point in the history of the two countries.")
    assert (found.about, found.text) == ("visit", "a turning point in the history of the two countries")


def test_a_matter_that_judges_only_mention_is_not_judged(reader: Reader) -> None:
    assert assessments(reader, "Analysts said the harvest could suffer from the deal.") == ()


def test_inside_one_country_nothing_is_judged(reader: Reader) -> None:
    body = "Analysts said the talks between the parties of Norway could end soon."
    assert reader.read(Report(id="made-up", published="2019-05-08", body=body)).assessments == ()


def test_what_observers_think_of_a_contact(reader: Reader) -> None:
    [found] = assessments(reader, "Observers believe that the talks will fail.")
    assert (found.owner, found.about, found.text) == ("Observers", "talks", "the talks will fail")


def test_what_one_side_is_taken_to_be_to_another(reader: Reader) -> None:
    [found] = assessments(
        reader, "Norway, long seen as a close ally of Sweden, kept silent. It is seen as a rich state."
    )
    assert (found.owner, found.about, found.text) == (None, "Norway", "long seen as a close ally of Sweden")


def test_calling_on_somebody_judges_nothing(reader: Reader) -> None:
    body = "Nordmann, on a visit to Sweden, called on both sides to act as neighbours."
    assert assessments(reader, body) == ()
