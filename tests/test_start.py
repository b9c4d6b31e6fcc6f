"""A command loads what it needs and no more: it starts at once."""

import subprocess
import sys

import pytest

HEAVY = ("sqlalchemy", "spacy", "onnxruntime", "fastapi", "pyarrow")

AFTER = "import sys; print(*(name for name in {heavy!r} if name in sys.modules))"


@pytest.mark.parametrize(
    ("module", "does"),
    [
        ("dateline", "every use of the package"),
        ("dateline.cli", "--help of every command"),
        ("dateline.commands.export", "export"),
        ("dateline.commands.read", "read, before the first report"),
        ("dateline.record.schema", "schema"),
        ("dateline.commands.actors", "actors find and check"),
    ],
)
def test_a_command_starts_without_the_libraries_of_others(module: str, does: str) -> None:
    code = f"import {module}\n" + AFTER.format(heavy=HEAVY)
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.split() == [], does
