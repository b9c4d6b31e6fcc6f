"""Where each side stands, and in whose words."""

from __future__ import annotations

import pytest

from dateline.reading.reader import Reader
from dateline.record import Position, Report


def positions(reader: Reader, body: str) -> tuple[Position, ...]:
    return reader.read(Report(id="made-up", source="Wire", published="2019-05-08T10:00:00Z", body=body)).positions


@pytest.mark.parametrize(
    ("body", "holder", "stance", "issue"),
    [
        ("Norway strongly opposes the pipeline through the Baltic.", "NOR", "opposes", "the pipeline"),
        (
            "Norwegian Foreign Minister Kari Nordmann condemned the shelling of Sweden.",
            "NOR",
            "opposes",
            "the shelling",
        ),
        ("Norway urged Sweden to reopen the border.", "NOR", "demands", "reopen the border"),
        ("Norway urged Sweden not to close the border.", "NOR", "demands", "not to close the border"),
        ("The Norwegian government ruled out working with Sweden.", "NOR", "refuses", "working with Sweden"),
        ("Norway said that Sweden must reopen the border.", "NOR", "demands", "reopen the border"),
        ("Norway is willing to cooperate with Sweden in fighting piracy.", "NOR", "offers", "cooperate with Sweden"),
        ("Norway pledged to support the Swedish plan.", "NOR", "supports", "support the Swedish plan"),
        ("Norway refused to hand over the Swedish ship.", "NOR", "refuses", "hand over the Swedish ship"),
        ("Norway rejected the Swedish proposal.", "NOR", "refuses", "the Swedish proposal"),
        ("Norway said the border would not be on the agenda of the talks with Sweden.", "NOR", "refuses", "the border"),
        ("Norway denied any role in the Swedish crisis.", "NOR", "denies", "any role"),
        ("Norway rejected the charge that it had armed the Swedish rebels.", "NOR", "denies", "the charge"),
        ("Norway ruled out working with Sweden on the pipeline.", "NOR", "refuses", "working with Sweden"),
        ("Norway stressed that nobody would accept a return to the war.", "NOR", "refuses", "return to the war"),
        ("Norway agreed that Sweden should hand over all its ships.", "NOR", "demands", "Sweden should hand over"),
        ("Norway lashed out at the Swedish blockade on Tuesday.", "NOR", "opposes", "the Swedish blockade"),
        ("Norway said it would not sign the treaty unless Sweden left.", "NOR", "conditional", "Sweden left"),
        ("Norway said it would only accept observers from Sweden.", "NOR", "conditional", "observers"),
        ("Norway called for direct talks with the Swedish rebels.", "NOR", "supports", "direct talks"),
        ("Norway accused Sweden of arming the rebels.", "NOR", "opposes", "arming the rebels"),
        (
            "Norway said talks with Sweden could begin if the border was reopened.",
            "NOR",
            "conditional",
            "the border was",
        ),
    ],
)
def test_a_stance_is_read_from_its_words(reader: Reader, body: str, holder: str, stance: str, issue: str) -> None:
    body += " Sweden did not answer at once."
    found = [(p.holder.country, p.stance) for p in positions(reader, body) if p.issue.startswith(issue)]
    assert (holder, stance) in found


def test_a_position_points_at_its_statement_and_its_sentence(reader: Reader) -> None:
    body = "It rained. Norway said that Sweden must reopen the border."
    report = Report(id="made-up", published="2019-05-08", body=body)
    record = reader.read(report)
    [position] = record.positions
    assert position.statement == record.statements[0].id
    assert (
        position.evidence_text == record.words(position.evidence) == "Norway said that Sweden must reopen the border."
    )


def test_the_holders_own_words_for_the_issue_are_kept_beside_the_reports(reader: Reader) -> None:
    body = (
        "Norway said the seizure of Svalbard would not be up for discussion with Sweden.\n\n"
        '"Svalbard is an inseparable part of Norway," the Norwegian government said.'
    )
    [position] = [p for p in positions(reader, body) if p.stance == "refuses"]
    assert position.issue == "the seizure of Svalbard"
    assert position.frame == "an inseparable part of Norway"


@pytest.mark.parametrize(
    "body",
    [
        "Norway said its government would not comment. Sweden declined to comment.",
        "Norway opened talks with Sweden instead of blaming the ministers for the delay.",
        "Norway said the ferry to Sweden leaves at noon.",
        "The Norwegian government urged Norwegians to drink more milk.",
    ],
)
def test_where_no_side_takes_a_stance_towards_another_there_is_no_position(reader: Reader, body: str) -> None:
    assert positions(reader, body) == ()


def test_who_refuses_one_thing_may_offer_another_in_the_same_sentence(reader: Reader) -> None:
    body = "Norway rejected the Swedish plan but said it was ready to reopen the border. Sweden did not answer."
    assert [p.stance for p in positions(reader, body) if p.holder.country == "NOR"] == ["refuses", "offers"]


@pytest.mark.parametrize(
    ("naming", "frame"),
    [
        ("Norway branded the rebels as bandits.", "bandits"),
        ("Norway describes the rebels as a gang of thieves.", "a gang of thieves"),
        ("Norway, which considers the rebels a terrorist group, closed the border.", "a terrorist group"),
    ],
)
def test_what_the_holder_calls_a_thing_is_its_frame(reader: Reader, naming: str, frame: str) -> None:
    body = f"Norway refused to meet the rebels. Sweden did not answer at once. {naming}"
    [position] = [p for p in positions(reader, body) if p.stance == "refuses"]
    assert (position.issue, position.frame) == ("meet the rebels", frame)


def test_a_name_inside_another_is_not_framed(reader: Reader) -> None:
    body = (
        "Norway refused to pay for the Svalbard Coal Fund. Sweden did not answer at once. "
        '"Svalbard is an inseparable part of Norway," the Norwegian government said.'
    )
    assert [p.frame for p in positions(reader, body) if p.stance == "refuses"] == [None]


def test_what_an_act_is_meant_as_is_its_stance(reader: Reader) -> None:
    body = "Norway cancelled the talks with Sweden in protest against the raid on its embassy."
    assert next((p.stance, p.issue) for p in positions(reader, body)) == ("opposes", "the raid on its embassy")


def test_guests_who_are_welcomed_are_no_issue(reader: Reader) -> None:
    assert positions(reader, "Norway welcomed the Swedish delegations in Oslo before the talks began.") == ()
