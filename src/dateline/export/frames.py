"""A record as annotation to train with: which words tell of its contacts, topics, positions and statements.

The form is that of ``frames/`` and ``statements/`` in a data folder (docs/model.md). A record tells what each line
says, and its sentences; which of their words are triggers and fill roles is what the model saw there. So what a person
corrected is the answer, and the words are where it is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.model.frames import Frame, Frames
from dateline.record import AgendaItem, Contact, Position, Record, Span, Statement

Row = dict[str, Any]
Offsets = list[Any]
"""``[part, start, end]``."""


@dataclass(frozen=True)
class Word:
    """People's word on the lines of one record: those rejected, and the fields set of those corrected.

    Lines are named as the record has them, positions by their place: ``c1``, ``s3``, ``p0``. Of a contact ``kind`` and
    ``status`` count, and ``agenda``: the standing by topic; of a statement ``speaker`` and ``country``; of a position
    ``holder``, ``country``, ``issue`` and ``stance``.
    """

    rejected: frozenset[str] = frozenset()
    fields: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def frames_row(record: Record, frames: Frames, word: Word = Word()) -> Row:
    """The contacts and positions of a record with their words; lines whose words the model did not see are left out."""
    kept = [contact for contact in record.contacts if contact.id not in word.rejected]
    mentions = mentions_of(kept, frames.contacts)
    return {
        "id": record.report.id,
        "contacts": [
            _contact(record, contact, mentions[contact.id], word.fields.get(contact.id, {}))
            for contact in kept
            if mentions[contact.id]
        ],
        "positions": [
            row
            for n, position in enumerate(record.positions)
            if f"p{n}" not in word.rejected
            and (row := _position(record, position, frames.positions, word.fields.get(f"p{n}", {})))
        ],
    }


def statements_row(record: Record, word: Word = Word()) -> Row:
    """The statements of a record; those without a cue are left out, as nothing says that somebody speaks."""
    return {
        "id": record.report.id,
        "statements": [
            _statement(statement, word.fields.get(statement.id, {}))
            for statement in record.statements
            if statement.id not in word.rejected and statement.cue
        ],
    }


def report_row(record: Record) -> Row:
    """The text itself, as ``*/reports.jsonl`` has it."""
    report = record.report
    names = ("id", "headline", "source", "published", "dateline", "url", "body")
    return {name: value for name in names if (value := getattr(report, name)) is not None}


def mentions_of(contacts: Sequence[Contact], frames: Sequence[Frame]) -> dict[str, list[Frame]]:
    """The frames that tell of each contact, by its id: each of the contact that it fits best.

    A contact that is left without one shares that which fits it best: one word may tell of several ("visited Laos and
    Cambodia").
    """
    found: dict[str, list[Frame]] = {contact.id: [] for contact in contacts}
    for frame in frames:
        near = [contact for contact in contacts if _within(frame.trigger, contact.evidence)]
        if near:
            found[max(near, key=lambda contact: fit(contact, frame)).id].append(frame)
    for contact in contacts:
        near_frames = [frame for frame in frames if _within(frame.trigger, contact.evidence)]
        if near_frames and not found[contact.id]:
            found[contact.id] = [max(near_frames, key=lambda frame: fit(contact, frame))]
    return found


def fit(contact: Contact, frame: Frame) -> float:
    """How likely the frame tells of such a contact: of its kind and status."""
    return sum(
        frame.beliefs[name].get(value, 0.0) if name in frame.beliefs else float(frame.labels[name] == value)
        for name, value in (("kind", contact.kind), ("status", contact.status))
    )


def _contact(record: Record, contact: Contact, mentions: Iterable[Frame], fields: Mapping[str, Any]) -> Row:
    standings = fields.get("agenda") or {}
    return {
        "kind": fields.get("kind") or contact.kind,
        "status": fields.get("status") or contact.status,
        "date": contact.date,
        "place": contact.place and {"name": contact.place.name, "country": contact.place.country},
        "participants": [{"name": p.name, "country": p.country, "role": p.role} for p in contact.participants],
        "mentions": [
            {"trigger": offsets(frame.trigger)}
            | {role: [offsets(span) for span in frame.roles[role]] for role in ("who", "when", "where")}
            for frame in mentions
        ],
        "agenda": [
            {"topic": place, "standing": standings.get(item.topic, item.standing)}
            for item in contact.agenda
            if (place := _topic(record, item))
        ],
    }


def _topic(record: Record, item: AgendaItem) -> Offsets | None:
    return found_in(record, item.topic, item.evidence)


def _position(record: Record, position: Position, frames: Sequence[Frame], fields: Mapping[str, Any]) -> Row | None:
    """The position with the frame in its evidence that is on its issue, else one of its stance."""
    near = [frame for frame in frames if _within(frame.trigger, position.evidence)]
    if not near:
        return None

    def fits(frame: Frame) -> tuple[bool, bool]:
        issue = record.words(frame.roles["issue"][:1])
        return issue == position.issue, frame.labels["stance"] == position.stance

    frame = max(near, key=fits)
    wanted = str(fields.get("issue") or position.issue)
    issue = found_in(record, wanted, position.evidence) or next(map(offsets, frame.roles["issue"]), None)
    return {
        "holder": fields.get("holder") or position.holder.name,
        "holder_country": fields.get("country") or position.holder.country,
        "who": next(map(offsets, frame.roles["holder"]), None),
        "by": offsets(frame.trigger),
        "issue": issue,
        "stance": fields.get("stance") or position.stance,
        "evidence": offsets(position.evidence[0]),
    }


def _statement(statement: Statement, fields: Mapping[str, Any]) -> Row:
    spans = {"source": statement.source, "cue": statement.cue, "content": statement.content}
    return {
        "speaker": fields.get("speaker") or statement.speaker.name,
        "speaker_country": fields.get("country") or statement.speaker.country,
        "mode": statement.mode,
        **{name: [offsets(span) for span in some] for name, some in spans.items()},
        "relayed_by": list(statement.relayed_by),
    }


def found_in(record: Record, words: str, evidence: Iterable[Span]) -> Offsets | None:
    """Where some words stand in a line's evidence."""
    parts = record.report.parts()
    for span in evidence:
        at = parts[span.part].find(words, span.start, span.end)
        if at >= 0 and words:
            return [span.part, at, at + len(words)]
    return None


def offsets(span: Span) -> Offsets:
    """A span as annotation files have it."""
    return [span.part, span.start, span.end]


def _within(trigger: Span, evidence: Iterable[Span]) -> bool:
    return any(span.contains(trigger) for span in evidence)
