"""Who takes part in what one mention tells of, and whom or where a visit is to."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.knowledge.contact_frames import Frame
from dateline.reading.encounters.listed import joined
from dateline.reading.encounters.mention import Goal
from dateline.reading.encounters.parties import means_both, parties_at
from dateline.reading.encounters.party import Party, of_actor, state, with_role
from dateline.reading.encounters.scene import Scene
from dateline.reading.encounters.slots import fillers, governor, subjects_above

REACH = 4
"""How many tokens on from a noun its "between" may stand."""


def named_parties(scene: Scene, frame: Frame, trigger: Token, slots: dict[str, list[Token]]) -> tuple[Party, ...]:
    """Who takes part; where "between" names both, whoever speaks of it is no party."""
    both = parties_at(scene, slots.get("between", ()))
    if not both and means_both(scene, slots.get("between", ())):
        return ()  # "Oman hosted a round between the two sides"
    both += _last_of(scene, _soon(scene, trigger, "between"), both) if len(both) == 1 else ()
    if len(both) > 1:
        return both
    named = tuple(
        dict.fromkeys(
            _itself(scene, party) if slot in ("modifier", "owner") else party
            for slot in frame.parties
            for party in parties_at(scene, slots[slot])
        )
    )
    signed = _soon(scene, trigger, "by") if "accord" in frame.needs and len(named) == 1 else None
    return named + _last_of(scene, signed, named)


def _soon(scene: Scene, trigger: Token, preposition: str) -> Token | None:
    return next((t for t in scene.doc[trigger.i : trigger.i + REACH] if t.lower_ == preposition), None)


def _last_of(scene: Scene, start: Token | None, first: tuple[Party, ...]) -> tuple[Party, ...]:
    """The other side of "between" or "signed by", parted by what is said of the first: "A, who leads B, and C"."""
    found: list[Party] = []
    for token in scene.doc[start.i :] if start is not None else ():
        if token.is_sent_start and token != start:
            break
        standing = scene.standings.get(token.i)
        if standing is None or scene.doc[standing.start - 1].text not in (",", "and"):
            continue
        found += [p for p in parties_at(scene, [token], alone=True) if p.named and p not in first]
        if scene.doc[standing.start - 1].text == "and":
            return tuple(found) if any(p.side != first[0].side for p in found) else ()
    return ()


def other_side(
    scene: Scene, frame: Frame, trigger: Token, slots: dict[str, list[Token]], parties: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Who meets those named alone after "with" or as an object: the subject of a clause around.

    "The envoy told reporters after talks with Syria"; the state of who only speaks: "talks with Syria would be held,
    the Turkish minister said".
    """
    sides = {p.side for p in parties}
    doers = parties_at(scene, slots.get("subject", ()))
    if len(sides) != 1 or any(p.sort == "person" for p in doers):
        return ()
    if trigger.pos_ == "VERB" and not doers and any(t.pos_ == "NOUN" for t in slots.get("subject", ())):
        return ()  # "the winner will meet Ghana": it has a subject of its own
    if not any(parties_at(scene, slots.get(slot, ())) for slot in ("with", "object")):
        return ()
    for heads, spoken in subjects_above(trigger):
        found = tuple(p for p in parties_at(scene, heads) if p.side not in sides)
        if found and spoken:
            return tuple(state(scene, p.country) for p in found[:1] if p.country)
        if found:
            return found
    return ()


