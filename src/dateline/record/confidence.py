"""Leaving out what is doubtful."""

from __future__ import annotations

from typing import TypeVar

from dateline.record.model import AgendaItem, Contact, Event, Position, Record, Statement

Scored = TypeVar("Scored", Statement, Contact, AgendaItem, Position, Event)


def at_least(record: Record, least: float) -> Record:
    """The record without the statements, contacts, topics, positions and events that are less sure than ``least``.

    A line without a confidence is left out too: nothing tells that it is as sure as that. A position whose statement is
    left out names none.
    """
    statements = _surer(record.statements, least)
    known = {statement.id for statement in statements}
    contacts = _surer(record.contacts, least)
    positions = _surer(record.positions, least)
    return record.model_copy(
        update={
            "statements": statements,
            "contacts": tuple(c.model_copy(update={"agenda": _surer(c.agenda, least)}) for c in contacts),
            "positions": tuple(
                p if p.statement is None or p.statement in known else p.model_copy(update={"statement": None})
                for p in positions
            ),
            "events": _surer(record.events, least),
        }
    )


def _surer(lines: tuple[Scored, ...], least: float) -> tuple[Scored, ...]:
    return tuple(line for line in lines if line.confidence is not None and line.confidence >= least)
