"""What a contact is about: its topics, each with its standing, the exact phrase and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge.agenda_cues import Cue, load_agenda_cues
from dateline.knowledge.contact_frames import Frame
from dateline.reading.encounters.mentions import Mention
from dateline.reading.encounters.merging import Encounter, family
from dateline.reading.encounters.scene import Scene
from dateline.reading.encounters.slots import fillers
from dateline.reading.encounters.status import status_of
from dateline.record import AgendaItem, Span, Standing, Statement

LONGEST = 40
"""Tokens a topic may have; longer phrases are the parser's, not the report's."""

BARE = Frame(name="agenda", kind="meeting")


@dataclass(frozen=True)
class Topic:
    """A phrase that says what a contact is about."""

    phrase: TokenSpan
    standing: Standing
    trigger: Token
    spoken: bool


def read_agendas(
    scenes: Sequence[Scene], encounters: Sequence[Encounter], statements: tuple[Statement, ...]
) -> dict[int, tuple[AgendaItem, ...]]:
    """The agenda of each encounter, by its place in the sequence; items in order, no topic twice."""
    agendas: dict[int, dict[str, AgendaItem]] = {}
    for scene in scenes:
        told = sorted(
            ((m.trigger.i, n, m) for n, e in enumerate(encounters) for m in e.mentions if m.scene is scene),
            key=lambda row: row[:2],
        )
        for topic in topics(scene):
            n = _belongs(topic, told, encounters)
            if n is not None:
                item = _item(scene, topic, encounters[n], statements)
                agendas.setdefault(n, {}).setdefault(item.topic.casefold(), item)
    return {n: tuple(items.values()) for n, items in agendas.items()}


def topics(scene: Scene) -> Iterator[Topic]:
    """Every phrase of a part that a cue names as a topic."""
    cues = load_agenda_cues()
    for token in scene.doc:
        pos = "VERB" if token.pos_ in ("VERB", "AUX") else "NOUN" if token.pos_ == "NOUN" else None
        cue = cues.get((pos, token.lemma_.lower())) if pos else None
        if cue is None or (cue.beside and not _beside(token, cue)):
            continue
        standing = _standing(scene, token, cue)
        for head in _heads(token, cue):
            for phrase in split(head):
                if _is_topic(scene, phrase, cue):
                    yield Topic(phrase, standing, token, cue.spoken)


def _is_topic(scene: Scene, phrase: TokenSpan, cue: Cue) -> bool:
    root = phrase.root
    if cue.topics and root.lemma_.lower() not in cue.topics:
        return False
    timed = any(first <= root.i < end for first, end, _ in scene.times)
    return not timed and root.i not in scene.places and root.i not in scene.standings


def _beside(token: Token, cue: Cue) -> bool:
    return any(t.lemma_.lower() in cue.beside for t in token.subtree if t.i > token.i and t.i < token.i + 12)


def _standing(scene: Scene, token: Token, cue: Cue) -> Standing:
    status = status_of(token, BARE, scene.words)
    negated = any(c.dep_ == "neg" for c in token.children)
    if cue.standing == "excluded" or negated or status in ("refused", "cancelled"):
        return "excluded"
    ahead = status in ("scheduled", "proposed", "postponed")
    if cue.standing == "agreed":
        return "expected" if ahead and token.lemma_ != "agree" else "agreed"
    if cue.spoken:
        return "discussed"
    return "expected" if ahead or _purpose(token) else "discussed"


def _purpose(token: Token) -> bool:
    """ "arrived to discuss trade": what somebody comes for is still to be done."""
    return token.tag_ == "VB" and any(c.lower_ == "to" for c in token.children)


def _heads(token: Token, cue: Cue) -> list[Token]:
    found: list[Token] = []
    for slot in cue.slots:
        if slot == "clause":
            found += [c for c in token.children if c.dep_ == "xcomp" and c.tag_ == "VB"]
        elif slot == "named":
            found += _named(token)
        elif slot == "subject":
            found += [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
        else:
            found += fillers(slot, token)
        if found:
            break
    return [head for head in found if head.pos_ in ("NOUN", "PROPN", "VERB")]


def _named(noun: Token) -> list[Token]:
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lemma_ in ("be", "include", "cover"):
        return [c for c in verb.children if c.dep_ in ("attr", "dobj")]
    if noun.dep_ == "attr":
        return [c for c in verb.children if c.dep_ == "nsubj"]
    return []


def split(head: Token) -> list[TokenSpan]:
    """The phrases of a list, each by itself: "trade, energy and the Korean nuclear issue" are three."""
    items: list[Token] = []
    queue = [head]
    while queue and len(items) < 12:
        item = queue.pop(0)
        items.append(item)
        queue += [c for c in item.children if c.dep_ == "conj" and c.pos_ == item.pos_]
    if len(items) == 2 and not _stands_alone(items[1]):
        return [_phrase(head, whole=True)]
    return [_phrase(item, whole=False) for item in items]


def _stands_alone(item: Token) -> bool:
    """Whether the second of two has words of its own; "trade and investment" is one topic."""
    return any(c.dep_ in ("det", "poss", "amod", "compound") for c in item.children)


def _phrase(head: Token, whole: bool) -> TokenSpan:
    """The words of a topic: its subtree, without clauses hung on and without the other items of its list."""
    left, right = head.left_edge.i, head.i
    for child in head.rights:
        if child.dep_ in ("relcl", "punct", "advcl", "parataxis", "appos") and head.pos_ != "VERB":
            break
        if child.dep_ in ("cc", "conj") and not whole:
            break
        right = max(right, child.right_edge.i)
    right = min(right, left + LONGEST)
    doc = head.doc
    while right > head.i and (doc[right].is_punct or doc[right].is_space):
        right -= 1
    return doc[left : right + 1]


def _belongs(topic: Topic, told: Sequence[tuple[int, int, Mention]], encounters: Sequence[Encounter]) -> int | None:
    """The encounter a topic is a topic of: the one told of by the same words, in the same sentence, or just before."""
    sentence = topic.trigger.sent
    own = [n for i, n, _ in told if i == topic.trigger.i]
    if own:
        return own[0]
    near = [(abs(i - topic.trigger.i), n) for i, n, _ in told if sentence.start <= i < sentence.end]
    talks = [row for row in near if family(encounters[row[1]].kind) != "visit"]
    if talks or near:
        return min(talks or near)[1]
    before = [n for i, n, _ in told if i < sentence.start and family(encounters[n].kind) == "talks"]
    return before[-1] if before else None


def _item(scene: Scene, topic: Topic, encounter: Encounter, statements: Iterable[Statement]) -> AgendaItem:
    span = scene.span(topic.phrase)
    return AgendaItem(
        topic=topic.phrase.text,
        standing=topic.standing,
        according_to=next((s.speaker.name for s in statements if _says(s, span)), None),
        evidence=(scene.span(topic.trigger.sent),),
    )


def _says(statement: Statement, span: Span) -> bool:
    return any(content.contains(span) for content in statement.content)
