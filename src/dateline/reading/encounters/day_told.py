"""The day of what a mention tells of: the time told, set right by what is yet to come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge.contact_frames import load_contact_frames
from dateline.reading.encounters.scene import Scene
from dateline.reading.encounters.setting import date_of, follows, is_set
from dateline.reading.encounters.slots import CLIMB, governor, verb_of
from dateline.reading.encounters.status import is_past, put_off_by

AHEAD = ("will", "'ll", "shall", "may", "might", "could", "can")
LEAVING = ("leave", "return", "depart", "fly", "arrive", "come", "go")
UNTIL = ("to", "until", "till", "for", "from")
"""After these stands the day to which something is put off, or from which."""
WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}


def day_told(scene: Scene, trigger: Token, sentence: TokenSpan, visits: bool) -> str | None:
    """The date told, where it is that of the contact and not of what came after it or put it off.

    In headlines and captions "meets ... on Tuesday" is past, present tense or not.
    """
    when = date_of(scene, trigger, sentence, _counting(scene, trigger, visits))
    if when and scene.published and scene.part == "body" and _is_ahead(scene, trigger, sentence, when):
        return "/".join((date.fromisoformat(day) + timedelta(days=7)).isoformat() for day in when.split("/"))
    present = trigger.tag_ in ("VBZ", "VBP") and scene.part != "body"
    if when and len(when) == 10 and present and scene.published:
        day = date.fromisoformat(when)
        return (day - timedelta(days=7)).isoformat() if day > scene.published else when
    return when


def _counting(scene: Scene, trigger: Token, visits: bool) -> Callable[[int], bool]:
    """Which times, by their first token, may be those of the contact and not of what else the clause tells."""

    def own(first: int) -> bool:
        return trigger.left_edge.i <= first <= trigger.right_edge.i or follows(scene, trigger, first)

    if _is_undone(scene, trigger):
        return lambda first: own(first) and (first < trigger.i or is_set(scene, trigger, first))
    if _is_apart(scene, trigger, visits):
        return own
    verb = _verb_ahead_of(trigger)
    if verb is not None:  # "ahead of talks, he met the king on Monday": the day of the meeting
        return lambda first: own(first) or (first > trigger.i and not trigger.i < verb.i < first)
    return lambda _: True


def _is_apart(scene: Scene, trigger: Token, visits: bool) -> bool:
    """Whether the day of the clause is another's: "left on Sunday after talks", "said Monday they recently met"."""
    beside = trigger.head.lower_ == "of" and trigger.head.head.lemma_.lower().rstrip("s") in ("sideline", "margin")
    if beside or leaves_after(trigger) or (visits and is_past(trigger, scene.words)):
        return True
    verb = verb_of(trigger)
    return verb is not None and any(c.lower_ == "recently" for c in verb.children)


def _verb_ahead_of(trigger: Token) -> Token | None:
    """The verb of what comes before the contact: "comes ahead of a summit", "prior to talks, he met the king"."""
    before = False
    word = trigger
    for _ in range(CLIMB):
        before = before or (word.lower_ in ("ahead", "prior", "before") and word.dep_ != "mark")
        if word.pos_ in ("VERB", "AUX") and word != trigger:
            return word if before else None
        if word.head == word:
            return None
        word = word.head
    return None


def _is_undone(scene: Scene, trigger: Token) -> bool:
    """ "Called off the talks on Friday"; not "put off the talks until Friday"."""
    undoing = put_off_by(trigger, scene.words)
    return undoing is not None and not any(c.lower_ in UNTIL for c in undoing.children)


def leaves_after(trigger: Token) -> bool:
    """ "Left on Sunday after talks", "returned home following a summit"."""
    if not is_past(trigger, load_contact_frames()):
        return False
    verb = next((a for a in trigger.ancestors if a.pos_ == "VERB" and a.dep_ != "pcomp"), None)
    return verb is not None and verb.lemma_ in LEAVING


def _is_ahead(scene: Scene, trigger: Token, sentence: TokenSpan, when: str) -> bool:
    """Whether a weekday taken for the last one is the next: of what is yet to come, or in a participle ("opening")."""
    if len(when) not in (10, 21) or not scene.published or when[-10:] >= scene.published.isoformat():
        return False
    if when[:10] < (scene.published - timedelta(days=7)).isoformat():
        return False
    told = next((t for t in scene.times_in(sentence) if (t[2].value or "")[:10] == when[:10]), None)
    if told is None or not set(told[2].text.lower().split()) & WEEKDAYS:
        return False
    verb = scene.doc[told[0]].head
    verb = (governor(verb)[0] or verb) if verb == trigger and verb.pos_ == "NOUN" else verb
    verb = verb.head if verb.dep_ == "prep" or verb.pos_ == "ADP" else verb
    if any(c.dep_ == "aux" and c.lower_ in AHEAD for word in (verb, trigger) for c in word.children):
        return True
    scheduled = scene.words.status.get(verb.lemma_.lower()) == "scheduled"
    if verb.tag_ in ("VBD", "VBN"):  # "the summit slated for Friday"
        return scheduled and verb.tag_ == "VBN" and verb.dep_ == "acl"
    return scheduled or _opens(scene, verb, told[0])


def _opens(scene: Scene, verb: Token, i: int) -> bool:
    """ "A summit opening Saturday", "a stay, which includes talks Tuesday"."""
    near = [verb, *scene.doc[max(i - 3, 0) : i]]
    beginnings = scene.words.list("beginnings")
    return any(t.text.lower().endswith("ing") and t.lemma_.lower().removesuffix("ing") in beginnings for t in near) or (
        verb.tag_ == "VBZ" and verb.lemma_ in ("include", "open", "begin", "start")
    )
