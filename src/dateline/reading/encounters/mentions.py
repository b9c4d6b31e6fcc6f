"""Which words tell of a contact: every trigger of the table of frames, with what fills its slots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge.contact_frames import Frame
from dateline.reading.encounters.company import (
    attending,
    first_of,
    goals_of,
    hosting,
    named_parties,
    other_side,
    partner_told_of,
    process_parties,
    traveller,
)
from dateline.reading.encounters.day_told import day_told, leaves_after
from dateline.reading.encounters.kinds import is_body, kind_of
from dateline.reading.encounters.mention import Mention
from dateline.reading.encounters.parties import both_at, means_both, parties_at
from dateline.reading.encounters.scene import Scene
from dateline.reading.encounters.setting import begins, ends, length_of, place_of
from dateline.reading.encounters.slots import fillers, verb_of
from dateline.reading.encounters.status import is_over, status_of
from dateline.reading.encounters.telling import is_event, is_to_a_thing, is_wish, tells_enough

MOST = 9
"""How many tokens on from "visiting" the name of the visitor may stand."""
APART = ("VERB", "AUX", "PUNCT", "ADP", "DET")


def find_mentions(scene: Scene) -> Iterator[Mention]:
    """The mentions of one part, in order."""
    for sentence in scene.doc.sents:
        for token in sentence:
            for frame in frames_of(scene, token):
                mentions = _read(scene, frame, token, sentence)
                yield from mentions
                if mentions:
                    break


def frames_of(scene: Scene, token: Token) -> tuple[Frame, ...]:
    """The frames a token may trigger, in the order of the table: of those that fit, the first tells."""
    lemma = token.lemma_.lower()
    if token.dep_ in ("compound", "nmod") and token.head.i > token.i:
        return ()  # "summit meeting", "dialogue ties"
    if token.tag_ == "VBG" and (frames := scene.words.verbs.get(token.lower_)) and _visiting(scene, token):
        return frames
    if token.pos_ in ("VERB", "AUX"):
        return scene.words.verbs.get(lemma, ())
    if _is_in_name(scene, token) or _is_predicate(scene, token):
        return ()
    return scene.words.nouns.get(lemma, ()) if token.pos_ in ("NOUN", "PROPN") else ()


def _visiting(scene: Scene, participle: Token) -> list[Token]:
    """Whom a participle stands before: the person named right after it counts, whatever the parse."""
    if found := fillers("modified", participle):
        return found
    before = scene.doc[participle.i - 1] if participle.i > participle.sent.start else None
    if before is not None and (
        before.pos_ in ("ADP", "SCONJ", "AUX") and before.lower_ not in ("with", "to", "by", "and")
    ):
        return []
    near = (scene.standings.get(i) for i in range(participle.i + 1, min(participle.i + MOST, len(scene.doc))))
    after = next((s for s in near if s is not None and s.actors), None)
    between = scene.doc[participle.i + 1 : after.head] if after is not None else ()
    if after is None or scene.actors[after.actors[0]].kind != "person" or any(t.pos_ in APART for t in between):
        return []
    return [scene.doc[after.head]]


def _is_in_name(scene: Scene, noun: Token) -> bool:
    """ "Forum" in "Forum on African Trade": the name of a body, not what it holds."""
    standing = scene.covering.get(noun.i)
    return standing is not None and standing.start <= noun.i < standing.end - 1 and is_body(scene, noun.i)


def _is_predicate(scene: Scene, noun: Token) -> bool:
    """ "The summit is the largest meeting of its kind": said of what the subject names already."""
    verb = noun.head if noun.dep_ == "attr" else noun.head.head if noun.head.lower_ == "as" else None
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")] if verb is not None else []
    return any(s.pos_ == "NOUN" and s.lemma_.lower() in scene.words.nouns for s in subjects)


def _read(scene: Scene, frame: Frame, trigger: Token, sentence: TokenSpan) -> list[Mention]:
    if frame.not_with and any(
        c.lemma_.lower() in frame.not_with or c.text in frame.not_with for c in trigger.lefts if c.dep_ != "det"
    ):
        return []
    if "telephone" in frame.needs and not _by_telephone(scene, trigger, sentence):
        return []
    slots = {slot: fillers(slot, trigger) for slot in {*frame.parties, *frame.visitor, *frame.goal}}
    if "modified" in slots:
        slots["modified"] = _visiting(scene, trigger)
    if "land" in slots:  # "his China trip", "a Washington visit"; "a Chinese visit" is one by China
        lands = (t for t in slots["modifier"] if t.pos_ == "PROPN")
        slots["land"] = [t for t in lands if t.i in scene.places or (t.i in scene.sides and t.ent_type_ == "GPE")]
        slots["modifier"] = [t for t in slots["modifier"] if t not in slots["land"]]
    elif "modifier" in slots:  # "the Beijing summit" is one at Beijing
        slots["modifier"] = [t for t in slots["modifier"] if t.i not in scene.places or t.i in scene.standings]
    hosts = hosting(scene, frame, trigger)
    if hosts and "subject" in slots:
        slots["subject"] = []
    parties = named_parties(scene, frame, trigger, slots)
    process = process_parties(scene, trigger)
    parties = process or (*parties, *other_side(scene, frame, trigger, slots, parties))
    parties += partner_told_of(scene, frame, trigger, parties)
    visitors = first_of(scene, slots, frame.visitor) or traveller(scene, frame, trigger)
    goals = [g for g in goals_of(scene, slots, frame) if g.country not in {v.country for v in visitors}]
    if frame.kind in ("summit", "conference") and not parties and not _is_anaphoric(trigger):
        parties = attending(scene, trigger)
    pair = [h for slot in frame.parties for h in slots[slot] if means_both(scene, [h])]
    if not tells_enough(scene, frame, trigger, parties, goals) or (not goals and is_to_a_thing(scene, frame, slots)):
        return []
    mention = Mention(
        scene=scene,
        frame=frame,
        trigger=trigger,
        sentence=sentence,
        kind=kind_of(scene, frame, trigger, parties),
        status=status_of(trigger, frame, scene.words, scene.part == "headline"),
        parties=parties,
        visitors=visitors,
        hosts=hosts,
        goal=None,
        pair=() if hosts else both_at(scene, pair),
        pairs=bool(pair),
        receives=any(parties_at(scene, slots.get(slot, ())) for slot in ("with", "object")),
        definite=_is_definite(trigger),
        anaphoric=_is_anaphoric(trigger),
        distinct=_is_distinct(scene, trigger),
        date=None if "modified" in frame.visitor else day_told(scene, trigger, sentence, frame.kind == "visit"),
        place=place_of(scene, trigger),
        assumed="dateline" in frame.goal,
        length=length_of(scene, trigger, sentence),
        over=is_over(trigger, scene.words),
        current=any(c.lower_ in ("ongoing", "current") for c in trigger.lefts),
        ends=ends(scene, trigger),
        earlier=_is_earlier(trigger),
        begins=begins(scene, trigger),
    )
    if not process and is_wish(scene, trigger, frame, mention):
        return []
    if process and not (mention.date or mention.place or is_event(scene, trigger)):
        return []  # a process as a topic: "the six-party talks are the way forward"
    if not goals:
        return [mention]
    alone = mention.place if len(goals) == 1 else None
    return [replace(mention, hosts=g.hosts, goal=g.place, place=g.place or alone) for g in goals]


def _by_telephone(scene: Scene, trigger: Token, sentence: TokenSpan) -> bool:
    words = scene.words.list("telephone_words")
    return any(t.lower_ in words for t in scene.doc[max(trigger.i - 5, sentence.start) : trigger.i + 6])


def _is_distinct(scene: Scene, trigger: Token) -> bool:
    """ "Another meeting", "met again", "the next round of talks"."""
    seats = [trigger]
    if trigger.dep_ == "pobj" and trigger.head.lower_ == "of":
        seats.append(trigger.head.head)
    return any(c.lower_ in scene.words.list("distinct") for seat in seats for c in seat.children)


def _is_definite(trigger: Token) -> bool:
    return any(c.lower_ in ("the", "this", "these", "their", "his", "her", "its", "that") for c in trigger.lefts)


def _is_anaphoric(trigger: Token) -> bool:
    """ "The talks", "this two-day summit", "the one-hour meeting"; not "the Geneva talks", "the talks with Syria"."""
    before = [t for t in trigger.lefts if t.dep_ != "punct"]
    bare = all(t.dep_ in ("det", "nummod") or t.ent_type_ in ("DATE", "TIME") or t.pos_ == "ADJ" for t in before)
    pointed = any(t.lower_ in ("the", "this", "these", "that") for t in before)
    more = any(t.dep_ in ("prep", "acl", "relcl") for t in trigger.rights)
    return trigger.pos_ == "NOUN" and bare and pointed and not more


def _is_earlier(trigger: Token) -> bool:
    """ "Has met", "recently met", "left after talks"."""
    if leaves_after(trigger):
        return True
    verb = verb_of(trigger)
    near = [] if verb is None else list(verb.children)
    has = any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in near) and not any(c.tag_ == "MD" for c in near)
    return has or any(t.lower_ in ("recently", "previously", "already", "earlier") for t in near)
