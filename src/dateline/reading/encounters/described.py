"""Parties told by what they are: "Montenegrin leaders", "48 African countries"."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Token

from dateline.reading.encounters.listed import joined
from dateline.reading.encounters.party import Party, of_actor
from dateline.reading.encounters.scene import Scene
from dateline.record import Role

MODIFIERS = ("amod", "compound", "nmod", "poss", "nummod")
EMPTY = ("the", "a", "an", "his", "her", "its", "their", "other", "senior", "top", "some", "several", "visiting")
HEADED = ("of", "state", "states", "and", "government", "governments")
"""What follows the heads of many states."""


def described(scene: Scene, head: Token) -> list[Party]:
    """Parties told by what they are: ``Montenegrin leaders``, ``the leaders of Iran and Iraq``, ``Iraq's rebels``."""
    plural = head.tag_ in ("NNS", "NNPS")
    words, sides = [head], [t for c in head.lefts if c.dep_ in MODIFIERS for t in c.subtree if t.i in scene.sides]
    for child in head.lefts:
        if child.dep_ in MODIFIERS:
            words += [t for t in child.subtree if t.tag_ != "PRP$"]
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "from") and not sides:
            targets = [j for t in child.children if t.dep_ == "pobj" for j in joined(t) if j.i in scene.sides]
            sides += targets
            if targets:
                words += [child, *(t for t in targets[0].subtree if t.i <= targets[0].i)]
    codes = dict.fromkeys(scene.sides[t.i] for t in sides)
    if not codes:
        return []
    role: Role = "delegation" if plural or head.lemma_.lower() in scene.words.list("sitting") else "principal"
    if plural and len(codes) > 1:  # one for each: "the Chinese and Japanese foreign ministers"
        first = {scene.sides[t.i]: t for t in reversed(sides)}
        return [Party(_name_of_one(scene, head, first[c]), c, "body", role=role, named=False) for c in codes]
    words.sort(key=lambda t: t.i)
    while len(words) > 1 and (words[0].dep_ == "det" or words[0].lower_ in EMPTY or words[0].i in scene.timed):
        words.pop(0)
    if not plural and (named := _named_after(scene, words[-1].i + 1, codes)):
        return named
    text = scene.doc[words[0].i : words[-1].i + 1].text
    standing = scene.standings.get(head.i)
    code = standing.code if standing is not None and standing.country in codes else None
    return [Party(text, next(iter(codes)), "body", role=role, code=code, named=False)]


def _named_after(scene: Scene, i: int, codes: Container[str | None]) -> list[Party]:
    """The person whose name follows a description: "leader of the Front (FLT) Karim Talab"."""
    doc = scene.doc
    if i + 2 < len(doc) and doc[i].text == "(":
        i = next((j + 1 for j in range(i + 1, min(i + 4, len(doc) - 1)) if doc[j].text == ")"), i)
    standing = scene.covering.get(i)
    if standing is None or standing.start != i or not standing.actors:
        return []
    people = [of_actor(scene.actors[n]) for n in standing.actors if scene.actors[n].kind == "person"]
    return [p for p in people if p.country in codes or p.country is None][:1]


def _name_of_one(scene: Scene, head: Token, side: Token) -> str:
    """ "Chinese foreign minister" in "the Chinese and Japanese foreign ministers"; the state in "leaders of Iran".

    Of offices each side has one; of "Chinese and Japanese experts" several.
    """
    if side.i > head.i or (side.pos_ == "PROPN" and side.ent_type_ == "GPE"):
        return _name_at(scene, side)
    covering = scene.covering.get(side.i)
    first, end = (covering.start, covering.end) if covering and covering.end <= head.i else (side.i, side.i + 1)
    titles = [c.text for c in head.lefts if c.i > side.i and c.dep_ in MODIFIERS and c.i not in scene.sides]
    one = head.lemma_.lower() in scene.words.list("single_offices")
    noun = head.text if not one else head.lemma_ if head.text.islower() else head.text.removesuffix("s")
    return " ".join([scene.doc[first:end].text, *titles, noun])


def _name_at(scene: Scene, token: Token) -> str:
    standing = scene.covering.get(token.i)
    named = scene.actors[standing.actors[0]] if standing and standing.actors else scene.places.get(token.i)
    return named.name if named is not None else token.text


def collective(scene: Scene, head: Token) -> list[Party]:
    """Many states as one party of no country: "48 African countries", "Latin American leaders"."""
    if head.tag_ not in ("NNS", "NNPS"):
        return []
    before = [t for c in head.lefts if c.dep_ in MODIFIERS for t in c.subtree]
    if not any(t.text in scene.words.list("regions") for t in before):
        return []
    words = [t for t in before if t.dep_ != "det" and t.lower_ not in EMPTY]
    end = head.i + 1
    while end < len(scene.doc) and scene.doc[end].lower_ in HEADED:  # "African heads of state and government"
        end += 1
    text = scene.doc[min(t.i for t in words) : end].text
    return [Party(text, None, "body", role="delegation", named=False)]


def undetermined(name: str) -> str:
    """The name without the words before it that say nothing of whose: "the visiting officials"."""
    words = name.split()
    while len(words) > 1 and words[0].lower() in EMPTY:
        words.pop(0)
    return " ".join(words)
