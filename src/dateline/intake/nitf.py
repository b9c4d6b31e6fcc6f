"""NITF (IPTC): AP, AAP, PA, NTB, EFE, ANSA and others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.intake.decoding import Unreadable
from dateline.intake.markup import paragraphs
from dateline.intake.wire_marks import Story, named, update_in, urgency_in
from dateline.intake.written_dates import date_or_none
from dateline.intake.xml_tree import every, first, words
from dateline.record import Photo, Report

if TYPE_CHECKING:
    from lxml.etree import _Element


def report_of(item: _Element, report_id: str) -> Report:
    """The report in an ``nitf`` element. Raises `Unreadable` where it holds no text."""
    headline = words(item, "hedline", "hl1") or words(item, "hl1") or words(item, "head", "title")
    notes = [note for e in every(item, "ed-msg") if (note := (e.get("info") or words(e)).strip())]
    keywords = [word for e in every(item, "keyword") if (word := (e.get("key") or words(e)).strip())]
    slug = _meta(item, "anpa-keyword", "slug", "slugline", "NTBStikkord") or (keywords[0] if keywords else None)
    docdata = first(item, "docdata")
    status = docdata.get("management-status") if docdata is not None else None
    update = update_in([_meta(item, "anpa-takekey"), slug, *notes, headline], status)
    body = first(item, "body.content")
    lines = _lines(body) if body is not None else []
    if not any(lines):
        lines = [headline, *notes] if update == "kill" else []
    if not any(lines):
        raise Unreadable("a news item without text")
    story = Story(lines, headline or None)
    dateline = " ".join(words(item, "body.head", "dateline").split())
    return Report(
        id=report_id,
        headline=story.headline,
        source=_source(item) or story.source,
        published=_dated(item, "date.issue") or _dated(item, "date.release") or _dated(item, "pubdata")
        or _dated(item, "story.date"),
        dateline=story.dateline or (dateline.rstrip(" -–—") if any(map(str.islower, dateline.lower()[:4])) else None)
        or None,
        language=item.get("baselang") or item.get("{http://www.w3.org/XML/1998/namespace}lang")
        or _meta(item, "language"),
        byline=named(_byline(item)) or story.byline,
        slug=slug,
        urgency=urgency_in(_attribute(item, "urgency", "ed-urg")),
        keywords=tuple(dict.fromkeys(keywords)),
        embargoed=_dated(item, "embargo") or date_or_none(_meta(item, "embargo")),
        item=_attribute(item, "doc-id", "id-string"),
        update=update,
        advisories=(*notes, *story.advisories),
        photos=_photos(item),
        body=story.body,
    )  # fmt: skip


def _lines(body: _Element) -> list[str]:
    """The paragraphs; those of ``pre`` are its own lines, captions of media are left out."""
    from dateline.intake.folding import unfolded

    if len(body) and all(isinstance(e.tag, str) and e.tag.rpartition("}")[2] == "pre" for e in body):
        return unfolded("\n".join("".join(e.itertext()) for e in body)).split("\n")
    return paragraphs(body)


def _byline(item: _Element) -> str:
    byline = first(item, "body.head", "byline")
    if byline is None:
        return ""
    inner = words(byline, "person") if len(byline) else ""
    return inner or ", ".join(" ".join(piece.split()) for piece in byline.itertext() if piece.strip())


def _photos(item: _Element) -> tuple[Photo, ...]:
    found = []
    for media in every(item, "media"):
        caption = words(media, "media-caption")
        if caption:
            reference = first(media, "media-reference")
            file = (reference.get("source") or "").rsplit("/", 1)[-1][:200] if reference is not None else ""
            found.append(Photo(file=file or None, caption=caption, credit=words(media, "media-producer") or None))
    return tuple(found)


def _source(item: _Element) -> str | None:
    told = _meta(item, "aap-source") or words(item, "distributor") or words(item, "rights", "rights.owner")
    return (
        told
        or _attribute(item, "doc.copyright", "holder")
        or _attribute(item, "doc-id", "regsrc")
        or _attribute(item, "from-src", "src-name")
    )


def _dated(item: _Element, name: str) -> str | None:
    element = first(item, name)
    return None if element is None else date_or_none(element.get("norm") or element.get("date.publication"))


def _attribute(item: _Element, name: str, attribute: str) -> str | None:
    element = first(item, name)
    return None if element is None else element.get(attribute) or None


def _meta(item: _Element, *names: str) -> str | None:
    found = {e.get("name"): (e.get("content") or "").strip() for e in every(item, "meta")}
    return next((found[name] for name in names if found.get(name)), None)
