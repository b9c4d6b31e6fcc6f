"""Which words tell of a contact: every trigger of the table of frames, with what fills its slots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge.contact_frames import Frame
from dateline.reading.encounters.parties import (
    Party,
    both_at,
    joined,
    means_both,
    of_actor,
    parties_at,
    state,
    with_role,
)
from dateline.reading.encounters.scene import Scene
from dateline.reading.encounters.setting import begins, date_of, ends, length_of, place_of
from dateline.reading.encounters.slots import fillers, governor, subjects_above
from dateline.reading.encounters.status import is_over, is_past, status_of
from dateline.record import ContactKind, ContactStatus, Place

AHEAD = ("will", "'ll", "shall", "may", "might", "could", "can")
WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
MOST = 9
"""How many tokens on from "visiting" the name of the visitor may stand."""
APART = ("VERB", "AUX", "PUNCT", "ADP", "DET")
NEAR = 10
"""How many tokens on from a journey its purpose may stand."""
REACH = 4
"""How many tokens on from a noun its "between" may stand."""


@dataclass(frozen=True)
class Goal:
    """What is visited: a place, and the side at home there or the people called on."""

    place: Place | None
    hosts: tuple[Party, ...]

    @property
    def country(self) -> str | None:
        """The country or organisation visited."""
        return self.place.country if self.place else next((h.country for h in self.hosts), None)


@dataclass(frozen=True)
class Mention:
    """Words that tell of a contact, with what they say of it."""

    scene: Scene
    frame: Frame
    trigger: Token
    sentence: TokenSpan
    kind: ContactKind
    status: ContactStatus | None
    parties: tuple[Party, ...]
    visitors: tuple[Party, ...]
    hosts: tuple[Party, ...]
    """Who is visited; the state that hosts a gathering."""
    goal: Place | None
    pairs: bool
    """Whether it speaks of parties already told of together ("the two leaders")."""
    pair: tuple[Party, ...]
    """Who these most likely are, where no contact told of before says so."""
    receives: bool
    """Whether those it names are named as whom somebody meets ("talks with Syria")."""
    definite: bool
    """Whether it points back: "the talks", "their meeting"."""
    anaphoric: bool
    """Whether it can only point back: "the talks", nothing said with it of whose or which."""
    distinct: bool
    """Whether it is set apart from what was last spoken of: "another meeting", "met again"."""
    date: str | None
    place: Place | None
    assumed: bool
    """Whether the place is only that of the dateline: "the visiting minister"."""
    length: str | None
    """How long it lasts, where told, as a TIMEX duration ("a three-day visit": ``P3D``)."""
    over: bool
    """Whether it is told to be over ("ended his visit", "after a visit", "last year's visit")."""
    current: bool
    """Whether it is told to go on: "the ongoing summit"."""
    ends: bool
    """Whether the date is that of its end ("wrapped up", "the last day of")."""
    earlier: bool
    """Whether it is told to have been, at no given time: "has met", "recently visited"."""
    begins: bool
    """Whether the date is that of its beginning ("arrived", "started")."""

    @property
    def everybody(self) -> tuple[Party, ...]:
        """All parties, visitors first."""
        return (*self.visitors, *self.parties, *self.hosts)


def find_mentions(scene: Scene) -> Iterator[Mention]:
    """The mentions of one part, in order."""
    for sentence in scene.doc.sents:
        for token in sentence:
            for frame in frames_of(scene, token):
                mentions = _read(scene, frame, token, sentence)
                yield from mentions
                if mentions:
                    break


def frames_of(scene: Scene, token: Token) -> tuple[Frame, ...]:
    """The frames a token may trigger, those that need more said first."""
    lemma = token.lemma_.lower()
    if token.dep_ in ("compound", "nmod") and token.head.i > token.i:
        return ()  # "summit meeting", "dialogue ties"
    if token.tag_ == "VBG" and (frames := scene.words.verbs.get(token.lower_)) and _visiting(scene, token):
        return frames
    if token.pos_ in ("VERB", "AUX"):
        return scene.words.verbs.get(lemma, ())
    if _is_in_name(scene, token) or _is_predicate(scene, token):
        return ()
    return scene.words.nouns.get(lemma, ()) if token.pos_ in ("NOUN", "PROPN") else ()


def _visiting(scene: Scene, participle: Token) -> list[Token]:
    """Whom a participle stands before: the person named right after it counts, whatever the parse."""
    if found := fillers("modified", participle):
        return found
    before = scene.doc[participle.i - 1] if participle.i > participle.sent.start else None
    if before is not None and (
        before.pos_ in ("ADP", "SCONJ", "AUX") and before.lower_ not in ("with", "to", "by", "and")
    ):
        return []
    near = (scene.standings.get(i) for i in range(participle.i + 1, min(participle.i + MOST, len(scene.doc))))
    after = next((s for s in near if s is not None and s.actors), None)
    between = scene.doc[participle.i + 1 : after.head] if after is not None else ()
    if after is None or scene.actors[after.actors[0]].kind != "person" or any(t.pos_ in APART for t in between):
        return []
    return [scene.doc[after.head]]


def _is_in_name(scene: Scene, noun: Token) -> bool:
    """ "Forum" in "Forum on African Trade": the name of a body, not what it holds."""
    standing = scene.covering.get(noun.i)
    return standing is not None and standing.start <= noun.i < standing.end - 1 and _is_body(scene, noun.i)


def _is_predicate(scene: Scene, noun: Token) -> bool:
    """ "The summit is the largest meeting of its kind": said of what the subject names already."""
    verb = noun.head if noun.dep_ == "attr" else noun.head.head if noun.head.lower_ == "as" else None
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")] if verb is not None else []
    return any(s.pos_ == "NOUN" and s.lemma_.lower() in scene.words.nouns for s in subjects)


def _read(scene: Scene, frame: Frame, trigger: Token, sentence: TokenSpan) -> list[Mention]:
    if frame.not_with and any(
        c.lemma_.lower() in frame.not_with or c.text in frame.not_with for c in trigger.lefts if c.dep_ != "det"
    ):
        return []
    if "telephone" in frame.needs and not _by_telephone(scene, trigger, sentence):
        return []
    slots = {slot: fillers(slot, trigger) for slot in {*frame.parties, *frame.visitor, *frame.goal}}
    if "modified" in slots:
        slots["modified"] = _visiting(scene, trigger)
    if "modifier" in slots:  # "the Beijing summit" is one at Beijing
        slots["modifier"] = [t for t in slots["modifier"] if t.i not in scene.places or t.i in scene.standings]
    parties = _parties(scene, frame, trigger, slots)
    process = _process(scene, trigger)
    parties = process or (*parties, *_other_side(scene, frame, trigger, slots, parties))
    visitors = _first(scene, slots, frame.visitor) or _traveller(scene, frame, trigger)
    goals = [g for g in _goals(scene, slots, frame) if g.country not in {v.country for v in visitors}]
    if frame.kind in ("summit", "conference") and not parties and not _is_anaphoric(trigger):
        parties = _attending(scene, trigger)
    pair = [h for slot in frame.parties for h in slots[slot] if means_both(scene, [h])]
    if not _enough(scene, frame, trigger, parties, goals) or (not goals and _to_a_thing(scene, frame, slots)):
        return []
    mention = Mention(
        scene=scene,
        frame=frame,
        trigger=trigger,
        sentence=sentence,
        kind=kind_of(scene, frame, trigger, parties),
        status=status_of(trigger, frame, scene.words, scene.part == "headline"),
        parties=parties,
        visitors=visitors,
        hosts=_hosting(scene, frame, trigger),
        goal=None,
        pair=both_at(scene, pair),
        pairs=bool(pair),
        receives=any(parties_at(scene, slots.get(slot, ())) for slot in ("with", "object")),
        definite=_is_definite(trigger),
        anaphoric=_is_anaphoric(trigger),
        distinct=_is_distinct(scene, trigger),
        date=None if "modified" in frame.visitor else _date(scene, trigger, sentence, frame.kind == "visit"),
        place=place_of(scene, trigger),
        assumed="dateline" in frame.goal,
        length=length_of(scene, trigger, sentence),
        over=is_over(trigger, scene.words),
        current=any(c.lower_ in ("ongoing", "current") for c in trigger.lefts),
        ends=ends(scene, trigger),
        earlier=_is_earlier(trigger),
        begins=begins(scene, trigger),
    )
    if not process and _is_wish(scene, trigger, frame, mention):
        return []
    if process and not (mention.date or mention.place or _is_event(scene, trigger)):
        return []  # a process as a topic: "the six-party talks are the way forward"
    if not goals:
        return [mention]
    alone = mention.place if len(goals) == 1 else None
    return [replace(mention, hosts=g.hosts, goal=g.place, place=g.place or alone) for g in goals]


def _date(scene: Scene, trigger: Token, sentence: TokenSpan, visits: bool) -> str | None:
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


def _parties(scene: Scene, frame: Frame, trigger: Token, slots: dict[str, list[Token]]) -> tuple[Party, ...]:
    """Who takes part; where "between" names both, whoever speaks of it is no party."""
    both = parties_at(scene, slots.get("between", ()))
    both += _last_of(scene, trigger, both) if len(both) == 1 else ()
    if len(both) > 1:
        return both
    return tuple(
        dict.fromkeys(
            _itself(scene, party) if slot in ("modifier", "owner") else party
            for slot in frame.parties
            for party in parties_at(scene, slots[slot])
        )
    )


def _last_of(scene: Scene, trigger: Token, first: tuple[Party, ...]) -> tuple[Party, ...]:
    """The other side of "between", where what is said of the first keeps it apart: "between A, who leads B, and C"."""
    near = scene.doc[trigger.i : trigger.i + REACH]
    start = next((token.i for token in near if token.lower_ == "between"), len(scene.doc))
    found: list[Party] = []
    for token in scene.doc[start:]:
        if token.is_sent_start and token.i > start:
            break
        standing = scene.standings.get(token.i)
        if standing is None or scene.doc[standing.start - 1].text not in (",", "and"):
            continue
        found += [p for p in parties_at(scene, [token], alone=True) if p.named and p not in first]
        if scene.doc[standing.start - 1].text == "and":
            return tuple(found) if any(p.side != first[0].side for p in found) else ()
    return ()


def _other_side(
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
    if not any(parties_at(scene, slots.get(slot, ())) for slot in ("with", "object")):
        return ()
    for heads, spoken in subjects_above(trigger):
        found = tuple(p for p in parties_at(scene, heads) if p.side not in sides)
        if found and spoken:
            return tuple(state(scene, p.country) for p in found[:1] if p.country)
        if found:
            return found
    return ()


def _itself(scene: Scene, party: Party) -> Party:
    """The organisation, where its leaders only name its gathering ("the APEC Economic Leaders' Meeting")."""
    if party.named or party.sort != "body":
        return party
    body = next((a for a in scene.actors if a.kind == "igo" and a.country == party.country), None)
    return of_actor(body) if body else party


def _process(scene: Scene, trigger: Token) -> tuple[Party, ...]:
    """The parties of a process known by their number: "six-party talks"."""
    if trigger.pos_ != "NOUN":
        return ()
    before = scene.doc[trigger.left_edge.i : trigger.i].text.lower().replace(" - ", "-").replace("- ", "-")
    found = next((members for words, members in scene.words.processes.items() if words in before), ())
    return tuple(state(scene, country) for country in found)


def _is_wish(scene: Scene, trigger: Token, frame: Frame, mention: Mention) -> bool:
    """ "Hoped to enhance dialogue with Rome": talks as a good thing, not as an encounter."""
    if frame.kind not in ("meeting", "negotiation") or trigger.pos_ != "NOUN" or mention.definite:
        return False
    if len(parties_at(scene, fillers("between", trigger))) > 1:
        return False
    if frame.kind == "negotiation" and len({p.side for p in mention.parties}) < 2 and not mention.date:
        return mention.place is None  # "open to dialogue"
    verb, path = governor(trigger)
    wished = verb is not None and path == "object" and verb.lemma_ not in scene.words.list("support_verbs")
    return wished and mention.date is None and mention.place is None


def _is_event(scene: Scene, trigger: Token) -> bool:
    verb, _ = governor(trigger)
    return verb is not None and verb.lemma_ in scene.words.list("support_verbs") and verb.lemma_ != "be"


def kind_of(scene: Scene, frame: Frame, trigger: Token, parties: tuple[Party, ...]) -> ContactKind:
    """The kind told by the frame, or by what stands beside its noun: "peace talks", "APEC leaders' meeting"."""
    if frame.kind not in ("meeting", "conference"):
        return frame.kind
    if "bloc" in frame.needs:
        return "conference" if trigger.lemma_ == "minister" else "summit"
    beside = [t for c in trigger.lefts if c.dep_ != "det" and trigger.pos_ != "VERB" for t in c.subtree]
    beside += [t for c in trigger.rights if c.lower_ == "of" for t in c.children if t.tag_ in ("NNS", "NNPS", "NNP")]
    lemmas = {t.lemma_.lower() for t in beside}
    bodies = any(_is_body(scene, t.i) for t in beside)
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


def _is_body(scene: Scene, i: int) -> bool:
    standing = scene.covering.get(i)
    return standing is not None and any(scene.actors[n].kind == "igo" for n in standing.actors)


def _hosting(scene: Scene, frame: Frame, trigger: Token) -> tuple[Party, ...]:
    """The state of whom a gathering is the guest: "Nigeria is to host a summit"."""
    verb, path = governor(trigger)
    if frame.kind not in ("summit", "conference") or verb is None or verb.lemma_ != "host" or path != "object":
        return ()
    hosts = parties_at(scene, fillers("subject", verb))
    return tuple(with_role(h, "host") for h in hosts if h.sort == "state" and h.country in scene.states)


def _to_a_thing(scene: Scene, frame: Frame, slots: dict[str, list[Token]]) -> bool:
    """A visit "to a shrine"; "to the region" is one to people and places all the same."""
    heads = [h for slot in ("to", "object") if slot in frame.goal for h in slots[slot]]
    return bool(heads) and all(h.pos_ == "NOUN" and h.lemma_.lower() not in scene.words.list("lands") for h in heads)


def _attending(scene: Scene, trigger: Token) -> tuple[Party, ...]:
    """Who speaks of a gathering that names nobody else: "leaders at the summit warned, the president said"."""
    for heads, _ in subjects_above(trigger):
        if found := tuple(p for p in parties_at(scene, heads) if p.sort == "person"):
            return found[:1]
    return ()


def _traveller(scene: Scene, frame: Frame, trigger: Token) -> tuple[Party, ...]:
    """Who visits where the verb's own subject is nobody: the person who is the subject of the clause around."""
    if not frame.visitor or trigger.pos_ != "VERB" or "object" in frame.visitor:
        return ()
    for heads, spoken in subjects_above(trigger):
        found = tuple(p for p in parties_at(scene, heads) if p.sort == "person")
        if found or spoken:
            return () if spoken else found
    return ()


