"""How the model's outputs are laid out: which number stands for which tag, role and label."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import DatelineError
from dateline.model.frames import ROLES, FrameKind

IGNORED = -100
"""In training, the number of what counts neither for nor against."""

TAGS = ("cue", "source", "content", "contact", "topic", "position", "event")
"""What a word can be part of; each is tagged outside, begins, inside."""

TRIGGERS: Mapping[FrameKind, str] = {
    "attribution": "cue",
    "contact": "contact",
    "position": "position",
    "event": "event",
}
"""The tag of the trigger of each kind of frame; the order numbers the kinds."""

LABELS = ("kind", "status", "stance", "event", "mode", "cameo", "standing")
"""The sets of labels: a contact's kind and status, a position's stance, an event's PLOVER type, mode and CAMEO code,
and the standing of a topic."""

LABELS_OF: Mapping[FrameKind, tuple[str, ...]] = {
    "attribution": (),
    "contact": ("kind", "status"),
    "position": ("stance",),
    "event": ("event", "mode", "cameo"),
}

PAIRS = ("same", "topic")
"""What two spans can be to each other: triggers of one contact; a trigger and a topic of its contact."""

FILE = "layout.json"


def role_columns(kind: FrameKind | str, role: str) -> tuple[int, int]:
    """The numbers of the labels "begins" and "inside" of a role among those of its kind; 0 is no role."""
    at = ROLES[kind].index(role)  # type: ignore[index]
    return 2 * at + 1, 2 * at + 2


ROLE_LABELS = 1 + 2 * max(len(roles) for roles in ROLES.values())
"""How many labels a word can have to a trigger, whatever its kind."""


@dataclass(frozen=True)
class Layout:
    """The values of every set of labels, in the order of the model's outputs."""

    values: Mapping[str, tuple[str, ...]]

    @property
    def size(self) -> int:
        """How many outputs all sets take together."""
        return sum(len(self.values[name]) for name in LABELS)

    def columns(self, name: str) -> slice:
        """The outputs of one set."""
        start = 0
        for other in LABELS:
            if other == name:
                break
            start += len(self.values[other])
        return slice(start, start + len(self.values[name]))

    def number(self, name: str, value: str | None) -> int:
        """The number of a value in its set, else `IGNORED`; a CAMEO code that is not known counts as its root."""
        if value is None:
            return IGNORED
        values = self.values[name]
        if name == "cameo":
            value = next((v for v in (value, value[:3], value[:2] + "0") if v in values), value)
        return values.index(value) if value in values else IGNORED

    def write(self, folder: Path) -> None:
        """Leave the layout in a model's folder."""
        text = json.dumps({name: list(self.values[name]) for name in LABELS}, indent=1)
        (folder / FILE).write_text(text + "\n", encoding="utf8")


def read_layout(path: Path) -> Layout:
    """The layout in a model's file. Raises `DatelineError` for what is none."""
    try:
        found = json.loads(path.read_text(encoding="utf8"))
    except ValueError as error:
        raise DatelineError(f"{path}: {error}") from None
    lacking = [name for name in LABELS if not isinstance(found, dict) or not isinstance(found.get(name), list)]
    if lacking:
        raise DatelineError(f"{path}: a list of values is wanted for {', '.join(lacking)}")
    return Layout({name: tuple(found[name]) for name in LABELS})
