"""The weights of positions: shipped whole, and used as they say."""

from __future__ import annotations

import pytest

from dateline.reading.stances.weighing import BIAS, STANCES, Weights, load_weights


def test_every_mark_of_the_shipped_weights_has_a_number_for_every_stance() -> None:
    weights = load_weights()
    assert BIAS in weights.position
    assert set(weights.stances) == set(STANCES)
    assert all(marks.keys() == weights.position.keys() for marks in weights.stances.values())


def test_a_stance_of_the_table_speaks_for_a_position() -> None:
    weights = load_weights()
    assert weights.share({"takes a stance": 1}) > weights.share({})


def test_the_share_is_logistic_and_unknown_marks_count_nothing() -> None:
    weights = Weights({BIAS: 0.0, "said": 2.0}, {})
    assert weights.share({"never seen": 1}) == 0.5
    assert weights.share({"said": 1}) == pytest.approx(0.8808, abs=1e-4)


def test_the_likeliest_stance_is_told() -> None:
    stances = {stance: {BIAS: 0.0} for stance in STANCES} | {"denies": {BIAS: 0.0, "says false": 1.0}}
    assert Weights({BIAS: 0.0}, stances).stance({"says false": 1}) == "denies"
