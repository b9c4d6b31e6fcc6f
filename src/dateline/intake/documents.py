"""Documents of word processors: .docx, .odt and .rtf."""

from __future__ import annotations

import io
import re

from dateline.intake.decoding import Unreadable, decode
from dateline.intake.office_zip import needs, opened, parts_of
from dateline.intake.sources import Reports, Source
from dateline.intake.xml_tree import every, local, parse

RTF = b"{\\rtf"
SKIPPED = frozenset({"tracked-changes", "annotation", "note", "sequence-decls", "forms", "table-of-content"})


class Docx:
    """Word 2007 and later (python-docx)."""

    def looks_like(self, source: Source) -> bool:
        """Whether the zip file holds Word's document."""
        return "word/document.xml" in parts_of(source)

    def reports(self, source: Source) -> Reports:
        """The document's report."""
        data = source.data()
        opened(data)
        needs("docx", "office", "a Word document")
        from docx import Document
        from docx.table import Table

        try:
            document = Document(io.BytesIO(data))
            lines: list[str] = []
            for block in document.iter_inner_content():
                if isinstance(block, Table):
                    lines += [" ".join(cell.text for cell in row.cells) for row in block.rows]
                else:
                    lines.append(block.text)
        except Unreadable:
            raise
        except Exception as error:  # python-docx raises whatever its parts raise
            raise Unreadable(f"not a Word document: {type(error).__name__}: {error}") from None
        yield from _one(lines, source)


class OpenDocument:
    """OpenDocument text (LibreOffice): its one XML part, read as it is."""

    def looks_like(self, source: Source) -> bool:
        """Whether the zip file names itself an OpenDocument text."""
        return "odt" in parts_of(source)

    def reports(self, source: Source) -> Reports:
        """The document's report."""
        archive = opened(source.data())
        try:
            content = archive.read("content.xml")
        except (KeyError, OSError, ValueError, RuntimeError, NotImplementedError) as error:
            raise Unreadable(f"an OpenDocument file without its content: {error}") from None
        root = parse(content, source.name)
        blocks = [e for e in every(root, "p", "h") if not any(local(above) in SKIPPED for above in e.iterancestors())]
        yield from _one([_odt_line(block) for block in blocks], source)


class RichText:
    """Rich Text Format (striprtf)."""

    def looks_like(self, source: Source) -> bool:
        """Whether the file begins as RTF does."""
        return source.sample.lstrip().startswith(RTF)

    def reports(self, source: Source) -> Reports:
        """The document's report."""
        needs("striprtf", "office", "a Rich Text document")
        from striprtf.striprtf import rtf_to_text

        text = source.data().decode("latin-1")
        try:
            plain: str = rtf_to_text(text, errors="ignore")  # type: ignore[no-untyped-call]
        except Exception as error:  # striprtf raises whatever the text made it
            raise Unreadable(f"not Rich Text: {type(error).__name__}") from None
        yield from _one(plain.split("\n"), source)


def _odt_line(block: object) -> str:
    text = []
    for element in block.iter():  # type: ignore[attr-defined]
        name = local(element)
        text.append({"s": " ", "tab": "\t", "line-break": "\n"}.get(name, "") + (element.text or ""))
        if element is not block:
            text.append(element.tail or "")
    return "".join(text)


def _one(lines: list[str], source: Source) -> Reports:
    """The report in a document's paragraphs."""
    from dateline.intake.stream import report_of

    text = "\n\n".join(line.strip() for line in lines if line.strip())
    if not text:
        raise Unreadable("a document without text")
    yield report_of(_head_together(text), source.id)


def _head_together(text: str) -> str:
    """The head's lines (headline, source, date, dateline) as a text has them."""
    return re.sub(r"\n{3,}", "\n\n", decode(text.encode()))
