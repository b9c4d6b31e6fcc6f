"""What a contact is about: its topics, each with its standing, the exact phrase and who says so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from dateline.knowledge.agenda_cues import load_agenda_cues
from dateline.reading.analysis import Analysis
from dateline.reading.encounters.mention import Mention
from dateline.reading.encounters.merging import Encounter, family
from dateline.reading.encounters.parties import means_both, parties_at
from dateline.reading.encounters.party import Party
from dateline.reading.encounters.scene import Scene
from dateline.reading.encounters.slots import fillers, subjects
from dateline.reading.grounds import Ground
from dateline.reading.topic_standing import is_errand, leading
from dateline.reading.topics import Topic, find_topics
from dateline.record import AgendaItem, ContactStatus, Span, Standing, Statement

AHEAD = ("scheduled", "proposed", "postponed")


RECENT = 50
"""How many mentions back a topic is looked for its contact."""

Key = tuple[Literal["name", "side", "body"], str]
"""Something a party is known by: its actor or name, its country, or its country where no person stands for it."""


@dataclass(frozen=True)
class Told:
    """The words that tell of an encounter, at one place of a part."""

    trigger: int
    encounter: int
    mention: Mention


class Speech:
    """Who says what stands where in one part."""

    def __init__(self, part: str, statements: Iterable[Statement]) -> None:
        said = [(c.start, c.end, s) for s in statements for c in s.content if c.part == part]
        self._said = sorted(said, key=lambda row: row[:2])
        self._starts = [start for start, _, _ in self._said]

    def at(self, span: Span) -> Statement | None:
        """The statement whose content holds the span."""
        n = bisect_right(self._starts, span.start) - 1
        return self._said[n][2] if n >= 0 and span.end <= self._said[n][1] else None


def read_agendas(
    analysis: Analysis,
    scenes: Sequence[Scene],
    encounters: Sequence[Encounter],
    statuses: Sequence[ContactStatus],
    statements: tuple[Statement, ...],
) -> dict[int, tuple[AgendaItem, ...]]:
    """The agenda of each encounter, by its place in the sequence; items in order, no topic twice."""
    agendas: dict[int, list[tuple[AgendaItem, Ground]]] = {}
    for scene in scenes:
        told = sorted(
            (Told(m.trigger.i, n, m) for n, e in enumerate(encounters) for m in e.mentions if m.scene is scene),
            key=lambda t: (t.trigger, t.encounter),
        )
        speech = Speech(scene.part, statements)
        for topic in find_topics(scene) if told else ():
            statement = speech.at(scene.span(topic.phrase))
            at = _belongs(scene, topic, statement, told, encounters, statuses)
            if at is not None:
                n = at.encounter
                item = _item(scene, topic, at.mention, statuses[n], statement)
                _add(agendas.setdefault(n, []), item, _ground(scene, topic, n))
    analysis.grounds.extend(ground for found in agendas.values() for _, ground in found)
    return {n: tuple(item for item, _ in found) for n, found in agendas.items()}


def _belongs(
    scene: Scene,
    topic: Topic,
    statement: Statement | None,
    told: Sequence[Told],
    encounters: Sequence[Encounter],
    statuses: Sequence[ContactStatus],
) -> Told | None:
    """The encounter a topic is one of: told of by the same word, in the same sentence, or before by the same people."""
    sentence, phrase = topic.trigger.sent, topic.phrase
    last = bisect_left(told, sentence.end, key=lambda t: t.trigger)
    before = [t for t in told[max(last - RECENT, 0) : last] if not phrase.start <= t.trigger < phrase.end]
    near = [t for t in before if t.trigger >= sentence.start]
    match topic.cue.told:
        case "purpose":
            return next((t for t in near if _serves(topic.trigger, t.mention)), None)
        case "deed":
            acting = {s.i for s in subjects(topic.trigger)}
            bloc = next((t for t in near if "bloc" in t.mention.frame.needs and t.trigger in acting), None)
            return bloc or _decided(topic, before, encounters, statuses)
        case "spoken":
            if statement is None and not _speaks(topic.trigger):
                return None
            past = [t for t in before if statuses[t.encounter] not in AHEAD]
            past.sort(key=lambda t: family(encounters[t.encounter].kind) == "talks")
            who = _speakers(scene, topic, statement)
            doing = _doing(parties_at(scene, subjects(leading(topic.trigger)))) if _speaks(topic.trigger) else set()
            found = _last_of(who, past, encounters) or _last_of(doing, past, encounters)
            return found or (None if before else _remarks(who, told, encounters, statuses))
    found = _talked_of(scene, topic, near, before, encounters, statuses)
    if found is None and not before and topic.trigger.pos_ == "VERB":
        found = _told_after(scene, topic, told, encounters)
    return found


def _told_after(scene: Scene, topic: Topic, told: Sequence[Told], encounters: Sequence[Encounter]) -> Told | None:
    """The first talks told of, where the lead tells the topics before the talks: "All sides will discuss ..."."""
    doers = fillers("subject", topic.trigger)
    if not doers or not (_gathered(doers) or means_both(scene, doers)):
        return None
    return next((t for t in told if family(encounters[t.encounter].kind) == "talks"), None)


def _remarks(
    who: set[Key], told: Sequence[Told], encounters: Sequence[Encounter], statuses: Sequence[ContactStatus]
) -> Told | None:
    """The talks told after the lead that has said what was said at them: "He made the remarks when he met ..."."""
    talks = [t for t in told if family(encounters[t.encounter].kind) == "talks"]
    first = next((t for t in talks if who & _present(encounters[t.encounter].parties)), None)
    return first if first is not None and statuses[first.encounter] not in AHEAD else None


def _decided(
    topic: Topic, before: Sequence[Told], encounters: Sequence[Encounter], statuses: Sequence[ContactStatus]
) -> Told | None:
    """The gathering last told of, where those gathered decide: "the officials also endorsed the report"."""
    doers = fillers("subject", topic.trigger)
    over = [t for t in before if statuses[t.encounter] not in AHEAD]
    gatherings = [t for t in over if encounters[t.encounter].kind in ("conference", "summit")]
    if doers and _gathered(doers) and gatherings:
        return gatherings[-1]
    return None


def _talked_of(
    scene: Scene,
    topic: Topic,
    near: Sequence[Told],
    before: Sequence[Told],
    encounters: Sequence[Encounter],
    statuses: Sequence[ContactStatus],
) -> Told | None:
    if near:
        talks = [t for t in near if family(encounters[t.encounter].kind) != "visit"]
        return min(talks or near, key=lambda t: abs(t.trigger - topic.trigger.i))
    doers = fillers("subject", topic.trigger)
    pointed = next((t for t in before if any(t.trigger == doer.i for doer in doers)), None)
    if pointed is not None:  # "the meeting will focus on ..."
        return pointed
    talks = [t for t in before if family(encounters[t.encounter].kind) == "talks"]
    if talks and (topic.standing == "excluded" or means_both(scene, doers)):
        return talks[-1]
    doers = [doer for doer in doers if not topic.phrase.start <= doer.i < topic.phrase.end]
    who = _doing(parties_at(scene, doers))
    named = _last_of(who, before, encounters)
    if named is None and topic.standing == "agreed" and topic.trigger.pos_ == "NOUN":
        named = next((t for t in reversed(talks) if statuses[t.encounter] not in AHEAD), None)
    if named is None and _tells_alone(topic.trigger, doers) and _gathered(doers):
        past = [t for t in before if statuses[t.encounter] not in AHEAD] if topic.standing != "expected" else []
        return next((t for t in reversed(past or talks)), None)
    return named


def _tells_alone(trigger: Token, doers: Sequence[Token]) -> bool:
    """Whether the word tells of topics without a word for the contact beside it: "topics will include trade".

    Verbs do ("trade was discussed"), nouns where it is told who does it ("ministers had discussions on trade").
    """
    agenda = trigger.lemma_.lower() in load_agenda_cues().phrases["agendas"]
    return agenda or trigger.pos_ in ("VERB", "AUX") or bool(doers)


def _gathered(doers: Sequence[Token]) -> bool:
    """Whether the doers are whoever met, told of by no name: "delegates discussed", "trade was discussed"."""
    return all(doer.lemma_.lower() in load_agenda_cues().phrases["gathered"] for doer in doers)


def _serves(verb: Token, mention: Mention) -> bool:
    """Whether the verb tells what the contact is for: it hangs on the contact's word, or on the verb of that."""
    above = {mention.trigger.i, mention.trigger.head.i} if mention.trigger.pos_ == "NOUN" else {mention.trigger.i}
    for word in verb.ancestors:
        if word.i in above:
            return True
        if word.dep_ in ("ccomp", "relcl") or word.lemma_ in load_agenda_cues().phrases["speaking"]:
            return False
    return False


