"""``dateline model check``: what a model is, and whether reports can be read with it."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import get_args

from dateline.errors import UsageError
from dateline.model.folder import WEIGHTS

MANY = 12
"""Values of a label set that are listed; of more, the first and how many there are."""


def check_model(folder: Path | None) -> int:
    """Print what a model is and what it sees in a sentence; 0 where reports can be read with it.

    Raises `UsageError` where there is no such folder, `DatelineError` for a model that cannot be read with.
    """
    from dateline.model.calibration import Curve, Sort
    from dateline.model.checking import LABELS, SENTENCE, check

    folder = folder or WEIGHTS
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder")
    found = check(folder)
    print(f"model {found.version} in {folder}")
    total = sum(found.sizes.values())
    _section("files", {name: f"{size / 1e6:.2f} MB" for name, size in found.sizes.items()})
    print(f"  {total / 1e6:.1f} MB in all")
    _section("labels", {name: _listed(found.layout.values[name]) for name in LABELS})
    limits = {field.name: f"{getattr(found.limits, field.name):.2f}" for field in fields(found.limits)}
    _section("limits", {"from which something counts": ", ".join(f"{name} {value}" for name, value in limits.items())})
    curves = {sort: found.calibration.curves.get(sort, Curve()) for sort in get_args(Sort)}
    told = [f"{sort} {curve.slope:.2f} x {curve.intercept:+.2f}" for sort, curve in curves.items()]
    _section("confidence", {"slope and intercept": ", ".join(told) if found.calibration.curves else "raw scores"})
    print(f"read: {SENTENCE}")
    for sort in ("contacts", "positions", "events"):
        for frame in getattr(found.seen, sort):
            labels = " ".join(filter(None, frame.labels.values()))
            print(f"  {frame.kind} {frame.score:.2f} {labels}: {SENTENCE[frame.trigger.start : frame.trigger.end]}")
    for said in found.seen.attributions:
        print(f"  attribution {said.score:.2f}: {' '.join(SENTENCE[span.start : span.end] for span in said.cue)}")
    return 0


def _section(name: str, rows: dict[str, str]) -> None:
    print(name)
    width = max(map(len, rows))
    for key, value in rows.items():
        print(f"  {key:{width}}  {value}")


def _listed(values: tuple[str, ...]) -> str:
    shown = [value or "none" for value in values[:MANY]]
    return ", ".join(shown) + (f" and {len(values) - MANY} more" if len(values) > MANY else "")
