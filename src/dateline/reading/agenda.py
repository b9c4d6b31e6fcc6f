"""What a contact is about: its topics, each with its standing, the exact phrase and who says so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge.agenda_cues import Cue, load_agenda_cues
from dateline.knowledge.contact_frames import Frame
from dateline.reading.encounters.mentions import Mention
from dateline.reading.encounters.merging import Encounter, family
from dateline.reading.encounters.parties import means_both, parties_at, shares_side
from dateline.reading.encounters.scene import Scene
from dateline.reading.encounters.slots import fillers, subjects
from dateline.reading.encounters.status import status_of
from dateline.reading.topics import phrases
from dateline.record import AgendaItem, ContactStatus, Span, Standing, Statement

BARE = Frame(name="agenda", kind="meeting")
AHEAD = ("scheduled", "proposed", "postponed")

RECENT = 50
"""How many mentions back a topic is looked for its contact."""

Told = Sequence[tuple[int, int, Mention]]
"""Trigger, number of the encounter and mention, in the order told."""


@dataclass(frozen=True)
class Topic:
    """A phrase that says what a contact is about, and the word that makes it one."""

    phrase: TokenSpan
    standing: Standing
    trigger: Token
    cue: Cue


def read_agendas(
    scenes: Sequence[Scene],
    encounters: Sequence[Encounter],
    statuses: Sequence[ContactStatus],
    statements: tuple[Statement, ...],
) -> dict[int, tuple[AgendaItem, ...]]:
    """The agenda of each encounter, by its place in the sequence; items in order, no topic twice."""
    agendas: dict[int, list[AgendaItem]] = {}
    for scene in scenes:
        told = sorted(
            ((m.trigger.i, n, m) for n, e in enumerate(encounters) for m in e.mentions if m.scene is scene),
            key=lambda row: row[:2],
        )
        for topic in _topics(scene) if told else ():
            n = _belongs(scene, topic, told, encounters)
            if n is not None:
                _add(agendas.setdefault(n, []), _item(scene, topic, statuses[n], statements))
    return {n: tuple(items) for n, items in agendas.items()}


def _topics(scene: Scene) -> Iterator[Topic]:
    """Every phrase of a part that a cue names as a topic."""
    cues = load_agenda_cues()
    for token in scene.doc:
        pos = "VERB" if token.pos_ == "AUX" else token.pos_
        for cue in cues.get((pos, token.lemma_.lower()), ()):
            if (cue.beside and not _beside(token, cue)) or (cue.purpose and not _purpose(token)):
                continue
            heads = [h for h in _heads(token, cue) if not cue.topics or h.lemma_.lower() in cue.topics]
            found = [p for head in heads for p in phrases(head, token, whole=cue.spoken)]
            found = [_trimmed(scene, p) for p in found if _is_topic(scene, p)]
            standing = _standing(scene, token, cue)
            yield from (Topic(phrase, standing, token, cue) for phrase in found)
            if found:
                break


def _is_topic(scene: Scene, phrase: TokenSpan) -> bool:
    root = phrase.root
    timed = root.i in scene.timed
    standing = scene.standings.get(root.i)
    named = root.i in scene.places or (standing is not None and bool(standing.actors))
    return not timed and not named and root.lemma_.lower() not in scene.words.nouns


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


def _beside(token: Token, cue: Cue) -> bool:
    """Whether the word is there, hung on the trigger: "be on the agenda", "be up for discussion"."""
    near = [c for c in token.children if c.i > token.i]
    near += [d for c in near for d in c.children] + [e for c in near for d in c.children for e in d.children]
    return any(t.lemma_.lower() in cue.beside for t in near)


def _standing(scene: Scene, token: Token, cue: Cue) -> Standing:
    status = status_of(token, BARE, scene.words)
    denied = any(c.dep_ == "neg" or c.lower_ == "never" for c in token.children)
    if cue.standing == "excluded" or denied or status in ("refused", "cancelled"):
        return "excluded"
    if cue.standing == "agreed":
        return "expected" if status in AHEAD and token.lemma_ != "agree" else "agreed"
    if cue.spoken:
        return "discussed"
    return "expected" if status in AHEAD or _purpose(token) or _errand(token) else "discussed"


def _purpose(token: Token) -> bool:
    """ "Arrived to discuss trade", "aimed at ending the row": what somebody comes for is still to be done."""
    if token.tag_ == "VBG":
        return token.dep_ == "pcomp" and token.head.lower_ in ("at", "on")
    return token.tag_ == "VB" and any(c.lower_ == "to" for c in token.children)


def _errand(token: Token) -> bool:
    """ "Arrived for talks on trade"."""
    return token.dep_ == "pobj" and token.head.lower_ == "for" and token.head.head.pos_ in ("VERB", "AUX")


def _heads(token: Token, cue: Cue) -> list[Token]:
    """The heads of the topic phrases, from the first slot that is filled."""
    for slot in cue.slots:
        if slot == "clause":
            found = [c for c in token.children if c.dep_ == "xcomp" and c.tag_ == "VB"]
        elif slot == "named":
            found = _named(token)
        elif slot == "subject":
            found = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
        else:
            found = fillers(slot, token) or _clauses(slot, token)
        if slot == "object" and not found:  # "discussed how Europe should help"
            found = [
                c for c in token.children if c.dep_ == "ccomp" and c.left_edge.lower_ in ("how", "whether", "what")
            ]
        found = [head for head in found if head.pos_ in ("NOUN", "PROPN", "VERB")]
        if found:
            return found
    return []


def _clauses(preposition: str, token: Token) -> list[Token]:
    """ "Exchanged views on how to proceed"."""
    hung = [c for c in token.subtree if c.lower_ == preposition and c.dep_ == "prep" and c.i > token.i]
    return [c for p in hung[:1] for c in p.children if c.dep_ == "pcomp"]


def _named(noun: Token) -> list[Token]:
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lemma_ in ("be", "include", "cover"):
        return [c for c in verb.children if c.dep_ in ("attr", "dobj")]
    if noun.dep_ == "attr":
        return [c for c in verb.children if c.dep_ == "nsubj"]
    return []


def _belongs(scene: Scene, topic: Topic, told: Told, encounters: Sequence[Encounter]) -> int | None:
    """The encounter a topic is one of: told of by the same word, in the same sentence, or before by the same people."""
    trigger, sentence = topic.trigger, topic.trigger.sent
    told = told[: bisect_left(told, (sentence.end,))][-RECENT:]
    own = [n for i, n, _ in told if i == trigger.i]
    if own:
        return own[0]
    doers = _speakers(trigger) if topic.cue.spoken else subjects(trigger)
    inside = range(topic.phrase.start, topic.phrase.end)
    near = [(abs(i - trigger.i), n) for i, n, _ in told if sentence.start <= i < sentence.end and i not in inside]
    talks = [row for row in near if family(encounters[row[1]].kind) != "visit"]
    if topic.cue.purpose or (near and not topic.cue.spoken):
        return min(talks or near)[1] if near else None
    before = [n for _, n, _ in told if family(encounters[n].kind) == "talks"]
    if not before:
        return None
    told_as_topic = any(doer.i in inside for doer in doers)  # "trade was high on the agenda"
    by_both = told_as_topic or means_both(scene, doers) or _are_talks(scene, doers)
    if topic.standing == "excluded" or (by_both and not topic.cue.spoken):
        return before[-1]
    who = parties_at(scene, doers)
    return next((n for n in reversed(before) if any(shares_side(p, encounters[n].parties) for p in who)), None)


def _are_talks(scene: Scene, doers: Iterable[Token]) -> bool:
    """Whether the subject is the contact itself: "the meeting will focus on ..."."""
    return any(doer.lemma_.lower() in scene.words.nouns for doer in doers)


def _speakers(trigger: Token) -> list[Token]:
    """Who says it: the subject of the outermost verb above the trigger."""
    verb = trigger
    for word in trigger.ancestors:
        if word.pos_ in ("VERB", "AUX"):
            verb = word
    return [c for c in verb.children if c.dep_ == "nsubj"] or subjects(verb)


def _add(items: list[AgendaItem], item: AgendaItem) -> None:
    """Adds a topic, unless one already there says the same; the fuller phrase stays."""
    for i, known in enumerate(items):
        if item.topic.casefold() in known.topic.casefold():
            return
        if known.topic.casefold() in item.topic.casefold() and known.standing == item.standing:
            items[i] = item
            return
    items.append(item)


def _item(scene: Scene, topic: Topic, status: ContactStatus, statements: Iterable[Statement]) -> AgendaItem:
    span = scene.span(topic.phrase)
    return AgendaItem(
        topic=topic.phrase.text,
        standing=_as_of(topic.standing, status),
        according_to=next((s.speaker.name for s in statements if _says(s, span)), None),
        evidence=(scene.span(topic.trigger.sent),),
    )


def _as_of(standing: Standing, status: ContactStatus) -> Standing:
    """The standing as of the contact's status: what is still to come cannot have been discussed."""
    if standing == "discussed" and status in AHEAD:
        return "expected"
    if standing == "expected" and status == "held":
        return "discussed"
    return standing


def _says(statement: Statement, span: Span) -> bool:
    return any(content.contains(span) for content in statement.content)
