"""The words by which a party takes a stance, and where the issue stands."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

from dateline.record.model import Stance


@dataclass(frozen=True)
class StanceFrame:
    """One row of ``stance_frames.csv``.

    ``trigger`` one or more lemmas in a row; ``pos`` the part of speech of the first (``MODAL`` an auxiliary, ``MARK`` a
    conjunction, ``PROVISO`` one that makes what it hangs on conditional). ``where`` the frame holds: in ``any`` words;
    in words ``said``; as the ``commitment`` of an offer ("pledged to *support*" supports, "pledged to *train*" offers);
    as the ``goodwill`` of an offer or a demand ("should *deepen* their cooperation" supports); as the ``contact``
    demanded ("called for *talks*" supports); as what is ``alleged`` ("rejected the *charge*" denies). ``stance`` and
    ``negated`` what it says, plain and negated (``None``: nothing). ``issue`` where the issue stands, first found
    first: ``object``, ``to`` an infinitive, ``doing`` a gerund, ``others`` what others are to do ("wanted them to
    *leave*"), ``clause``, ``subject``, ``self`` the clause of the trigger, ``@for`` what the preposition governs.
    ``unless`` lemmas heading an issue that make it none ("declined to *comment*").
    """

    trigger: tuple[str, ...]
    pos: str
    where: str
    stance: Stance | None
    negated: Stance | None
    issue: tuple[str, ...]
    unless: frozenset[str]

    def __str__(self) -> str:
        return f"{' '.join(self.trigger)} ({self.pos}, {self.where}: {self.stance or '-'}, not: {self.negated or '-'})"


def load_stances() -> Mapping[str, tuple[StanceFrame, ...]]:
    """The frames by the first word of their trigger, longest trigger first."""
    text = files("dateline.knowledge").joinpath("data", "stance_frames.csv").read_text(encoding="utf8")
    frames: dict[str, list[StanceFrame]] = {}
    for row in csv.DictReader(text.splitlines()):
        frame = StanceFrame(
            trigger=tuple(row["trigger"].split()),
            pos=row["pos"],
            where=row["where"],
            stance=cast(Stance, row["stance"]) if row["stance"] else None,
            negated=cast(Stance, row["negated"]) if row["negated"] else None,
            issue=tuple(row["issue"].split()),
            unless=frozenset(row["unless"].split()),
        )
        frames.setdefault(frame.trigger[0], []).append(frame)
    return {first: tuple(sorted(found, key=lambda f: -len(f.trigger))) for first, found in frames.items()}
