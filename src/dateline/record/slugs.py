"""Readable identifiers made from names."""

from __future__ import annotations

import re

from dateline.record.letters import plain


def slug(text: str) -> str:
    """A stable, readable identifier part: lower-case ASCII letters and digits joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text)).strip("-")
