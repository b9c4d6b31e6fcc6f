"""What was done: frames of actions resolved to sides, days and places, and coded in CAMEO and PLOVER."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from dateline.knowledge import Knowledge
from dateline.knowledge.actions import Actions
from dateline.knowledge.sectors import Sectors
from dateline.model.frames import Frame
from dateline.reading.acts.proposals import is_of_sport, propose_acts
from dateline.reading.analysis import Analysis
from dateline.reading.casting.cast import Cast
from dateline.reading.coding.company import Company
from dateline.reading.coding.days import Days
from dateline.reading.coding.dealings import Dealings, codes
from dateline.reading.coding.merging import in_order, merged
from dateline.reading.coding.parties import Parties
from dateline.reading.coding.repeats import is_told_by, is_told_in, is_told_otherwise, without_repeats
from dateline.reading.coding.scene import Scene
from dateline.reading.coding.sides import Sides
from dateline.reading.coding.whereabouts import place_of
from dateline.record import Contact, Event, Place, Report, Statement, Time
from dateline.record.days import days_of

Coded = tuple[Frame, Event]

Proposer = Literal["tables", "model", "both"]
PLANS = ("03", "10", "13")
"""CAMEO roots of what lies ahead: intents, demands and threats."""
PROPOSER: Proposer = "both"
"""Whose event frames are coded: those of the tables of acts, those that the model sees, or both, merged."""


def read_events(
    analysis: Analysis,
    times: tuple[Time, ...],
    places: tuple[Place, ...],
    cast: Cast,
    statements: tuple[Statement, ...],
    contacts: tuple[Contact, ...],
    knowledge: Knowledge,
    frames: tuple[Frame, ...] | None = None,
) -> tuple[Event, ...]:
    """Every coded action, in order, without duplicates; a contact is the event its kind and status say.

    ``frames`` are the event frames to code; without them, those of ``PROPOSER``. Frames of the tables alone go behind
    the contacts they tell of, all others before them.
    """
    proposed = frames is None and PROPOSER == "tables"
    if frames is None:
        frames = propose(analysis, places, cast, knowledge.actions)
    company = Company(cast, statements, contacts)
    coder = Coder(analysis, times, places, cast, statements, company, knowledge)
    coded = tuple(coder.code(in_order(frames)))
    dealings = Dealings(cast, company, knowledge.actions, coder.sectors)
    of_contacts = tuple(dealings.of_contacts(contacts))
    excluded = tuple(dealings.of_exclusions(contacts, statements))
    met, done = (_by_contact if proposed else _by_frame)(of_contacts, excluded, coded)
    told = [*(("", event) for event in met), *((_lemma(frame, analysis), event) for frame, event in done)]
    told.sort(key=lambda item: _stands(item[1]))
    abroad = [item for item in told if not _is_at_home(item[1])]
    published = str(analysis.report.published)[:10] if analysis.report.published else None
    once = without_repeats(abroad, published)
    events = tuple(sorted((_as_of(event, analysis.report) for event in once), key=_stands))
    for number, event in enumerate(events, 1):
        table = "contacts.csv" if any(event is known for known in met) else "acts.csv" if proposed else "the model"
        analysis.because(f"event {number}", f"events/{table}: {event.cameo}", *event.evidence)
    return events


def _as_of(event: Event, report: Report) -> Event:
    """The event without a day that cannot be its own: what is no plan does not lie after publication."""
    days, today = days_of(event.date), report.published_on
    if days is None or today is None or days[0] <= today.toordinal() or event.cameo.startswith(PLANS):
        return event
    return event.model_copy(update={"date": None})


def propose(
    analysis: Analysis,
    places: tuple[Place, ...],
    cast: Cast,
    actions: Actions,
    proposer: Proposer | None = None,
) -> tuple[Frame, ...]:
    """The event frames of a report, by one proposer or by both."""
    proposer = proposer or PROPOSER
    seen = analysis.frames.events
    if is_of_sport(analysis, actions):
        return ()
    if proposer == "model":
        return seen
    known = propose_acts(analysis, places, cast, actions)
    return known if proposer == "tables" else merged(seen, known, analysis)


def _by_contact(
    contacts: tuple[tuple[Contact, Event], ...], excluded: tuple[Event, ...], coded: tuple[Coded, ...]
) -> tuple[list[Event], list[Coded]]:
    """The events of contacts, and of the tables' acts those that tell none of them in the same words."""
    done = [event for _, event in coded]
    met = [*(event for contact, event in contacts if not is_told_otherwise(contact, event, done)), *excluded]
    return met, [(frame, event) for frame, event in coded if not is_told_by(met, event)]


def _by_frame(
    contacts: tuple[tuple[Contact, Event], ...], excluded: tuple[Event, ...], coded: tuple[Coded, ...]
) -> tuple[list[Event], list[Coded]]:
    """The events of the model's frames, and those of contacts of which no frame tells in any of their words."""
    done = [event for _, event in coded]
    met = [event for contact, event in contacts if not is_told_in(contact.evidence, done)]
    return [*met, *(event for event in excluded if not is_told_in(event.evidence, done))], list(coded)


def _stands(event: Event) -> tuple[str, int]:
    return event.evidence[0].part, event.evidence[0].start


def _lemma(frame: Frame, analysis: Analysis) -> str:
    return analysis.tokens(frame.trigger).root.lemma_.lower()


class Coder:
    """Event frames as events of the record."""

    def __init__(
        self,
        analysis: Analysis,
        times: tuple[Time, ...],
        places: tuple[Place, ...],
        cast: Cast,
        statements: tuple[Statement, ...],
        company: Company,
        knowledge: Knowledge,
    ) -> None:
        self.analysis, self.places, self.actions = analysis, places, knowledge.actions
        self.sectors: Sectors = knowledge.sectors
        scene = Scene(analysis, places, cast, knowledge)
        self.scene = scene
        self.sides = Sides(Parties(analysis, cast, company, scene, self.sectors), company, scene)
        self.days = Days(analysis, times, statements, self.sectors.dating)

    def code(self, frames: tuple[Frame, ...]) -> Iterator[Coded]:
        """Each frame, in the order of the text, with its event."""
        for frame in frames:
            event, cameo = frame.labels["event"], frame.labels["cameo"]
            who, whom = self.sides.of(frame)
            day = self.days.of(frame)
            coding = self.actions.coding(cameo)
            marks = (
                *filter(None, frame.labels.get("contexts", "").split("|")),
                *filter(None, [frame.labels.get("reported")]),
                *(["historical"] if _is_long_ago(day, self.analysis.report) else ()),
            )
            yield (
                frame,
                Event.model_validate(
                    {
                        "event": event,
                        "mode": frame.labels.get("mode") or None,
                        "contexts": tuple(dict.fromkeys((*coding.contexts, *marks))),
                        "cameo": cameo,
                        "actors": codes(who, event, cameo, "who", self.sectors),
                        "recipients": codes(whom, event, cameo, "whom", self.sectors),
                        "date": day,
                        "place": place_of(frame, self.analysis, self.places),
                        "evidence": (self.scene.sentence(frame.trigger),),
                    }
                ),
            )


def _is_at_home(event: Event) -> bool:
    """Whether a visit is to somewhere in the visitor's own country."""
    return event.cameo == "042" and {code[:3] for code in event.recipients} == {code[:3] for code in event.actors}


def _is_long_ago(day: str | None, report: Report) -> bool:
    """Whether something was done in a year before the last: background, which PLOVER marks as ``historical``."""
    return bool(day and report.published) and int(str(day)[:4]) < int(str(report.published)[:4]) - 1
