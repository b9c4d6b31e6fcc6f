"""What people rejected is no longer told: in lists, counts, searches and on pages alike.

The line stays in its table, so that the decision can be taken back; every question leaves it out by the same condition.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, or_

_LINE = "(t.judged IS NULL OR t.judged <> 'reject')"

STILL_TOLD = {
    "reports": "1 = 1",
    "statements": _LINE,
    "positions": _LINE,
    "agenda": "EXISTS (SELECT 1 FROM accounts a WHERE a.key = t.account AND a.contact <> '')",
}
"""The condition for each table that is searched (`schema.SEARCHED`), here called ``t``. Topics of a contact that was
rejected go with it: its accounts are of no contact."""


def still_told(row: Any) -> ColumnElement[bool]:
    """The condition for statements or positions."""
    return or_(row.judged.is_(None), row.judged != "reject")
