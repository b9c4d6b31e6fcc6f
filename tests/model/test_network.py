"""Frames of texts, with the shipped model."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.model.frames import Attribution, Frame, Frames
from dateline.model.network import WEIGHTS, Network

NETWORK = Network()

LONG = "\n\n".join(
    f"The ministry said on day {day} that {day * 7} ships had left the port. Traders doubted it."
    for day in range(1, 60)
)  # fmt: skip


def frames(*texts: str) -> list[Frames]:
    return NETWORK.frames([("", text) for text in texts])


def tagged(text: str) -> list[tuple[list[str], list[str], list[str]]]:
    return [in_words(text, attribution) for attribution in frames(text)[0].attributions]


def in_words(text: str, attribution: Attribution) -> tuple[list[str], list[str], list[str]]:
    source, cue, content = (
        [text[span.start : span.end] for span in spans]
        for spans in (attribution.source, attribution.cue, attribution.content)
    )
    return source, cue, content


def test_an_indirect_statement_has_its_speaker_its_verb_and_what_was_said():
    text = "The two leaders will meet in Geneva in May, the Swiss foreign minister said on Monday."
    ((source, cue, content),) = tagged(text)
    assert source == ["the Swiss foreign minister"]
    assert "said" in cue[0]
    assert content == ["The two leaders will meet in Geneva in May"]


def test_two_speakers_keep_their_own_words():
    text = (
        "General Kofi Anane told reporters that the truce was holding.\n\n"
        '"We counted nine shots last night," said Maria Lopez, a spokeswoman for the observers.'
    )
    first, second = tagged(text)
    assert "General Kofi Anane" in first[0]
    assert "truce" in first[2][0]
    assert second[0]
    assert any("nine shots" in content for content in second[2])


def test_what_nobody_says_is_not_attributed():
    assert tagged("Rain fell on the capital on Tuesday. The market closed at noon.") == []


def test_no_text_no_frames():
    assert frames("", "  \n\n") == [Frames(), Frames()]
    assert frames() == []


def test_the_same_text_reads_the_same_in_any_company():
    texts = [LONG, "“No,” she said.", "He denied it.", LONG[:700]]
    alone = [frames(text)[0] for text in texts]
    assert frames(*texts) == alone
    assert frames(*texts[::-1]) == alone[::-1]


def test_the_same_text_reads_the_same_on_two_threads():
    assert Network(threads=2).frames([("", LONG)]) == frames(LONG)


def test_a_text_longer_than_a_window_is_read_to_its_end():
    found = tagged(LONG)
    said = [content for _, cue, content in found if "said" in cue[0]]
    assert len(said) > 50
    assert any("413 ships" in content for content in said[-1])


@given(st.text(alphabet="ab \n\"“”.,'é🚢", max_size=60), st.text(alphabet="ab \n\"“”.,'é🚢", max_size=120))
@settings(max_examples=30, deadline=None)
def test_spans_point_into_any_report(headline, body):
    parts = {"headline": headline, "body": body}
    (found,) = NETWORK.frames([(headline, body)])
    told = [*found.contacts, *found.positions, *found.events]
    spans = [s for a in found.attributions for s in (*a.source, *a.cue, *a.content)]
    spans += [s for frame in told for s in (frame.trigger, *(s for role in frame.roles.values() for s in role))]
    spans += [topic.span for topic in found.topics]
    for span in spans:
        assert parts[span.part][span.start : span.end].strip()


def contacts(text: str) -> list[tuple[str, Frame]]:
    return [(text[f.trigger.start : f.trigger.end], f) for f in frames(text)[0].contacts]


def test_the_word_for_an_encounter_has_its_kind_status_and_roles():
    text = "French President Emmanuel Macron met his Egyptian counterpart Abdel Fattah al-Sisi in Cairo on Monday."
    ((word, frame),) = contacts(text)
    assert word == "met"
    assert (frame.labels["kind"], frame.labels["status"]) == ("meeting", "held")
    filled = {role: [text[s.start : s.end] for s in spans] for role, spans in frame.roles.items()}
    assert len(filled["who"]) == 2
    assert filled["when"] == ["Monday"]
    assert filled["where"] == ["Cairo"]
    assert sum(frame.beliefs["kind"].values()) == pytest.approx(1, abs=0.01)


def test_what_is_to_come_is_told_from_what_has_been():
    text = "Germany's foreign minister will visit Ankara next Thursday for talks with her Turkish counterpart."
    assert contacts(text)
    assert {frame.labels["status"] for _, frame in contacts(text)} == {"scheduled"}


def test_two_words_for_one_encounter_belong_together():
    text = (
        "Japanese Prime Minister Fumio Kishida and South Korean President Yoon Suk Yeol held talks in Tokyo on "
        "Thursday.\n\nThe talks, which lasted two hours, were the first between the two leaders in a decade."
    )
    (found,) = frames(text)
    assert len(found.contacts) >= 2
    assert found.same[0, 1] > 0.5


def test_the_version_names_the_model_and_changes_with_it(tmp_path: Path):
    assert len(NETWORK.version) == 12
    for file in WEIGHTS.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes() + b" ")
    assert Network(tmp_path).version != NETWORK.version


def test_a_missing_model_is_said_in_words(tmp_path: Path):
    with pytest.raises(DatelineError, match=r"lacks tokenizer\.json"):
        Network(tmp_path).frames([("", "He left.")])
