"""What was done: actions between actors, coded in CAMEO and PLOVER."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Sentence

from dateline.knowledge import Knowledge
from dateline.knowledge.actions import Actions
from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis, span_of
from dateline.reading.deeds import Deed, deeds_of
from dateline.record import Contact, Event, Place, PlaceRef, Span, Statement, Time

def read_events(
    analysis: Analysis,
    times: tuple[Time, ...],
    places: tuple[Place, ...],
    cast: Cast,
    statements: tuple[Statement, ...],
    contacts: tuple[Contact, ...],
    knowledge: Knowledge,
) -> tuple[Event, ...]:
    """Every coded action of the body, in order, without duplicates; each contact is the event its kind and status say."""
    told = [*_of_contacts(contacts, cast, knowledge.actions), *_of_deeds(analysis, times, cast, knowledge.actions)]
    told.sort(key=lambda event: (event.evidence[0].part, event.evidence[0].start))
    return tuple(_without_repeats(told))


def _of_contacts(contacts: tuple[Contact, ...], cast: Cast, actions: Actions) -> Iterator[Event]:
    """A contact is an event between the first of its parties and the others: ``RUS`` consults with ``USA``."""
    codes = {actor.id: actor.code for actor in cast.actors}
    for contact in contacts:
        cameo = actions.contact_code(contact.kind, contact.status)
        sides = dict.fromkeys(
            code
            for p in contact.participants
            if (code := (p.actor and codes.get(p.actor)) or (p.country if p.country and len(p.country) == 3 else None))
        )
        if cameo and len(sides) > 1:
            first, *others = sides
            coding = actions.coding(cameo)
            yield Event(
                event=coding.event,
                mode=coding.mode,
                contexts=coding.contexts,
                cameo=cameo,
                actors=(first,),
                recipients=tuple(others),
                date=contact.date,
                place=contact.place,
                evidence=contact.evidence[:1],
            )


def _of_deeds(analysis: Analysis, times: tuple[Time, ...], cast: Cast, actions: Actions) -> Iterator[Event]:
    """The deeds of each sentence of the body, with their sides resolved; one without any known side is left out."""
    for sentence in analysis.docs["body"].sents:
        for deed in deeds_of(sentence, actions):
            sides = _sides(deed, sentence, cast)
            if sides is None:
                continue
            coding = actions.coding(deed.cameo)
            marks = ("reported",) if deed.reported else ()  # told by another than the doer
            yield Event(
                event=coding.event,
                mode=coding.mode,
                contexts=tuple(dict.fromkeys((*coding.contexts, *deed.contexts, *marks))),
                cameo=deed.cameo,
                actors=sides[0],
                recipients=sides[1],
                date=_date(deed, sentence, times),
                evidence=(span_of("body", sentence),),
            )


def _sides(deed: Deed, sentence: Sentence, cast: Cast) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Codes of those who act and of those acted upon: of each, the first phrase that stands for somebody known."""
    actors = next((codes for phrase in deed.agents if (codes := _codes(phrase, cast))), ())
    recipients: tuple[str, ...] = ()
    for phrase in deed.patients:
        found = tuple(code for code in _codes(phrase, cast) if code not in actors)
        if found:
            recipients = found
            break
    if not recipients and len(actors) < 2:
        recipients = _others(deed, sentence, cast, {code[:3] for code in actors})
    return (actors, recipients) if actors or recipients else None


def _codes(phrase: Sentence, cast: Cast) -> tuple[str, ...]:
    """Codes of those a phrase stands for; of one that stands for nobody (``an Australian ultimatum``), its country's."""
    country = None if (codes := cast.codes(_span(phrase))) else cast.country_of(_span(phrase))
    return codes or ((country,) if country and len(country) == 3 else ())


def _others(deed: Deed, sentence: Sentence, cast: Cast, known: set[str]) -> tuple[str, ...]:
    """Where no slot names a recipient, the first of another country in the deed's own words, else in the sentence."""
    for phrase in (deed.clause, sentence):
        found = [code for code in cast.codes(_span(phrase)) if code[:3] not in known]
        if found:
            return (found[0],)
    return ()


def _date(deed: Deed, sentence: Sentence, times: tuple[Time, ...]) -> str | None:
    """The day told nearest to the verb in its sentence."""
    verb = deed.clause.root.idx
    days = [
        (abs(time.start - verb), time.value)
        for time in times
        if time.part == "body"
        and sentence.start_char <= time.start < sentence.end_char
        and time.type in ("DATE", "TIME")
        and time.value
        and time.value[:4].isdigit()
    ]
    return min(days)[1].split("T")[0] if days else None


def _without_repeats(events: list[Event]) -> Iterator[Event]:
    """The first of those that tell the same action between the same sides; a date known later is kept."""
    kept: dict[tuple[object, ...], Event] = {}
    for event in events:
        key = (event.event, event.cameo[:2], frozenset(event.actors), frozenset(event.recipients))
        if key not in kept or (kept[key].date is None and event.date):
            kept[key] = event
    return iter(kept.values())


def _span(phrase: Sentence) -> Span:
    return span_of("body", phrase)
