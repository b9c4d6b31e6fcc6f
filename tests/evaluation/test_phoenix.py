"""Our offices beside a dictionary's: what agrees, what is unknown, what has other days."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dateline.evaluation.phoenix import compare
from dateline.knowledge import Knowledge, load
from dateline.knowledge.offices import Tenure
from dateline.knowledge.people import People
from dateline.knowledge.tables import Period


@pytest.fixture
def knowledge() -> Knowledge:
    ruled = Tenure("Ann Example", "NOR", "prime minister", Period.parse("1995-03-04", "1999-05-06"))
    known = load()
    return replace(known, people=People([ruled], known.roles))


def disagreements(tmp_path: Path, knowledge: Knowledge, *lines: str) -> tuple[int, list[str]]:
    file = tmp_path / "actors.txt"
    file.write_text("\n".join(lines) + "\n")
    total, found = compare(file, knowledge)
    return total, [str(d).split()[0] for d in found]


def test_days_that_differ_by_weeks_agree(tmp_path, knowledge):
    assert disagreements(tmp_path, knowledge, "ANN_EXAMPLE_", "\t[NORGOV 950311-990430]") == (1, [])


def test_a_ruler_we_do_not_know_and_one_with_other_years_are_told(tmp_path, knowledge):
    lines = ("BEN_NOBODY_", "\t[NORGOV 910311-920412]", "ANN_EXAMPLE_", "\t[NORGOV 910311-990506]")
    assert disagreements(tmp_path, knowledge, *lines) == (2, ["unknown", "other"])


def test_an_open_end_is_of_the_dictionarys_own_day(tmp_path, knowledge):
    assert disagreements(tmp_path, knowledge, "ANN_EXAMPLE_", "\t[NORGOV >950311]") == (1, [])


def test_ministers_dated_to_the_month_are_not_compared(tmp_path, knowledge):
    assert disagreements(tmp_path, knowledge, "BEN_NOBODY_", "\t[NORGOV 030101-040630]") == (0, [])
