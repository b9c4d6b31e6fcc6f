"""The parts of a contact: tete-a-tete, delegations, dinner, press conference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from dateline.reading.encounters.encounter import Encounter
from dateline.reading.encounters.mention import Mention
from dateline.reading.encounters.parties import means_both, parties_at
from dateline.reading.encounters.scene import Scene
from dateline.reading.stances.subjects import shared_subject
from dateline.record import Session

WIDEST = 6
"""Tokens the longest phrase of the table may have."""


def read_sessions(scenes: Sequence[Scene], encounters: Sequence[Encounter]) -> dict[int, tuple[Session, ...]]:
    """The sessions of each encounter, by its place in the sequence, in the order told; each format once."""
    found: dict[int, dict[str, Session]] = {}
    for scene in scenes:
        told = [(m, n) for n, e in enumerate(encounters) for m in e.mentions if m.scene is scene]
        for name, first, last in named(scene, scene.words.sessions):
            n = _belongs(first, told)
            if n is not None:
                session = _session(scene, name, first, last, encounters[n])
                found.setdefault(n, {}).setdefault(name, session)
    return {n: tuple(sessions.values()) for n, sessions in found.items()}


def named(scene: Scene, formats: Mapping[str, str]) -> Iterator[tuple[str, Token, Token]]:
    """Format, first and last token of every phrase of the table, the longest first."""
    doc, i = scene.doc, 0
    while i < len(doc):
        words = [t.lower_ for t in doc[i : i + WIDEST]]
        for n in range(len(words), 0, -1):
            name = formats.get(" ".join(words[:n]))
            if name is not None:
                yield name, doc[i], doc[i + n - 1]
                i += n - 1
                break
        i += 1


def _belongs(token: Token, told: Sequence[tuple[Mention, int]]) -> int | None:
    """The encounter told of in the same sentence."""
    near = [(abs(m.trigger.i - token.i), n) for m, n in told if m.sentence.start <= token.i < m.sentence.end]
    return min(near)[1] if near else None


def _session(scene: Scene, name: str, first: Token, last: Token, encounter: Encounter) -> Session:
    verb = last
    while verb.head != verb and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    subject = shared_subject(verb)
    heads = [subject] if subject is not None else []
    named = tuple(p.name for p in parties_at(scene, heads))
    people = tuple(p.name for p in encounter.participants) if means_both(scene, heads) or not named else named
    return Session(format=name, when=_when(scene, last), participants=people)


def _when(scene: Scene, token: Token) -> str | None:
    """The time told right after: "in the middle of the day", "on Friday evening"."""
    for i in range(token.i + 1, token.i + WIDEST + 1):
        if i in scene.timed:
            return scene.times[scene.timed[i]][2].text
        if i >= len(scene.doc) or scene.doc[i].is_punct:
            break
    return None
