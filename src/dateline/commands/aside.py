"""What was set aside, by reason: a few lines however many files there were."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.errors import SetAside

NAMED = 20
"""Places named for one reason; the others are counted."""


def by_reason(aside: Iterable[SetAside]) -> list[str]:
    """A line for each that is alone with its reason; one for all that share theirs, with the places named."""
    groups: dict[str, list[SetAside]] = {}
    for item in aside:
        groups.setdefault(re.sub(r"[\d,.]+", "0", item.reason), []).append(item)
    lines = []
    for items in groups.values():
        if len(items) < 4:
            lines += [str(item) for item in items]
            continue
        named = ", ".join(item.where for item in items[:NAMED])
        more = f", and {len(items) - NAMED:,} more" if len(items) > NAMED else ""
        lines.append(f"{len(items):,} times: {items[0].reason}: {named}{more}")
    return lines
