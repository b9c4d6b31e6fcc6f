"""Markdown with a head between ``---`` lines (title, date, source), as archives of web sites keep their texts."""

from __future__ import annotations

import re

from dateline.intake.advisories import parted
from dateline.intake.columns import NAMES, plain
from dateline.intake.decoding import Unreadable
from dateline.intake.fields import telling
from dateline.intake.folding import unfolded
from dateline.intake.furniture import without_furniture
from dateline.intake.sources import Reports, Source
from dateline.intake.wire_marks import named
from dateline.intake.written_dates import date_or_none
from dateline.record import Report

HEAD = re.compile(r"---[ \t]*\n(?P<fields>(?:[^\n]*\n){1,200}?)---[ \t]*(?:\n|\Z)")
FIELD = re.compile(r"(?P<name>[A-Za-z][\w -]{0,40}):[ \t]*(?P<value>.*)")
ESCAPES = {"\\_": " ", "\\n": "\n", "\\t": " ", '\\"': '"', "\\\\": "\\"}
DATES = ("published time", "published", "date", "published at", "pubdate", "created", "modified time")
ADDRESSES = ("source url", "url", "link", "canonical url")
LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\s]*(?:\s\"[^\"]*\")?\)")
EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|__?)(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])")
HEADING = re.compile(r"^#{1,6}[ \t]+", re.MULTILINE)
ESCAPED = re.compile(r"\\([#*_\[\]()>~`|.!+-])")


def looks_like(source: Source) -> bool:
    """Whether a head of fields between two ``---`` lines stands first."""
    match = HEAD.match(source.head.replace("\r\n", "\n"))
    return match is not None and FIELD.match(match["fields"]) is not None


def reports(source: Source) -> Reports:
    """The text's report."""
    text = source.text().lstrip("\ufeff \t\r\n").replace("\r\n", "\n")
    match = HEAD.match(text)
    if match is None:
        raise Unreadable("no head of fields between two '---' lines")
    fields = fields_of(match["fields"])
    title = _first(fields, NAMES["headline"])
    lines = _plain(text[match.end() :]).split("\n")
    kept = without_furniture(lines, title)
    headline, advisories = parted(title)
    yield Report(
        id=source.id,
        headline=headline,
        source=_first(fields, NAMES["source"]) or kept.source,
        published=next((d for name in DATES if (d := date_or_none(fields.get(name)))), None),
        byline=named(_first(fields, NAMES["byline"]) or kept.byline),
        url=_first(fields, ADDRESSES),
        advisories=(*advisories, *kept.advisories),
        body=telling("\n".join(kept.lines).strip()),
    )


def fields_of(head: str) -> dict[str, str]:
    """The head's fields by name in lower case; a value in quotes may go on over lines."""
    found: dict[str, str] = {}
    name = ""
    for line in head.split("\n"):
        match = FIELD.match(line)
        if match and not line[0].isspace():
            name = plain(match["name"])
            found[name] = match["value"].strip()
        elif name and line[:1].isspace():
            held, more = found[name], line.strip()
            found[name] = held[:-1] + more.removeprefix("\\") if held.endswith("\\") else f"{held} {more}"
    return {name: _unquoted(value) for name, value in found.items()}


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] == '"':
        value = re.sub(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))", lambda m: chr(int(m[1] or m[2], 16)), value[1:-1])
        value = re.sub(r"\\[_nt\"\\]", lambda m: ESCAPES[m[0]], value)
    elif len(value) > 1 and value[0] == value[-1] == "'":
        value = value[1:-1].replace("''", "'")
    return " ".join(value.split())


def _plain(text: str) -> str:
    """Markdown as text: lines joined, links and emphasis as their words."""
    text = unfolded("\n".join(line.rstrip(" ") for line in text.split("\n"))).replace("\xa0", " ")
    text = "\n".join(line.strip() for line in text.split("\n"))
    text = EMPHASIS.sub(r"\2", LINK.sub(r"\1", HEADING.sub("", text)))
    return ESCAPED.sub(r"\1", text)


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((fields[name] for name in names if fields.get(name)), None)