def _first(scene: Scene, slots: dict[str, list[Token]], names: tuple[str, ...]) -> tuple[Party, ...]:
    for name in names:
        found = parties_at(scene, slots[name])
        if found:
            return found
    return ()


def _goals(scene: Scene, slots: dict[str, list[Token]], frame: Frame) -> list[Goal]:
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
    return Goal(None, hosts) if hosts else None


def _enough(scene: Scene, frame: Frame, trigger: Token, parties: tuple[Party, ...], goals: list[Goal]) -> bool:
    if "goal" in frame.needs and frame.verbs and not goals:
        return False
    if "errand" in frame.needs and not any(c.lower_ in ("for", "on") and c.dep_ == "prep" for c in trigger.children):
        return False
    if "bloc" in frame.needs and not _acts_as_bloc(scene, trigger):
        return False
    if "goal" in frame.needs and "invite" in frame.verbs and not _invites_over(scene, trigger):
        return False
    if frame.name == "meet" and _meets_a_thing(scene, trigger):
        return False
    if "two" in frame.needs and len({p.side for p in parties}) < 2:
        return False
    if "joint" in frame.needs and not {"joint", "joined"} & {t.lower_ for t in trigger.lefts}:
        return False
    if "terms" in frame.needs and _agrees_to_meet(scene, trigger):
        return False
    if "body" in frame.needs and all(p.country is None or p.country in scene.states for p in parties):
        return False
    if frame.visitor and _is_private(scene, trigger):
        return False
    if "concluded" in frame.needs and not _is_concluded(scene, trigger):
        return False
    if "person" in frame.needs:
        received = parties_at(scene, fillers("object", trigger))
        if not any(p.sort == "person" or not p.named for p in received):
            return False
    if "accord" in frame.needs:
        signed = fillers("object", trigger)
        if not any(t.lemma_.lower() in scene.words.list("accord_nouns") for t in signed):
            return False
    return True


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
    return any(_is_body(scene, t.i) for t in trigger.lefts) and (set_in or dated)


