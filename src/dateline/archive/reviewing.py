"""People's decisions."""

from __future__ import annotations

from sqlalchemy import Connection


def account_pairs(connection: Connection) -> dict[tuple[str, str], bool]:
    """Pairs of accounts that people have merged (True) or split (False)."""
    return {}
