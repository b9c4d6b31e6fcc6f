"""How sure the model must be; chosen on reports held out from training."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from dateline.errors import DatelineError


@dataclass(frozen=True)
class Limits:
    """The shares of belief (0 to 1) from which something counts.

    ``cue``, ``contact``, ``topic``, ``position``, ``event``: a word is part of a trigger or topic. ``source`` to
    ``whom``: it fills a role. ``attribution``: an attribution is kept. ``same``: two triggers tell of one contact.
    ``about``: a topic is one of a contact.
    """

    cue: float = 0.5
    contact: float = 0.5
    topic: float = 0.5
    position: float = 0.5
    event: float = 0.5
    source: float = 0.5
    content: float = 0.5
    who: float = 0.5
    when: float = 0.5
    where: float = 0.5
    holder: float = 0.5
    issue: float = 0.5
    whom: float = 0.5
    attribution: float = 0.0
    same: float = 0.5
    about: float = 0.3


def read_limits(path: Path) -> Limits:
    """The limits in a model's file. Raises `DatelineError` for what is no limit."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf8"))
    except ValueError as error:
        raise DatelineError(f"{path}: {error}") from None
    known = {field.name for field in fields(Limits)}
    for name, value in found.items():
        if name not in known or not isinstance(value, (int, float)) or not 0 <= value <= 1:
            raise DatelineError(f"{path}: {name} = {value!r} is no limit; known are {', '.join(sorted(known))}, 0 to 1")
    return Limits(**found)


def write_limits(limits: Limits, path: Path) -> None:
    """Leave the limits in a model's file."""
    rows = [f"{field.name} = {getattr(limits, field.name):.2f}" for field in fields(Limits)]
    path.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf8")


HEAD = """# The shares of belief from which a word is part of a trigger or fills a role, and from which spans belong
# together; chosen on reports held out from training (training/frames/limits.py).
"""
