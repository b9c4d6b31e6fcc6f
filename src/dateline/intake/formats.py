"""Every format by name, in the order in which they are told apart: the surest signs first."""

from __future__ import annotations

from dateline.intake import (
    agency,
    anpa_1312,
    arrow_table,
    csv_table,
    feeds,
    front_matter,
    html_page,
    iptc_7901,
    json_documents,
    json_lines,
    mail,
    news_xml,
    pdf,
    plain,
    sheet,
    sheets_table,
    warc,
)  # fmt: skip
from dateline.intake.decoding import Unreadable, refuse_binary
from dateline.intake.documents import Docx, OpenDocument, RichText
from dateline.intake.one_text import OneText
from dateline.intake.sources import Format, Source

TEXTS: dict[str, OneText] = {
    "sheet": OneText(sheet.looks_like, sheet.report),
    "agency": OneText(agency.looks_like, agency.report),
    "plain": OneText(lambda text: True, plain.report),
}
"""Layouts of one report as a text."""

BINARY: dict[str, Format] = {
    "warc": warc,
    "pdf": pdf,
    "docx": Docx(),
    "odt": OpenDocument(),
    "xlsx": sheets_table,
    "parquet": arrow_table,
}
"""Formats that are no text."""

MARKED: dict[str, Format] = {
    "rtf": RichText(),
    "anpa": anpa_1312,
    "iptc7901": iptc_7901,
    "feed": feeds,
    "newsxml": news_xml,
    "html": html_page,
    "jsonl": json_lines,
    "json": json_documents,
    "eml": mail,
    "markdown": front_matter,
    "csv": csv_table,
}
"""Formats of text with marks of their own."""

FORMATS: dict[str, Format] = {**TEXTS, **MARKED, **BINARY}


def form_of(source: Source) -> str:
    """The format that a file's first bytes show. Raises `Unreadable` for what is in none."""
    for name, form in BINARY.items():
        if form.looks_like(source):
            return name
    refuse_binary(source.sample)
    return next((name for name, form in (MARKED | TEXTS).items() if form.looks_like(source)), "plain")


__all__ = ["FORMATS", "TEXTS", "Unreadable", "form_of"]
