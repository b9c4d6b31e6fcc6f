"""NewsML 1.2 (AFP, Kyodo, ANP, EFE, Belga): the news lines, and the text in its data content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.intake.decoding import Unreadable
from dateline.intake.markup import paragraphs, text_of
from dateline.intake.wire_marks import Story, named, update_in, urgency_in
from dateline.intake.written_dates import date_or_none
from dateline.intake.xml_tree import every, first, words
from dateline.record import Photo, Report

if TYPE_CHECKING:
    from lxml.etree import _Element


def report_of(item: _Element, report_id: str) -> Report:
    """The report in a ``NewsItem``. Raises `Unreadable` where its content is no text."""
    headline = words(item, "NewsLines", "HeadLine")
    slug = words(item, "NewsLines", "SlugLine") or words(item, "Identification", "NameLabel")
    status = _formal(item, "NewsManagement", "Status")
    notes = [note for e in every(item, "Instruction", "EditorialNote") if (note := words(e))]
    revision = first(item, "Identification", "RevisionId")
    update = update_in([slug, headline, *notes], status)
    if update is None and revision is not None and (revision.get("PreviousRevision") or "0") != "0":
        update = "update"
    lines = _lines(item) or ([headline, *notes] if update == "kill" else [])
    if not lines:
        raise Unreadable("a news item without text")
    story = Story(lines, headline or None)
    dateline = words(item, "NewsLines", "DateLine").rstrip(" -–—")
    return Report(
        id=report_id,
        headline=story.headline,
        source=_formal(item, "Provider", "Party") or _formal(item, "Source", "Party") or story.source
        or words(item, "Identification", "ProviderId") or None,
        published=date_or_none(words(item, "NewsManagement", "ThisRevisionCreated"))
        or date_or_none(words(item, "NewsEnvelope", "DateAndTime")),
        dateline=dateline or story.dateline,
        language=_formal(item, "DescriptiveMetadata", "Language")
        or item.get("{http://www.w3.org/XML/1998/namespace}lang"),
        byline=named(words(item, "NewsLines", "ByLine")) or story.byline,
        slug=slug or None,
        urgency=urgency_in(_formal(item, "NewsManagement", "Urgency")),
        keywords=tuple(k for e in every(item, "KeywordLine") if (k := words(e))),
        embargoed=date_or_none(words(item, "StatusWillChange", "DateAndTime")),
        item=_name(item),
        update=update,
        advisories=(*notes, *story.advisories),
        photos=_photos(item),
        body=story.body,
    )  # fmt: skip


def _lines(item: _Element) -> list[str]:
    """The paragraphs of the longest text; of several parts that are texts, all of them."""
    texts: list[list[str]] = []
    for content in every(item, "DataContent"):
        body = first(content, "body.content")
        if body is None:
            body = first(content, "body")
        lines = paragraphs(body) if body is not None else text_of(words(content)).split("\n\n")
        if len(content) and body is None:
            lines = paragraphs(content)
        if sum(len(line.split()) for line in lines) > 1:
            texts.append(lines)
    if not texts:
        return []
    longest = max(texts, key=lambda lines: sum(map(len, lines)))
    return longest


def _photos(item: _Element) -> tuple[Photo, ...]:
    found = [words(e) for e in every(item, "caption", "media-caption")]
    return tuple(Photo(caption=caption) for caption in dict.fromkeys(filter(None, found)))


def _formal(item: _Element, *path: str) -> str | None:
    element = first(item, *path)
    return None if element is None else element.get("FormalName") or None


def _name(item: _Element) -> str | None:
    """Provider, day and item: what all revisions share."""
    parts = [words(item, "Identification", name) for name in ("ProviderId", "NewsItemId")]
    return ":".join(filter(None, parts)) or None
