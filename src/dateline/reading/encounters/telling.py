"""Whether the words of a trigger tell of an encounter, or only sound like it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from dateline.knowledge.contact_frames import Frame
from dateline.reading.encounters.kinds import is_body
from dateline.reading.encounters.mention import Goal, Mention
from dateline.reading.encounters.parties import parties_at
from dateline.reading.encounters.party import Party
from dateline.reading.encounters.scene import Scene
from dateline.reading.encounters.slots import fillers, governor

NEAR = 10
"""How many tokens on from a journey its purpose may stand."""


def tells_enough(scene: Scene, frame: Frame, trigger: Token, parties: tuple[Party, ...], goals: list[Goal]) -> bool:
    """Whether there is all that the frame needs, and nothing that makes its words mean something else."""
    if "goal" in frame.needs and frame.verbs and not goals:
        return False
    if "goal" in frame.needs and "invite" in frame.verbs and not _invites_over(scene, trigger):
        return False
    if "two" in frame.needs and len({p.side for p in parties}) < 2:
        return False
    if "body" in frame.needs and all(p.country is None or p.country in scene.states for p in parties):
        return False
    if f"{trigger.nbor(-1).lower_ if trigger.i else ''} {trigger.lower_}" in scene.words.list("manners"):
        return False
    if (frame.name == "meet" and _meets_a_thing(scene, trigger)) or (frame.visitor and _is_private(scene, trigger)):
        return False
    return all(met(scene, trigger) for need, met in _NEEDS.items() if need in frame.needs)


def _agrees_to_meet(scene: Scene, trigger: Token) -> bool:
    acts = [c for c in trigger.children if c.dep_ in ("xcomp", "ccomp")]
    known = {*scene.words.verbs, *scene.words.list("support_verbs")}
    to = [p for c in trigger.children if c.lower_ in ("to", "on") for p in c.children]
    return any(a.lemma_ in known for a in acts) or any(p.lemma_.lower() in scene.words.nouns for p in to)


def _is_private(scene: Scene, trigger: Token) -> bool:
    """ "Left for Vienna for treatment"."""
    near = scene.doc[trigger.i + 1 : min(trigger.i + NEAR, trigger.sent.end)]
    return any(t.lemma_.lower() in scene.words.list("private") for t in near)


def _is_concluded(scene: Scene, accord: Token) -> bool:
    """Whether an accord is told to be made, or is dated by a word of its own: "the pact signed", "the May truce"."""
    made = [t for t in accord.rights if t.dep_ in ("acl", "relcl")]
    return any(t.lemma_ in scene.words.list("concluding") for t in made) or any(
        t.i in scene.timed for t in accord.lefts
    )


def _invites_over(scene: Scene, trigger: Token) -> bool:
    """Whether to come, not to do something else: "invited them to join the programme"."""
    tasks = [c for c in trigger.children if c.dep_ in ("xcomp", "advcl", "ccomp") and c.tag_ == "VB"]
    contact = scene.words.verbs
    return not tasks or any(t.lemma_ in contact or t.lemma_ in ("attend", "participate", "pay", "make") for t in tasks)


def _meets_a_thing(scene: Scene, trigger: Token) -> bool:
    """ "Meets the demands": what is met is nobody."""
    met = [c for c in trigger.children if c.dep_ == "dobj"]
    met += [p for t in met for c in t.children if c.lower_ == "of" for p in c.children if t.pos_ in ("PRON", "DET")]
    met = [t for t in met if t.pos_ == "NOUN"] or met
    return bool(met) and all(t.pos_ == "NOUN" and not parties_at(scene, [t]) and not _may_be_met(scene, t) for t in met)


def _may_be_met(scene: Scene, noun: Token) -> bool:
    return noun.i in scene.standings or noun.lemma_.lower() in scene.words.list("party_nouns")


def _acts_as_bloc(scene: Scene, trigger: Token) -> bool:
    """ "EU foreign ministers agreed Monday", "ASEAN leaders in Cebu signed": who act together have met."""
    verb = trigger.head
    if trigger.tag_ != "NNS" or trigger.dep_ != "nsubj" or verb.tag_ not in ("VBD", "VBN"):
        return False
    if verb.lemma_ in scene.words.list("speech_verbs") or verb.lemma_ in scene.words.verbs:
        return False
    set_in = any(c.lower_ == "in" and any(p.i in scene.places for p in c.children) for c in trigger.children)
    dated = any(t.i in scene.timed for t in verb.children)
    return any(is_body(scene, t.i) for t in trigger.lefts) and (set_in or dated)


def is_to_a_thing(scene: Scene, frame: Frame, slots: dict[str, list[Token]]) -> bool:
    """A visit "to a shrine"; "to the region" is one to people and places all the same."""
    heads = [h for slot in ("to", "object") if slot in frame.goal for h in slots[slot]]
    return bool(heads) and all(h.pos_ == "NOUN" and h.lemma_.lower() not in scene.words.list("lands") for h in heads)


def is_wish(scene: Scene, trigger: Token, frame: Frame, mention: Mention) -> bool:
    """ "Hoped to enhance dialogue with Rome": talks as a good thing, not as an encounter."""
    if frame.kind not in ("meeting", "negotiation") or trigger.pos_ != "NOUN" or mention.definite or frame.status:
        return False
    if len(parties_at(scene, fillers("between", trigger))) > 1:
        return False
    if frame.kind == "negotiation" and len({p.side for p in mention.parties}) < 2 and not mention.date:
        return mention.place is None  # "open to dialogue"
    verb, path = governor(trigger)
    wished = verb is not None and path == "object" and verb.lemma_ not in scene.words.list("support_verbs")
    return wished and mention.date is None and mention.place is None


def is_event(scene: Scene, trigger: Token) -> bool:
    """Whether a verb tells that a process takes place: "held six-party talks"."""
    verb, _ = governor(trigger)
    return verb is not None and verb.lemma_ in scene.words.list("support_verbs") and verb.lemma_ != "be"


def _has_errand(scene: Scene, trigger: Token) -> bool:
    return any(c.lower_ in ("for", "on") and c.dep_ == "prep" for c in trigger.children)


def _leads_a_delegation(scene: Scene, trigger: Token) -> bool:
    travelling = {*scene.words.list("delegations"), "envoy"}
    return any(t.lemma_.lower() in travelling for t in fillers("object", trigger))


def _is_joint(scene: Scene, trigger: Token) -> bool:
    return bool({"joint", "joined"} & {t.lower_ for t in trigger.lefts})


def _receives_people(scene: Scene, trigger: Token) -> bool:
    return any(p.sort == "person" or not p.named for p in parties_at(scene, fillers("object", trigger)))


def _signs_an_accord(scene: Scene, trigger: Token) -> bool:
    return any(t.lemma_.lower() in scene.words.list("accord_nouns") for t in fillers("object", trigger))


_NEEDS: Mapping[str, Callable[[Scene, Token], bool]] = {
    "errand": _has_errand,
    "delegation": _leads_a_delegation,
    "bloc": _acts_as_bloc,
    "joint": _is_joint,
    "terms": lambda scene, trigger: not _agrees_to_meet(scene, trigger),
    "concluded": _is_concluded,
    "person": _receives_people,
    "accord": _signs_an_accord,
}
"""What a frame may need of the words around its trigger, by the name its ``needs`` has for it."""
