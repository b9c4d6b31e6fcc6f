"""How it is seen: judgements about a contact or a relation."""

from __future__ import annotations

from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis
from dateline.record import Assessment, Contact


def read_assessments(analysis: Analysis, cast: Cast, contacts: tuple[Contact, ...]) -> tuple[Assessment, ...]:
    """Every assessment, in order."""
    return ()
