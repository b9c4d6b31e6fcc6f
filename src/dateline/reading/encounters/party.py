"""One side of an encounter, or one of its people."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from dateline.reading.casting.cast import Standing
from dateline.reading.encounters.scene import Scene
from dateline.record import Actor, ParticipantKind, Role
from dateline.record.model import ActorKind
from dateline.record.model import Party as Speaker

Sort = Literal["person", "body", "state"]
HEADS = ("head", "leader")
NEAR = 8
"""How many tokens from a name the words "head of the delegation" may stand."""
FACTIONS = ("REB", "SEP", "INS", "UAF", "IMG")
"""CAMEO sectors of groups that are a party of their own: rebels, separatists, insurgents, armed forces of no state."""


@dataclass(frozen=True)
class Party:
    """One side or one of its people, as named at a place in the text."""

    name: str
    country: str | None
    sort: Sort
    actor: str | None = None
    role: Role = "principal"
    code: str | None = None
    """Whom it acts for, CAMEO style."""
    faction: str | None = None
    """The party or armed group it is, which talks for itself, not for its country."""
    named: bool = True
    """Whether it is named in full, not only described ("Turkish defence minister")."""
    known_as: ActorKind | None = None
    """What kind of actor it is; ``None`` for one that is none of the cast."""

    @property
    def side(self) -> tuple[str | None, str]:
        """The party it acts for: a country or organisation, or a group in arms against its own."""
        in_arms = next((f for f in FACTIONS if self.code and self.code[3:6] == f), "")
        return self.country, self.faction or in_arms or ("" if self.country else self.name)

    @property
    def surname(self) -> str:
        """The last word of the name, folded: what later mentions use."""
        return self.name.split()[-1].casefold() if self.name else ""


def of_actor(actor: Actor) -> Party:
    """An actor as a party."""
    sort: Sort = "person" if actor.kind == "person" else "state" if actor.kind == "government" else "body"
    role: Role = "principal" if actor.kind in ("person", "office") else "delegation"
    faction = actor.id if actor.kind in ("party", "armed_group") else None
    named = actor.kind != "office"
    return Party(actor.name, actor.country, sort, actor.id, role, actor.code, faction, named, actor.kind)


def of_speaker(scene: Scene, speaker: Speaker) -> Party:
    """Who speaks, as a party."""
    actor = next((a for a in scene.actors if a.id == speaker.actor), None)
    return of_actor(actor) if actor else Party(speaker.name or "", speaker.country, "body", named=False)


def state(scene: Scene, country: str) -> Party:
    """A state by the name the report gives it, or its own."""
    actor = next((a for a in scene.actors if a.kind == "government" and a.country == country), None)
    return of_actor(actor) if actor else Party(scene.states.get(country, country), country, "state", role="delegation")


def participant_kind(party: Party, states: Container[str | None]) -> ParticipantKind:
    """What sort of participant it is: whoever is only told by an office stands for the government he holds it in."""
    if party.known_as in KINDS:
        return KINDS[party.known_as]
    if party.known_as is None and party.sort == "body" and party.role == "delegation":
        return "group"
    return "government" if party.country in states else "organisation" if party.country else "group"


KINDS: Mapping[ActorKind | None, ParticipantKind] = {
    "person": "person",
    "government": "government",
    "ministry": "government",
    "igo": "organisation",
    "party": "organisation",
    "organisation": "organisation",
    "armed_group": "group",
    "media": "medium",
}
"""What sort of participant an actor of a kind is; of an office it depends on whose it is."""


def identified(party: Party, actors: Iterable[Actor]) -> Party:
    """The person a description means, where one in the report holds that office: "the Turkish foreign minister"."""
    if party.named or party.sort != "body":
        return party
    told = f" {party.name.lower()}"
    people = (a for a in actors if a.kind == "person" and a.country == party.country and a.office)
    holders = [a for a in people if told.endswith(f" {a.office}")]
    return of_actor(holders[0]) if len(holders) == 1 else party


def head_of_delegation(scene: Scene, party: Party) -> Party:
    """Who talks for a side of which only the delegation is told: "Li Wei, head of the Chinese delegation"."""
    if party.sort == "person" or party.role != "delegation" or party.country is None:
        return party
    named = ((n, a) for n, a in enumerate(scene.actors) if a.kind == "person" and a.country == party.country)
    people = {n for n, actor in named if actor.office in HEADS}
    if not people:
        return party
    heads = {n for s in scene.standings.values() for n in people.intersection(s.actors) if _leads(scene, s, n)}
    return of_actor(scene.actors[heads.pop()]) if len(heads) == 1 else party


def _leads(scene: Scene, standing: Standing, n: int) -> bool:
    near = scene.doc[max(standing.start - NEAR, 0) : standing.end + NEAR]
    led = {t.lower_ for t in near if t.head.lower_ == "of" and t.head.head.lower_ == scene.actors[n].office}
    return bool(led & scene.words.list("delegations"))


def with_role(party: Party, role: Role) -> Party:
    """The same party in another role."""
    return replace(party, role=role)
