"""Web pages: the article alone, with what JSON-LD, OpenGraph, microdata and the page itself say about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.intake import page_facts
from dateline.intake.advisories import parted
from dateline.intake.decoding import Unreadable, decode
from dateline.intake.fields import telling
from dateline.intake.furniture import PROSE, without_furniture
from dateline.intake.language import ENOUGH
from dateline.intake.markup import page, paragraphs
from dateline.intake.sources import Reports, Source
from dateline.intake.wire_marks import named
from dateline.record import Report

if TYPE_CHECKING:
    from lxml.etree import _Element

PAGE = re.compile(
    r"<!doctype html|<html\b|<(?:head|body|title|meta|article|main|div|p|span|section|h1|br)\b[^<>]*>", re.I
)
"""How a page, or a part of one, begins."""

LARGEST = 4 << 20
"""Bytes of a page above which it is no article."""

CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def looks_like(source: Source) -> bool:
    """Whether a page's elements head the file."""
    head = re.sub(r"^(?:<!--.*?-->|<\?xml[^>]*\?>|\s)+", "", source.head, flags=re.DOTALL)
    return bool(PAGE.match(head))


def reports(source: Source) -> Reports:
    """The page's article."""
    yield report_of_page(page_text(source.data(LARGEST)), source.id)


def page_text(data: bytes) -> str:
    """A page's text: in the encoding it names itself, else as any text is decoded."""
    match = CHARSET.search(data[:4096])
    if match:
        try:
            return data.decode({"iso-8859-1": "cp1252"}.get(match[1].decode().lower(), match[1].decode()))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def report_of_page(text: str, report_id: str, url: str | None = None) -> Report:
    """The report in a page. Raises `Unreadable` where the page holds no article."""
    root = page(text)
    if root is None:
        raise Unreadable("a web page without text")
    facts = page_facts.facts_of(root)
    lines = _article(root) or [line for line in (facts.body or "").splitlines() if line.strip()]
    kept = without_furniture(_without_lists_of_links(lines), facts.headline)
    if not kept.lines:
        raise Unreadable("a web page without an article")
    headline, advisories = parted(facts.headline or kept.headline)
    return Report(
        id=report_id,
        headline=headline,
        source=facts.source or kept.source,
        published=facts.published or _day_above(lines),
        byline=named(facts.byline) or named(kept.byline),
        language=facts.language if sum(map(len, kept.lines)) < ENOUGH else None,  # pages name their site's, often
        url=facts.url or url,
        keywords=facts.keywords,
        advisories=(*advisories, *kept.advisories),
        photos=facts.photos,
        body=telling("\n\n".join(kept.lines)),
    )


def _day_above(lines: list[str]) -> str | None:
    """The day on a line of its own above the text or under it."""
    return next((day for line in (*lines[:3], *lines[-1:]) if (day := page_facts.day_on(line))), None)


def _article(root: _Element) -> list[str]:
    """The paragraphs of the page's article (trafilatura finds it); of the whole page where it finds none."""
    import trafilatura

    found = trafilatura.bare_extraction(
        root, include_comments=False, include_tables=False, favor_recall=True, with_metadata=False
    )
    body = getattr(found, "body", None)
    lines = paragraphs(body) if body is not None else []
    if sum(map(len, lines)) < SHORT:  # the extractor lumps what is so short
        lines = _own_paragraphs(root) or lines
    return lines


SHORT = 1_000
ASIDE = frozenset(["aside", "nav", "footer", "header", "figure", "form", "table"])


def _own_paragraphs(root: _Element) -> list[str]:
    """The paragraphs in the page's article, else in its main part, else in the page; none of its margins."""
    for name in ("article", "main", "body"):
        tops = list(root.iter(name))
        found = [
            line
            for top in tops[:1]
            for element in top.iter("p")
            if not any(above.tag in ASIDE for above in element.iterancestors())
            for line in paragraphs(element)
        ]
        if found:
            return found
    return []


def _without_lists_of_links(lines: list[str]) -> list[str]:
    """The lines without the titles of other pages that stand before the first prose or after the last."""
    prose = [at for at, line in enumerate(lines) if PROSE.search(line) or len(line) > LONGEST_TITLE]
    if not prose:
        return lines
    first = prose[0] if prose[0] >= MANY_TITLES else 0
    last = prose[-1] + 1 if len(lines) - prose[-1] > MANY_TITLES else len(lines)
    return lines[first:last]


MANY_TITLES = 5
LONGEST_TITLE = 150
