"""NewsML-G2 (IPTC): an item's text with its headline, slug, dateline, byline, embargo, status and keywords."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.intake import nitf
from dateline.intake.decoding import Unreadable
from dateline.intake.markup import paragraphs, text_of
from dateline.intake.wire_marks import Story, named, update_in, urgency_in
from dateline.intake.written_dates import date_or_none
from dateline.intake.xml_tree import every, first, local, words
from dateline.record import Photo, Report

if TYPE_CHECKING:
    from lxml.etree import _Element

TEXT_CLASSES = ("text", "composite", "")


def report_of(item: _Element, report_id: str) -> Report:
    """The report in a ``newsItem``. Raises `Unreadable` for pictures, videos and items without text."""
    kind = _code(item, "itemClass")
    if kind not in TEXT_CLASSES:
        raise Unreadable(f"a news item of class {kind!r}, not a text")
    meta = first(item, "contentMeta")
    headline = words(item, "contentMeta", "headline") or words(item, "itemMeta", "title")
    notes = [note for e in every(item, "edNote") if (note := words(e))]
    slug = words(item, "contentMeta", "slugline")
    status = _code(item, "pubStatus")
    update = update_in([slug, *notes, headline], status) or _signalled(item)
    inner = first(item, "contentSet", "nitf")
    if inner is not None:
        report = nitf.report_of(inner, report_id)
        headline = headline or report.headline or ""
        story = None
    else:
        story = Story(_lines(item, headline, update, notes), headline or None)
        report = Report(id=report_id, body=story.body)
    published = words(item, "itemMeta", "versionCreated") or words(item, "contentMeta", "contentModified")
    language = first(item, "contentMeta", "language")
    told = {
        "headline": (story.headline if story else headline) or None,
        "source": _source(item) or (story.source if story else report.source),
        "published": date_or_none(published) or report.published,
        "dateline": _dateline(item) or (story.dateline if story else report.dateline),
        "language": (language.get("tag") if language is not None else None) or _xml_language(item),
        "byline": named(words(item, "contentMeta", "by")) or (story.byline if story else report.byline),
        "slug": slug or None,
        "urgency": urgency_in(words(item, "contentMeta", "urgency")),
        "keywords": tuple(k for e in (every(meta, "keyword") if meta is not None else []) if (k := words(e))),
        "embargoed": date_or_none(words(item, "itemMeta", "embargoed")),
        "item": item.get("guid"),
        "update": update,
        "advisories": (*notes, *(story.advisories if story else report.advisories)),
        "photos": (*report.photos, *_photos(item)),
    }
    return report.told(**told)


def _lines(item: _Element, headline: str, update: str | None, notes: list[str]) -> list[str]:
    """The text's paragraphs; a kill without text tells its headline and note."""
    for content in every(item, "inlineXML", "inlineData"):
        kind = content.get("contenttype") or ""
        if local(content) == "inlineData":
            lines = text_of("".join(content.itertext())).split("\n")
        elif "sports" in kind.lower() and first(content, "html") is None:
            continue
        else:
            body = first(content, "body")
            if body is None and not every(content, "p", "pre", "div"):
                continue
            lines = paragraphs(body if body is not None else content)
        if any(line.strip() for line in lines):
            return lines
    if update == "kill":
        return [headline, *notes]
    caption = [words(e) for e in every(item, "description") if "caption" not in (e.get("role") or "") and words(e)]
    if first(item, "contentSet") is None and first(item, "remoteContent") is None and caption:
        return caption
    raise Unreadable("a news item without text")


def _photos(item: _Element) -> tuple[Photo, ...]:
    return tuple(Photo(caption=caption) for e in every(item, "figcaption") if (caption := words(e)))


def _signalled(item: _Element) -> str | None:
    codes = [(e.get("qcode") or "").lower() for e in every(item, "signal")]
    if any("correct" in code for code in codes):
        return "correction"
    return "update" if any(code.endswith("update") or code.startswith("update:") for code in codes) else None


def _source(item: _Element) -> str | None:
    told = words(item, "contentMeta", "creditline").strip(" –-—")
    for path in (("contentMeta", "infoSource"), ("itemMeta", "provider"), ("contentMeta", "creator")):
        if told:
            break
        element = first(item, *path)
        if element is not None:
            told = words(element, "name") or element.get("literal") or (element.get("qcode") or "").rpartition(":")[2]
    return told or None


def _dateline(item: _Element) -> str | None:
    told = words(item, "contentMeta", "dateline")
    return told if any(c.isalpha() for c in told.replace("GMT", "")) else None


def _code(item: _Element, name: str) -> str:
    element = first(item, "itemMeta", name)
    return (
        ""
        if element is None
        else (element.get("qcode") or element.get("uri") or "").rpartition(":")[2].rpartition("/")[2]
    )


def _xml_language(item: _Element) -> str | None:
    told = item.get("{http://www.w3.org/XML/1998/namespace}lang")
    return str(told) if told else None
