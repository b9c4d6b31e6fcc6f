"""Data runs one way: nothing imports upward, and the repository's rooms keep their doors."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "dateline"

MAY_IMPORT = {
    "record": set(),
    "knowledge": {"record", "errors"},
    "intake": {"record", "errors", "knowledge"},
    "model": {"record", "errors"},
    "reading": {"record", "errors", "knowledge", "model"},
    "archive": {"record", "errors", "knowledge", "reading", "engine"},
    "export": {"record", "errors", "knowledge"},
    "web": {"record", "errors", "knowledge", "intake", "reading", "archive", "export", "read"},
    "engine": {"record", "errors", "reading", "knowledge"},
}


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_a_room_imports_only_from_the_rooms_below_it(room):
    wrong = [
        f"{path.relative_to(SOURCE)}: {name}"
        for path in (SOURCE / room).rglob("*.py")
        for name in imported(path)
        if name not in MAY_IMPORT[room] | {room, "__version__"}
    ]
    assert not wrong


def imported(path):
    """The rooms of ours that a module imports from."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module] if node.module != "dateline" else [f"dateline.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        yield from (name.split(".")[1] for name in names if name.startswith("dateline."))
