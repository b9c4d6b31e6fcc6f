"""What kind of contact a trigger tells of."""

from __future__ import annotations

from spacy.tokens import Token

from dateline.knowledge.contact_frames import Frame
from dateline.reading.encounters.party import Party
from dateline.reading.encounters.scene import Scene
from dateline.record import ContactKind


def kind_of(scene: Scene, frame: Frame, trigger: Token, parties: tuple[Party, ...]) -> ContactKind:
    """The kind told by the frame, or by what stands beside its noun: "peace talks", "APEC leaders' meeting"."""
    if frame.kind not in ("meeting", "conference"):
        return frame.kind
    if "bloc" in frame.needs:
        return "conference" if trigger.lemma_ == "minister" else "summit"
    beside = [t for c in trigger.lefts if c.dep_ != "det" and trigger.pos_ != "VERB" for t in c.subtree]
    beside += [t for c in trigger.rights if c.lower_ == "of" for t in c.children if t.tag_ in ("NNS", "NNPS", "NNP")]
    lemmas = {t.lemma_.lower() for t in beside}
    bodies = any(is_body(scene, t.i) for t in beside)
    if trigger.lemma_.lower() in ("talk", "discussion", "consultation"):
        return "negotiation" if lemmas & scene.words.list("negotiation_modifiers") else frame.kind
    if "summit" in lemmas or (bodies and lemmas & scene.words.list("summit_modifiers")):
        return "summit"
    alone = len(parties) == 1 and (_is_organisation(scene, parties[0]) or _is_many(scene, parties[0]))
    if any(not p.named and p.name.endswith(("leaders", "Leaders")) and _is_bloc(scene, p) for p in parties):
        return "summit"
    if bodies or alone or lemmas & scene.words.list("conference_modifiers") or len({p.country for p in parties}) > 3:
        return "conference"
    return frame.kind


def _is_many(scene: Scene, party: Party) -> bool:
    """ "EU foreign ministers" """
    return (
        not party.named
        and party.role == "delegation"
        and party.country is not None
        and party.country not in scene.states
    )


def _is_bloc(scene: Scene, party: Party) -> bool:
    return any(a.country == party.country and a.kind == "igo" for a in scene.actors)


def _is_organisation(scene: Scene, party: Party) -> bool:
    return any(a.id == party.actor and a.kind == "igo" for a in scene.actors)


def is_body(scene: Scene, i: int) -> bool:
    """Whether a token stands in the name of an inter-governmental organisation."""
    standing = scene.covering.get(i)
    return standing is not None and any(scene.actors[n].kind == "igo" for n in standing.actors)
