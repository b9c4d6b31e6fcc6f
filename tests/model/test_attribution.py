"""Who said what, word by word, with the shipped model."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.model.attribution import MODEL, Attribution, Tagger

TAGGER = Tagger()

LONG = "\n\n".join(
    f"The ministry said on day {day} that {day * 7} ships had left the port. Traders doubted it."
    for day in range(1, 60)
)  # fmt: skip


def tagged(text: str) -> list[tuple[list[str], list[str], list[str]]]:
    return [in_words(text, attribution) for attribution in TAGGER.tag_many([text])[0]]


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
    assert any("Maria Lopez" in source for source in second[0])
    assert any("nine shots" in content for content in second[2])


def test_what_nobody_says_is_not_attributed():
    assert tagged("Rain fell on the capital on Tuesday. The market closed at noon.") == []


def test_no_text_no_attributions():
    assert TAGGER.tag_many(["", "  \n\n"]) == [(), ()]
    assert TAGGER.tag_many([]) == []


def test_the_same_text_reads_the_same_in_any_company():
    texts = [LONG, "“No,” she said.", "He denied it.", LONG[:700]]
    alone = [TAGGER.tag_many([text])[0] for text in texts]
    assert TAGGER.tag_many(texts) == alone
    assert TAGGER.tag_many(texts[::-1]) == alone[::-1]


def test_the_same_text_reads_the_same_on_two_threads():
    assert Tagger(threads=2).tag_many([LONG]) == TAGGER.tag_many([LONG])


def test_a_text_longer_than_a_window_is_read_to_its_end():
    found = tagged(LONG)
    said = [content for _, cue, content in found if "said" in cue[0]]
    assert len(said) > 50
    assert any("413 ships" in content for content in said[-1])


@given(st.text(alphabet="ab \n\"“”.,'é🚢", max_size=120))
@settings(max_examples=30, deadline=None)
def test_spans_point_into_any_text(text):
    for attribution in TAGGER.tag_many([text])[0]:
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert span.part == "body"
            assert text[span.start : span.end].strip()


def test_the_version_names_the_model_and_changes_with_it(tmp_path: Path):
    assert len(TAGGER.version) == 12
    for file in MODEL.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes() + b" ")
    assert Tagger(tmp_path).version != TAGGER.version


def test_a_missing_model_is_said_in_words(tmp_path: Path):
    with pytest.raises(DatelineError, match=r"lacks tokenizer\.json"):
        Tagger(tmp_path).tag_many(["He left."])
