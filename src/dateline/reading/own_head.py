"""The head that some bodies carry themselves: ``By A Writer``, then ``NAIROBI, Nov. 2 (Xinhua) --``.

Archives keep such bodies under the dateline of another desk; where the report is from stands in the body.
"""

from __future__ import annotations

import re

from dateline.knowledge.datelines import find_dateline

WITHIN = 300
"""Characters of a body within which its own dateline begins: after a headline and a byline, no more."""

LETTER = re.compile(r"\S")


def own_head(body: str) -> re.Match[str] | None:
    """The dateline that heads a body, as `find_dateline` gives it."""
    return find_dateline(body, WITHIN)


def without_head(body: str) -> str:
    """The body with its own head blanked, so that offsets stay: what is read as sentences."""
    head = own_head(body)
    if head is None:
        return body
    return LETTER.sub(" ", body[: head.end()]) + body[head.end() :]
