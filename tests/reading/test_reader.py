"""Why each line of a record is there."""

from __future__ import annotations

from dateline.reading.reader import Reader
from dateline.record import Record, Report

BODY = "Norway said that Sweden must reopen the border. Norway's prime minister met his Swedish counterpart in Oslo."


def explained(reader: Reader, body: str, published: str) -> tuple[Record, dict[str, tuple[str, str]]]:
    """The record of a body, and for each of its lines the rule and the words it rests on."""
    record, grounds = reader.explain(Report(id="made-up", published=published, body=body))
    return record, {ground.line: (ground.rule, record.words(ground.words)) for ground in grounds}


def test_every_statement_position_and_contact_has_its_ground(reader: Reader) -> None:
    record, grounds = reader.explain(Report(id="made-up", published="2019-05-08", body=BODY))
    assert record == reader.read(record.report)
    lines = {ground.line for ground in grounds}
    assert {f"statement {s.id}" for s in record.statements} <= lines
    assert {f"contact {c.id}" for c in record.contacts} <= lines
    assert {f"position {n}" for n in range(1, len(record.positions) + 1)} <= lines


def test_every_time_place_topic_and_assessment_has_its_ground(reader: Reader) -> None:
    body = (
        "French President Jacques Chirac met Egyptian President Hosni Mubarak in Paris on Tuesday. "
        "They discussed the price of cotton. The visit is widely seen as a test."
    )
    record, told = explained(reader, body, "2006-11-08")
    [tuesday], [place], [item] = record.times, record.places, record.contacts[0].agenda
    assert told["time 1"] == ("times.toml: weekday", tuesday.text)
    assert told[f"place {place.id}"][1] == "Paris"
    rule, words = told[f"contact c1, topic {item.topic}"]
    assert rule.startswith("model: topic 0.")
    assert words == item.topic
    assert {f"event {n}" for n in range(1, len(record.events) + 1)} <= told.keys()
    assert told["assessment 1"] == ("assessment_words.csv: see", "seen")


def test_a_ground_names_the_rule_and_points_at_the_words(reader: Reader) -> None:
    record, grounds = reader.explain(Report(id="made-up", published="2019-05-08", body=BODY))
    [said] = [g for g in grounds if g.line == "statement s1"]
    assert said.rule.startswith("model: attribution 0.")
    assert "reporting_cues.csv: say" in said.rule
    assert record.words(said.words) == "said"
    [position] = [g for g in grounds if g.line == "position 1"]
    assert position.rule.startswith("model: position 0.")
    assert "must" in record.words(position.words)


def test_every_actor_has_its_ground(reader: Reader) -> None:
    body = (
        "Norwegian Prime Minister Erna Solberg met the head of the Hardanger Fishing Union, Ola Fjordbu, in Oslo. "
        "The Norwegian foreign ministry and NATO said both sides were content."
    )
    record, told = explained(reader, body, "2019-05-08")
    assert record.actors
    assert {f"actor {actor.id}" for actor in record.actors} <= told.keys()
    assert all(rule and words for rule, words in told.values())
    [solberg] = [told[f"actor {actor.id}"] for actor in record.actors if actor.name == "Erna Solberg"]
    assert "Erna Solberg (prime minister)" in solberg[0]
    assert solberg[1] == "Norwegian Prime Minister Erna Solberg"
