"""A JSON value -> the reports in it: our own fields, a record of ours, an agency's item, or fields of other names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.intake import ninjs
from dateline.intake.columns import NAMES, Mapped, mapped, plain
from dateline.intake.decoding import Unreadable
from dateline.intake.fields import report_from
from dateline.intake.sources import Told
from dateline.record import Report


def reports_in(value: Any, default_id: str, told: Told) -> list[Report]:
    """The reports in a JSON value; several only in an agency's document. Raises `Unreadable` where there is none."""
    if not isinstance(value, dict):
        raise Unreadable("not a JSON object")
    inner = value.get("report")
    if isinstance(inner, dict):
        return [report_from(inner, default_id)]  # a record of ours is read again from its report
    if found := list(ninjs.items(value)):
        names = [default_id] if len(found) == 1 else [f"{default_id}-{n}" for n in range(1, len(found) + 1)]
        return [ninjs.report_of(item, name) for item, name in zip(found, names, strict=True)]
    if "body" in value and not told.columns:
        return [report_from(value, default_id)]
    return [_by_other_names(value, default_id, told)]


def _by_other_names(value: Mapping[str, Any], default_id: str, told: Told) -> Report:
    known = {name for names in NAMES.values() for name in names}
    texts = {name: cell for name, cell in value.items() if plain(name) in known or name in told.columns.values()}
    if not texts:
        raise Unreadable("no body")
    try:
        found: Mapped = mapped(list(texts), [list(texts.values())], told)
    except Unreadable:
        raise Unreadable("no body") from None
    return found.report(texts, default_id)
