"""What is told to be a topic: the phrases that the cues of the table point at, each with its standing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge.agenda_cues import Cue, load_agenda_cues
from dateline.reading.encounters.parties import means_both, parties_at
from dateline.reading.encounters.scene import Scene
from dateline.reading.encounters.slots import fillers
from dateline.reading.topic_phrases import phrases
from dateline.reading.topic_standing import is_purpose, told_standing
from dateline.record import Standing

REACH = 16
"""How many tokens on from a noun its topic is looked for, past those who talk."""

NESTED = 12
"""How many topics back one is looked for within which another stands."""


@dataclass(frozen=True)
class Topic:
    """A phrase that says what a contact is about, and the word that makes it one."""

    phrase: TokenSpan
    standing: Standing
    trigger: Token
    cue: Cue
    coming: bool
    """Whether the words themselves set it in the future: "will discuss"."""


def find_topics(scene: Scene) -> list[Topic]:
    """The topics of one part, in order. Of a topic within a topic only one stays: the inner one of what is said."""
    found: list[Topic] = []
    aims: list[Topic] = []
    spoken_of: set[Cue] = set()
    for topic in _told(scene):
        itself = topic.cue if topic.trigger in topic.phrase and topic.trigger.pos_ == "NOUN" else None
        if itself in spoken_of:
            continue  # "relations with Japan" once more
        mine = aims if topic.cue.told == "purpose" else found
        over = next(
            (i for i in range(len(mine) - 1, max(len(mine) - NESTED, 0) - 1, -1) if _holds(mine[i], topic)), None
        )
        if over is None:
            mine.append(topic)
            spoken_of |= {itself} if itself else set()
        elif mine[over].cue.told == topic.cue.told == "spoken" and topic.trigger.pos_ == "VERB":
            mine[over] = topic
    return sorted(found + aims, key=lambda t: t.trigger.i)


def _holds(outer: Topic, inner: Topic) -> bool:
    return outer.phrase.start <= inner.trigger.i < outer.phrase.end


def _told(scene: Scene) -> Iterator[Topic]:
    table = load_agenda_cues()
    for token in scene.doc:
        pos = _class(token)
        for cue in table.cues.get((pos, token.lemma_.lower()), ()) if pos else ():
            if (cue.beside and not _beside(token, cue)) or (cue.told == "purpose" and not is_purpose(token)):
                continue
            if (cue.both and not _by_both(scene, token)) or (cue.by and not _is_by(token, cue)):
                continue
            heads = [h for h in _heads(token, cue) if _is_topic(scene, h, cue)]
            found = [p for h in heads for p in phrases(h, token, table.phrases, said=cue.told == "spoken")]
            found = [_trimmed(scene, p) for p in found if not _is_named(scene, p, cue)]
            told = told_standing(scene, token, cue) if found else None
            if told is not None:
                standing, coming = told
                yield from (Topic(phrase, standing, token, cue, coming) for phrase in found)
            if told is not None and cue.told != "purpose":
                break


def _class(token: Token) -> str | None:
    """Verb, adjective or noun, where it can be a cue; nouns in capitals are parts of names ("the Africa Forum")."""
    if token.pos_ in ("VERB", "AUX"):
        return "VERB"
    if token.pos_ == "ADJ":
        return "ADJ"
    return "NOUN" if token.pos_ == "NOUN" and not (token.is_title and token.i > token.sent.start) else None


def _beside(token: Token, cue: Cue) -> bool:
    """Whether the word is there, hung on the trigger: "be on the agenda", "be up for discussion"."""
    near = [c for c in token.children if c.i > token.i]
    near += [d for c in near for d in c.children] + [e for c in near for d in c.children for e in d.children]
    words = load_agenda_cues().phrases["put_on"]
    return any(t.lemma_.lower() in cue.beside and (t.dep_ != "pobj" or t.head.lower_ in words) for t in near)


def _is_by(verb: Token, cue: Cue) -> bool:
    """ "The talks will cover": whether one of the subjects of the cue does it."""
    return any(doer.lemma_.lower() in cue.by for doer in fillers("subject", verb))


def _by_both(scene: Scene, verb: Token) -> bool:
    """Whether more than one side does it: "the two sides", "China and Kenya"."""
    doers = fillers("subject", verb)
    return means_both(scene, doers) or len({p.side for p in parties_at(scene, doers)}) > 1


def _heads(token: Token, cue: Cue) -> list[Token]:
    """The heads of the topic phrases, from the first slot that is filled."""
    for slot in cue.slots:
        found = [head for head in _slot(slot, token) if head.pos_ in ("NOUN", "PROPN", "VERB")]
        if found:
            return found
    return []


def _slot(slot: str, token: Token) -> list[Token]:
    match slot:
        case "clause":
            hung = ("acl",) if token.pos_ == "NOUN" else ("xcomp", "ccomp")
            clauses = [c for c in token.children if c.dep_ in hung]
            clauses += [d for c in clauses for d in c.children if d.dep_ == "conj" and _own_subject(d)]
            return [c for c in clauses if c.tag_ == "VB"] or [s for c in clauses for s in _undergone(c)]
        case "named":
            return _named(token)
        case "subject":
            return [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
        case "object":
            return [t for t in fillers(slot, token) if t != token.head] or _asked(token) or _raised(token)
        case "itself":
            return [token] if token.pos_ == "NOUN" or _has_matter(token) else []
    found = [t for t in fillers(slot, token) if t.ent_type_ not in ("DATE", "TIME")]
    return found or _clauses(slot, token) or _further(slot, token)


def _own_subject(verb: Token) -> bool:
    """ "... and that the ban would stay"."""
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _undergone(clause: Token) -> list[Token]:
    """ "Agreed that trade should be expanded": trade."""
    return [c for c in clause.children if c.dep_ == "nsubjpass"] if clause.tag_ == "VBN" else []


def _asked(verb: Token) -> list[Token]:
    """ "Discussed how Europe should help", "how to help"."""
    asked = ("how", "whether", "what", "where")
    return [c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.left_edge.lower_ in asked]


def _raised(verb: Token) -> list[Token]:
    """ "A plan is expected to be adopted": the parser gives the plan to what is expected."""
    if verb.tag_ != "VBN" or verb.dep_ != "xcomp" or not any(c.dep_ == "auxpass" for c in verb.children):
        return []
    return [c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass")]


def _has_matter(verb: Token) -> bool:
    """Whether the verb is done to a matter, not to people: "to strengthen ties"."""
    return any(c.dep_ == "dobj" and c.pos_ == "NOUN" for c in verb.children)


def _clauses(preposition: str, token: Token) -> list[Token]:
    """ "Exchanged views on how to proceed", "reached consensus on furthering ties"."""
    seats = [token.subtree] if token.pos_ == "VERB" else [token.subtree, token.head.children]
    hung = [c for seat in seats for c in seat if c.lower_ == preposition and c.dep_ == "prep" and c.i > token.i]
    return [c for p in hung[:1] for c in p.children if c.dep_ == "pcomp"]


def _further(preposition: str, noun: Token) -> list[Token]:
    """ "Talks with Hamas on forming a government": what stands behind those talked with, in the same clause."""
    if noun.pos_ != "NOUN":
        return []
    for token in noun.doc[noun.i + 1 : min(noun.i + REACH, noun.sent.end)]:
        if token.pos_ in ("VERB", "AUX", "SCONJ") and token.dep_ != "pcomp":
            return []
        if token.lower_ == preposition and token.dep_ == "prep":
            found = [c for c in token.children if c.dep_ in ("pobj", "pcomp") and c.ent_type_ not in ("DATE", "TIME")]
            if found:
                return found
    return []


def _named(noun: Token) -> list[Token]:
    """ "The focus will be trade", "trade is the focus", "his missions include looking for markets"."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lemma_ in ("be", "include", "cover"):
        return [c for c in verb.children if c.dep_ in ("attr", "dobj", "xcomp")]
    if noun.dep_ == "attr":
        return [c for c in verb.children if c.dep_ == "nsubj"]
    return []


