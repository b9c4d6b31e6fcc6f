"""The tables of reporting words, stances and judgements are well kept."""

from __future__ import annotations

from typing import get_args

from dateline.knowledge.stances import load_stances

from dateline.knowledge.judgements import load_judgements
from dateline.knowledge.reporting import load_reporting
from dateline.record.model import Act, Stance

COMPLEMENTS = {"that", "quote", "to", "ing", "np", "named", "whom", "addressee"}
PLACES = {"object", "to", "others", "clause", "subject", "self", "doing"}


def test_every_complement_of_a_reporting_word_is_one_that_is_read() -> None:
    reporting = load_reporting()
    for cue in (*reporting.verbs.values(), *reporting.nouns.values()):
        assert cue.act in get_args(Act)
        assert {c for c in cue.complements if not c.startswith("@")} <= COMPLEMENTS, cue.lemma


def test_words_that_close_a_sentence_are_reporting_verbs() -> None:
    reporting = load_reporting()
    assert reporting.closing <= reporting.verbs.keys()


def test_every_stance_frame_says_something_known_about_a_place_that_is_read() -> None:
    stances = {*get_args(Stance), None}
    for frame in (frame for frames in load_stances().values() for frame in frames):
        assert {frame.stance, frame.negated} <= stances
        assert frame.stance or frame.negated, frame
        assert {p for p in frame.issue if not p.startswith("@")} <= PLACES, frame
        assert frame.where in {"any", "said", "commitment", "goodwill", "contact", "alleged"}


def test_no_word_is_both_a_verdict_and_what_is_judged() -> None:
    words = load_judgements()
    assert not words.verdicts & words.matters
