"""What verbs and nouns do in the world: acts, the words that change what an act counts as, and their codes.

The tables stand in ``data/events``; each says in its head what its columns mean. Codes are CAMEO's (Schrodt, CAMEO
codebook 1.1b3); their PLOVER events, modes and contexts follow the PLOVER manual (OEDA, 2021 draft, names of 2023).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.knowledge.tables import table

ANY = "*"


@dataclass(frozen=True)
class Act:
    """One thing a verb does: under which condition, its code, and where the recipient stands."""

    condition: str
    cameo: str
    patient: tuple[str, ...]
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True)
class NounAct:
    """The act a noun names by itself (``attack``, ``talks``)."""

    cameo: str
    patient: tuple[str, ...]
    agent: tuple[str, ...]


@dataclass(frozen=True)
class Operator:
    """A word that changes what the act under it counts as (``agree to``, ``refuse to``, ``stop``), and when."""

    condition: str
    kind: str
    cameo: str
    patient: tuple[str, ...]


@dataclass(frozen=True)
class Coding:
    """What a CAMEO code is in PLOVER, with Goldstein's score (-10 to 10) and the quad class (1 to 4)."""

    event: str
    mode: str | None
    contexts: tuple[str, ...]
    goldstein: float
    quad: int


@dataclass(frozen=True)
class Actions:
    """The tables of ``data/events``."""

    acts: Mapping[str, tuple[Act, ...]] = field(repr=False)
    classes: Mapping[str, frozenset[str]] = field(repr=False)
    nouns: Mapping[str, NounAct] = field(repr=False)
    operators: Mapping[str, tuple[Operator, ...]] = field(repr=False)
    compositions: Mapping[str, Mapping[str, str]] = field(repr=False)
    codings: Mapping[str, Coding] = field(repr=False)
    contacts: Mapping[tuple[str, str], str] = field(repr=False)

    def composed(self, kind: str, cameo: str) -> str | None:
        """The code of an act under an operator (``intent`` over aid: a pledge), ``None`` where it counts as nothing."""
        results = self.compositions.get(kind, {})
        return next((results[key] or None for key in (*_prefixes(cameo), ANY) if key in results), None)

    def coding(self, cameo: str) -> Coding:
        """What a code is in PLOVER; a code without a row takes that of its longest prefix."""
        return next(self.codings[key] for key in _prefixes(cameo) if key in self.codings)

    def contact_code(self, kind: str, status: str) -> str | None:
        """The code of the event that a contact of a kind and status is."""
        return self.contacts.get((kind, status)) or self.contacts.get((ANY, status)) or None


def load_actions() -> Actions:
    """The tables shipped with the package."""
    acts: dict[str, list[Act]] = {}
    for row in table("events/acts.csv", ("verbs", "with", "cameo", "patient", "contexts")):
        act = Act(row["with"], row["cameo"], tuple(row["patient"].replace("-", "").split()), row.many("contexts"))
        for verb in row.many("verbs"):
            acts.setdefault(verb, []).append(act)
    classes: dict[str, set[str]] = {}
    nouns: dict[str, NounAct] = {}
    for row in table("events/nouns.csv", ("class", "nouns", "cameo", "patient", "agent")):
        for noun in row.many("nouns"):
            classes.setdefault(noun, set()).add(row["class"])
            if row["cameo"]:
                nouns.setdefault(
                    noun, NounAct(row["cameo"], tuple(row["patient"].split()), tuple(row["agent"].split()))
                )
    operators: dict[str, list[Operator]] = {}
    for row in table("events/operators.csv", ("words", "with", "kind", "cameo", "patient")):
        operator = Operator(row["with"], row["kind"], row["cameo"], tuple(row["patient"].split()))
        for word in row.many("words"):
            operators.setdefault(word, []).append(operator)
    compositions: dict[str, dict[str, str]] = {}
    for row in table("events/compositions.csv", ("kind", "act", "cameo")):
        compositions.setdefault(row["kind"], {})[row["act"]] = row["cameo"]
    return Actions(
        acts={verb: tuple(rows) for verb, rows in acts.items()},
        classes={noun: frozenset(names) for noun, names in classes.items()},
        nouns=nouns,
        operators={word: tuple(rows) for word, rows in operators.items()},
        compositions=compositions,
        codings={
            row["cameo"]: Coding(
                row["event"], row["mode"] or None, row.many("contexts"), float(row["goldstein"]), int(row["quad"])
            )
            for row in table("events/cameo.csv", ("cameo", "event", "mode", "contexts", "goldstein", "quad"))
        },
        contacts={
            (row["kind"], row["status"]): row["cameo"]
            for row in table("events/contacts.csv", ("kind", "status", "cameo"))
        },
    )


def _prefixes(cameo: str) -> list[str]:
    """A code and the codes above it, nearest first: ``0311`` -> 0311, 031, 03."""
    return [cameo[:n] for n in range(len(cameo), 1, -1)]
