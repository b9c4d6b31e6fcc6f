"""Users' own knowledge of actors: Phoenix/PETRARCH dictionaries, FollowTheMoney JSON lines, CSV tables.

A file is read line by line. What cannot be used is set aside with its line and reason; it never stops the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from dateline.errors import SetAside, UsageError
from dateline.knowledge.offices import Tenure
from dateline.knowledge.organisations import Organisation
from dateline.knowledge.own.followthemoney import read_entities
from dateline.knowledge.own.phoenix import read_dictionary
from dateline.knowledge.own.sheet import read_sheet
from dateline.knowledge.roles import Role

__all__ = ["OwnActors", "read_own"]


@dataclass(frozen=True)
class OwnActors:
    """What users' files hold: people with their offices, bodies, roles, and what was set aside."""

    tenures: tuple[Tenure, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    roles: tuple[Role, ...] = ()
    aside: tuple[SetAside, ...] = ()


def read_own(paths: Iterable[str | Path]) -> OwnActors:
    """The actors of several files, each in a format told by its content.

    Raises `UsageError` where a file is not there or is not text.
    """
    found: list[Tenure | Organisation | Role | SetAside] = []
    for path in map(Path, paths):
        try:
            with path.open(encoding="utf-8") as lines:
                found.extend(_entries(lines, path.name))
        except OSError as error:
            raise UsageError(f"{path}: cannot be read: {error.strerror}") from None
        except UnicodeDecodeError:
            raise UsageError(f"{path}: not UTF-8 text: convert it, or see docs/actors.md for the formats") from None
    return OwnActors(
        tuple(f for f in found if isinstance(f, Tenure)),
        tuple(f for f in found if isinstance(f, Organisation)),
        tuple(f for f in found if isinstance(f, Role)),
        tuple(f for f in found if isinstance(f, SetAside)),
    )


def _entries(lines: Iterator[str], name: str) -> Iterator[Tenure | Organisation | Role | SetAside]:
    numbered = enumerate(lines, 1)
    for number, line in numbered:
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        whole = chain([(number, line)], numbered)
        if text.startswith("{"):
            return read_entities(whole, name)
        if "," in text and "name" in text.lower().split(","):
            return read_sheet(whole, name)
        return read_dictionary(whole, name)
    return iter(())
