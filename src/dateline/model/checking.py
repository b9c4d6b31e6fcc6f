"""What a model is: its files, its labels, its limits, and what it sees in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from dateline.errors import DatelineError
from dateline.model.calibration import FILE as CALIBRATION
from dateline.model.calibration import Calibration
from dateline.model.folder import FILES, file_of
from dateline.model.frames import Frames
from dateline.model.layout import LABELS, Layout
from dateline.model.limits import Limits
from dateline.model.network import Network
from dateline.record.model import ContactKind, ContactStatus, PloverEvent, Stance, Standing

SENTENCE = (
    "The French foreign minister met her Egyptian counterpart in Cairo on Monday and told reporters that France "
    "supports a ceasefire."
)
"""What a model is tried on."""

KNOWN: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(ContactKind),
    "status": get_args(ContactStatus),
    "stance": get_args(Stance),
    "event": get_args(PloverEvent),
    "standing": get_args(Standing),
}
"""The values that the record has a place for; modes and CAMEO codes are any."""


@dataclass(frozen=True)
class Checked:
    """A model that can be read with: its version, the bytes of its files, and all it is set to.

    ``seen`` is what it sees in `SENTENCE`.
    """

    version: str
    sizes: Mapping[str, int]
    layout: Layout
    limits: Limits
    calibration: Calibration
    seen: Frames


def check(folder: Path) -> Checked:
    """The model in a folder, looked at and tried. Raises `DatelineError`, with the file, where it cannot be used."""
    for name in FILES:
        file_of(folder, name)
    network = Network(folder)
    limits, calibration, layout = network.limits, network.calibration, network.layout
    for name, known in KNOWN.items():
        unknown = [value for value in layout.values[name] if value not in known]
        if unknown:
            raise DatelineError(
                f"{folder}/layout.json: {name}: the record has no place for {', '.join(unknown)}; "
                f"it knows {', '.join(known)}"
            )
    try:
        (seen,) = network.frames([("", SENTENCE)])
    except DatelineError:
        raise
    except Exception as error:  # graphs of another shape fail in as many ways as there are shapes
        told = str(error).strip()[:200]
        raise DatelineError(f"{folder}: the graphs do not fit each other or layout.json: {told}") from None
    there = [folder / name for name in (*FILES, CALIBRATION) if (folder / name).is_file()]
    return Checked(
        network.version, {path.name: path.stat().st_size for path in there}, layout, limits, calibration, seen
    )


__all__ = ["LABELS", "SENTENCE", "Checked", "check"]
