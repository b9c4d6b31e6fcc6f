"""From scores to confidence: what a model's file may say, and what comes of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.model.calibration import Calibration, Curve, read_calibration, write_calibration

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))

from frames.calibration import Judged, calibration_error, crossed, fit, matched
from frames.reliability import diagram, dots

SHARES = st.floats(0, 1)


def test_without_a_curve_scores_stay_as_they_are():
    assert [Calibration().confidence("contact", raw) for raw in (0.0, 0.25, 0.5, 0.913, 1.0)] == [0, 0.25, 0.5, 0.91, 1]


@given(SHARES, SHARES)
def test_a_higher_score_is_never_less_sure(a, b):
    calibration = Calibration({"contact": Curve(0.6, -0.4)})
    low, high = (calibration.confidence("contact", raw) for raw in sorted((a, b)))
    assert 0 <= low <= high <= 1


def test_each_sort_has_its_own_curve_and_the_file_keeps_them(tmp_path):
    calibration = Calibration({"topic": Curve(0.5, 1.25), "statement": Curve(2.0, -0.5)})
    write_calibration(calibration, tmp_path / "calibration.toml")
    assert read_calibration(tmp_path / "calibration.toml") == calibration
    assert calibration.confidence("topic", 0.5) == 0.78
    assert calibration.confidence("contact", 0.5) == 0.5
    assert read_calibration(tmp_path / "none.toml") == Calibration()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[contact]\nslope = 0\nintercept = 1", "the slope above 0"),
        ("[contact]\nslope = 1", "a slope and an intercept"),
        ("[meeting]\nslope = 1\nintercept = 0", "statement, contact, topic, position, event"),
        ("[contact\n", "line 1"),
        ('[contact]\nslope = "1"\nintercept = 0', "numbers"),
    ],
)
def test_what_is_no_curve_is_told_with_its_file(tmp_path, text, complaint):
    path = tmp_path / "calibration.toml"
    path.write_text(text)
    with pytest.raises(DatelineError, match=complaint) as told:
        read_calibration(path)
    assert str(path) in str(told.value)


def pairs(share_right):
    """Scores from .05 to .95, forty lines each, of which a share is right that depends on the score."""
    scores = [n / 20 for n in range(1, 20)]
    return [(score, k < round(40 * share_right(score))) for score in scores for k in range(40)]


def test_scores_that_tell_the_truth_are_left_as_they_are():
    slope, intercept = fit(pairs(lambda score: score))
    assert slope == pytest.approx(1, abs=0.06)
    assert intercept == pytest.approx(0, abs=0.06)


def test_scores_that_are_too_sure_are_drawn_in():
    told = fit(pairs(lambda score: 0.3 + 0.4 * score))
    assert told.slope < 0.6
    calibration = Calibration({"contact": told})
    assert calibration.confidence("contact", 0.95) == pytest.approx(0.68, abs=0.05)
    assert calibration.confidence("contact", 0.05) == pytest.approx(0.32, abs=0.05)


@pytest.mark.parametrize("right", [True, False])
def test_lines_that_are_all_alike_have_a_curve_too(right):
    calibration = Calibration({"event": fit([(0.7, right)] * 30)})
    assert (calibration.confidence("event", 0.7) > 0.5) is right


def test_scores_that_run_the_wrong_way_never_turn_the_order():
    assert fit(pairs(lambda score: 1 - score)).slope > 0


def test_every_line_is_judged_by_reports_that_it_is_not_in():
    lines = [Judged(f"r{n}", "contact", score, right) for n, (score, right) in enumerate(pairs(lambda score: score**2))]
    told = crossed(lines)
    assert len(told["contact"]) == len(lines)
    assert calibration_error(told["contact"]) < calibration_error([(line.raw, line.right) for line in lines])


def test_the_diagram_has_a_panel_for_each_sort_and_a_dot_for_each_tenth():
    shown = {"contact": [(0.05, False), (0.07, True), (0.95, True)], "event": [(0.5, True)]}
    assert dots(shown["contact"]) == [(pytest.approx(0.06), 0.5, 2), (0.95, 1.0, 1)]
    picture = diagram(shown)
    assert picture.startswith("<svg")
    assert (picture.count("<circle"), picture.count("3 lines"), picture.count("share right")) == (3, 1, 1)


def test_a_line_is_right_where_the_scorer_pairs_it_with_the_annotation(shared_data):
    from frames.calibration import _loaded

    record, coded = (_loaded(shared_data.parent / "score" / name) for name in ("record.py", "coded.py"))
    body = "Vale met Stone. He said that the talks went well."
    party = [{"name": "Aron Vale", "country": "RUS"}, {"name": "Bela Stone", "country": "USA"}]
    contact = {"kind": "meeting", "date": "2018-07-16", "place": None, "participants": party, "agenda": []}
    said = {"act": "speech", "content_text": "the talks went well"}
    other = {"act": "speech", "content_text": "quite another thing was told there"}
    found = {
        "report": {"id": "r"},
        "contacts": [contact | {"confidence": 0.9}, contact | {"participants": party[:1], "confidence": 0.4}],
        "statements": [said | {"confidence": 0.8}, other | {"confidence": 0.3}, said | {"confidence": None}],
        "positions": [], "events": [],
    }  # fmt: skip
    notes = {
        "frames": {"contacts": [contact], "positions": []},
        "statements": {"statements": [{"content": [["body", 29, 48]]}]},
    }
    lines = [(line.sort, line.raw, line.right) for line in matched(found, notes, {"body": body}, record, coded)]
    assert lines == [
        ("contact", 0.9, True), ("contact", 0.4, False), ("statement", 0.8, True), ("statement", 0.3, False),
    ]  # fmt: skip
