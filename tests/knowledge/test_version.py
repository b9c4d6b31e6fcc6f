"""Which tables and files a reader knew is part of its name."""

import pytest

from dateline.errors import UsageError
from dateline.knowledge.version import version_of


def test_our_tables_have_one_name_and_users_files_add_theirs(tmp_path):
    mine = tmp_path / "mine.csv"
    mine.write_text("name,country\nZed Zedder,FRA\n")
    ours, with_mine = version_of(), version_of([mine])
    assert ours == version_of(())
    assert with_mine.startswith(f"{ours}.a")
    mine.write_text("name,country\nZed Zedder,ITA\n")
    assert version_of([mine]) != with_mine


def test_what_files_hold_counts_not_where_they_lie(tmp_path):
    for name in ("one.csv", "other.csv"):
        (tmp_path / name).write_text("name,country\nZed Zedder,FRA\n")
    assert version_of([tmp_path / "one.csv"]) == version_of([tmp_path / "other.csv"])
    with pytest.raises(UsageError, match="cannot be read"):
        version_of([tmp_path / "none.csv"])
