"""XML from strangers: parsed without entities, networks or outside definitions, whatever the document asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.intake.decoding import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
ASIDE = re.compile(r"<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
ENTITY = re.compile(rb"<!ENTITY\s+(?P<outside>%\s+\S+\s+(?:SYSTEM|PUBLIC))?", re.IGNORECASE)
"""An entity's definition; news only names outside files of definitions, which are never fetched."""


def root_of(head: str) -> str:
    """The local name of the first element of a document's head; nothing where it is no XML."""
    if not head.startswith("<"):
        return ""
    match = ROOT.match(ASIDE.sub("", head).lstrip())
    return match[1] if match else ""


def refuse_entities(data: bytes, name: str) -> None:
    """Raise `Unreadable` where a document defines entities: news does not, and bombs are made of them."""
    if match := next((m for m in ENTITY.finditer(data[: 1 << 20]) if not m["outside"]), None):
        line = data.count(b"\n", 0, match.start()) + 1
        raise Unreadable(f"line {line} defines entities of its own, as no news feed does: refused")


def parse(data: bytes, name: str) -> _Element:
    """The root element. Raises `Unreadable`, with the line, where it is no XML."""
    from lxml import etree

    refuse_entities(data, name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True,
        huge_tree=False, strip_cdata=True,
    )  # fmt: skip
    try:
        return etree.fromstring(data.lstrip(b"\xef\xbb\xbf \t\r\n"), parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"not XML (line {error.lineno}): {error.msg}") from None


def local(element: _Element) -> str:
    """An element's name without its namespace; nothing for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def every(root: _Element, *names: str) -> list[_Element]:
    """All elements below of these local names, in order."""
    return [element for element in root.iter() if local(element) in names]


def first(root: _Element, *path: str) -> _Element | None:
    """The first element below that has these local names, one inside the other."""
    found: list[_Element] = [root]
    for name in path:
        found = [below for element in found for below in every(element, name) if below is not element][:50]
    return found[0] if found else None


def words(root: _Element, *path: str) -> str:
    """The text of the first element on a path, on one line; nothing where there is none."""
    element = first(root, *path) if path else root
    return "" if element is None else " ".join("".join(element.itertext()).split())
