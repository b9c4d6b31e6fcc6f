"""What an encounter comes to: its kind, status, date, place and participants, from all that its mentions say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import get_args

from dateline.reading.encounters.encounter import GATHERINGS, Encounter
from dateline.reading.encounters.factuality import is_past, statuses
from dateline.reading.encounters.mention import Mention
from dateline.reading.encounters.participants import completed, participants_of, parties_of
from dateline.reading.encounters.scene import Scene
from dateline.reading.encounters.wording import is_call, is_dated_otherwise, is_news, summoner
from dateline.record import ContactKind, ContactStatus, Place, PlaceRef
from dateline.record.days import days_of

NOWHERE = ("call", "letter")
"""Kinds that are at no place."""
AHEAD = ("scheduled", "proposed")
OVER = ("held", "ongoing")
LASTING = ("visit", "summit", "conference", "negotiation")
"""Kinds of which a first day and a length tell the last day."""
DAYS = re.compile(r"P(\d+)([DW])")
LONGEST = 30
"""Days beyond which a length is no encounter's."""


def settle(
    mentions: tuple[Mention, ...], lead: str | None, published: date | None, before: Sequence[Encounter]
) -> Encounter:
    """The encounter that linked mentions tell of.

    ``lead`` is the day of the report's news; ``before`` the encounters settled so far, whose parties "they" may mean.
    """
    kind = kind_of(mentions)
    stay = stay_of(mentions, kind, before)
    when = day_of(mentions, kind, stay, lead, published)
    where = place_of(mentions, kind, stay, when)
    parties = parties_of(mentions, kind)
    land = where.country if where is not None and kind == "visit" else None
    body = kind in GATHERINGS and any(p.country not in mentions[0].scene.states for p in parties)
    if not body and len({party.side for party in parties} | ({(land, "")} if land else set())) < 2:
        parties = completed(parties, kind, mentions, before)
    return Encounter(
        mentions=mentions,
        kind=kind,
        status=status_of(mentions, when, published),
        date=when,
        place=where,
        participants=participants_of(parties, mentions, kind, where),
        parties=tuple(parties),
        duration=length_of(mentions),
    )


def kind_of(mentions: Sequence[Mention]) -> ContactKind:
    """The kind that the mentions together are likeliest to tell of; a word for it decides."""
    if summoner(mentions) is not None:
        return "meeting"
    best = likeliest(mentions, "kind")
    if best not in ("letter", "summit") and any(is_call(mention) for mention in mentions):
        return "call"
    return next(kind for kind in get_args(ContactKind) if kind == best)


def status_of(mentions: Sequence[Mention], when: str | None, published: date | None) -> ContactStatus:
    """The likeliest status as of publication: what is told to have been lies not ahead, what is to be is not over."""
    days = days_of(when)
    beliefs = statuses(mentions, is_past(days, published))
    if published is not None and days is not None:
        today = published.toordinal()
        if days[0] > today:
            beliefs = {s: share for s, share in beliefs.items() if s not in OVER} or {"scheduled": 1.0}
        elif days[1] < today and "held" in beliefs:
            beliefs = {s: share for s, share in beliefs.items() if s not in (*AHEAD, "ongoing")}
    best = max(beliefs, key=lambda status: beliefs[status])
    return next(status for status in get_args(ContactStatus) if status == best)


def status_told(mention: Mention) -> str:
    """The status that one mention most likely tells."""
    return _status([mention])


def _status(mentions: Sequence[Mention]) -> str:
    beliefs = statuses(mentions)
    return max(beliefs, key=lambda status: beliefs[status])


def likeliest(mentions: Sequence[Mention], name: str) -> str:
    """The value of a label that the model believes in most, over all mentions."""
    beliefs = _beliefs(mentions, name)
    return max(beliefs, key=lambda value: beliefs[value])


def _beliefs(mentions: Sequence[Mention], name: str) -> Mapping[str, float]:
    """The mean belief in each value, the surer mentions counting more."""
    total: dict[str, float] = {}
    for mention in mentions:
        for value, share in (mention.frame.beliefs.get(name) or {mention.frame.labels[name]: 1.0}).items():
            total[value] = total.get(value, 0.0) + share * mention.frame.score
    return total


def stay_of(mentions: Sequence[Mention], kind: ContactKind, before: Sequence[Encounter]) -> Encounter | None:
    """The visit or gathering that a meeting is part of: the last one told of before it with one of its people."""
    if kind not in ("meeting", "negotiation"):
        return None
    people = {party.actor for party in parties_of(mentions, kind) if party.actor and party.sort == "person"}
    for encounter in reversed(before):
        if encounter.kind in ("visit", *GATHERINGS) and people & {party.actor for party in encounter.parties}:
            return encounter
    return None


