"""RSS and Atom: each entry a report, in full where the feed carries it, else its summary, marked as one."""

from __future__ import annotations

from typing import Any

from dateline.errors import SetAside
from dateline.intake.advisories import parted
from dateline.intake.decoding import Unreadable
from dateline.intake.fields import telling
from dateline.intake.furniture import without_furniture
from dateline.intake.markup import text_of
from dateline.intake.sources import Reports, Source
from dateline.intake.wire_marks import named
from dateline.intake.written_dates import date_or_none
from dateline.intake.xml_tree import refuse_entities, root_of
from dateline.record import Report

ROOTS = frozenset({"rss", "feed", "RDF"})

SUMMARY = "Summary from a feed, not the full text"
"""The advisory of a report of which the feed holds the beginning only."""

CONTINUES = (
    "continue reading...",
    "continue reading…",
    "continue reading",
    "read more",
    "read more...",
    "[…]",
    "[...]",
)
LARGEST = 16 << 20
"""Bytes of a feed."""

FULL = 900
"""Characters from which a feed's ``description`` counts as the whole text."""


def looks_like(source: Source) -> bool:
    """Whether the root is a feed's."""
    return root_of(source.head) in ROOTS


def reports(source: Source) -> Reports:
    """Each entry's report, or the entry set aside."""
    import feedparser

    data = source.data(LARGEST)
    refuse_entities(data, source.name)
    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if feed.bozo and not feed.entries:
        raise Unreadable(f"not a feed: {_where(feed.bozo_exception)}")
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield _report(entry, feed.feed, f"{source.id}-{number}")
        except Unreadable as error:
            yield SetAside(f"{source.name}[{number - 1}]", str(error))
    if feed.bozo and not isinstance(feed.bozo_exception, feedparser.CharacterEncodingOverride):
        at = f"not a feed after entry {len(feed.entries)}: {_where(feed.bozo_exception)}"
        if "undefined entity" not in at:
            yield SetAside(source.name, at)


def _report(entry: Any, feed: Any, report_id: str) -> Report:
    whole = [text_of(content.get("value") or "") for content in entry.get("content", [])]
    summary = text_of(entry.get("summary") or "")
    body = max([*whole, ""], key=len)
    cut = len(body) <= len(summary)
    body = summary if cut else body
    lines = without_furniture(body.split("\n"), entry.get("title")).lines
    kept = [line for line in lines if line.strip().lower() not in CONTINUES and not line.startswith("Related: ")]
    marks = (SUMMARY,) if cut and len(body) < FULL else ()
    headline, advisories = parted(text_of(entry.get("title") or "") or None)
    written = entry.get("published") or entry.get("issued") or entry.get("created") or entry.get("updated")
    origin = entry.get("source") or {}
    return Report(
        id=report_id,
        headline=headline,
        source=origin.get("title") or feed.get("title") or None,
        published=date_or_none(written),
        byline=named(entry.get("author")),
        language=feed.get("language") or None,
        url=entry.get("link") or None,
        item=entry.get("id") or None,
        keywords=tuple(tag["term"] for tag in entry.get("tags", []) if tag.get("term")),
        advisories=(*advisories, *marks),
        body=telling("\n".join(kept).strip()),
    )


def _where(error: Any) -> str:
    line = error.getLineNumber() if hasattr(error, "getLineNumber") else None
    message = error.getMessage() if hasattr(error, "getMessage") else str(error)
    return f"{message} (line {line})" if line else message
