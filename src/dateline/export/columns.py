"""The columns in which lines of the archive are listed: on a terminal, on pages and in CSV."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

import orjson

Line = Mapping[str, Any]
Cell = Callable[[Line], Any]


def names(parties: Sequence[Mapping[str, Any]], most: int = 6) -> str:
    """``Vladimir Putin (RUS), Donald Trump (USA)``; of many, the first, and how many more."""
    shown = [
        f"{p['name']} ({p['country']})" if p["country"] and not p["name"].endswith(")") else p["name"]
        for p in parties[:most]
    ]
    return ", ".join(shown) + (f" and {len(parties) - most} more" if len(parties) > most else "")


def told(value: Any) -> str:
    """A value in a cell."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(map(told, value))
    return str(value).replace("\n", " ")


def plain(*names: str) -> dict[str, Cell]:
    """Columns that show fields of a line as they are."""
    return {name: itemgetter(name) for name in names}


def place_name(line: Line) -> str | None:
    """Where a contact is."""
    return line["place"]["name"] if line["place"] else None


CONTACT: dict[str, Cell] = {
    "id": lambda c: c["id"],
    "date": lambda c: c["date"],
    "kind": lambda c: c["kind"],
    "status": lambda c: c["status"],
    "place": place_name,
    "who": lambda c: names(c["participants"]),
    "accounts": lambda c: len(c["accounts"]),
    "sure": lambda c: c["confidence"],
    "part of": lambda c: c["part_of"],
}
STATEMENT: dict[str, Cell] = {
    "id": lambda s: s["id"],
    "date": lambda s: s["said"],
    "speaker": lambda s: s["speaker"],
    "for": lambda s: s["country"],
    "mode": lambda s: s["mode"],
    "said": lambda s: s["text"],
    "sure": lambda s: s["confidence"],
    "report": lambda s: s["report"],
}
POSITION: dict[str, Cell] = {
    "id": lambda p: p["id"],
    "holder": lambda p: p["holder"],
    "for": lambda p: p["country"],
    "stance": lambda p: p["stance"],
    "issue": lambda p: p["issue"],
    "evidence": lambda p: p["text"],
    "sure": lambda p: p["confidence"],
    "report": lambda p: p["report"],
}
EVENT: dict[str, Cell] = {
    "id": lambda e: e["id"],
    "date": lambda e: e["date"],
    "event": lambda e: e["event"],
    "cameo": lambda e: e["cameo"],
    "actors": lambda e: e["actors"],
    "recipients": lambda e: e["recipients"],
    "evidence": lambda e: e["text"],
    "sure": lambda e: e["confidence"],
    "reports": lambda e: len(e["reports"]),
}
TOPIC: dict[str, Cell] = {
    "standing": lambda t: t["standing"],
    "topic": lambda t: t["topic"],
    "according to": lambda t: t["according_to"],
    "sure": lambda t: t["confidence"],
    "reports": lambda t: t["reports"],
}
HIT: dict[str, Cell] = {
    "in": lambda h: h["in"],
    "id": lambda h: h["id"],
    "who": lambda h: h["who"],
    "text": lambda h: h["text"],
    "report": lambda h: h["report"],
}
DECISION: dict[str, Cell] = {
    "id": lambda d: d["id"],
    "at": lambda d: d["at"],
    "reviewer": lambda d: d["reviewer"],
    "verdict": lambda d: d["verdict"],
    "line": lambda d: d["line"],
    "report": lambda d: d["report"],
    "value": lambda d: orjson.dumps(d["value"]).decode() if d["value"] else None,
    "undone": lambda d: d["undone"],
}