def day_of(
    mentions: Sequence[Mention], kind: ContactKind, stay: Encounter | None, lead: str | None, published: date | None
) -> str | None:
    """When: a range, else the day named most often, else the vaguer date; what goes on or is the news, today.

    What is told to have been cannot lie after publication.
    """
    status = _status(mentions)
    told = [value for mention in mentions for value in mention.dates[:1] if _may_be(value, status, published)]
    if told:
        counts = Counter(told)
        best = min(told, key=lambda value: (-_exactness(value), -counts[value], told.index(value)))
        return _with_length(best, [m for m in mentions if best in m.dates]) if kind in LASTING else best
    if published is None or (kind == "letter" and status != "held"):
        return None
    if status == "ongoing" and kind != "negotiation" and not all(is_dated_otherwise(m) for m in mentions):
        return published.isoformat()
    if stay is not None and stay.date is not None and status == stay.status:
        return stay.date
    if status == "held" and any(is_news(mention) for mention in mentions):
        return lead or published.isoformat()
    return None


def length_of(mentions: Sequence[Mention]) -> str | None:
    """How long it lasts: the first duration told, as TIMEX has it."""
    return next((mention.length for mention in mentions if mention.length), None)


def _with_length(day: str, mentions: Sequence[Mention]) -> str:
    """From the first day and the length to the last: "a two-day summit opens Saturday"; back from the last day."""
    found = DAYS.fullmatch(length_of(mentions) or "")
    days = int(found[1]) * (7 if found[2] == "W" else 1) if found else 1
    if len(day) != 10 or not 1 < days <= LONGEST:
        return day
    away = timedelta(days=days - 1)
    if any(mention.ends for mention in mentions):
        return f"{(date.fromisoformat(day) - away).isoformat()}/{day}"
    return f"{day}/{(date.fromisoformat(day) + away).isoformat()}"


def _exactness(value: str) -> int:
    return 3 if "/" in value else {10: 2, 8: 1, 7: 1}.get(len(value), 0)


def _may_be(value: str, status: str, published: date | None) -> bool:
    days = days_of(value)
    if days is None or published is None:
        return days is not None
    return not (status in OVER and days[0] > published.toordinal())


def place_of(mentions: Sequence[Mention], kind: ContactKind, stay: Encounter | None, when: str | None) -> Place | None:
    """Where: the city named most often, else the country; else where it is part of, or the report is from."""
    if kind in NOWHERE:
        return None
    scene = mentions[0].scene
    found = [place for mention in mentions for place in mention.places]
    if found:
        counts = Counter(place.id for place in found)
        return max(found, key=lambda place: (place.name not in scene.state_names, counts[place.id]))
    if stay is not None and stay.place is not None:
        return stay.place
    return scene.here if _is_here(mentions, kind, when) else None


def _is_here(mentions: Sequence[Mention], kind: ContactKind, when: str | None) -> bool:
    """Whether it is where the report is from: news of the lead, a meeting of the day with a side at home there.

    Somebody "visiting" is there, where it is not his own land.
    """
    scene, status = mentions[0].scene, _status(mentions)
    if scene.here is None or status not in OVER:
        return False
    sides = {country for mention in mentions for country in mention.countries}
    if kind == "visit":
        return status == "ongoing" and scene.here.country not in sides
    at_home = scene.here.country in sides and scene.published is not None and _is_recent(when, scene.published)
    return at_home or any(is_news(mention) for mention in mentions)


def _is_recent(when: str | None, published: date) -> bool:
    """Whether a date is that of the report or of one of the two days before."""
    days = days_of(when)
    return days is not None and 0 <= published.toordinal() - days[1] <= 2


def is_contact(encounter: Encounter) -> bool:
    """Whether two different sides take part, or a gathering of many for which one body or a crowd stands."""
    parties, states = encounter.participants, encounter.mentions[0].scene.states
    if len({party.country or party.name for party in parties}) >= 2:
        return True
    return encounter.kind in GATHERINGS and any(p.country is None or p.country not in states for p in parties)


def lead_day(scenes: Sequence[Scene]) -> str | None:
    """The day of the news: the first day named at the head of the body, if it is that of the report or just before."""
    for scene in scenes:
        if scene.part == "body" and scene.published is not None:
            recent = {(scene.published - timedelta(days=n)).isoformat() for n in range(3)}
            for _, _, time in scene.times_in(scene.doc[: scene.lead]):
                if (time.value or "")[:10] in recent:
                    return (time.value or "")[:10]
    return None


def reference(place: Place, cities: Mapping[str, str]) -> PlaceRef:
    """A place as contacts refer to it: a venue by its city."""
    return PlaceRef(name=cities.get(place.name, place.name), country=place.country, lat=place.lat, lon=place.lon)
