"""Where an archive lives."""

from __future__ import annotations

import os
from pathlib import Path

from dateline.errors import UsageError

VARIABLE = "DATELINE_ARCHIVE"
"""The environment variable that names the archive where ``--archive`` does not."""


def archive_url(where: str | Path | None = None) -> str:
    """The database URL of an archive: a file's path or a URL, else `VARIABLE`, else the user's data folder.

    ``sqlite:///...`` for files; ``postgresql+psycopg://...`` for servers. Raises `UsageError` for other databases.
    """
    text = str(where or os.environ.get(VARIABLE) or default_file())
    scheme, separator, rest = text.partition("://")
    if not separator:
        return f"sqlite:///{Path(text).expanduser().absolute()}"
    if scheme == "sqlite":
        return text
    if scheme in ("postgresql", "postgres", "postgresql+psycopg"):
        return f"postgresql+psycopg://{rest}"
    raise UsageError(f"an archive is a file or a postgresql:// address, not {scheme}://")


def default_file() -> Path:
    """``dateline/archive.db`` in the user's data folder (XDG Base Directory specification)."""
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "dateline" / "archive.db"
