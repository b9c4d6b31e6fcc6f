"""What a web page says about its article: JSON-LD, then meta elements, microdata, the page itself."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dateline.intake.written_dates import date_or_none
from dateline.record import Photo

if TYPE_CHECKING:
    from lxml.etree import _Element

Meta = dict[str, str]

ARTICLES = frozenset(
    [
        "NewsArticle",
        "Article",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "BackgroundNewsArticle",
        "OpinionNewsArticle",
        "WebPage",
        "Report",
        "PressRelease",
    ]
)
"""Types of schema.org that an article has."""

HEADLINES = ("og:title", "headline", "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "hdl")
SOURCES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "cre")
PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time", "datepublished", "date.published",
    "publication_date", "publish-date", "publishdate", "pubdate", "pub_date", "ptime", "pdate", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "sailthru.date", "parsely-pub-date",
    "dcsext.articlefirstpublished", "originalpublicationdate", "article_date_original", "displaydate",
    "cxenseparse:recs:publishtime",    "date", "rnews:datepublished", "og:pubdate", "last-updated", "og:updated_time",
)  # fmt: skip
"""Names of meta elements that hold the publication, best first."""
BYLINES = ("author", "article:author", "byl", "byline", "dc.creator", "parsely-author", "sailthru.author")
KEYWORDS = ("news_keywords", "keywords", "article:tag")
ADDRESSES = ("og:url", "twitter:url")
PUBLISHED_MARK = re.compile(r"publish|pub-?date|dateline|timestamp|posted|article-?date|entry-date|byline", re.I)
"""How classes of the element that shows the publication are named."""
SHOWN_DATE = re.compile(r"(?:^|[\s_-])(?:date|dateline|published|posted|pub-?date|timestamp)(?:$|[\s_-])|Date\b", re.A)
"""How classes of an element are named that shows a day, most likely the publication's."""
BEFORE_DATE = re.compile(r"^(?:(?:last )?(?:published|posted|updated|issued|released|date)(?: on| at)?\s*:?\s*)", re.I)
ALSO_BY = re.compile(r"\s+[|\-–—:»]\s+(?=[^|\-–—»]{2,60}$)")
"""What parts a page's title from the outlet's name."""
MAX_PHOTOS = 20


@dataclass(frozen=True)
class Facts:
    """What a page says about its article; ``None`` where it does not say."""

    headline: str | None
    source: str | None
    published: str | None
    byline: str | None
    language: str | None
    url: str | None
    keywords: tuple[str, ...]
    photos: tuple[Photo, ...]
    body: str | None


def facts_of(root: _Element) -> Facts:
    """The facts of a page."""
    linked = _linked(root)
    meta = _meta(root)
    source = _name(linked.get("publisher")) or _of(meta, SOURCES) or _host(_address(root, meta))
    return Facts(
        headline=_headline(root, linked, meta, source),
        source=source,
        published=_published(root, linked, meta),
        byline=_name(linked.get("author")) or _author(_of(meta, BYLINES)),
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        url=_address(root, meta),
        keywords=_keywords(_of(meta, KEYWORDS)),
        photos=_photos(root, linked),
        body=_text(linked.get("articleBody")),
    )


