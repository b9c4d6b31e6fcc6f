"""Who takes part: the parties that a noun phrase names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Token

from dateline.reading.encounters.scene import Scene
from dateline.record import Actor, Role

Sort = Literal["person", "body", "state"]
MODIFIERS = ("amod", "compound", "nmod", "poss", "nummod")


@dataclass(frozen=True)
class Party:
    """One side or one of its people, as named at a place in the text."""

    name: str
    country: str | None
    sort: Sort
    actor: str | None = None
    role: Role = "principal"
    named: bool = True
    """Whether it is named in full, not only described ("Turkish defence minister")."""

    @property
    def surname(self) -> str:
        """The last word of the name, folded: what later mentions use."""
        return self.name.split()[-1].casefold() if self.name else ""


def parties_at(scene: Scene, heads: Iterable[Token]) -> tuple[Party, ...]:
    """The parties named by noun phrases, with those joined to them by "and"; each once, in order."""
    found: dict[tuple[str, str | None], Party] = {}
    for head in heads:
        for token in _joined(head):
            party = _party(scene, token)
            if party is not None:
                found.setdefault((party.actor or party.name.casefold(), party.country), party)
    return tuple(found.values())


def means_both(scene: Scene, heads: Iterable[Token]) -> bool:
    """Whether the words stand for parties already spoken of together: "they", "the two leaders", "both sides"."""
    return any(_is_pair(scene, head) for head in heads)


def _joined(head: Token) -> list[Token]:
    found, queue = [], [head]
    while queue and len(found) < 24:
        token = queue.pop(0)
        found.append(token)
        queue += [child for child in token.children if child.dep_ == "conj"]
        # "Egypt, Pakistan discuss": headlines join parties by a comma, which is parsed as an apposition
        queue += [c for c in token.children if c.dep_ == "appos" and _joins(token, c)]
    return found


def _joins(token: Token, apposition: Token) -> bool:
    return token.ent_type_ == "GPE" and apposition.ent_type_ == "GPE"


def _party(scene: Scene, head: Token) -> Party | None:
    actor = scene.actors.get(head.i)
    if actor is not None and actor.kind == "media":
        return None
    if actor is not None and actor.kind == "person":
        return of_actor(actor)
    for child in head.children:  # "his counterpart, Glafcos Clerides"; "counterpart Hu Jintao"
        if child.dep_ in ("appos", "compound"):
            named = scene.actors.get(child.i)
            if named is not None and named.kind == "person":
                return of_actor(named)
    if head.pos_ in ("NOUN", "PROPN") and head.lemma_.lower() in scene.words.list("party_nouns"):
        described = _described(scene, head)
        if described is not None:
            return described
    if actor is not None:
        return of_actor(actor)
    place = scene.places.get(head.i)
    if place is not None and place.country and head.pos_ == "PROPN":
        return Party(place.name, place.country, "state")
    return None


def of_actor(actor: Actor) -> Party:
    """An actor as a party."""
    sort: Sort = "person" if actor.kind == "person" else "state" if actor.kind == "government" else "body"
    role: Role = "principal" if sort == "person" else "delegation"
    return Party(actor.name, actor.country, sort, actor.id, role)


def _described(scene: Scene, head: Token) -> Party | None:
    """A party told by what it is: ``Montenegrin leaders``, ``the defence minister of Turkey``, ``Iraq's rebels``."""
    side: str | None = None
    words = [head]
    for child in head.lefts:
        if child.dep_ in MODIFIERS:
            words += list(child.subtree) if child.dep_ != "poss" else [t for t in child.subtree if t.tag_ != "PRP$"]
            side = side or next((scene.sides[t.i] for t in child.subtree if t.i in scene.sides), None)
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "from") and side is None:
            for target in child.children:
                if target.dep_ == "pobj" and target.i in scene.sides:
                    side = scene.sides[target.i]
                    words += [child, *(t for t in target.subtree if t.i <= target.i)]
    if side is None:
        return None
    words.sort(key=lambda t: t.i)
    while len(words) > 1 and (words[0].dep_ == "det" or words[0].lower_ in ("the", "a", "an", "other", "senior", "top")):
        words.pop(0)
    text = scene.doc[words[0].i : words[-1].i + 1].text
    role: Role = "delegation" if head.tag_ in ("NNS", "NNPS") or head.lemma_ in ("delegation", "team") else "principal"
    return Party(text, side, "body", role=role, named=False)


def _is_pair(scene: Scene, head: Token) -> bool:
    if head.lower_ in ("they", "them", "both", "their", "two"):
        return True
    if head.tag_ not in ("NNS", "NNPS") or head.lemma_.lower() not in scene.words.list("pair_nouns"):
        return False
    modifiers = [c for c in head.lefts]
    if any(t.i in scene.sides for m in modifiers for t in m.subtree):
        return False
    return any(m.lower_ in ("two", "both", "the", "these") for m in modifiers)


def with_role(party: Party, role: Role) -> Party:
    """The same party in another role."""
    return replace(party, role=role)
