"""Who takes part in an encounter, and in which role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.reading.encounters.encounter import NAMES_TWO, Encounter
from dateline.reading.encounters.mention import Mention
from dateline.reading.encounters.parties import parties_at
from dateline.reading.encounters.party import Party, head_of_delegation, identified, participant_kind, state, with_role
from dateline.reading.encounters.scene import Scene
from dateline.reading.encounters.wording import summoner
from dateline.record import ContactKind, Participant, Place


def parties_of(mentions: Sequence[Mention], kind: ContactKind) -> list[Party]:
    """Who takes part: people stand for their sides; those only pointed at count where nobody else is named."""
    named = _once(party for mention in mentions for party in mention.parties)
    if len({party.side for party in named}) < 2:
        named = _once([*named, *(party for mention in mentions for party in mention.pair)])
    scene = mentions[0].scene
    named = _once(identified(party, scene.actors) for party in named)
    if kind in NAMES_TWO and len({party.country for party in named if party.country}) > 1:
        named = [party for party in named if party.country or party.sort != "body" or party.faction]
    named = _without_voices(named, scene)
    bodies = {party.country for party in named if party.sort == "body" and party.named}
    named = [party for party in named if party.sort != "body" or party.named or party.country not in bodies]
    people = {party.country for party in named if party.sort == "person"}
    bodies = {party.country for party in named if party.sort == "body"}
    return [
        party
        for party in named
        if party.sort == "person"
        or (party.sort == "body" and (party.country not in people or party.country is None))
        or (party.sort == "state" and party.country not in people | bodies)
        or (party.sort == "body" and party.faction)
    ]


def _without_voices(parties: list[Party], scene: Scene) -> list[Party]:
    """The parties without spokesmen, who speak of encounters of others; where two sides are left."""
    voices = {actor.id for actor in scene.actors if actor.office and "spokes" in actor.office}
    others = [party for party in parties if party.actor not in voices]
    return others if len({party.side for party in others}) > 1 else parties


def _once(parties: Iterable[Party]) -> list[Party]:
    """Each party once, by its actor or folded name."""
    found: dict[tuple[str, str | None], Party] = {}
    for party in parties:
        found.setdefault((party.actor or party.name.casefold(), party.country), party)
    return list(found.values())


def completed(
    parties: list[Party], kind: ContactKind, mentions: Sequence[Mention], before: Sequence[Encounter]
) -> list[Party]:
    """The parties with the other side, where the words name one or none: of the sentence, or of the last encounter.

    "Their talks" are of those who met before; "Blinken landed in Kyiv, where he met Zelenskyy". Whose land is visited
    is told by the place.
    """
    sides = {party.side for party in parties}
    for encounter in reversed(before):
        others = [p for p in encounter.parties if p.side not in sides]
        shared = sides <= {p.side for p in encounter.parties}
        if shared and not sides and len({p.side for p in others}) > 1:
            return others
        if shared and sides and len({p.side for p in others}) == 1:
            return _once([*parties, *(_as_side(p, kind, mentions[0].scene) for p in others)])
    others = [p for mention in mentions for p in beside(mention) if p.side not in sides]
    return _once([*parties, *(_as_side(p, kind, mentions[0].scene) for p in others[:1])]) if parties else parties


def _as_side(party: Party, kind: ContactKind, scene: Scene) -> Party:
    """The state, for a visit is to one, and a negotiation between them, whoever of it is named elsewhere."""
    country = party.country
    return (
        state(scene, country)
        if kind in ("visit", "negotiation") and country is not None and country in scene.states
        else party
    )


def beside(mention: Mention) -> list[Party]:
    """Those whom the sentence names besides, the nearest first."""
    scene, sentence = mention.scene, mention.sentence
    near = sorted(range(sentence.start, sentence.end), key=lambda i: abs(i - mention.trigger.i))
    return [party for i in near if i in scene.standings for party in parties_at(scene, [scene.doc[i]], alone=True)]


def participants_of(
    parties: list[Party], mentions: Sequence[Mention], kind: ContactKind, where: Place | None
) -> tuple[Participant, ...]:
    """The parties with their roles: the side at whose place it is, or who summons, hosts it, or a visited state."""
    scene = mentions[0].scene
    if kind in ("meeting", "negotiation"):
        parties = [head_of_delegation(scene, party) for party in parties]
    land = where.country if where is not None else summoner(mentions)
    sides = {party.country for party in parties}
    if kind == "visit" and land in scene.states and land not in sides and land is not None:
        parties.append(with_role(state(scene, land), "host"))
        sides.add(land)
    if kind in ("meeting", "visit") and land in sides and len(sides) > 1:
        parties = [with_role(p, "host") if p.country == land and p.role != "mediator" else p for p in parties]
    return tuple(
        Participant(name=p.name, actor=p.actor, country=p.country, role=p.role, kind=participant_kind(p, scene.states))
        for p in parties
    )
