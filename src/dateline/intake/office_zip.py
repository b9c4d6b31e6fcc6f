"""Zip files that office programs write: what is in them, and whether they unpack to a bearable size."""

from __future__ import annotations

import io
import re
import zipfile
from importlib.util import find_spec

from dateline.intake.decoding import Unreadable
from dateline.intake.sources import Source

MAGIC = b"PK\x03\x04"
UNPACKED = 256 << 20
"""Bytes that all parts of a document may have."""
MOST_PARTS = 5_000
PART = re.compile(rb"PK\x03\x04.{22}(..)..", re.DOTALL)


def parts_of(source: Source) -> set[str]:
    """The names of the parts whose heads stand in the sample, and of the well-known ones named anywhere in it."""
    sample = source.sample
    if not sample.startswith(MAGIC):
        return set()
    found = set()
    for match in PART.finditer(sample):
        length = int.from_bytes(match[1], "little")
        found.add(sample[match.end() : match.end() + length].decode("utf-8", "replace"))
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in sample[:200]:
        found.add("odt")
    kinds = (("word/", "word/document.xml"), ("xl/", "xl/workbook.xml"))
    return found | {whole for start, whole in kinds if any(name.startswith(start) for name in found)}


def opened(data: bytes) -> zipfile.ZipFile:
    """The zip file. Raises `Unreadable` for a broken one, and for one that unpacks to more than any document."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable(f"a broken zip file (or office document): {error}") from None
    size = sum(part.file_size for part in parts)
    if size > UNPACKED or len(parts) > MOST_PARTS:
        raise Unreadable(f"unpacks to {size >> 20:,} MiB in {len(parts):,} parts: no document of a report does")
    return archive


def needs(library: str, extra: str, what: str) -> None:
    """Raise `Unreadable` where a library that an extra brings is not installed."""
    if find_spec(library) is None:
        raise Unreadable(f"{what}: install what reads it with pip install 'dateline[{extra}]'")
