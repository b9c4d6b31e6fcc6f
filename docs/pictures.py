"""Make the pictures of the documentation from the examples: ``python docs/pictures.py``."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console

import dateline
from dateline.export.readout import Readout

HERE = Path(__file__).parent


def main() -> None:
    """Write ``readout.svg``: what ``dateline read examples/helsinki.txt`` shows on a terminal."""
    record = dateline.read((HERE.parent / "examples" / "helsinki.txt").read_text(encoding="utf-8"))
    readout = Readout(io.StringIO())
    readout.console = Console(record=True, file=io.StringIO(), width=104, highlight=False, force_terminal=True)
    readout.show(record.model_copy(update={"times": (), "actors": record.actors[:6]}))
    picture = readout.console.export_svg(title="dateline read examples/helsinki.txt")
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)  # no fonts from outside
    (HERE / "readout.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
