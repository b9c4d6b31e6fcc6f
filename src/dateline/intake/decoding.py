"""Bytes as text: encodings are detected, and what is no text is refused with the reason."""

from __future__ import annotations

import codecs
import io
from typing import BinaryIO

from charset_normalizer import from_bytes

from dateline.errors import DatelineError


class Unreadable(DatelineError):
    """The bytes or the text are no report; the message says why."""


BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark starts with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

MAGIC = {
    b"PK\x03\x04": "a zip archive: unpack it first",
    b"PK\x05\x06": "an empty zip archive",
    b"\xd0\xcf\x11\xe0": "an old office document (.doc, .xls, .msg): save it as .docx, .xlsx or .eml first",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"RIFF": "a sound, a film or an image",
    b"ID3": "a sound",
    b"7z\xbc\xaf": "a 7z archive: unpack it first",
    b"Rar!": "a rar archive: unpack it first",
    b"BZh": "a bzip2 file: unpack it first",
    b"\xfd7zXZ": "an xz file: unpack it first",
    b"(\xb5/\xfd": "a zstandard file: unpack it first",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3": "an SQLite database",
}


def refuse_binary(sample: bytes) -> None:
    """Raise `Unreadable` when a file's first bytes are no text in any encoding."""
    for magic, what in MAGIC.items():
        if sample.startswith(magic):
            raise Unreadable(f"not text but {what}")
    if b"\0" in sample and wide_encoding(sample) is None:
        raise Unreadable("a binary file, not text")


def wide_encoding(sample: bytes) -> str | None:
    """``utf-16`` or ``utf-32`` where a byte order mark, or every other byte being zero, shows it."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if sample.startswith(mark):
            return None if encoding == "utf-8-sig" else encoding
    even, odd = sample[0::2], sample[1::2]
    if odd and odd.count(0) > 0.7 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    if even and even.count(0) > 0.7 * len(even) and odd.count(0) < 0.1 * len(odd):
        return "utf-16-be"
    return None


def decode(data: bytes, *, sample: bool = False) -> str:
    """The text of `data`: by byte order mark, else UTF-8, else the most likely legacy encoding (charset-normalizer).

    A `sample` may end in the middle of a character. Raises `Unreadable` where no encoding fits.
    """
    encoding = wide_encoding(data) or "utf-8-sig"
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data, final=not sample)
    except UnicodeDecodeError as error:
        best = _legacy(data) if encoding == "utf-8-sig" else None
        if best is None:
            raise Unreadable(f"not text: byte {error.start} fits no encoding") from None
        return data.decode(best, errors="replace")


def _legacy(data: bytes) -> str | None:
    """The encoding of a text that is no UTF-8: Windows-1252 where few bytes are not ASCII, else the likeliest."""
    beyond = [byte for byte in data[:65536] if byte >= 0x80]
    try:
        text = data[:65536].decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if (
        text
        and len(beyond) < 0.1 * min(len(data), 65536)
        and all(char in TYPED or char.isalpha() for char in set(text))
    ):
        return "cp1252"
    if len(beyond) < 0.002 * len(data):
        return "utf-8"  # a stray byte in a text that is UTF-8 but for it
    best = from_bytes(data[:65536]).best()
    return best.encoding if best is not None else None


TYPED = frozenset(map(chr, (*range(9, 14), *range(32, 127)))) | frozenset(
    "\xa0‘’“”–—…•€£§©®°«»„‚‹›·¿¡½¼¾²³±×÷´¨¸ªº¶¥¢¬†‡‰™"
)
"""What people type in Windows-1252 beside letters."""


MAX_RECODED = 256 << 20
"""Bytes of a UTF-16 or UTF-32 table that are recoded in memory."""


def recode(stream: BinaryIO, sample: bytes) -> BinaryIO:
    """A table's bytes as UTF-8: as they are, unless the sample shows UTF-16 or UTF-32."""
    encoding = wide_encoding(sample)
    if encoding is None:
        return stream
    data = stream.read(MAX_RECODED + 1)
    if len(data) > MAX_RECODED:
        raise Unreadable(f"{encoding} longer than {MAX_RECODED >> 20} MiB: convert it to UTF-8 first")
    return io.BytesIO(decode(data).encode("utf-8"))
