"""Many phrases found in one pass: the longest wins, whatever its case and accents."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.check import check_tables
from dateline.knowledge.lexicon import LONGEST, Lexicon
from dateline.knowledge.naming import words_of


def lexicon(*phrases: str) -> Lexicon[str]:
    made: Lexicon[str] = Lexicon()
    for phrase in phrases:
        made.add(phrase, phrase)
    return made


def found(made: Lexicon[str], text: str) -> list[str]:
    words = words_of(text)
    return [hit.entries[0] for hit in made.hits(words, range(len(words)))]


def test_the_longest_phrase_wins():
    assert found(lexicon("Korea", "North Korea"), "talks with North Korea and Korea") == ["North Korea", "Korea"]


def test_case_and_accents_do_not_matter():
    assert found(lexicon("Cote d'Ivoire"), "CÔTE D'IVOIRE") == ["Cote d'Ivoire"]


def test_one_phrase_may_stand_for_several():
    made: Lexicon[str] = Lexicon()
    made.add("Congo", "COD")
    made.add("Congo", "COG")
    assert made.get("congo") == ("COD", "COG")


words = st.lists(st.sampled_from("a b c d".split()), min_size=1, max_size=LONGEST)  # noqa: SIM905


@given(st.lists(words, max_size=8), words)
def test_what_is_found_was_put_in_and_does_not_overlap(phrases, text):
    made = lexicon(*(" ".join(p) for p in phrases))
    end = 0
    for hit in made.hits(text, range(len(text))):
        assert hit.start >= end
        assert " ".join(text[hit.start : hit.end]) in {" ".join(p) for p in phrases}
        end = hit.end


def test_the_shipped_tables_hold_together():
    assert check_tables() == []
