"""The words of marked-up text, paragraph by paragraph."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dateline.intake.decoding import Unreadable
from dateline.intake.folding import unfolded

if TYPE_CHECKING:
    from lxml.etree import _Element

BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "tr",
        "td",
        "th",
        "table",
        "blockquote",
        "pre",
        "section",
        "article",
        "header",
        "footer",
        "hr",
        "body",
        "dd",
        "dt",
        "hl1",
        "hl2",
        "block",
        "lead",
        "note",
        "list",
        "item",
        "head",
        "quote",
        "row",
        "cell",
    ]
)
"""Elements that begin and end a paragraph."""

BREAKS = frozenset({"br", "lb"})
BREAK = "\x1e"

SILENT = frozenset(
    [
        "script",
        "style",
        "head",
        "noscript",
        "template",
        "iframe",
        "svg",
        "button",
        "form",
        "select",
        "textarea",
        "nav",
        "media",
        "video",
    ]
)
"""Elements whose text nobody reads."""

DEEPEST = 3_000
"""Open elements in a row; no page of a publisher has more than some dozens."""

TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]*+)[^<>]*+>")
VOID = frozenset(
    [
        "br",
        "hr",
        "img",
        "meta",
        "link",
        "input",
        "area",
        "base",
        "col",
        "embed",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "tr",
        "th",
    ]
)


def paragraphs(root: _Element) -> list[str]:
    """The paragraphs of an element, white space within them folded; scripts and forms left out.

    Lines that a page breaks inside a paragraph are joined where a fixed width broke them, else each stands alone.
    """
    text = "\n\n".join(_folded(_pieces(root)))
    return [line.strip() for line in unfolded(text).split("\n") if line.strip()]


def text_of(fragment: str) -> str:
    """The text of an HTML fragment, paragraphs apart; a plain text comes back as it is, its entities decoded."""
    if not TAG.search(fragment):
        return html.unescape(fragment).strip()
    tree = page(fragment)
    return "\n\n".join(paragraphs(tree)) if tree is not None else ""


def page(text: str) -> _Element | None:
    """A page's root element, ``None`` for one without any. Raises `Unreadable` for nesting that no page has."""
    from lxml import html as pages

    refuse_depth(text)
    parser = pages.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    root: _Element | None = pages.document_fromstring(text.encode("utf-8", "replace"), parser, ensure_head_body=True)
    return root


def refuse_depth(text: str) -> None:
    """Raise `Unreadable` where elements are nested deeper than in any page: parsers take their time by the depth."""
    depth = deepest = 0
    for match in TAG.finditer(text):
        if match[0].endswith("/>") or match[2].lower() in VOID:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise Unreadable(f"elements nested {deepest:,} deep; at most {DEEPEST:,} are read")


def _pieces(root: _Element) -> Iterator[str | None]:
    """Text in order, with ``None`` where a paragraph ends."""
    from lxml.etree import iterwalk

    skipped = None
    for event, element in iterwalk(root, events=("start", "end")):
        name = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
        if event == "start" and skipped is None:
            if name in SILENT or not name:
                skipped = element
                continue
            if name in BLOCKS:
                yield None
            elif name in BREAKS:
                yield BREAK
            yield element.text or ""
        elif event == "end":
            if skipped is not None and element is not skipped:
                continue
            skipped = None
            if name in BLOCKS:
                yield None
            yield (element.tail or "") if element is not root else ""


def _folded(pieces: Iterable[str | None]) -> Iterator[str]:
    held: list[str] = []
    for piece in (*pieces, None):
        if piece is not None:
            held.append(piece)
        else:
            lines = (" ".join(line.split()) for line in "".join(held).split(BREAK))
            if text := re.sub(r"\n{2,}", "\n\n", "\n".join(lines)).strip():
                yield text
            held = []
