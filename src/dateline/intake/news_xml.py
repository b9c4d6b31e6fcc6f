"""The agencies' XML: NewsML-G2, NewsML 1.2, NITF, and the house formats whose elements are called by what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.errors import SetAside
from dateline.intake import house_xml, newsml_1, newsml_g2, nitf
from dateline.intake.decoding import Unreadable
from dateline.intake.sources import Reports, Source
from dateline.intake.xml_tree import every, local, parse, root_of
from dateline.record import Report

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

ITEMS: dict[str, Callable[[_Element, str], Report]] = {
    "newsItem": newsml_g2.report_of,
    "NewsItem": newsml_1.report_of,
    "nitf": nitf.report_of,
    "ContentItem": house_xml.report_of,
    "RBNews": house_xml.report_of,
}
"""Elements that are a report -> what reads them."""

NOT_TEXT = {
    "packageItem": "a package: a list of items, not their text",
    "conceptItem": "a concept item: a name or an event of a vocabulary",
    "knowledgeItem": "a knowledge item: a vocabulary",
    "planningItem": "a planning item: what is going to be covered",
    "groupSet": "a part of a package: a list of items",
    "contentMeta": "a part of a news item: metadata without text",
    "catalog": "a catalogue of vocabularies",
}
"""Elements of news XML that tell of no report, and what they are."""

WRAPS = frozenset({"newsMessage", "NewsML", "Publish", "XMLNewsQueuedResponse", "contentSet", "newsItem", "itemSet"})


def looks_like(source: Source) -> bool:
    """Whether the root is one of an agency's, or of any XML that is no page and no feed."""
    root = root_of(source.head)
    return (
        bool(root)
        and (root in ITEMS or root in NOT_TEXT or root in WRAPS or source.head.startswith("<?xml"))
        and root.lower() not in ("html", "rss", "feed", "rdf")
    )


def reports(source: Source) -> Reports:
    """Each item's report, or the item set aside."""
    root = parse(source.data(), source.name)
    outer = [root] if local(root) in ITEMS else []
    items = outer or [e for e in every(root, *ITEMS) if not any(local(a) in ITEMS for a in e.iterancestors())]
    for number, item in enumerate(items, 1):
        name = source.id if len(items) == 1 else f"{source.id}-{number}"
        try:
            yield ITEMS[local(item)](item, name)
        except Unreadable as error:
            where = source.name if len(items) == 1 else f"{source.name}:{item.sourceline}"
            yield SetAside(where, str(error))
    if not items:
        kinds = [NOT_TEXT[local(e)] for e in root.iter() if local(e) in NOT_TEXT]
        raise Unreadable(kinds[0] if kinds else f"XML of no news format: its root is {local(root)[:60]!r}")