def _linked(root: _Element) -> dict[str, Any]:
    """The JSON-LD of the page's article; empty where there is none."""
    best: dict[str, Any] = {}
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            found = json.loads((script.text or "").strip().removesuffix(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(found):
            kinds = thing.get("@type")
            kinds = set(kinds) if isinstance(kinds, list) else {kinds}
            if ARTICLES & {k for k in kinds if isinstance(k, str)} and (
                not best or ("headline" in thing and "headline" not in best)
            ):
                best = thing
    return best


def _things(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 5:
        return
    if isinstance(value, list):
        for item in value[:100]:
            yield from _things(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(value.get(name), depth + 1)


def _meta(root: _Element) -> Meta:
    """The meta elements by lower-case name, the first of each."""
    found: Meta = {}
    for element in root.iter("meta"):
        content = (element.get("content") or "").strip()
        for key in ("property", "name", "itemprop"):
            for name in (element.get(key) or "").lower().split():
                if content:
                    found.setdefault(name, html.unescape(content))
    return found


def _of(meta: Meta, names: tuple[str, ...]) -> str | None:
    return next((" ".join(meta[name].split()) for name in names if name in meta), None)


def _headline(root: _Element, linked: dict[str, Any], meta: Meta, source: str | None) -> str | None:
    if told := _text(linked.get("headline")) or _text(linked.get("name")):
        return _without_outlet(told, source)
    marked = [e for e in root.iter("h1") if "headline" in (e.get("itemprop") or "") + (e.get("class") or "")]
    for element in marked:
        if text := _words(element):
            return text
    if told := _of(meta, HEADLINES):
        return _without_outlet(told, source)
    tops = [text for e in root.iter("h1") if (text := _words(e)) and len(text.split()) > 2]
    titles = [text for e in root.findall("./head/title") if (text := _words(e))]
    if titles and (shared := [top for top in tops if top.lower() in titles[0].lower()]):
        return shared[0]
    if titles:
        return _without_outlet(titles[0], source)
    return tops[0] if len(tops) == 1 else None


def _without_outlet(title: str, source: str | None) -> str:
    """A title without the outlet's name behind it: ``Talks open - Northern Wire``."""
    parts = list(ALSO_BY.finditer(title))
    if not parts:
        return title
    at = parts[-1]
    name = title[at.end() :]
    plain = re.sub(r"\W", "", name).lower()
    outlet = re.sub(r"\W", "", source or "").lower()
    is_outlet = (bool(outlet) and (plain in outlet or outlet in plain)) or (len(parts) == 1 and "|" in at[0])
    return title[: at.start()].strip() if is_outlet and len(title[: at.start()].split()) > 2 else title


def _published(root: _Element, linked: dict[str, Any], meta: Meta) -> str | None:
    told = [linked.get("datePublished")]
    told += [meta[name] for name in PUBLISHED if name in meta]
    shown: list[str | None] = []
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        marks = " ".join(element.get(key) or "" for key in ("itemprop", "class", "pubdate", "id"))
        if "datePublished" in marks or (element.tag == "time" and PUBLISHED_MARK.search(marks)):
            told += [element.get("datetime"), element.get("content"), _day_in(element)]
        elif SHOWN_DATE.search(marks) and len(element) < 4:
            shown += [element.get("datetime"), _day_in(element)]
    told += [linked.get("dateCreated"), *shown, *([element.get("datetime") for element in root.iter("time")][:1])]
    return next((day for value in told if isinstance(value, str | int) and (day := date_or_none(value))), None)


def _day_in(element: _Element) -> str | None:
    """The date that an element shows, without ``Published:``; nothing where it shows more than a date."""
    words = BEFORE_DATE.sub("", _words(element)) if len(element) < 6 else ""
    return words if 5 < len(words) < 60 else None


def day_on(line: str) -> str | None:
    """The day that a line is, and nothing else."""
    words = BEFORE_DATE.sub("", " ".join(line.split()))
    return date_or_none(words) if 7 < len(words) < 40 else None


def _photos(root: _Element, linked: dict[str, Any]) -> tuple[Photo, ...]:
    """Photos that have a caption: in figures, and in the JSON-LD."""
    found: dict[str, Photo] = {}
    for figure in root.iter("figure"):
        caption = " ".join(filter(None, (_words(e) for e in figure.iter("figcaption"))))
        image = next((e.get("src") or e.get("data-src") for e in figure.iter("img")), None)
        if caption:
            found.setdefault(caption, _photo(image, caption))
    images = linked.get("image")
    for image in images if isinstance(images, list) else [images]:
        if isinstance(image, dict) and (caption := _text(image.get("caption") or image.get("description")) or ""):
            found.setdefault(caption, _photo(_text(image.get("url")), caption))
    return tuple(found.values())[:MAX_PHOTOS]


def _photo(address: str | None, caption: str) -> Photo:
    from dateline.intake.sheet import CREDIT

    credit = CREDIT.search(caption)
    file = (address or "").split("?")[0].rsplit("/", 1)[-1][:200] or None
    return Photo(
        file=None if file and file.startswith("data:") else file,
        caption=caption,
        credit=credit["credit"].strip() if credit else None,
        archival=bool(re.search(r"(?i)\bfile\s+(?:photo|picture|image)\b|\bFILE\s*[-–—:]", caption)),
    )


def _address(root: _Element, meta: Meta) -> str | None:
    canonical = next((e.get("href") for e in root.iter("link") if e.get("rel") == "canonical"), None)
    told = [canonical, _of(meta, ADDRESSES)]
    return next((address for address in told if address and address.startswith("http")), None)


def _host(address: str | None) -> str | None:
    match = re.match(r"https?://(?:www\.)?([\w.-]+)", address or "")
    return match[1] if match else None


def _name(value: Any) -> str | None:
    """The name of a person or organisation in JSON-LD, several joined by commas."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value[:10]))) or None
    return _text(value.get("name")) if isinstance(value, dict) else _author(_text(value))


def _author(value: str | None) -> str | None:
    return None if value is None or value.startswith("http") else value


def _keywords(value: str | None) -> tuple[str, ...]:
    return tuple(word for part in (value or "").split(",")[:30] if (word := part.strip()))


def _text(value: Any) -> str | None:
    return html.unescape(value).strip() or None if isinstance(value, str) else None


def _words(element: _Element) -> str:
    return " ".join("".join(element.itertext()).split())
