"""Tables as people export them: which column holds what, by its name and what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.intake.decoding import Unreadable
from dateline.intake.fields import FIELDS, report_from
from dateline.intake.markup import text_of
from dateline.intake.sources import Told
from dateline.intake.written_dates import date_of, shows_day_first
from dateline.record import Report

NAMES: dict[str, tuple[str, ...]] = {
    "body": (
        "body", "text", "content", "full text", "fulltext", "article text", "article body", "article", "story",
        "body text",        "main text", "article content", "full story", "contents", "transcript", "message",
        "opening text", "hit sentence",        "summary", "description", "snippet", "abstract",
    ),
    "headline": ("headline", "title", "subject", "head line", "article title", "heading", "news title"),
    "source": (
        "source", "outlet", "publication", "publisher", "media", "medium", "source name", "outlet name", "newspaper",
        "media outlet", "publication name", "site", "agency", "source domain", "domain", "journal",
    ),
    "published": (
        "published", "date", "pubdate", "publication date", "published at", "publish date", "published date",
        "date published",        "publishedat", "pub date", "time", "datetime", "timestamp", "created at", "news date",
        "article date", "load date",
    ),
    "url": ("url", "link", "address", "permalink", "article url", "web url", "uri", "href"),
    "id": ("id", "article id", "document id", "doc id", "guid", "accession number", "an", "report id"),
    "byline": ("byline", "author", "authors", "by line", "writer", "reporter", "journalist"),
    "language": ("language", "lang"),
    "dateline": ("dateline",),
    "keywords": ("keywords", "tags"),
    "photos": ("photos",),
}  # fmt: skip
"""Our field -> how exports call it, best first; lower case, words apart."""

OURS = frozenset({*FIELDS, "published", "body", "photos"})
PARTIAL = frozenset({"summary", "description", "snippet", "abstract", "opening text", "hit sentence"})
EXCERPT = "Summary from a table, not the full text"
WORDS_OF_TEXT = 8
"""Words that half of a column's cells must have to be texts."""
ROWS_LOOKED_AT = 200


@dataclass(frozen=True)
class Mapped:
    """Which column holds which field, and how its dates are written."""

    fields: Mapping[str, str]
    """Our field -> column."""
    day_first: bool | None = None

    def report(self, row: Mapping[str, Any], default_id: str) -> Report:
        """The report in a row. Raises `Unreadable`."""
        given = {field: row.get(column) for field, column in self.fields.items()}
        if (written := given.get("published")) not in (None, ""):
            given["published"] = date_of(written, self.day_first)
        if plain(self.fields["body"]) != "body" and isinstance(given["body"], str):
            given["body"] = text_of(given["body"])
        report = report_from(given, default_id)
        if plain(self.fields["body"]) in PARTIAL:
            report = report.model_copy(update={"advisories": (*report.advisories, EXCERPT)})
        return report

    def __str__(self) -> str:
        told = ", ".join(f"{column} as {field}" for field, column in self.fields.items() if plain(column) != field)
        return f"read {told}" if told else ""


def mapped(header: Sequence[str], rows: Sequence[Sequence[Any]], told: Told) -> Mapped:
    """Which column holds which field, by name and by some rows. Raises `Unreadable` where none holds texts."""
    fields: dict[str, str] = {}
    for field, column in told.columns.items():
        match = next((name for name in header if name == column or plain(name) == plain(column)), None)
        if match is None:
            raise Unreadable(f"there is no column {column!r} for {field}; there are: {', '.join(header)[:300]}")
        fields[field] = match
    for field, names in NAMES.items():
        free = [name for name in header if name not in fields.values()]
        found = [name for wanted in names for name in free if plain(name) == wanted]
        if field == "body" and found and plain(found[0]) != "body":
            found = [name for name in found if _holds_texts(header, rows, name)] or found[:0]
        if found and field not in fields:
            fields[field] = found[0]
    if "body" not in fields:
        raise Unreadable(
            f"a table without a column of texts (it has: {', '.join(header)[:200]}): name it with --columns body=COLUMN"
        )
    day_first = told.day_first
    if day_first is None and "published" in fields:
        at = header.index(fields["published"])
        day_first = shows_day_first(str(row[at]) for row in rows if len(row) > at)
    return Mapped(dict(sorted(fields.items())), day_first)


def is_header(names: Sequence[str]) -> bool:
    """Whether a line's cells are a header: short names, one of them for a text, or several for other fields."""
    known = {field for field, called in NAMES.items() for name in names if plain(name) in called}
    return (
        len(names) > 1
        and all(len(name) < 60 and len(name.split()) <= 6 for name in names)
        and ("body" in known or len(known) >= 2)
    )


def plain(name: str) -> str:
    """A column's name in lower case, its words apart: ``PubDate``, ``pub_date`` and ``Pub-Date`` are ``pub date``."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])|[_\-./:]+", " ", name.strip().strip("\ufeff"))
    return " ".join(apart.lower().split())


def _holds_texts(header: Sequence[str], rows: Iterable[Sequence[Any]], name: str) -> bool:
    at = header.index(name)
    cells = [str(row[at] or "") for row in rows if len(row) > at]
    filled = sorted(len(cell.split()) for cell in cells if cell.strip())
    return bool(filled) and filled[len(filled) // 2] >= WORDS_OF_TEXT


__all__ = ["OURS", "ROWS_LOOKED_AT", "Mapped", "is_header", "mapped", "plain"]
