"""Who takes part: the parties that a noun phrase names."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Token

from dateline.reading.casting.cast import Standing
from dateline.reading.encounters.scene import Scene
from dateline.record import Actor, Role

Sort = Literal["person", "body", "state"]
FACTIONS = ("REB", "SEP", "INS", "UAF", "IMG")
"""CAMEO sectors of groups that are a party of their own: rebels, separatists, insurgents, armed forces of no state."""

MODIFIERS = ("amod", "compound", "nmod", "poss", "nummod")
EMPTY = ("the", "a", "an", "his", "her", "its", "their", "other", "senior", "top", "some", "several", "visiting")
QUANTITIES = ("member", "range", "number", "host", "variety", "series", "couple", "dozen", "score", "handful", "string")
MOST = 8
"""People that a list joined by "and" may have."""
HEADED = ("of", "state", "states", "and", "government", "governments")
"""What follows the heads of many states."""
SUBJECT = ("nsubj", "nsubjpass")
REPORTED = 4
"""How many steps up from a pronoun the verb of speech may stand whose speaker it is."""


@dataclass(frozen=True)
class Party:
    """One side or one of its people, as named at a place in the text."""

    name: str
    country: str | None
    sort: Sort
    actor: str | None = None
    role: Role = "principal"
    code: str | None = None
    """Whom it acts for, CAMEO style."""
    faction: str | None = None
    """The party or armed group it is, which talks for itself, not for its country."""
    named: bool = True
    """Whether it is named in full, not only described ("Turkish defence minister")."""

    @property
    def side(self) -> tuple[str | None, str]:
        """The party it acts for: a country or organisation, or a group in arms against its own."""
        in_arms = next((f for f in FACTIONS if self.code and self.code[3:6] == f), "")
        return self.country, self.faction or in_arms or ("" if self.country else self.name)

    @property
    def surname(self) -> str:
        """The last word of the name, folded: what later mentions use."""
        return self.name.split()[-1].casefold() if self.name else ""


def parties_at(scene: Scene, heads: Iterable[Token], alone: bool = False) -> tuple[Party, ...]:
    """The parties named by noun phrases, each once, in order; with those joined by "and", unless taken ``alone``."""
    found: dict[tuple[str, str | None], Party] = {}
    for head in heads:
        for token in [head] if alone else [*joined(head), *_beside(scene, head)]:
            for party in _parties(scene, _spoken_for(scene, token)):
                found.setdefault((party.actor or party.name.casefold(), party.country), party)
    return tuple(found.values())


def means_both(scene: Scene, heads: Iterable[Token]) -> bool:
    """Whether the words stand for parties already spoken of together: "they", "the two leaders", "both sides"."""
    return any(_is_pair(scene, head) for head in heads)


def both_at(scene: Scene, heads: Iterable[Token]) -> tuple[Party, ...]:
    """Those for whom "they", "the two leaders" or "both sides" most likely stands, going by who was named before."""
    standings = [s for head in heads if (s := scene.standings.get(head.i)) and len(s.actors) > 1]
    return tuple(p for standing in standings[:1] for p in _standing_for(scene, standing))


def joined(head: Token) -> list[Token]:
    """The head and all that "and" and commas join to it, in order."""
    found: list[Token] = []
    queue = [head]
    while queue and len(found) < 24:
        token = queue.pop(0)
        if token.lemma_ in QUANTITIES:  # "a range of officials"
            queue += [p for c in token.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"]
            continue
        found.append(token)
        queue += [child for child in token.children if child.dep_ == "conj" and not _is_past_the_end(token, child)]
        # "leaders of 40 states, including the premier of ..."
        queue += [p for c in token.children if c.lower_ == "including" for p in c.children if p.dep_ == "pobj"]
        # "Egypt, Pakistan discuss": headlines join parties by a comma, which is parsed as an apposition
        queue += [c for c in token.children if c.dep_ == "appos" and _joins(token, c)]
        # "with the top legislator Wu Bangguo and the premier Wen Jiabao": the second name is joined to the first
        queue += [j for c in token.children if c.dep_ == "appos" for j in c.children if _is_also(c, j)]
    return found


def _beside(scene: Scene, head: Token) -> list[Token]:
    """Those named right before or after with "and", whatever the parse: "Premier Ehud Ulman and Minister Amir Parets".

    A comma joins only in a list that ends in "and"; a subject is not joined to what another verb governs.
    """
    found: list[Token] = []
    here = scene.standings.get(head.i)
    listed = False
    while here is not None and here.start > 1 and len(found) < MOST:
        mark = scene.doc[here.start - 1]
        if mark.lower_ != "and" and not (listed and mark.text == ","):
            break
        before = scene.covering.get(mark.i - 1)
        if before is None or before.end != mark.i or not _may_join(scene, head, before):
            break
        found.append(scene.doc[before.head])
        here, listed = before, True
    return found + _listed_after(scene, head)


def _listed_after(scene: Scene, head: Token) -> list[Token]:
    """Those that follow in a list which ends in "and": "of the UN, the AU, the Arab League and the government"."""
    here, pending = scene.standings.get(head.i), list[Token]()
    while here is not None and here.end < len(scene.doc) - 1 and len(pending) < MOST:
        at = here.end
        last = scene.doc[at].lower_ == "and" or scene.doc[at + 1].lower_ == "and"
        if not last and scene.doc[at].text != ",":
            break
        while at < len(scene.doc) - 1 and (scene.doc[at].text == "," or scene.doc[at].lower_ in ("and", "the")):
            at += 1
        near = (scene.standings.get(i) for i in range(at, min(at + MOST, len(scene.doc))))
        here = next((s for s in near if s is not None and at - 1 <= s.start <= at), None)
        if here is None or not _may_follow(scene, head, here):
            break
        pending.append(scene.doc[here.head])
        if last:
            return pending
    return []


def _may_follow(scene: Scene, head: Token, other: Standing) -> bool:
    word = scene.doc[other.head]
    same = scene.standings[head.i].actors
    return word.dep_ not in SUBJECT and word.head.i >= head.i - MOST and not (same and same == other.actors)


def _may_join(scene: Scene, head: Token, other: Standing) -> bool:
    """Whether both are people, and neither is the subject of a clause of its own."""
    one = scene.standings[head.i]
    if not all(len(s.actors) == 1 and scene.actors[s.actors[0]].kind == "person" for s in (one, other)):
        return False
    word = scene.doc[other.head]
    return word.dep_ not in SUBJECT and (head.dep_ not in SUBJECT or word.dep_ in ("conj", "appos", "compound", "nmod"))


def _is_past_the_end(token: Token, conjunct: Token) -> bool:
    """ "After talks between A and B, C said": what a comma parts from a list that had its "and" is not of it."""
    before = [token] if token.dep_ == "conj" else [c for c in token.children if c.dep_ == "conj" and c.i < conjunct.i]
    ended = any(t.left_edge.i > 0 and t.left_edge.nbor(-1).lower_ == "and" for t in before)
    return ended and conjunct.left_edge.i > 0 and conjunct.left_edge.nbor(-1).text == ","


def _is_also(name: Token, conjunct: Token) -> bool:
    return conjunct.dep_ == "conj" and name.pos_ == conjunct.pos_ == "PROPN" and not _is_past_the_end(name, conjunct)


def _joins(token: Token, apposition: Token) -> bool:
    return token.ent_type_ == "GPE" and apposition.ent_type_ == "GPE"


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
        described = _described(scene, head) or _collective(scene, head)
        if described:
            return described
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
    name = _undetermined(standing.name)
    if len(name.split()) == 1:  # "officials" alone says nothing of whose
        name = f"{state(scene, standing.country).name} {name}"
    role: Role = "delegation" if name.split()[-1].endswith("s") or "delegation" in name else "principal"
    return [Party(name, standing.country, "body", role=role, code=standing.code, named=False)]


def state(scene: Scene, country: str) -> Party:
    """A state by the name the report gives it, or its own."""
    actor = next((a for a in scene.actors if a.kind == "government" and a.country == country), None)
    return of_actor(actor) if actor else Party(scene.states.get(country, country), country, "state", role="delegation")


def identified(party: Party, actors: Iterable[Actor]) -> Party:
    """The person a description means, where one in the report holds that office: "the Turkish foreign minister"."""
    if party.named or party.sort != "body":
        return party
    told = f" {party.name.lower()}"
    people = (a for a in actors if a.kind == "person" and a.country == party.country and a.office)
    holders = [a for a in people if told.endswith(f" {a.office}")]
    return of_actor(holders[0]) if len(holders) == 1 else party


def _undetermined(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0].lower() in EMPTY:
        words.pop(0)
    return " ".join(words)


def of_actor(actor: Actor) -> Party:
    """An actor as a party."""
    sort: Sort = "person" if actor.kind == "person" else "state" if actor.kind == "government" else "body"
    role: Role = "principal" if actor.kind in ("person", "office") else "delegation"
    faction = actor.id if actor.kind in ("party", "armed_group") else None
    return Party(actor.name, actor.country, sort, actor.id, role, actor.code, faction, actor.kind != "office")


def _described(scene: Scene, head: Token) -> list[Party]:
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


def _collective(scene: Scene, head: Token) -> list[Party]:
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


def shares_side(party: Party, parties: Iterable[Party]) -> bool:
    """Whether somebody among the parties is this one; a state or a body is there where one of its people is."""
    if party.sort == "person":
        return any(p.actor == party.actor and p.name == party.name for p in parties)
    return any(p.country == party.country for p in parties if p.country)


def with_role(party: Party, role: Role) -> Party:
    """The same party in another role."""
    return replace(party, role=role)
