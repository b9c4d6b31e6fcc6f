"""Readable identifiers made from names."""

from __future__ import annotations

import re
import unicodedata


def slug(text: str) -> str:
    """A stable, readable identifier part: lower-case ASCII letters and digits joined by hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
