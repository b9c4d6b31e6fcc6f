"""Texts that are no reports, though they are texts: programs, settings, notes, tables of other things."""

from __future__ import annotations

import re
from pathlib import Path

from dateline.intake.decoding import Unreadable
from dateline.intake.sources import Source

CODE_NAMES = {
    "py": "a Python program", "js": "a JavaScript program", "ts": "a TypeScript program", "java": "a Java program",
    "c": "a C program", "h": "a C header", "cpp": "a C++ program", "rs": "a Rust program", "go": "a Go program",
    "sh": "a shell script", "rb": "a Ruby program", "php": "a PHP program", "css": "a style sheet", "sql": "SQL",
    "toml": "a settings file", "ini": "a settings file", "cfg": "a settings file", "yaml": "a settings file",
    "yml": "a settings file", "lock": "a lock file", "log": "a log", "ics": "a calendar", "vcf": "address cards",
    "svg": "a drawing", "tex": "a TeX source", "bib": "a bibliography", "ipynb": "a notebook of programs",
}  # fmt: skip
"""Endings of names whose files are no reports."""

CODE_LINE = re.compile(
    r"^\s*(?:(?:from\s+[\w.]+\s+)?import\s+[\w.{*]|def \w+\(|class \w+[:(]|return\b.*[;)\w]$|#include\b|function \w*\("
    r"|(?:const|let|var) \w+ ?=|public |private |(?:if|for|while) .*[:{]$|else\s*[:{]$|[}\])]+[;,]?$|@\w+"
    r"|\w+(?:\.\w+)*\(.*\)[;:]?$|[\w.\[\]\"']+ ?[+-]?= ?.+|<\?php|#!/)"
)
"""A line of a program."""
CODE_SHARE = 0.5
LIST_LINE = re.compile(r"^\s*(?:[-*+]|\d+[.)]|\[[ xX]\]|#{1,6})\s")
ENOUGH = 3
"""Lines below which nothing is said of what they are."""


def refuse(source: Source) -> None:
    """Raise `Unreadable`, saying what it is, for a program, settings, notes or a table of other things."""
    ending = Path(source.name.removesuffix(".gz")).suffix.lower().lstrip(".")
    if ending in CODE_NAMES:
        raise Unreadable(f"no report but {CODE_NAMES[ending]}")
    lines = [line for line in source.head.splitlines() if line.strip()][:200]
    if len(lines) < ENOUGH:
        if len(lines) == 1 and lines[0].startswith("# "):
            raise Unreadable("no report but a note")
        return
    if sum(bool(CODE_LINE.match(line)) for line in lines) > CODE_SHARE * len(lines):
        raise Unreadable("no report but a program or its settings")
    if (delimiter := _table(lines)) is not None:
        raise Unreadable(
            f"a table without a column of texts (its columns: {' | '.join(lines[0].split(delimiter))[:120]})"
        )
    if lines[0].startswith("# ") and sum(bool(LIST_LINE.match(line)) for line in lines) > 0.5 * len(lines):
        raise Unreadable("no report but notes")


def _table(lines: list[str]) -> str | None:
    """What parts the cells where every line has as many short ones."""
    for delimiter in ",;\t|":
        counts = {line.count(delimiter) for line in lines}
        if (
            len(counts) == 1
            and counts != {0}
            and all(len(c.split()) <= 5 for line in lines for c in line.split(delimiter))
        ):
            return delimiter
    return None