def _by_telephone(scene: Scene, trigger: Token, sentence: TokenSpan) -> bool:
    words = scene.words.list("telephone_words")
    return any(t.lower_ in words for t in scene.doc[max(trigger.i - 5, sentence.start) : trigger.i + 6])


def _is_distinct(scene: Scene, trigger: Token) -> bool:
    """ "Another meeting", "met again", "the next round of talks"."""
    seats = [trigger]
    if trigger.dep_ == "pobj" and trigger.head.lower_ == "of":
        seats.append(trigger.head.head)
    return any(c.lower_ in scene.words.list("distinct") for seat in seats for c in seat.children)


def _is_definite(trigger: Token) -> bool:
    return any(c.lower_ in ("the", "this", "these", "their", "his", "her", "its", "that") for c in trigger.lefts)


def _is_anaphoric(trigger: Token) -> bool:
    """ "The talks", "this two-day summit", "the one-hour meeting"; not "the Geneva talks", "the talks with Syria"."""
    before = [t for t in trigger.lefts if t.dep_ != "punct"]
    bare = all(t.dep_ in ("det", "nummod") or t.ent_type_ in ("DATE", "TIME") or t.pos_ == "ADJ" for t in before)
    pointed = any(t.lower_ in ("the", "this", "these", "that") for t in before)
    more = any(t.dep_ in ("prep", "acl", "relcl") for t in trigger.rights)
    return trigger.pos_ == "NOUN" and bare and pointed and not more


def _is_earlier(trigger: Token) -> bool:
    verb = trigger if trigger.pos_ == "VERB" else governor(trigger)[0]
    near = [] if verb is None else list(verb.children)
    has = any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in near) and not any(c.tag_ == "MD" for c in near)
    return has or any(t.lower_ in ("recently", "previously", "already", "earlier") for t in near)
