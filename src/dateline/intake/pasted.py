"""Texts as people paste them: broken lines joined, entities decoded, marks of mail and furniture of pages taken off."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from dateline.intake.folding import unfolded
from dateline.intake.furniture import without_furniture
from dateline.intake.wire_marks import named
from dateline.record import Report

ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,8});"
)
LONGEST = 2_000_000
"""Characters of a text that are looked through."""

QUOTED = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
"""The marks a forwarded or answered mail puts before its lines."""


def report_in(text: str, report_id: str, read: Callable[[str, str], Report]) -> Report:
    """The report that `read` finds in a pasted text; bylines and credits stand apart from its body."""
    if len(text) > LONGEST:
        return read(text, report_id)  # too long a body for any report: told by its length
    lines = unfolded(as_typed(text)).split("\n")
    parted = without_furniture(lines)
    own = "\n".join(parted.lines)
    report = read(own if own.strip() else "\n".join(lines), report_id)
    told = {
        "byline": report.byline or named(parted.byline),
        "source": report.source or parted.source,
        "advisories": (*report.advisories, *parted.advisories),
    }
    return report.model_copy(update=told)


def as_typed(text: str) -> str:
    """A text with one kind of line end, its HTML entities decoded, the marks of quoted mail taken off."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").replace("\u2028", "\n")
    if ENTITY.search(text):
        text = ENTITY.sub(lambda match: html.unescape(match[0]), text)
    lines = text.split("\n")
    if sum(line.startswith(">") for line in lines) >= 2:
        text = QUOTED.sub("", text)
    return text
