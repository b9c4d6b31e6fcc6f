"""The words that report speech and thought, and what they take as their content."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal, cast

from dateline.record.model import Act

Kind = Literal["verb", "noun"]


@dataclass(frozen=True)
class Cue:
    """A reporting word and the complements that can be its content.

    ``that`` a clause, ``quote`` a quotation, ``to`` an infinitive, ``ing`` a gerund, ``np`` an object, ``named`` an
    object that is called something ("called it a crime"), ``whom`` an object that needs a further complement ("urged
    them to leave"), ``addressee`` an object that is the hearer and no part of the content ("told reporters"), ``@for``
    what the preposition governs.
    """

    lemma: str
    kind: Kind
    act: Act
    complements: frozenset[str]

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions that lead into the content."""
        return frozenset(c[1:] for c in self.complements if c.startswith("@"))


@dataclass(frozen=True)
class Reporting:
    """Reporting words by lemma; those that close a sentence (", X reported"); nouns for media and for documents."""

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    closing: frozenset[str]
    media: frozenset[str]
    documents: frozenset[str]
    sides: frozenset[str]
    """Nouns for those who met, told together: "the two leaders agreed"."""
    titles: frozenset[str]
    """Words by which a transcript gives somebody the floor: "MR. PRICE:", "MODERATOR:"."""


def load_reporting() -> Reporting:
    """The tables ``reporting_cues.csv`` and ``speech_words.csv``, written for Dateline."""
    cues = [
        Cue(row["lemma"], cast(Kind, row["pos"]), cast(Act, row["act"]), frozenset(row["complements"].split()))
        for row in _rows("reporting_cues.csv")
    ]
    nouns = _rows("speech_words.csv")
    return Reporting(
        verbs={cue.lemma: cue for cue in cues if cue.kind == "verb"},
        nouns={cue.lemma: cue for cue in cues if cue.kind == "noun"},
        closing=frozenset(row["lemma"] for row in nouns if row["kind"] == "closing"),
        media=frozenset(row["lemma"] for row in nouns if row["kind"] == "medium"),
        documents=frozenset(row["lemma"] for row in nouns if row["kind"] == "document"),
        sides=frozenset(row["lemma"] for row in nouns if row["kind"] == "side"),
        titles=frozenset(row["lemma"] for row in nouns if row["kind"] == "title"),
    )


def _rows(name: str) -> list[dict[str, str]]:
    text = files("dateline.knowledge").joinpath("data", name).read_text(encoding="utf8")
    return list(csv.DictReader(text.splitlines()))
