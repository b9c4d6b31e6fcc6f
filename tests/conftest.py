"""Fixtures shared by all tests."""

from __future__ import annotations

import pytest

from dateline.reading.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader as shipped, loaded once."""
    return Reader()
