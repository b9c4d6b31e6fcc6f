"""Bodies that act: inter-governmental organisations, parties, armed groups, media."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.naming import words_of
from dateline.knowledge.tables import ALWAYS, Period, Row, table

COLUMNS = ("name", "code", "cameo", "kind", "country", "aliases", "members", "seat", "start", "end")


@dataclass(frozen=True)
class Organisation:
    """One body. ``code`` is what it is spoken for by (``UN``, ``AU``), ``country`` where a non-state group is based."""

    name: str
    code: str
    cameo: str
    kind: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    seat: str | None = None
    period: Period = ALWAYS
    where: str = field(default="", compare=False)


def load_organisations() -> tuple[Organisation, ...]:
    """Every row of ``organisations.csv``."""
    return tuple(_organisation(row) for row in table("organisations.csv", COLUMNS))


def media(organisations: Iterable[Organisation]) -> Lexicon[Organisation]:
    """The media among the bodies, by every name of theirs."""
    found: Lexicon[Organisation] = Lexicon()
    for body in organisations:
        if body.kind == "media":
            for name in (body.name, *body.aliases):
                found.add(name, body)
    return found


def kinds_of_bodies(organisations: Iterable[Organisation]) -> frozenset[str]:
    """The words that names of bodies end with again and again: ``party``, ``council``, ``front``, ``bank``.

    Alone, such a word is no name. A name's end counts as one where at least `_OFTEN` names of bodies (media aside) have
    it.
    """
    counts: Counter[str] = Counter()
    for body in organisations:
        if body.kind != "media":
            names = (words_of(name) for name in {body.name, *body.aliases})
            counts.update({words[-1] for words in names if len(words) > 1})
    return frozenset(word for word, count in counts.items() if count >= _OFTEN)


_OFTEN = 4


def _organisation(row: Row) -> Organisation:
    return Organisation(
        name=row["name"],
        code=row["code"],
        cameo=row["cameo"],
        kind=row["kind"],
        country=row["country"] or None,
        aliases=row.many("aliases"),
        members=row.many("members"),
        seat=row["seat"] or None,
        period=Period.parse(row["start"], row["end"]),
        where=row.where,
    )
