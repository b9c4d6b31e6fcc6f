"""PDF: the text in reading order, one column after the other; scans are refused with the reason."""

from __future__ import annotations

import io
import re
from collections import Counter

from dateline.intake.decoding import Unreadable
from dateline.intake.office_zip import needs
from dateline.intake.sources import Reports, Source

MOST_PAGES = 200
ENOUGH = 40
"""Letters on a page below which it holds a picture of text."""

GUTTER = 18.0
"""Points between two columns at least."""


def looks_like(source: Source) -> bool:
    """Whether the file begins as PDF does."""
    return b"%PDF-" in source.sample[:1024]


def reports(source: Source) -> Reports:
    """The report in the file's pages."""
    data = source.data()
    needs("pypdf", "office", "a PDF file")
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    from dateline.intake.stream import report_of

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("a PDF file locked with a password")
        if len(reader.pages) > MOST_PAGES:
            raise Unreadable(f"{len(reader.pages):,} pages; at most {MOST_PAGES} are read")
        pages = [page_lines(page) for page in reader.pages]
    except Unreadable:
        raise
    except (PyPdfError, Exception) as error:  # broken files make pypdf raise nearly everything
        raise Unreadable(f"a broken PDF file: {type(error).__name__}: {str(error)[:100]}") from None
    if sum(len(line) for lines in pages for line in lines) < ENOUGH:
        raise Unreadable("a PDF file without text: a scan, or pictures; recognise its text first")
    text = "\n".join(line for lines in without_running_heads(pages) for line in lines)
    yield report_of(text, source.id)


def page_lines(page: object) -> list[str]:
    """The lines of a page in reading order; paragraphs stand apart by a blank line where the page parts them."""
    pieces: list[tuple[float, float, float, str]] = []

    def keep(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            pieces.append((x, y, abs(size * tm[0] * cm[0]) or 10.0, text))

    plain: str = page.extract_text(visitor_text=keep)  # type: ignore[attr-defined]
    columns = _columns(pieces, float(page.mediabox.width))  # type: ignore[attr-defined]
    if columns is None:
        return [line.rstrip() for line in _parted(pieces, plain)]
    return [line.rstrip() for column in columns for line in [*_lines(column), ""]]


def _columns(
    pieces: list[tuple[float, float, float, str]], width: float
) -> list[list[tuple[float, float, float, str]]] | None:
    """The pieces by column where a page has two, else ``None``."""
    if len(pieces) < 12:
        return None
    starts = Counter(round(x / 6) * 6 for x, *_ in pieces)
    common = sorted(x for x, n in starts.items() if n >= max(4, 0.2 * len(pieces)))
    if len(common) < 2 or common[-1] - common[0] < 0.25 * width:
        return None
    middle = common[-1] - GUTTER / 2
    left = [p for p in pieces if p[0] < middle]
    right = [p for p in pieces if p[0] >= middle]
    reach = [x + 0.5 * size * len(text.strip()) for x, _, size, text in left if x > 0]
    crossing = sum(end > common[-1] + 2 * GUTTER for end in reach)
    if crossing > 0.15 * len(left):
        return None
    top = max(y for _, y, *_ in right)
    above = [p for p in left if p[1] > top + p[2]]
    return [part for part in (above, [p for p in left if p not in above], right) if part]


def _lines(pieces: list[tuple[float, float, float, str]]) -> list[str]:
    """Pieces as lines, from top to bottom; a wide gap is a blank line."""
    rows: dict[int, list[tuple[float, float, float, str]]] = {}
    for piece in sorted(pieces, key=lambda p: -p[1]):
        row = next((key for key in list(rows)[-3:] if abs(key - piece[1]) < 3), round(piece[1]))
        rows.setdefault(row, []).append(piece)
    gaps = [a - b for a, b in zip(rows, list(rows)[1:], strict=False)]
    usual = sorted(gaps)[len(gaps) // 2] if gaps else 0
    lines: list[str] = []
    last: int | None = None
    for y, placed in rows.items():
        if last is not None and last - y > 1.45 * usual:
            lines.append("")
        lines.append("".join(text for *_, text in sorted(placed)).replace("\n", " "))
        last = y
    return lines


def _parted(pieces: list[tuple[float, float, float, str]], plain: str) -> list[str]:
    """The library's lines; where it gives no blank ones, those that the gaps between lines show."""
    lines = plain.split("\n")
    if any(not line.strip() for line in lines[1:-1]):
        return lines
    own = _lines(pieces)
    squeezed = re.sub(r"\s+", "", "".join(own))
    return own if squeezed == re.sub(r"\s+", "", plain) else lines


def without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    """The pages without the lines that stand at the head or foot of several: titles, page numbers."""

    def mark(line: str) -> str:
        return re.sub(r"\d+", "0", line.strip().lower())

    edges = Counter(m for lines in pages for m in {mark(line) for line in (*lines[:2], *lines[-2:]) if line.strip()})
    running = {m for m, n in edges.items() if n >= max(2, 0.5 * len(pages)) and len(pages) > 1} | {
        "0",
        "page 0",
        "- 0 -",
        "0 of 0",
        "page 0 of 0",
    }
    return [
        [line for at, line in enumerate(lines) if not ((at < 2 or at >= len(lines) - 2) and mark(line) in running)]
        for lines in pages
    ]
