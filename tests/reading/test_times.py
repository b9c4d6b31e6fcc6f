"""When: the times a report tells, and the days they mean."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.knowledge.times import time_tables
from dateline.reading.times import find_times

PUBLISHED = date(2006, 11, 22)

EXAMPLES = [
    pytest.param(text, value, id=f"{rule.name}: {text}")
    for rule in time_tables().rules
    for text, value in rule.examples
]


@pytest.mark.parametrize(("marked", "value"), EXAMPLES)
def test_every_rule_reads_its_examples(marked: str, value: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    told = {(time.start, time.end): time.value or "" for time in find_times(text, PUBLISHED)}
    assert told.get((start, end)) == value


def test_every_rule_has_an_example() -> None:
    assert not [rule.name for rule in time_tables().rules if not rule.examples]