def partner_told_of(scene: Scene, frame: Frame, trigger: Token, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The other side where only the topic names it: "the EU froze talks on closer ties with Serbia"."""
    sides = {p.side for p in parties}
    if frame.kind not in ("meeting", "negotiation") or trigger.pos_ != "NOUN" or len(sides) != 1:
        return ()
    for word in trigger.subtree:
        if word.i > trigger.i and word.lower_ == "with" and word.head.pos_ == "NOUN":
            found = parties_at(scene, [c for c in word.children if c.dep_ == "pobj"])
            if found and all(p.side not in sides and p.sort != "person" for p in found):
                return found
    return ()


def _itself(scene: Scene, party: Party) -> Party:
    """The organisation, where its leaders only name its gathering ("the APEC Economic Leaders' Meeting")."""
    if party.named or party.sort != "body":
        return party
    body = next((a for a in scene.actors if a.kind == "igo" and a.country == party.country), None)
    return of_actor(body) if body else party


def process_parties(scene: Scene, trigger: Token) -> tuple[Party, ...]:
    """The parties of a process known by their number: "six-party talks"."""
    if trigger.pos_ != "NOUN":
        return ()
    before = scene.doc[trigger.left_edge.i : trigger.i].text.lower().replace(" - ", "-").replace("- ", "-")
    found = next((members for words, members in scene.words.processes.items() if words in before), ())
    return tuple(state(scene, country) for country in found)


def first_of(scene: Scene, slots: dict[str, list[Token]], names: tuple[str, ...]) -> tuple[Party, ...]:
    """The parties of the first slot that has any."""
    for name in names:
        found = parties_at(scene, slots[name])
        if found:
            return found
    return ()


def traveller(scene: Scene, frame: Frame, trigger: Token) -> tuple[Party, ...]:
    """Who visits where the verb's own subject is nobody: the person who is the subject of the clause around."""
    if not frame.visitor or trigger.pos_ != "VERB" or "object" in frame.visitor:
        return ()
    for heads, spoken in subjects_above(trigger):
        found = tuple(p for p in parties_at(scene, heads) if p.sort == "person")
        if found or spoken:
            return () if spoken else found
    return ()


def attending(scene: Scene, trigger: Token) -> tuple[Party, ...]:
    """Who speaks of a gathering that names nobody else: "leaders at the summit warned, the president said".

    A spokesman speaks of it for others.
    """
    voices = {a.id for a in scene.actors if a.office and "spokes" in a.office}
    for heads, _ in subjects_above(trigger):
        if found := tuple(p for p in parties_at(scene, heads) if p.sort == "person"):
            return tuple(p for p in found[:1] if p.actor not in voices)
    return ()


def hosting(scene: Scene, frame: Frame, trigger: Token) -> tuple[Party, ...]:
    """Who gives a gathering its roof, or mediates talks: "Nigeria is to host a summit", "talks brokered by Norway"."""
    if frame.kind not in ("summit", "conference", "meeting", "negotiation") or trigger.pos_ != "NOUN":
        return ()
    return tuple(
        with_role(party, scene.words.hosting[verb.lemma_])
        for verb, doers in _hosts(trigger)
        if verb.lemma_ in scene.words.hosting
        for party in parties_at(scene, doers)
        if party.sort == "body" or (party.country is not None and party.country in scene.states)
    )


def _hosts(trigger: Token) -> Iterator[tuple[Token, list[Token]]]:
    """The verbs of which a noun is the object, before or after it, each with who does it."""
    verb, path = governor(trigger)
    if verb is not None and path == "object":
        yield verb, fillers("subject", verb)
    for child in trigger.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":  # "talks hosted by China"
            yield child, fillers("by", child)
        elif child.dep_ == "relcl":  # "talks, which Norway mediated"
            yield child, fillers("subject", child)
        elif child.dep_ in ("amod", "compound") and child.i > 1 and child.nbor(-1).text == "-":  # "UN-brokered"
            yield child, [child.nbor(-2)]


def goals_of(scene: Scene, slots: dict[str, list[Token]], frame: Frame) -> list[Goal]:
    """What is visited, one for each place of a list; the first slot that has any tells."""
    for name in frame.goal:
        if scene.here is not None and (name == "dateline" or (name == "here" and slots[name])):
            return [Goal(scene.here, ())]
        found = [goal for head in slots[name] for token in joined(head) if (goal := _goal(scene, token))]
        if found:
            return found
    return []


def _goal(scene: Scene, token: Token) -> Goal | None:
    place = scene.places.get(token.i)
    place = place if place is not None and place.country else None
    hosts = tuple(with_role(h, "host") for h in parties_at(scene, [token], alone=True))
    if place is not None:
        return Goal(place, ())
    if not hosts and token.lemma_.lower() in scene.words.list("lands"):  # "the Palestinian territories"
        sides = dict.fromkeys(scene.sides[t.i] for c in token.lefts for t in c.subtree if t.i in scene.sides)
        hosts = tuple(with_role(state(scene, code), "host") for code in sides)
    return Goal(None, hosts) if hosts else None
