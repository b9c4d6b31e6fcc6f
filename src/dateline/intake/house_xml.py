"""House formats of XML (Canadian Press, Ritzau): flat, each element called by what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.intake.decoding import Unreadable
from dateline.intake.markup import text_of
from dateline.intake.wire_marks import Story, named, update_in
from dateline.intake.written_dates import date_or_none
from dateline.intake.xml_tree import first, local, words
from dateline.record import Photo, Report

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMES = {
    "headline": ("headline", "subtitle", "headline2"),
    "body": ("contenttext", "content"),
    "source": ("source", "origin", "credit"),
    "published": ("updateddatetime", "publishdate", "createddatetime"),
    "byline": ("byline",),
    "slug": ("slugproper",),
    "item": ("systemslug", "newsid"),
    "note": ("updatenote", "strapline"),
    "take": ("writethruvalue", "writethrunum", "writethrutype"),
    "caption": ("directorytext", "caption"),
    "keywords": ("keyword",),
}
"""Our field -> the elements that hold it, lower case, best first."""


def report_of(item: _Element, report_id: str) -> Report:
    """The report in a flat element. Raises `Unreadable` for pictures and items without text."""
    given = {local(e).lower(): e for e in reversed(list(item)) if len(e) == 0}
    told = {
        field: next((t for n in names if n in given and (t := words(given[n]))), "") for field, names in NAMES.items()
    }
    if words(item, "ContentType").lower() in ("photo", "graphic", "video", "audio"):
        raise Unreadable(f"a {words(item, 'ContentType').lower()}, not a text")
    raw = next((text for n in NAMES["body"] if n in given and (text := given[n].text)), "")
    headline = text_of(told["headline"])
    if headline.startswith("PR /") and "subtitle" in given:
        headline = text_of(words(given["subtitle"]))
    story = Story(text_of(raw).split("\n"), headline or None)
    notes = [note for note in (told["note"].strip("- "),) if note]
    version = first(item, "version")
    update = update_in([told["note"], told["slug"], told["take"]])
    if update is None and version is not None and (words(version) or "1") not in ("0", "1"):
        update = "update"
    return Report(
        id=report_id,
        headline=story.headline,
        source=told["source"] or story.source or None,
        published=date_or_none(told["published"]),
        dateline=story.dateline,
        byline=named(told["byline"]) or story.byline,
        slug=told["slug"] or None,
        item=told["item"] or None,
        keywords=tuple(k for part in told["keywords"].split(",") if (k := part.strip())),
        update=update,
        advisories=(*notes, *story.advisories),
        photos=(Photo(caption=told["caption"]),) if told["caption"] and not raw else (),
        body=story.body,
    )
