"""Who made a contact known, and when."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from dateline.reading.encounters.encounter import Encounter
from dateline.reading.encounters.listed import joined
from dateline.reading.encounters.mention import Mention
from dateline.reading.encounters.resolving import calendar
from dateline.reading.encounters.scene import Scene
from dateline.reading.encounters.settling import status_told
from dateline.record import Announcement
from dateline.record.days import days_of

AHEAD = ("scheduled", "proposed", "postponed", "cancelled", "refused")


def read_announcement(encounter: Encounter, published: date | None) -> Announcement | None:
    """The announcement: "the Kremlin and the White House announced on Thursday that ..."; else who says it will be.

    A day after that of the report is none on which it was announced.
    """
    found = _read(encounter)
    days = days_of(found.date) if found is not None else None
    if found is not None and published is not None and days is not None and days[0] > published.toordinal():
        return found.model_copy(update={"date": None})
    return found


def _read(encounter: Encounter) -> Announcement | None:
    saying: tuple[Mention, Token] | None = None
    for mention in encounter.mentions:
        verb = _verb_above(mention)
        if verb is None:
            continue
        if verb.lemma_ in mention.scene.words.list("announcing"):
            return _announcement(mention, verb)
        if saying is None and status_told(mention) in AHEAD:
            saying = (mention, verb)
    return _announcement(*saying) if saying else None


def _verb_above(mention: Mention) -> Token | None:
    """The verb of speech that the words telling of the contact depend on."""
    words = mention.scene.words
    for word in mention.trigger.ancestors:
        if word.lemma_ in words.list("announcing") or word.lemma_ in words.list("speech_verbs"):
            return word
    return None


def _announcement(mention: Mention, verb: Token) -> Announcement | None:
    scene = mention.scene
    named = (name for c in verb.children if c.dep_ == "nsubj" for t in joined(c) if (name := _name(scene, t)))
    by = tuple(dict.fromkeys(named))
    return Announcement(date=_day(scene, verb), by=by) if by else None


def _day(scene: Scene, verb: Token) -> str | None:
    """The day that hangs on the verb: "announced on Thursday that they would meet next month"."""
    for child in verb.children:
        if child.dep_ in ("npadvmod", "prep", "nmod", "advmod"):
            for _, _, time in scene.times_in(scene.doc[child.left_edge.i : child.right_edge.i + 1]):
                if day := calendar(time):
                    return day
    return None


def _name(scene: Scene, token: Token) -> str | None:
    standing = scene.standings.get(token.i)
    return standing.name if standing else None
