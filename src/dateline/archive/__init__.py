"""Records -> the archive: each contact once, with an account for every report that tells of it."""

from dateline.archive.archive import Archive
from dateline.archive.errors import ArchiveError

__all__ = ["Archive", "ArchiveError"]
