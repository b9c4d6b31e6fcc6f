"""News in JSON (IPTC ninjs, AP's media API, BBC): items as the fields of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.intake.markup import text_of
from dateline.intake.wire_marks import Story, named, update_in, urgency_in
from dateline.intake.written_dates import date_or_none
from dateline.record import Photo, Report

TEXTS = ("body_text", "body_xhtml", "body_html", "bodies", "body_sections")
SUMMARIES = ("description_text", "description_summary", "description_html", "headline_extended")
SIGNS = frozenset({"versioncreated", "body_text", "body_html", "body_xhtml", "pubstatus", "ednote", "slugline", "uri"})
SUMMARY = "Summary of the item, not the full text"


def items(value: Any) -> Iterator[Mapping[str, Any]]:
    """The items of a document: itself, those of its ``item`` or ``items``, or of AP's ``data.item``."""
    if not isinstance(value, Mapping):
        return
    if is_item(value):
        yield value
        return
    for name in ("item", "items", "data", "hits"):
        inner = value.get(name)
        for one in inner if isinstance(inner, list) else [inner]:
            yield from items(one)


def is_item(value: Any) -> bool:
    """Whether an object is one of ninjs: it has two of its names, and no ``body`` of ours."""
    return isinstance(value, Mapping) and "body" not in value and len(SIGNS & value.keys()) >= 2


def report_of(item: Mapping[str, Any], report_id: str) -> Report:
    """The report in an item. Raises `Unreadable` where it has no words."""
    headline = text_of(_text(item.get("headline")) or _text(item.get("title"))) or None
    note, slug = _text(item.get("ednote")), _text(item.get("slugline") or item.get("slug"))
    body = next((text for name in TEXTS if (text := _body(item.get(name)))), "")
    summary = "" if body else next((text for name in SUMMARIES if (text := text_of(_text(item.get(name))))), "")
    kinds = item.get("editorialtypes")
    marks = [note, slug, headline, *(map(str, kinds) if isinstance(kinds, list) else [])]
    update = update_in(marks, _text(item.get("pubstatus")))
    if update == "kill" and not (body or summary):
        summary = " ".join(filter(None, (headline, note)))
    story = Story((body or summary).split("\n"), headline)
    version = item.get("version")
    return Report(
        id=report_id,
        headline=story.headline,
        source=_source(item) or story.source,
        published=date_or_none(item.get("versioncreated") or item.get("firstcreated")),
        dateline=story.dateline or _text(item.get("dateline")) or None,
        language=_text(item.get("language")) or None,
        byline=named(_byline(item)) or story.byline,
        slug=slug or None,
        urgency=urgency_in(str(item.get("urgency") or "")),
        keywords=tuple(k for k in item.get("keywords") or () if isinstance(k, str)),
        embargoed=date_or_none(item.get("embargoed")),
        url=next((u for u in (_text(item.get("canonicalurl")), _text(item.get("uri"))) if u.startswith("http")), None),
        item=_name(item),
        update=update or ("update" if isinstance(version, int) and version > 1 else None),
        advisories=(*([note] if note else []), *story.advisories, *([] if body else [SUMMARY])),
        photos=_photos(item.get("associations")),
        body=story.body,
    )


def _body(value: Any) -> str:
    if isinstance(value, list):
        return "\n\n".join(filter(None, map(_body, value)))
    if isinstance(value, Mapping):
        return _body(value.get("value") or value.get("body") or value.get("content"))
    return text_of(value) if isinstance(value, str) else ""


def _name(item: Mapping[str, Any]) -> str | None:
    altids = item.get("altids")
    told = altids.get("itemid") if isinstance(altids, Mapping) else None
    name = told or item.get("guid") or item.get("uri") or item.get("id")
    return str(name) if isinstance(name, str | int) else None


def _source(item: Mapping[str, Any]) -> str | None:
    infosource = item.get("infosource")
    inner = infosource[0] if isinstance(infosource, list) and infosource else infosource
    named = inner.get("name") if isinstance(inner, Mapping) else None
    return next((t for v in (named, item.get("source"), item.get("provider")) if (t := _text(v))), None)


def _byline(item: Mapping[str, Any]) -> str | None:
    lines = item.get("bylines")
    told = [_text(one.get("by")) for one in lines if isinstance(one, Mapping)] if isinstance(lines, list) else []
    return _text(item.get("byline")) or ", ".join(filter(None, told)) or None


def _photos(value: Any) -> tuple[Photo, ...]:
    found = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return tuple(
        Photo(caption=caption, credit=_text(one.get("byline")) or None)
        for one in found
        if isinstance(one, Mapping) and one.get("type") in ("picture", "image", "photo")
        and (caption := text_of(_text(one.get("description_caption")) or _text(one.get("description_text"))))
    )[:20]  # fmt: skip


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
