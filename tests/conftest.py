"""What tests share: one reader, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.reading.reader import Reader, shared_reader

EXAMPLES = Path(__file__).parent.parent / "examples"
SHARED_DATA = Path(__file__).parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader with the shipped knowledge and models."""
    return shared_reader()


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of reports written for the project."""
    return EXAMPLES


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of public gold and corpora; the test is skipped where it is not there."""
    if not SHARED_DATA.is_dir():
        pytest.skip("skipped: no ../shared/data")
    return SHARED_DATA