def _is_topic(scene: Scene, head: Token, cue: Cue) -> bool:
    if cue.topics and head.lemma_.lower() not in cue.topics:
        return False
    return head.i not in scene.timed


def _is_named(scene: Scene, phrase: TokenSpan, cue: Cue) -> bool:
    """Whether the phrase is a party or a place, or a contact told of by itself, not a matter."""
    root = phrase.root
    if root.lemma_.lower() in cue.topics:
        return False
    standing = scene.standings.get(root.i)
    if cue.told == "contact" and cue.off and root.pos_ == "PROPN" and _is_country(scene, root):
        return False
    if root.i in scene.places or (standing is not None and standing.actors):
        return True
    if root.lemma_.lower() in scene.words.list("sitting") and parties_at(scene, [root]):
        return True  # "the governing board of the agency"
    if root.pos_ == "VERB":  # "agreed to meet in May"
        return root.lemma_.lower() in scene.words.verbs
    if cue.told in ("spoken", "deed") or root.pos_ != "NOUN":
        return False
    lemma = root.lemma_.lower()
    return lemma in scene.words.nouns and lemma not in load_agenda_cues().phrases["gatherings_apart"]


def _is_country(scene: Scene, name: Token) -> bool:
    """Whether it names a country or a place that is talked of: "discussed Iraq and Lebanon"."""
    standing = scene.standings.get(name.i)
    actors = [scene.actors[n] for n in standing.actors] if standing is not None else []
    return name.i in scene.places or (bool(actors) and all(a.kind == "government" for a in actors))


def _trimmed(scene: Scene, phrase: TokenSpan) -> TokenSpan:
    """Without the time at its end: "an extradition treaty | in 1995"."""
    number = scene.timed.get(phrase.end - 1)
    if number is None:
        return phrase
    first, end, _ = scene.times[number]
    if end == phrase.end and first > phrase.root.i:
        cut = first - 1 if scene.doc[first - 1].pos_ == "ADP" else first
        return scene.doc[phrase.start : cut] if cut > phrase.root.i else phrase
    return phrase