def _last_of(who: set[Key], told: Sequence[Told], encounters: Sequence[Encounter]) -> Told | None:
    """The last told of the encounters in which one of these takes part."""
    return next((t for t in reversed(told) if who & _present(encounters[t.encounter].parties)), None)


def _present(parties: Iterable[Party]) -> set[Key]:
    """What those who take part are known by: their names, their sides, and the sides of bodies named without people."""
    keys: set[Key] = {("name", p.actor or p.name) for p in parties}
    keys |= {("side", p.country) for p in parties if p.country}
    return keys | {("body", p.country) for p in parties if p.country and p.sort != "person"}


def _doing(parties: Iterable[Party]) -> set[Key]:
    """What those who act are looked for by: people by name, states and bodies also by their side."""
    keys: set[Key] = {("name", p.actor or p.name) for p in parties}
    return keys | {("side", p.country) for p in parties if p.country and p.sort != "person"}


def _speaks(verb: Token) -> bool:
    """Whether the word is itself an act of speech, its speaker the subject: "called for more visits"."""
    tells = leading(verb).dep_ in ("ROOT", "advcl", "acl", "ccomp")
    return tells and verb.lemma_ in load_agenda_cues().phrases["speaking"]


def _speakers(scene: Scene, topic: Topic, statement: Statement | None) -> set[Key]:
    """Who says it: the speaker of the statement it stands in, else the subject of the outermost verb above it.

    Somebody who speaks for a body that takes part is taken to have been there.
    """
    if statement is not None:
        speaker = statement.speaker
        person = any(a.id == speaker.actor and a.kind == "person" for a in scene.actors)
        keys: set[Key] = {("name", speaker.actor or speaker.name or "")}
        return keys | ({("body" if person else "side", speaker.country)} if speaker.country else set())
    verb = topic.trigger
    for word in verb.ancestors:
        if word.pos_ in ("VERB", "AUX"):
            verb = word
    return _doing(parties_at(scene, [c for c in verb.children if c.dep_ == "nsubj"] or subjects(verb)))


