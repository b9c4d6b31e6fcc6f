"""Sentences that the model does not read yet."""

from pathlib import Path

import pytest

GAPS = frozenset((Path(__file__).parent / "gaps.txt").read_text(encoding="utf8").splitlines())
"""Tests of what a report says that the present model misses or misreads; kept so that the next one is measured by them.

Remove a line when a model reads it; a test that passes here is reported as such (``XPASS``).
"""


def pytest_collection_modifyitems(items):
    """Expect the tests of the list to fail."""
    for item in items:
        if item.nodeid in GAPS:
            item.add_marker(pytest.mark.xfail(reason="the model does not read it yet", strict=False))
