"""The day of what a mention tells of: the time told, set right by what is yet to come."""

from __future__ import annotations

from datetime import date, timedelta

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.reading.encounters.scene import Scene
from dateline.reading.encounters.setting import date_of
from dateline.reading.encounters.slots import governor
from dateline.reading.encounters.status import is_past

AHEAD = ("will", "'ll", "shall", "may", "might", "could", "can")
WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}


def day_told(scene: Scene, trigger: Token, sentence: TokenSpan, visits: bool) -> str | None:
    """The date told, of visits not that of what came "after a visit".

    In headlines and captions "meets ... on Tuesday" is past, present tense or not.
    """
    when = date_of(scene, trigger, sentence, apart=visits and is_past(trigger, scene.words))
    if when and scene.published and scene.part == "body" and _is_ahead(scene, trigger, sentence, when):
        return "/".join((date.fromisoformat(day) + timedelta(days=7)).isoformat() for day in when.split("/"))
    present = trigger.tag_ in ("VBZ", "VBP") and scene.part != "body"
    if when and len(when) == 10 and present and scene.published:
        day = date.fromisoformat(when)
        return (day - timedelta(days=7)).isoformat() if day > scene.published else when
    return when


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
    if verb.tag_ in ("VBD", "VBN"):
        return False
    return scene.words.status.get(verb.lemma_.lower()) == "scheduled" or _opens(scene, verb, told[0])


def _opens(scene: Scene, verb: Token, i: int) -> bool:
    """ "A summit opening Saturday", "a stay, which includes talks Tuesday"."""
    near = [verb, *scene.doc[max(i - 3, 0) : i]]
    beginnings = scene.words.list("beginnings")
    return any(t.text.lower().endswith("ing") and t.lemma_.lower().removesuffix("ing") in beginnings for t in near) or (
        verb.tag_ == "VBZ" and verb.lemma_ in ("include", "open", "begin", "start")
    )
