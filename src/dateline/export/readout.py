"""A record for a person to look at: sections of a readout, each line with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dateline.record import Contact, Participant, PhotoPlace, PlaceRef, Position, Record, Report, Spans, Statement

STANDINGS = {"expected": "on the table", "discussed": "discussed", "agreed": "agreed", "excluded": "off the table"}

LONGEST_QUOTE = 280
"""Characters of evidence shown; the record keeps all."""


class Readout:
    """Prints records: in colour on a terminal, plain in a pipe."""

    def __init__(self, target: TextIO) -> None:
        self.console = Console(
            file=target, highlight=False, soft_wrap=False, width=None if target.isatty() else 110, emoji=False
        )
        self._first = True

    def show(self, record: Record) -> None:
        """Print one record, parted from the one before."""
        if not self._first:
            self.console.rule(style="dim")
        self._first = False
        self._head(record.report)
        self._section("Contacts", (line for contact in record.contacts for line in contact_lines(record, contact)))
        self._section(
            "Who said what", (line for s in record.statements if s.speaker.name for line in statement_lines(s))
        )
        self._section("Positions", (line for p in record.positions for line in position_lines(record, p)))
        self._section(
            "Assessments", (line for a in record.assessments for line in assessment_lines(a.owner, a.about, a.text))
        )
        self._section("Events", (line for line in event_lines(record)))
        self._section("Who", (line for line in actor_lines(record)))
        self._section("Times", (line for line in time_lines(record)))

    def _head(self, report: Report) -> None:
        self.console.print(Text(report.headline or report.id, style="bold"))
        facts = [report.source, _instant(report.published), report.dateline]
        self.console.print(Text("  ".join(filter(None, facts)) or "no source or date given", style="dim"))
        for advisory in report.advisories:
            self.console.print(Text(f"advisory: {advisory}", style="dim"))
        for photo in report.photos:
            where = _where(photo.place)
            facts = [photo.taken, photo.event, where, ", ".join(photo.people) or None, photo.credit]
            kind = "file photo" if photo.archival else "photo"
            self.console.print(Text(f"{kind}: " + "; ".join(filter(None, facts)), style="dim"))

    def _section(self, title: str, lines: Iterable[Text]) -> None:
        shown = list(lines)
        if shown:
            self.console.print()
            self.console.print(Text(title.upper(), style="bold cyan"))
            for line in shown:
                indent = 6 if line.style == "dim" else 4 if line.style == "italic" else 2
                self.console.print(Padding(line, (0, 0, 0, indent), expand=False))


def contact_lines(record: Record, contact: Contact) -> Iterator[Text]:
    """Kind, status, when, where and between whom; then sessions, agenda and evidence."""
    facts = [contact.date, _where(contact.place), contact.duration]
    line = Text(f"{contact.kind}, {contact.status}", style="")
    line.stylize("bold green" if contact.status in ("held", "ongoing") else "bold yellow")
    line.append("  " + "  ".join(filter(None, facts)), style="not bold default")
    yield line
    yield Text("between " + "; ".join(map(_participant, contact.participants)), style="italic")
    if contact.announced:
        told = " ".join(filter(None, ("announced", contact.announced.date)))
        yield Text(told + (f" by {', '.join(contact.announced.by)}" if contact.announced.by else ""), style="italic")
    for session in contact.sessions:
        yield Text(
            "session: " + ", ".join(filter(None, (session.format, session.when, *session.participants))), style="italic"
        )
    for item in contact.agenda:
        told = f" (according to {item.according_to})" if item.according_to else ""
        yield Text(f"{STANDINGS[item.standing]}: {item.topic}{told}", style="italic")
    yield _quote(record, contact.evidence)


def statement_lines(statement: Statement) -> Iterator[Text]:
    """Speaker, mode, when and through whom; then the words."""
    speaker = statement.speaker
    line = Text(speaker.name or "unnamed", style="")
    line.stylize("bold")
    via = f"via {', '.join(statement.relayed_by)}" if statement.relayed_by else None
    act = None if statement.act == "speech" else statement.act
    facts = [speaker.country, statement.mode, act, statement.said, via]
    line.append("  " + "  ".join(filter(None, facts)), style="not bold default")
    yield line
    yield _quoted(statement.content_text)


def position_lines(record: Record, position: Position) -> Iterator[Text]:
    """Holder, stance and issue; then frame and evidence."""
    line = Text(position.holder.name or position.holder.country or "unnamed", style="")
    line.stylize("bold")
    line.append(f" {position.stance} {position.issue}", style="not bold default")
    yield line
    if position.frame:
        yield Text(f"in whose words: {position.frame}", style="italic")
    yield _quote(record, position.evidence)


def assessment_lines(owner: str | None, about: str | None, text: str) -> Iterator[Text]:
    """Owner, about what, and the words."""
    yield Text(f"{owner or 'owner unnamed'}" + (f", on {about}" if about else ""))
    yield _quoted(text)


def event_lines(record: Record) -> Iterator[Text]:
    """PLOVER and CAMEO codes, who to whom, when."""
    for event in record.events:
        sides = f"{'+'.join(event.actors) or '-'} > {'+'.join(event.recipients) or '-'}"
        yield Text("  ".join(filter(None, (f"{event.event:10}", f"{event.cameo:4}", sides, event.date))))


def actor_lines(record: Record) -> Iterator[Text]:
    """Name, office and code of everybody."""
    for actor in record.actors:
        told = ", ".join(filter(None, (actor.office or actor.kind.replace("_", " "), actor.country)))
        yield Text(f"{actor.name}: {told}" + (f" [{actor.code}]" if actor.code else ""))


def time_lines(record: Record) -> Iterator[Text]:
    """Each different expression once, with its value."""
    seen = {(time.text, time.value): time for time in record.times}
    for text, value in seen:
        yield Text(f"{text} = {value or 'unresolved'}")


def _participant(participant: Participant) -> str:
    country = f" ({participant.country})" if participant.country else ""
    return participant.name + country + ("" if participant.role == "principal" else f", {participant.role}")


def _where(place: PlaceRef | PhotoPlace | None) -> str | None:
    return ", ".join(filter(None, (place.name, place.country))) if place else None


def _quote(record: Record, spans: Spans) -> Text:
    return _quoted(record.words(spans))


def _quoted(words: str) -> Text:
    return Text(_shortened(f"“{' '.join(words.split())}”"), style="dim")


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 2].rstrip() + " …"


def _instant(published: str | None) -> str | None:
    return published.replace("T", " ") if published else None
