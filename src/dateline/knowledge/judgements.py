"""The words by which a contact or a relation is judged."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True)
class Judgements:
    """Lemmas of ``assessment_words.csv`` by what they do.

    ``perceived`` verbs that tell how something is taken ("seen as"), ``judges`` who judges without a name ("analysts"),
    ``verdicts`` nouns that say what something amounts to ("a sign of"), ``amounts`` the verbs that join them to it
    ("was", "marks"), ``thoughts`` how judges judge without speaking ("analysts believe"), ``matters`` what can be
    judged here, ``bonds`` what one side is to another ("an ally of"), which is said of the sides themselves.
    """

    perceived: frozenset[str]
    judges: frozenset[str]
    verdicts: frozenset[str]
    amounts: frozenset[str]
    thoughts: frozenset[str]
    matters: frozenset[str]
    bonds: frozenset[str]


def load_judgements() -> Judgements:
    """The table, written for Dateline."""
    text = files("dateline.knowledge").joinpath("data", "assessment_words.csv").read_text(encoding="utf8")
    words: dict[str, set[str]] = {}
    for row in csv.DictReader(text.splitlines()):
        words.setdefault(row["kind"], set()).add(row["lemma"])
    return Judgements(
        perceived=frozenset(words["perceived"]),
        judges=frozenset(words["judge"]),
        verdicts=frozenset(words["verdict"]),
        amounts=frozenset(words["amounts"]),
        thoughts=frozenset(words["thought"]),
        matters=frozenset(words["matter"]),
        bonds=frozenset(words["bond"]),
    )
