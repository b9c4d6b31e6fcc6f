"""What was done: actions between actors, coded in CAMEO and PLOVER."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Sentence

from dateline.knowledge import Knowledge
from dateline.knowledge.actions import Actions
from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis, span_of
from dateline.reading.deeds import Deed, deeds_of
from dateline.reading.sides import Named, sides_of
from dateline.reading.timing.calendar_values import date_of
from dateline.record import Contact, Event, Place, PlaceRef, Report, Span, Spans, Statement, Time


def read_events(
    analysis: Analysis,
    times: tuple[Time, ...],
    places: tuple[Place, ...],
    cast: Cast,
    statements: tuple[Statement, ...],
    contacts: tuple[Contact, ...],
    knowledge: Knowledge,
) -> tuple[Event, ...]:
    """Every coded action of the body, in order, without duplicates; a contact is the event its kind and status say."""
    if _is_of_sport(analysis, knowledge.actions):
        return ()
    spots = tuple((mention, p.country) for p in places if p.country for mention in p.mentions if mention.part == "body")
    done = tuple(_of_deeds(analysis, times, places, Named(cast, spots, knowledge.actions), knowledge.actions))
    met = [
        *(
            event
            for kind, event in _of_contacts(contacts, cast, knowledge.actions)
            if not _is_told_otherwise(kind, event, done)
        ),
        *_of_exclusions(contacts, statements, cast, knowledge.actions),
    ]
    told = [*met, *(event for event in done if not _is_told_by(met, event))]
    told = [event for event in told if not _is_at_home(event)]
    told.sort(key=lambda event: (event.evidence[0].part, event.evidence[0].start))
    events = tuple(_without_repeats(told))
    for number, event in enumerate(events, 1):
        table = "contacts.csv" if any(event is known for known in met) else "acts.csv"
        analysis.because(f"event {number}", f"events/{table}: {event.cameo}", *event.evidence)
    return events


def _of_contacts(contacts: tuple[Contact, ...], cast: Cast, actions: Actions) -> Iterator[tuple[str, Event]]:
    """A contact's kind, and the event it is, between the first of its parties and the others: RUS consults with USA."""
    for contact in contacts:
        cameo = actions.contact_code(contact.kind, contact.status)
        sides = _parties(contact, cast)
        if cameo and len(sides) > 1:
            words = (_clearest(contact, sides, cast),)
            yield contact.kind, _event(actions, cameo, sides[:1], sides[1:], contact, words)


def _clearest(contact: Contact, sides: tuple[str, ...], cast: Cast) -> Span:
    """Of the words a contact rests on, the first that name most of its sides."""
    countries = {side[:3] for side in sides}
    return max(contact.evidence, key=lambda span: len(countries & {code[:3] for code in cast.codes(span)}))


def _of_exclusions(
    contacts: tuple[Contact, ...], statements: tuple[Statement, ...], cast: Cast, actions: Actions
) -> Iterator[Event]:
    """Who says that a topic is off the table rejects to discuss it with the other parties."""
    speakers = {statement.speaker.name: statement.speaker for statement in statements}
    codes = {actor.id: actor.code for actor in cast.actors}
    for contact in contacts:
        for item in contact.agenda:
            speaker = speakers.get(item.according_to) if item.standing == "excluded" else None
            code = speaker and ((speaker.actor and codes.get(speaker.actor)) or speaker.country)
            if code:
                others = tuple(side for side in _parties(contact, cast) if side[:3] != code[:3])
                yield _event(actions, REFUSED_TOPIC, (code,), others, contact, item.evidence[:1])


def _parties(contact: Contact, cast: Cast) -> tuple[str, ...]:
    """The codes of a contact's parties; of unnamed people that of their sector, where their words tell it."""
    codes = {actor.id: actor.code for actor in cast.actors}
    named = {s.name.lower(): s.code for span in contact.evidence for s in cast.standing(span) if s.mentioned and s.code}
    found = (
        (p.actor and codes.get(p.actor))
        or (named.get(p.name.lower(), p.country) if p.country and len(p.country) == 3 else None)
        for p in contact.participants
    )
    return tuple(dict.fromkeys(code for code in found if code))


def _event(
    actions: Actions,
    cameo: str,
    actors: tuple[str, ...],
    recipients: tuple[str, ...],
    contact: Contact,
    evidence: Spans,
) -> Event:
    coding = actions.coding(cameo)
    return Event(
        event=coding.event,
        mode=coding.mode,
        contexts=coding.contexts,
        cameo=cameo,
        actors=actors,
        recipients=recipients,
        date=contact.date,
        place=contact.place,
        evidence=evidence,
    )


def _is_told_by(met: list[Event], event: Event) -> bool:
    """Whether a deed is the meeting, or the intent to meet, that a contact told in the same words already is."""
    return event.cameo.startswith(MEETING) and any(
        event.evidence[0].overlaps(span) for contact in met for span in contact.evidence
    )


