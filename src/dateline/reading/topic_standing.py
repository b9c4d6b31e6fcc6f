"""Where a topic stands by the words that tell it: expected, discussed, agreed or excluded."""

from __future__ import annotations

from spacy.tokens import Token

from dateline.knowledge.agenda_cues import Cue, load_agenda_cues
from dateline.knowledge.contact_frames import Frame
from dateline.reading.encounters.scene import Scene
from dateline.reading.encounters.status import status_of
from dateline.record import Standing

BARE = Frame(name="agenda", kind="meeting")
AHEAD = ("scheduled", "proposed", "postponed")
OFF = ("refused", "cancelled")


def told_standing(scene: Scene, token: Token, cue: Cue) -> tuple[Standing, bool] | None:
    """The standing that the words tell, and whether they set it in the future; ``None`` for what is not so."""
    if cue.told == "deed":
        return "agreed", False
    verb = leading(token)
    status = status_of(verb, BARE, scene.words)
    denied = any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children) or _is_none(token)
    coming = status in AHEAD
    if cue.standing == "excluded" or (cue.off and (denied or status in OFF or _is_stopped(token))):
        return "excluded", False
    if denied:
        return None
    if cue.standing == "agreed" and (_fails(verb) or _is_supposed(token)):
        return "discussed", False
    if cue.standing == "agreed":
        return ("expected", True) if (coming or _is_near(token)) and token.lemma_ != "agree" else ("agreed", False)
    if cue.standing == "expected":
        return "expected", True
    if cue.told == "spoken":
        return "discussed", False
    purpose = is_purpose(token) or is_errand(token)
    return ("expected" if coming or purpose else "discussed"), coming and not purpose


def is_purpose(token: Token) -> bool:
    """ "Arrived to discuss trade", "aimed at ending the row": what somebody comes for is still to be done."""
    token = leading(token)
    if token.pos_ == "NOUN":  # "a meeting with the aim of ending the row"
        return token.dep_ == "pobj" and token.head.lower_ == "with"
    if token.tag_ == "VBG":
        aimed = token.dep_ == "pcomp" and token.head.lower_ in ("at", "on")
        return aimed or (token.dep_ == "advcl" and token.lemma_ in load_agenda_cues().phrases["seeking"])
    return token.tag_ == "VB" and any(c.lower_ == "to" for c in token.children)


def is_errand(token: Token) -> bool:
    """ "Arrived for talks on trade"."""
    return token.dep_ == "pobj" and token.head.lower_ == "for" and token.head.head.pos_ in ("VERB", "AUX")


def _fails(word: Token) -> bool:
    """ "Failed to reach accord on", "without agreement on"."""
    near = [word.head, word.head.head, *word.lefts]
    return any(t.lemma_.lower() in load_agenda_cues().phrases["failing"] for t in near)


def _is_none(noun: Token) -> bool:
    """ "There was no discussion of the yen"."""
    return noun.pos_ == "NOUN" and any(c.lower_ == "no" and c.dep_ == "det" for c in noun.lefts)


def _is_stopped(noun: Token) -> bool:
    """ "Froze talks on trade", "put a freeze on talks on trade"."""
    if noun.pos_ != "NOUN" or noun.dep_ not in ("dobj", "pobj", "nsubjpass"):
        return False
    above = [noun.head] if noun.dep_ != "pobj" else [noun.head.head, noun.head.head.head, *noun.head.head.children]
    return any(word.lemma_.lower() in load_agenda_cues().phrases["stopping"] for word in above)


def _is_near(verb: Token) -> bool:
    """ "Close to signing a treaty", "expected to be adopted"."""
    verb = leading(verb)
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    near = load_agenda_cues().phrases["nearing"]
    return verb.dep_ in ("xcomp", "pcomp") and above.lemma_.lower() in near


def _is_supposed(word: Token) -> bool:
    """ "If we are going to do a deal on the budget"."""
    return any(c.lower_ in ("if", "unless", "whether") and c.dep_ == "mark" for a in word.ancestors for c in a.lefts)


def leading(verb: Token) -> Token:
    """The first of verbs joined under one subject: "will review the past and plan the future"."""
    while verb.dep_ == "conj" and verb.pos_ == "VERB" and verb.head.pos_ == "VERB":
        if any(c.dep_ in ("nsubj", "nsubjpass", "aux", "mark") for c in verb.children):
            break
        verb = verb.head
    return verb
