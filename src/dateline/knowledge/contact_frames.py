"""How reports tell of contacts: the trigger words and slots of `data/contact_frames.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from dateline.record import ContactKind, ContactStatus, Role


@dataclass(frozen=True)
class Frame:
    """One family of trigger words; the fields are explained at the head of the data file."""

    name: str
    kind: ContactKind
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    parties: tuple[str, ...] = ()
    visitor: tuple[str, ...] = ()
    goal: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset()
    not_with: frozenset[str] = frozenset()
    status: ContactStatus | None = None


@dataclass(frozen=True)
class ContactFrames:
    """The frames by trigger lemma, and the word lists that go with them."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    words: Mapping[str, frozenset[str]]
    """Word lists by name: ``party_nouns``, ``speech_verbs``, ..."""
    status: Mapping[str, ContactStatus]
    """Cue lemma (or ``verb particle``) -> the status it tells."""
    processes: Mapping[str, tuple[str, ...]]
    """What is said before "talks" of a process of several parties -> their countries."""
    hosting: Mapping[str, Role]
    """Verb of which an encounter is the object -> the role of who does it: "hosts", "mediates"."""
    sessions: Mapping[str, str]
    """Phrase in lower case -> the format of the session it names."""

    def list(self, name: str) -> frozenset[str]:
        """A word list. Raises ``KeyError`` where the data file has none of that name."""
        return self.words[name]


@cache
def load_contact_frames() -> ContactFrames:
    """The table shipped with the package."""
    text = (resources.files("dateline.knowledge") / "data" / "contact_frames.toml").read_text("utf8")
    table = tomllib.loads(text)
    frames = [_frame(row) for row in table["frame"]]
    return ContactFrames(
        verbs=_by_lemma(frames, "verbs"),
        nouns=_by_lemma(frames, "nouns"),
        words={name: frozenset(words) for name, words in table["words"].items()},
        status={cue: status for status, cues in table["status"].items() for cue in cues},
        processes={words: tuple(members) for words, members in table["processes"].items()},
        hosting={verb: role for role, verbs in table["hosting"].items() for verb in verbs},
        sessions={phrase: name for name, phrases in table["sessions"].items() for phrase in phrases},
    )


def _frame(row: Mapping[str, Any]) -> Frame:
    fields: dict[str, Any] = {key: frozenset(row.get(key, ())) for key in ("verbs", "nouns", "needs", "not_with")}
    fields |= {key: tuple(row.get(key, ())) for key in ("parties", "visitor", "goal", "topic")}
    return Frame(name=row["name"], kind=row["kind"], status=row.get("status"), **fields)


def _by_lemma(frames: list[Frame], field: str) -> dict[str, tuple[Frame, ...]]:
    table: dict[str, tuple[Frame, ...]] = {}
    for frame in frames:
        for lemma in getattr(frame, field):
            table[lemma] = (*table.get(lemma, ()), frame)
    return table