def _is_told_otherwise(kind: str, met: Event, done: tuple[Event, ...]) -> bool:
    """Whether a contact is known only by what its sides agreed, rejected or broke off: then that is the event."""
    if kind not in SETTLING or not met.cameo.startswith(TALKS):
        return False
    beside = [event for event in done if event.evidence[0].overlaps(met.evidence[0])]
    sides = {code[:3] for code in (*met.actors, *met.recipients)}
    return not any(event.cameo.startswith(MEETING) for event in beside) and any(
        event.cameo.startswith(OUTCOME) and sides <= {code[:3] for code in (*event.actors, *event.recipients)}
        for event in beside
    )


def _is_at_home(event: Event) -> bool:
    """Whether a visit is to somewhere in the visitor's own country."""
    return event.cameo == "042" and {*event.recipients} == {code[:3] for code in event.actors}


SETTLING = ("meeting", "negotiation")
"""What contacts are told of by their outcome: who agreed or rejected has met or negotiated, or was to."""

TALKS = ("040", "046", "036")
OUTCOME = ("030", "031", "032", "033", "035", "057", "06", "12", "164")
MEETING = ("04", "036")
REFUSED_TOPIC = "125"
"""CAMEO: reject proposal to meet, discuss or negotiate."""


def _of_deeds(
    analysis: Analysis, times: tuple[Time, ...], places: tuple[Place, ...], named: Named, actions: Actions
) -> Iterator[Event]:
    """The deeds of each sentence of the body, with their sides resolved; one without any known side is left out."""
    for sentence in analysis.docs["body"].sents:
        for deed in deeds_of(sentence, actions):
            sides = sides_of(deed, named, actions)
            if sides is None:
                continue
            coding = actions.coding(deed.cameo)
            day = _date(deed, sentence, times)
            marks = (
                *(["reported"] if deed.reported else ()),
                *(["historical"] if _long_ago(day, analysis.report) else ()),
            )
            yield Event(
                event=coding.event,
                mode=coding.mode,
                contexts=tuple(dict.fromkeys((*coding.contexts, *deed.contexts, *marks))),
                cameo=deed.cameo,
                actors=sides[0],
                recipients=sides[1],
                date=day,
                place=_place(deed, places),
                evidence=(span_of("body", sentence),),
            )


def _is_of_sport(analysis: Analysis, actions: Actions) -> bool:
    """Whether a report is of sport, where sides attack and defend without any deed: by its share of sport's words."""
    words = analysis.words["body"].folds
    told = sum("sport" in actions.classes.get(word, ()) for word in words)
    return told >= SPORT_WORDS and told >= SPORT_SHARE * len(words)


SPORT_WORDS, SPORT_SHARE = 4, 0.02
"""At least so many words of sport, and such a share of all: twice what reports of games as an occasion have."""


def _place(deed: Deed, places: tuple[Place, ...]) -> PlaceRef | None:
    """Where a deed is done: the first place of its clause that stands after ``in``, ``at``, ``near`` or ``outside``."""
    clause = span_of("body", deed.clause)
    near = [
        (mention.start, place)
        for place in places
        for mention in place.mentions
        if clause.contains(mention) and _is_where(deed.clause, mention)
    ]
    if not near:
        return None
    place = min(near, key=lambda found: found[0])[1]
    return PlaceRef(name=place.name, country=place.country, lat=place.lat, lon=place.lon)


def _is_where(clause: Sentence, mention: Span) -> bool:
    tokens = clause.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    over = tokens.root.head if tokens is not None else None
    return over is not None and over.dep_ == "prep" and over.lower_ in WHERE


WHERE = {"in", "at", "near", "outside", "inside"}


def _date(deed: Deed, sentence: Sentence, times: tuple[Time, ...]) -> str | None:
    """The day told nearest to the verb in its sentence."""
    verb = deed.clause.root.idx
    near = [
        (abs(time.start - verb), day)
        for time in times
        if time.part == "body" and sentence.start_char <= time.start < sentence.end_char
        if time.type in ("DATE", "TIME") and (day := date_of([time]))
    ]
    return min(near)[1] if near else None


def _long_ago(day: str | None, report: Report) -> bool:
    """Whether something was done in a year before the last: background, which PLOVER marks as ``historical``."""
    return bool(day and report.published) and int(str(day)[:4]) < int(str(report.published)[:4]) - 1


def _without_repeats(events: list[Event]) -> Iterator[Event]:
    """The first of those that tell the same action between the same sides; a date known later is kept."""
    kept: dict[tuple[object, ...], Event] = {}
    for event in events:
        key = (event.event, event.cameo[:2], frozenset(event.actors), frozenset(event.recipients))
        if key not in kept or (kept[key].date is None and event.date):
            kept[key] = event
    return iter(kept.values())
