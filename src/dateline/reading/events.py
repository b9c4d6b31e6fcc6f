"""What was done: actions between actors, coded in CAMEO and PLOVER."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Sentence

from dateline.knowledge import Knowledge
from dateline.knowledge.actions import Actions
from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis, span_of
from dateline.reading.deeds import Deed, deeds_of
from dateline.reading.timing.calendar_values import date_of
from dateline.record import Contact, Event, Place, Report, Span, Spans, Statement, Time


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
    met = [
        *_of_contacts(contacts, cast, knowledge.actions),
        *_of_exclusions(contacts, statements, cast, knowledge.actions),
    ]
    spots = tuple((mention, p.country) for p in places if p.country for mention in p.mentions if mention.part == "body")
    done = _of_deeds(analysis, times, Named(cast, spots), knowledge.actions)
    told = [*met, *(event for event in done if not _is_told_by(met, event))]
    told.sort(key=lambda event: (event.evidence[0].part, event.evidence[0].start))
    events = tuple(_without_repeats(told))
    for number, event in enumerate(events, 1):
        table = "contacts.csv" if any(event is known for known in met) else "acts.csv"
        analysis.because(f"event {number}", f"events/{table}: {event.cameo}", *event.evidence)
    return events


def _of_contacts(contacts: tuple[Contact, ...], cast: Cast, actions: Actions) -> Iterator[Event]:
    """A contact is an event between the first of its parties and the others: ``RUS`` consults with ``USA``."""
    for contact in contacts:
        cameo = actions.contact_code(contact.kind, contact.status)
        sides = _parties(contact, cast)
        if cameo and len(sides) > 1:
            yield _event(actions, cameo, sides[:1], sides[1:], contact, contact.evidence[:1])


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
    """The codes of a contact's parties; those of unnamed people of a country are the country's."""
    codes = {actor.id: actor.code for actor in cast.actors}
    found = (
        (p.actor and codes.get(p.actor)) or (p.country if p.country and len(p.country) == 3 else None)
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


MEETING = ("04", "036")
REFUSED_TOPIC = "125"
"""CAMEO: reject proposal to meet, discuss or negotiate."""


def _of_deeds(analysis: Analysis, times: tuple[Time, ...], named: Named, actions: Actions) -> Iterator[Event]:
    """The deeds of each sentence of the body, with their sides resolved; one without any known side is left out."""
    for sentence in analysis.docs["body"].sents:
        for deed in deeds_of(sentence, actions):
            sides = _sides(deed, named)
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
                evidence=(span_of("body", sentence),),
            )


def _sides(deed: Deed, named: Named) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Codes of those who act and of those acted upon: of each, the first phrase that stands for somebody known.

    ``None`` where the doer is somebody or something else (``the storm hit``, ``a driver met him``), or nobody is known.
    """
    agents = [phrase for phrase in deed.agents if phrase.root.lower_ not in VAGUE]
    actors = next((codes for phrase in agents if (codes := named.codes(phrase))), ())
    if deed.agents and not actors:
        return None
    recipients = next((found for phrase in deed.patients if (found := named.codes(phrase, but=actors))), ())
    if not recipients and len(actors) == 1:
        recipients = _others(deed, named, actors[0][:3])
    return (actors, recipients) if actors or recipients else None


VAGUE = {"i", "we", "it", "this", "that", "these", "those", "which", "what", "there", "one", "you"}
"""Pronouns that most often stand for things, or for a speaker whom the clause names beside them."""


def _others(deed: Deed, named: Named, known: str) -> tuple[str, ...]:
    """Where no slot names a recipient: the first of another country in the deed's own words, else the place where it
    is done (``lifted the emergency in Darfur``)."""
    found = [code for code in named.all_codes(deed.clause) if code[:3] != known]
    return tuple(found[:1]) or named.countries(deed.clause)[:1]


@dataclass(frozen=True)
class Named:
    """Whom phrases of the body name, as codes."""

    cast: Cast
    places: tuple[tuple[Span, str], ...]

    def codes(self, phrase: Sentence, but: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Codes of those a phrase's head and the heads joined to it stand for: of ``the Serbs of Kosovo`` the Serbs.

        Of a phrase that stands for nobody (``an Australian ultimatum``, ``people in Hong Kong``), its country's;
        without those of another side.
        """
        heads = {phrase.root.i, *(token.i for token in phrase.root.conjuncts)}
        standings = self.cast.standing(span_of("body", phrase))
        direct = [s for s in standings if any(s.start <= head < s.end for head in heads)]
        codes = tuple(dict.fromkeys(s.code for s in direct or standings if s.code))
        codes = codes or self.all_codes(phrase)[:1] or self.countries(phrase)[:1]
        return tuple(code for code in codes if code not in but)

    def all_codes(self, phrase: Sentence) -> tuple[str, ...]:
        """Codes of everybody whom the words of a phrase name, else of the country that they name."""
        span = span_of("body", phrase)
        country = None if (codes := self.cast.codes(span)) else self.cast.country_of(span)
        return codes or ((country,) if country and len(country) == 3 else ())

    def countries(self, phrase: Sentence) -> tuple[str, ...]:
        """The countries of the places in a phrase."""
        span = span_of("body", phrase)
        return tuple(dict.fromkeys(country for mention, country in self.places if span.contains(mention)))


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
