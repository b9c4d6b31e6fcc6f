"""From shares of belief to spans."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.model.layout import LABELS, Layout, read_layout
from dateline.model.limits import Limits, read_limits, write_limits
from dateline.model.spans import best_labels, runs, stretches


def test_a_run_of_words_is_cut_where_a_new_one_begins():
    within, begins = np.array([0, 1, 1, 1, 0], dtype=bool), np.array([0, 1, 0, 1, 0], dtype=bool)
    assert runs(within, begins) == [(1, 3), (3, 4)]


def test_a_role_never_carries_on_what_did_not_begin():
    table = np.array([[0.9, 0.05, 0.05], [0.2, 0.1, 0.7], [0.2, 0.1, 0.7]], dtype=np.float32)
    (labels,) = best_labels([table], [0.5])
    assert stretches(labels, 1, 10) == [(11, 13)]


def test_a_higher_limit_leaves_doubtful_words_out():
    table = np.array([[0.4, 0.6, 0.0]], dtype=np.float32)
    assert best_labels([table], [0.5])[0].tolist() == [1]
    assert best_labels([table], [0.8])[0].tolist() == [0]


@given(st.integers(1, 5), st.integers(1, 30), st.integers(1, 3), st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_every_stretch_begins_with_its_own_label(triggers, size, roles, random):
    tables = [
        np.array([[0.01 + random.random() for _ in range(1 + 2 * roles)] for _ in range(size)], dtype=np.float32)
        for _ in range(triggers)
    ]
    for row in best_labels(tables, [0.5] * roles):
        for role in range(roles):
            for start, end in stretches(row, 2 * role + 1, 0):
                assert row[start] == 2 * role + 1
                assert (row[start + 1 : end] == 2 * role + 2).all()


def test_limits_are_kept_in_a_file_and_a_wrong_one_is_named(tmp_path):
    file = tmp_path / "limits.toml"
    write_limits(Limits(contact=0.35), file)
    assert read_limits(file).contact == 0.35
    file.write_text("contact = 1.5\n", encoding="utf8")
    with pytest.raises(DatelineError, match=r"limits\.toml: contact = 1\.5"):
        read_limits(file)


def test_a_layout_is_kept_in_a_file_and_a_rare_code_counts_as_its_root(tmp_path):
    layout = Layout(dict.fromkeys(LABELS, ("a", "b")) | {"cameo": ("040", "042")})
    layout.write(tmp_path)
    assert read_layout(tmp_path / "layout.json") == layout
    assert layout.number("cameo", "042") == 1
    assert layout.number("cameo", "045") == 0
    assert layout.number("kind", "c") < 0
    assert layout.columns("status") == slice(2, 4)
