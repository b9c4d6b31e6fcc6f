"""What single words tell of a contact: that it is a call, who summoned whom, whether it is the news of the day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.language.english.governing import own_effect
from dateline.language.english.verbs import is_before_that
from dateline.reading.encounters.mention import Mention
from dateline.reading.encounters.parties import parties_at
from dateline.reading.encounters.party import Party
from dateline.reading.encounters.resolving import calendar
from dateline.reading.stances.subjects import shared_subject
from dateline.record.days import days_of

RECENT = 7
"""Days before publication that are still those of the news."""


def is_call(mention: Mention) -> bool:
    """Whether the words are of a call: "rang", "telephone conversation", "spoke by phone", "video conference"."""
    words, trigger = mention.scene.words, mention.trigger
    if trigger.pos_ == "VERB":
        if trigger.lemma_ in words.list("calling") and own_effect(trigger) is None:
            return True
        if trigger.lemma_ in words.list("speaking") and not mention.places:
            return mention.frame.labels["kind"] in ("meeting", "call")
    lines = words.list("lines")
    beside = (trigger, *trigger.children)
    return any(t.lower_ in lines for near in beside for t in (near, *(near.children if near.pos_ == "ADP" else ())))


def is_figurative(mention: Mention) -> bool:
    """Whether nobody deals with anybody: "has met all demands", "Spain met Portugal in the final"."""
    words, trigger = mention.scene.words, mention.trigger
    if trigger.lemma_ == "meet" and any(c.lemma_.lower() in words.list("things_met") for c in trigger.rights):
        return True
    games, text = words.list("sporting"), mention.sentence.text
    told = {word.strip(".,;:") for word in text.lower().split()} - {"final"}
    final = any(t.lower_ == "final" and t.pos_ != "ADJ" for t in mention.sentence)
    return bool(told & games or final or SCORE.search(text)) and not any(
        _is_official(mention, party) for party in mention.everybody
    )


SCORE = re.compile(r"\b(?:beat|won|win|lost|lose|drew|draw|defeated)\b[^.]{0,40}\b\d{1,2}\s?[-–]\s?\d{1,2}\b")
"""A result: "won 3-1"."""


def _is_official(mention: Mention, party: Party) -> bool:
    return any(a.id == party.actor and a.office for a in mention.scene.actors)


def summoner(mentions: Sequence[Mention]) -> str | None:
    """The country of who summoned the other: "Poland summoned the Russian ambassador"."""
    for mention in mentions:
        scene = mention.scene
        if mention.trigger.lemma_ in scene.words.list("summoning"):
            subject = shared_subject(mention.trigger)
            for party in parties_at(scene, [subject] if subject is not None else []):
                if party.country is not None:
                    return party.country
    return None


def is_news(mention: Mention) -> bool:
    """Whether it is told in the headline or the lead, as of these days and not as something that was before."""
    if mention.scene.part != "headline" and mention.sentence.start >= mention.scene.lead:
        return False
    return not is_before_that(mention.trigger) and not is_dated_otherwise(mention)


def is_dated_otherwise(mention: Mention) -> bool:
    """Whether its sentence is of other days than the news: "a summit in August", "30 years since he visited"."""
    scene = mention.scene
    apart = [t for t in mention.sentence if t.lower_ in scene.words.list("long_ago")]
    if any(t.lower_ != "since" or t.i < mention.trigger.i for t in apart):  # not "his first visit since 1999"
        return True
    if scene.published is None:
        return False
    today = scene.published.toordinal()
    days = [days_of(calendar(time)) for _, _, time in scene.times_in(mention.sentence)]
    told = [day for day in days if day is not None]
    return bool(told) and not any(first <= today and last >= today - RECENT for first, last in told)
