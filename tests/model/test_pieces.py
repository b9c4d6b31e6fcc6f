"""What the model sees of a report."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from dateline.model.network import WEIGHTS
from dateline.model.pieces import (
    AFTER,
    BEFORE,
    FEATURES,
    GAPS,
    NEARNESS,
    OVERLAP,
    QUOTATION,
    SHAPES,
    WINDOW,
    Cutter,
    Pieces,
    around,
    nearness,
    nearness_of,
    windows,
)

CUTTER = Cutter(Tokenizer.from_file(str(WEIGHTS / "tokenizer.json")))


def cut(text: str) -> Pieces:
    return next(CUTTER.cut([("", text)]))


def feature(text: str, column: int, names: tuple[str, ...]) -> list[tuple[str, str]]:
    pieces = cut(text)
    return [
        (text[s:e], names[f]) for s, e, f in zip(pieces.starts, pieces.ends, pieces.features[:, column], strict=True)
    ]


def test_case_that_the_vocabulary_loses_is_kept_as_shape():
    assert feature("NATO said Ivo spent 12 euros.", 0, SHAPES) == [
        ("NATO", "upper"),
        ("said", "lower"),
        ("Ivo", "title"),
        ("spent", "lower"),
        ("12", "digits"),
        ("euros", "lower"),
        (".", "mark"),
    ]


def test_paragraphs_are_told_from_lines_and_spaces():
    gaps = feature("He left.\n\nShe\nstayed on", 1, GAPS)
    assert gaps == [
        ("He", "paragraph"),
        ("left", "space"),
        (".", "none"),
        ("She", "paragraph"),
        ("stayed", "line"),
        ("on", "space"),
    ]


def test_in_a_text_without_blank_lines_every_line_is_a_paragraph():
    assert feature("He left.\nShe stayed", 1, GAPS)[3] == ("She", "paragraph")


def test_a_quotation_carried_on_in_the_next_paragraph_is_seen_as_one():
    states = dict(feature('"We go.\n\n"You stay," Ann told Bob.', 2, QUOTATION))
    assert states["go"] == "inside"
    assert states["stay"] == "carried on"
    assert states["Ann"] == "outside"


def test_a_lost_closing_mark_does_not_turn_the_next_paragraph_inside_out():
    states = dict(feature('"We go.\n\nAnn agreed. "Fine," she said.', 2, QUOTATION))
    assert (states["agreed"], states["Fine"], states["she"]) == ("outside", "inside", "outside")


@pytest.mark.parametrize("marks", ['""', "“”", "«»", "„“", "``''"])
def test_all_styles_of_marks_are_quotation(marks):
    half = len(marks) // 2
    states = dict(feature(f"Ann said {marks[:half]}yes{marks[half:]} twice", 2, QUOTATION))
    assert (states["yes"], states["twice"]) == ("inside", "outside")


def test_an_empty_text_has_no_pieces():
    assert len(cut("")) == 0
    assert len(cut(" \n\n ")) == 0


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_pieces_lie_in_order_within_any_text(text):
    pieces = cut(text)
    assert (pieces.starts[1:] >= pieces.starts[:-1]).all()
    assert ((pieces.starts >= 0) & (pieces.ends <= len(text))).all()
    assert (pieces.features < [len(names) for names in FEATURES]).all()


@given(st.lists(st.booleans(), min_size=1, max_size=2000), st.integers(2 * OVERLAP, WINDOW))
@settings(max_examples=60, deadline=None)
def test_windows_cover_every_piece_and_share_some(paragraphs, first):
    gap = np.where(np.array(paragraphs) & (np.arange(len(paragraphs)) % 7 == 0), GAPS.index("paragraph"), 1)
    column = np.zeros(len(gap), dtype=np.int64)
    pieces = Pieces(column, np.stack([column, gap, column, column], 1), column, column, column == 0)
    found = windows(pieces, first=first)
    assert found[0][0] == 0
    assert found[-1][1] == len(pieces)
    assert all(0 < end - start <= WINDOW for start, end in found)
    assert all(start < later < end for (start, end), (later, _) in pairwise(found))


def test_nearness_tells_before_from_after_and_counts_paragraphs():
    near = nearness(np.array([1, 1, 1, 2, 2, 2]), 2, 4)
    assert near[2] != near[3]  # both in the cue, but a paragraph apart
    assert len(set(near.tolist())) == 6
    assert (nearness(np.arange(2000) // 40, 1000, 1003) < NEARNESS).all()


def test_the_headline_comes_first_and_keeps_its_own_offsets():
    pieces = next(CUTTER.cut([("Envoys meet", "They met.")]))
    assert pieces.split == 3
    assert pieces.starts.tolist() == [0, 5, 7, 0, 5, 8]
    assert pieces.features[:, 3].tolist() == [1, 1, 1, 0, 0, 0]


def test_a_headline_changes_nothing_of_the_body():
    alone, under = cut("He left.\nShe stayed"), next(CUTTER.cut([("News", "He left.\nShe stayed")]))
    assert (under.features[under.split :] == alone.features).all()


def test_nearness_of_single_pieces_is_that_of_all():
    paragraphs = np.arange(300) // 30
    every = nearness(paragraphs, 100, 103)
    places = np.arange(300)
    assert (nearness_of(paragraphs, np.full(300, 100), np.full(300, 103), places) == every).all()


def test_the_pieces_around_a_trigger_are_those_of_the_window():
    place = around(10, 50)
    assert len(place) == BEFORE + AFTER
    assert place[place >= 0].tolist() == list(range(50))
