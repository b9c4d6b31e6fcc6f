"""Coded events as event-data users load them: CAMEO as PETRARCH writes it, GDELT 1.0 columns, PLOVER JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from itertools import product

from dateline.errors import DatelineError
from dateline.knowledge.actions import Actions, load_actions
from dateline.record import Event, Record

UNKNOWN = "---"
"""CAMEO's code for a side that is not known."""

GDELT_COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    "Actor1Code", "Actor1CountryCode", "Actor1Type1Code", "Actor2Code", "Actor2CountryCode", "Actor2Type1Code",
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles",
    "ActionGeo_FullName", "ActionGeo_CountryCode", "ActionGeo_Lat", "ActionGeo_Long", "DATEADDED", "SOURCEURL",
)  # fmt: skip
"""Columns of GDELT 1.0 that a record can fill, in its order; see the GDELT Event Codebook 1.0."""

Lines = Callable[[Record], Iterator[str]]


def writer(form: str) -> tuple[str | None, Lines]:
    """The header line of a format (``None``: it has none) and what makes a record's lines. Raises `DatelineError`."""
    actions = load_actions()
    if form == "cameo":
        return None, lambda record: cameo_lines(record)
    if form == "gdelt":
        return "\t".join(GDELT_COLUMNS), lambda record: gdelt_lines(record, actions)
    if form == "plover":
        return None, lambda record: plover_lines(record, actions)
    raise DatelineError(f"unknown event format {form!r}: use cameo, gdelt or plover")


def dyads(event: Event) -> Iterator[tuple[str, str]]:
    """Every pair of one who acts and one acted upon. Equals who act on nobody act on one another, both ways."""
    if not event.recipients and len(event.actors) > 1:
        yield from ((a, b) for a, b in product(event.actors, repeat=2) if a != b)
    else:
        yield from product(event.actors or (UNKNOWN,), event.recipients or (UNKNOWN,))


def cameo_lines(record: Record) -> Iterator[str]:
    """Tab-separated ``date  source  target  code  report;event``, dates as ``YYYYMMDD``: PETRARCH's output."""
    for number, event in enumerate(record.events):
        for source, target in dyads(event):
            yield "\t".join((_day(event, record) or "0", source, target, event.cameo, f"{record.report.id};{number}"))


def gdelt_lines(record: Record, actions: Actions) -> Iterator[str]:
    """Tab-separated `GDELT_COLUMNS`; what GDELT counts over sources is 1 here, since a record is one report's."""
    report = record.report
    for number, event in enumerate(record.events):
        coding = actions.coding(event.cameo)
        day = _day(event, record) or ""
        place = event.place
        for source, target in dyads(event):
            cells = (
                f"{report.id}-{number}", day, day[:6], day[:4], _fraction(day), *_side(source), *_side(target),
                int(event.evidence[0].part == "body" and event.evidence[0].start == 0),
                event.cameo, event.cameo[:3], event.cameo[:2], coding.quad, coding.goldstein, 1, 1, 1,
                *(("", "", "", "") if place is None else (place.name, place.country, place.lat, place.lon)),
                (report.published or "")[:10].replace("-", ""), report.url or report.id,
            )  # fmt: skip
            yield "\t".join("" if cell is None else " ".join(str(cell).split()) for cell in cells)


def plover_lines(record: Record, actions: Actions) -> Iterator[str]:
    """One JSON object an event, with the fields of the PLOVER record and the words it rests on."""
    for number, event in enumerate(record.events):
        coding = actions.coding(event.cameo)
        yield json.dumps(
            {
                "id": f"{record.report.id}-{number}",
                "date": event.date,
                "source": _sides(event.actors),
                "target": _sides(event.recipients),
                "event": event.event,
                "mode": event.mode,
                "context": list(event.contexts),
                "cameo": event.cameo,
                "goldstein": coding.goldstein,
                "quad_class": coding.quad,
                "location": event.place.model_dump() if event.place else None,
                "text": record.words(event.evidence),
                "publication": record.report.source,
                "publication_date": record.report.published,
                "language": record.report.language,
                "version": record.reader,
            },
            ensure_ascii=False,
        )


def _sides(codes: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"code": code, "actor": code[:3], "sector": code[3:6]} for code in codes]


def _side(code: str) -> tuple[str, str, str]:
    """GDELT's three columns of an actor: its code, its country, and its first role."""
    if code == UNKNOWN:
        return "", "", ""
    role = code[3:6] or ("IGO" if code.startswith("IGO") else "")
    return code, "" if code.startswith(("IGO", "NGO", "IMG", "MNC")) else code[:3], role


def _day(event: Event, record: Record) -> str | None:
    """``YYYYMMDD`` of the event's first day, else of publication, which event data need; ``None``: neither known."""
    for value in (event.date, record.report.published):
        try:
            return date.fromisoformat((value or "")[:10]).strftime("%Y%m%d")
        except ValueError:
            continue
    return None


def _fraction(day: str) -> str:
    return (
        f"{int(day[:4]) + date(int(day[:4]), int(day[4:6]), int(day[6:])).timetuple().tm_yday / 366:.4f}" if day else ""
    )