def _add(items: list[tuple[AgendaItem, Ground]], item: AgendaItem, ground: Ground) -> None:
    """Adds a topic, unless one already there says the same; the fuller phrase stays."""
    topic = item.topic.casefold()
    for i, (known, _) in enumerate(items):
        if topic in known.topic.casefold():
            return
        if known.topic.casefold() in topic and known.standing == item.standing:
            items[i] = item, ground
            return
    items.append((item, ground))


def _ground(scene: Scene, topic: Topic, n: int) -> Ground:
    trigger, cue = topic.trigger, topic.cue
    rule = f"agenda_cues.toml: {trigger.lemma_.lower()} ({cue.told}: {' '.join(cue.slots)})"
    words = scene.span(trigger.doc[trigger.i : trigger.i + 1])
    return Ground(f"contact c{n + 1}, topic {topic.phrase.text}", rule, (words,))


def _item(
    scene: Scene, topic: Topic, mention: Mention, status: ContactStatus, statement: Statement | None
) -> AgendaItem:
    return AgendaItem(
        topic=topic.phrase.text,
        standing=_as_of(topic, mention, status),
        according_to=statement.speaker.name if statement is not None else None,
        evidence=(scene.span(topic.trigger.sent),),
    )


def _as_of(topic: Topic, mention: Mention, status: ContactStatus) -> Standing:
    """The standing as of the contact's status: what is still to come cannot have been discussed.

    What a contact that is over was for has been discussed there, unless only its beginning is told of, or that
    somebody has come for it: "arrived on Wednesday for talks on trade".
    """
    if topic.standing == "discussed" and status in AHEAD:
        return "expected"
    comes_for = is_errand(topic.trigger) and topic.trigger.head.head.lemma_ in mention.scene.words.list("beginnings")
    begins = mention.begins or comes_for
    if topic.standing == "expected" and status == "held" and not topic.coming and not begins:
        return "discussed"
    return topic.standing
