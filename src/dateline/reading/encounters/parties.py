"""Who takes part: the parties that a noun phrase names."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.reading.casting.cast import Standing
from dateline.reading.encounters.described import EMPTY, collective, described, undetermined
from dateline.reading.encounters.listed import beside, joined
from dateline.reading.encounters.party import FACTIONS, Party, of_actor, state
from dateline.reading.encounters.scene import Scene
from dateline.record import Role

BACK = 60
"""How many tokens back the person may be named whom "he" means, where nothing else tells."""
REPORTED = 4
"""How many steps up from a pronoun the verb of speech may stand whose speaker it is."""


def parties_at(scene: Scene, heads: Iterable[Token], alone: bool = False) -> tuple[Party, ...]:
    """The parties named by noun phrases, each once, in order; with those joined by "and", unless taken ``alone``."""
    found: dict[tuple[str, str | None], Party] = {}
    for head in heads:
        for token in [head] if alone else [*joined(head), *beside(scene, head)]:
            for party in _parties(scene, _spoken_for(scene, token)):
                found.setdefault((party.actor or party.name.casefold(), party.country), party)
    return tuple(found.values())


def parties_in(scene: Scene, tokens: TokenSpan) -> tuple[Party, ...]:
    """The parties that any of the words name, where those of the whole phrase name none: people before states."""
    covering = (scene.covering.get(token.i) for token in tokens)
    inside = [s for s in dict.fromkeys(s for s in covering if s) if s.start >= tokens.start and s.end <= tokens.end]
    found = dict.fromkeys(p for standing in inside if len(standing.actors) < 2 for p in _standing_for(scene, standing))
    people = tuple(p for p in found if p.sort == "person")
    return people or tuple(found)


def last_person(scene: Scene, before: int) -> tuple[Party, ...]:
    """The person of a side who was last named before a token, not farther back than `BACK` tokens."""
    for i in range(before - 1, max(before - BACK, -1), -1):
        standing = scene.standings.get(i)
        if standing is not None and len(standing.actors) == 1 and scene.actors[standing.actors[0]].kind == "person":
            return tuple(_standing_for(scene, standing))
    return ()


def crowd(scene: Scene, tokens: TokenSpan) -> tuple[Party, ...]:
    """Many of no one country as one party: "world powers", "European leaders"; "the leaders" alone says nothing."""
    head = tokens.root
    if head.tag_ not in ("NNS", "NNPS") or head.lemma_.lower() not in scene.words.list("party_nouns"):
        return ()
    if not any(token.pos_ in ("ADJ", "NOUN", "PROPN") and token.lower_ not in EMPTY for token in head.children):
        return ()
    return (Party(undetermined(tokens.text), None, "body", role="delegation", named=False),)


def means_both(scene: Scene, heads: Iterable[Token]) -> bool:
    """Whether the words stand for parties already spoken of together: "they", "the two leaders", "both sides"."""
    return any(_is_pair(scene, head) for head in heads)


def both_at(scene: Scene, heads: Iterable[Token]) -> tuple[Party, ...]:
    """Those for whom "they", "the two leaders" or "both sides" most likely stands, going by who was named before."""
    standings = [s for head in heads if (s := scene.standings.get(head.i)) and len(s.actors) > 1]
    return tuple(p for standing in standings[:1] for p in _standing_for(scene, standing))


def _parties(scene: Scene, head: Token) -> list[Party]:
    standing = scene.standings.get(head.i) or scene.covering.get(head.i)
    if standing is not None and len(standing.actors) > 1:
        return []  # "they", "the two leaders": see `both_at`
    if _is_of_both(head):
        return []  # "the foreign ministers of the two countries"
    if standing is not None and any(scene.actors[n].kind == "person" for n in standing.actors):
        return _standing_for(scene, standing)
    for child in head.children:  # "his counterpart, Glafcos Clerides"; "counterpart Hu Jintao"
        if child.dep_ in ("appos", "compound") and (named := scene.standings.get(child.i)):
            people = [p for p in _standing_for(scene, named) if p.sort == "person"]
            if people:
                return people
    led = [p for c in _participles(scene, head) if c.lemma_ in ("lead", "head") for p in _agents(scene, c)]
    if led:  # "a delegation led by its chairman"
        return led
    word = head.lemma_.lower()
    word = word.removesuffix("s") if head.tag_ == "NNPS" else word  # the "Leaders" of a title keep their ending
    if head.pos_ in ("NOUN", "PROPN") and word in scene.words.list("party_nouns"):
        told = described(scene, head) or collective(scene, head)
        if told:
            return told
        owned = any(c.dep_ == "poss" or c.lower_ in ("of", "from") for c in head.children)
        armed = standing is not None and standing.code is not None and standing.code[3:6] in FACTIONS
        if standing is not None and head.tag_ in ("NNS", "NNPS") and not standing.actors and not owned and not armed:
            return []  # "the leaders", "officials": whose they are is only a guess
    if standing is not None and (standing.head == head.i or head.pos_ == "PROPN"):
        return _standing_for(scene, standing)
    place = scene.places.get(head.i)
    if place is not None and place.country and place.name in scene.state_names:
        return [Party(place.name, place.country, "state")]
    return []


def _spoken_for(scene: Scene, token: Token) -> Token:
    """The speaker for "it" and "he" in reported speech that nothing else resolves: "Iran said it was halting ..."."""
    if token.pos_ != "PRON" or token.i in scene.standings or token.lower_ not in ("he", "she", "it"):
        return token
    word = token
    for _ in range(REPORTED):
        if word.dep_ == "ccomp" and word.head.lemma_ in scene.words.list("speech_verbs"):
            return next((c for c in word.head.children if c.dep_ == "nsubj" and c != token), token)
        word = word.head
    return token


def _participles(scene: Scene, head: Token) -> list[Token]:
    """Those hung on the noun; of a delegation also on the last noun of its phrase: "a team of Fatah, led by X"."""
    hung = head.subtree if head.lemma_.lower() in scene.words.list("delegations") else head.children
    return [c for c in hung if c.dep_ == "acl"]


def _agents(scene: Scene, participle: Token) -> list[Party]:
    agents = (p for c in participle.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj")
    return [party for a in agents for p in joined(a) for party in _parties(scene, p) if party.sort == "person"]


def _standing_for(scene: Scene, standing: Standing) -> list[Party]:
    if standing.spoken is None and standing.country is not None:
        return []  # private people
    actors = [scene.actors[n] for n in standing.actors]
    if actors:
        return [of_actor(a) for a in actors if a.country and a.kind not in ("media", "organisation")]
    if standing.country is None:
        return []
    if standing.end - standing.start == 1 and not standing.mentioned:  # "a French visit"
        return [state(scene, standing.country)]
    name = undetermined(standing.name)
    if len(name.split()) == 1:  # "officials" alone says nothing of whose
        name = f"{state(scene, standing.country).name} {name}"
    role: Role = "delegation" if name.split()[-1].endswith("s") or "delegation" in name else "principal"
    return [Party(name, standing.country, "body", role=role, code=standing.code, named=False)]


def _is_pair(scene: Scene, head: Token) -> bool:
    if head.lower_ in ("they", "them", "both", "their", "two"):
        return True
    if head.tag_ not in ("NNS", "NNPS") or head.lemma_.lower() not in scene.words.list("pair_nouns"):
        return False
    modifiers = list(head.lefts)
    if any(t.i in scene.sides for m in modifiers for t in m.subtree):
        return False
    return any(m.lower_ in ("two", "both", "the", "these") for m in modifiers)


def _is_of_both(head: Token) -> bool:
    if head.tag_ not in ("NNS", "NNPS"):
        return False
    owners = [p for c in head.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
    owners += [c for c in head.children if c.dep_ == "poss"]
    return any(c.lower_ in ("two", "both") for o in owners for c in o.lefts)
