"""Coded events as event-data users load them: CAMEO as PETRARCH writes it, GDELT 1.0 columns, PLOVER JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any

import orjson

from dateline.errors import DatelineError
from dateline.export.gdelt import COLUMNS, gdelt_rows
from dateline.knowledge.actions import Actions, load_actions
from dateline.record import Record
from dateline.record.event_lines import event_lines

Line = Mapping[str, Any]
"""An event as `Archive.events` gives it, and `events_of` a record's."""

Rows = Callable[[Line], Iterator[str]]

UNKNOWN = "---"
"""CAMEO's code for a side that is not known."""


def events_of(record: Record) -> Iterator[Line]:
    """The events of one record as lines that a `writer` writes."""
    return event_lines(orjson.loads(record.to_json()))


def writer(form: str) -> tuple[str | None, Rows]:
    """The header line of a format (``None``: it has none) and what makes an event's rows. Raises `DatelineError`."""
    actions = load_actions()
    if form == "cameo":
        return None, cameo_rows
    if form == "gdelt":
        return "\t".join(COLUMNS), lambda line: gdelt_rows(line, dyads(line), actions)
    if form == "plover":
        return None, lambda line: plover_rows(line, actions)
    raise DatelineError(f"unknown event format {form!r}: use cameo, gdelt or plover")


def dyads(line: Line) -> Iterator[tuple[str | None, str | None]]:
    """Every pair of one who acts and one acted upon. Equals who act on nobody act on one another, both ways."""
    actors, recipients = line["actors"], line["recipients"]
    if not recipients and len(actors) > 1:
        yield from ((a, b) for a, b in product(actors, repeat=2) if a != b)
    else:
        yield from product(actors or (None,), recipients or (None,))


def cameo_rows(line: Line) -> Iterator[str]:
    """Tab-separated ``date  source  target  code  report;event``, dates as ``YYYYMMDD``: PETRARCH's output."""
    day = (line["day"] or "0").replace("-", "")
    report, _, number = line["id"].rpartition("-")
    for source, target in dyads(line):
        yield "\t".join((day, source or UNKNOWN, target or UNKNOWN, line["cameo"], f"{report};{number}"))


def plover_rows(line: Line, actions: Actions) -> Iterator[str]:
    """One JSON object an event, with the fields of the PLOVER record and the words it rests on."""
    coding = actions.coding(line["cameo"])
    yield json.dumps(
        {
            "id": line["id"],
            "date": line["date"],
            "source": _sides(line["actors"]),
            "target": _sides(line["recipients"]),
            "event": line["event"],
            "mode": line["mode"],
            "context": line["contexts"],
            "cameo": line["cameo"],
            "goldstein": coding.goldstein,
            "quad_class": coding.quad,
            "location": line["place"],
            "text": line["text"],
            "publication": line["source"],
            "publication_date": line["published"],
            "reports": line["reports"],
            "language": line["language"],
            "version": line["reader"],
        },
        ensure_ascii=False,
    )


def _sides(codes: list[str]) -> list[dict[str, str]]:
    return [{"code": code, "actor": code[:3], "sector": code[3:6]} for code in codes]
