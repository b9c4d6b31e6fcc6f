"""What an encounter comes to: its status, date, place and participants, from all that its mentions say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Token

from dateline.knowledge import Knowledge
from dateline.reading.encounters.dates import bounds
from dateline.reading.encounters.mention import Mention
from dateline.reading.encounters.merging import Encounter, family
from dateline.reading.encounters.party import head_of_delegation, identified, state, with_role
from dateline.reading.encounters.scene import Scene
from dateline.reading.encounters.slots import governor
from dateline.record import ContactKind, ContactStatus, Participant, Place, slug

DAYS = re.compile(r"PT?(\d+)([DWH])")
SETTLED = ("cancelled", "postponed")
FRESH = 7
"""Days back within which an arrival in the place of the dateline still means a visit under way."""
LASTING = 2
"""Days for which what has begun is taken to go on, where nothing says that it is over."""


def kind(encounter: Encounter) -> ContactKind:
    """The kind; talks of states and bodies, no person named, are a negotiation."""
    told = encounter.kind
    bodies = encounter.parties and all(p.sort != "person" for p in encounter.parties)
    talks = any(m.trigger.lemma_.lower() in ("talk", "negotiation", "negotiate") for m in encounter.mentions)
    return "negotiation" if told == "meeting" and bodies and talks else told


def day(encounter: Encounter, visit: Encounter | None, lead: str | None, published: date | None) -> str | None:
    """When: a range if one is told, or a first day and a length; else as the visit it is part of, or the lead, says."""
    found = [d for d in encounter.dates if not _is_told_past(encounter, d, published)]
    ranges = [d for d in found if "/" in d]
    if ranges:
        return ranges[0]
    told = found[0] if found else _untold_day(encounter, visit, lead, published)
    exact = next((d for d in found if len(d) == 10), told)
    return _with_length(encounter, exact) if exact else None


def _untold_day(encounter: Encounter, visit: Encounter | None, lead: str | None, published: date | None) -> str | None:
    """When, where no mention says: today for what goes on, else as the lead or the visit it is part of says."""
    told = [m.status for m in encounter.mentions if m.status]
    if published and "ongoing" in told:
        return published.isoformat() if kind(encounter) != "negotiation" else None
    if "scheduled" in told[:1] and visit is not None and visit.dates:
        stays = day(visit, None, lead, published)  # "during his visit he is to meet the premier"
        return stays if stays and "/" in stays else None
    if {"scheduled", "proposed"} & set(told[:1]) or set(SETTLED) & set(told):
        return None
    leads = any((m.sentence.start < m.scene.lead or is_news(m)) and not m.earlier for m in encounter.mentions)
    if visit is not None and visit.dates and published and visit.dates[0] < published.isoformat():
        if leads and lead:
            return lead
        return f"{visit.dates[0][:10]}/{published.isoformat()}" if len(visit.dates[0]) == 10 else visit.dates[0]
    if encounter.kind == "visit" and not _is_here(encounter):
        return None
    return lead if leads else None


def is_news(mention: Mention) -> bool:
    """Whether what is reported was said there: "said after talks here with", "while meeting Chirac, Hu said"."""
    trigger = mention.trigger
    verb, path = (trigger.head, "while") if trigger.pos_ == "VERB" else governor(trigger)
    if verb is not None and verb.dep_ == "pcomp":  # "after holding talks"
        verb, path = verb.head.head, verb.head.lower_
    aside = path in ("during", "after", "following", "in", "at", "while")
    hung = trigger.pos_ != "VERB" or (trigger.tag_ == "VBG" and trigger.dep_ in ("advcl", "pcomp"))
    return aside and hung and verb is not None and verb.tag_ == "VBD" and _is_speech(mention, verb)


def _is_speech(mention: Mention, verb: Token) -> bool:
    return verb.lemma_ in mention.scene.words.list("speech_verbs") and all(c.dep_ != "neg" for c in verb.children)


def _with_length(encounter: Encounter, day: str) -> str:
    """From the first day and the length to the last day: "a two-day summit opens Saturday"; back from its last day."""
    days = _days(length(encounter))
    if len(day) != 10 or days < 2 or encounter.kind in ("meeting", "call", "letter"):
        return day
    dated = [m for m in encounter.mentions if m.date == day] or encounter.mentions
    if any(m.ends and not m.begins for m in dated):
        return f"{(date.fromisoformat(day) - timedelta(days=days - 1)).isoformat()}/{day}"
    ahead = any(m.status == "scheduled" for m in dated)
    if ahead or encounter.kind != "visit" or any(m.begins for m in dated):
        return f"{day}/{(date.fromisoformat(day) + timedelta(days=days - 1)).isoformat()}"
    return day


def _days(duration: str | None) -> int:
    """The days that a number of days, weeks or hours takes up; 0 for other durations."""
    found = DAYS.fullmatch(duration or "")
    if not found:
        return 0
    n = int(found[1])
    return n // 24 + 1 if found[2] == "H" else n * (7 if found[2] == "W" else 1)


def length(encounter: Encounter) -> str | None:
    """How long it lasts: the first duration told, as TIMEX has it."""
    return next((m.length for m in encounter.mentions if m.length), None)


def _is_told_past(encounter: Encounter, when: str, published: date | None) -> bool:
    """A date to come cannot be that of what has been: it was told of something else."""
    past = any(m.status in ("held", "ongoing") and m.trigger.pos_ in ("VERB", "AUX") for m in encounter.mentions)
    return past and published is not None and bounds(when)[0] > published.isoformat()


def lead_day(scenes: Sequence[Scene]) -> str | None:
    """The day of the news: the first day named at the head of the body, if it is that of the report or just before."""
    for scene in scenes:
        if scene.part == "body" and scene.published is not None:
            recent = {(scene.published - timedelta(days=n)).isoformat() for n in range(3)}
            for _, _, time in scene.times_in(scene.doc[: scene.lead]):
                if (time.value or "")[:10] in recent:
                    return (time.value or "")[:10]
    return None


def place(encounter: Encounter, visit: Encounter | None, knowledge: Knowledge) -> Place | None:
    """Where: the city told most often, or the country; else that of the visit it is part of, or of the dateline.

    A call or a letter is at no place, whatever places it is about.
    """
    if kind(encounter) in ("call", "letter"):
        return None
    found = [m.place for m in encounter.mentions if m.place and not m.assumed]
    found = found or encounter.places or (visit.places if visit is not None else [])
    if found:
        counts = Counter(p.id for p in found)
        return max(found, key=lambda p: (not is_state(p, knowledge), counts[p.id]))
    hosts = [h.country for m in encounter.mentions for h in m.hosts if h.country]
    if hosts:
        return _state(hosts[0], knowledge)
    captions = [m.scene for m in encounter.mentions if m.scene.part.startswith("caption")]
    if captions:  # a caption is all of one place
        return next(iter(captions[0].places.values()), None)
    if kind(encounter) == "negotiation" and not encounter.dates:
        return None  # a process goes on anywhere
    here = encounter.mentions[0].scene.here
    told = [m.status for m in encounter.mentions if m.status][:1]
    if here is not None and told == ["scheduled"] and here.country in encounter.countries and _is_soon(encounter):
        return here if family(encounter.kind) == "talks" else None
    if here is None or told not in ([], ["held"], ["ongoing"]) or not _is_recent(encounter):
        return None
    if encounter.kind not in ("meeting", "negotiation", "summit", "conference"):
        return None
    leads = any(m.sentence.start < m.scene.lead for m in encounter.mentions)
    return here if leads or here.country in encounter.countries else None


def _is_recent(encounter: Encounter) -> bool:
    published = encounter.mentions[0].scene.published
    dates = encounter.dates
    if not dates or published is None:
        return True
    return (published - timedelta(days=2)).isoformat() <= bounds(dates[0])[1] <= published.isoformat()


def _is_soon(encounter: Encounter) -> bool:
    """To be on the day of the report or the next."""
    published, dates = encounter.mentions[0].scene.published, encounter.dates
    if not dates or published is None:
        return False
    return bounds(dates[0])[0] in (published.isoformat(), (published + timedelta(days=1)).isoformat())


def _state(country: str, knowledge: Knowledge) -> Place | None:
    spot = knowledge.gazetteer.states.get(country)
    if spot is None:
        return None
    return Place(id=slug(spot.name), name=spot.name, country=country, lat=spot.lat, lon=spot.lon)


def is_state(place: Place, knowledge: Knowledge) -> bool:
    """Whether a place is a whole state."""
    state = knowledge.gazetteer.states.get(place.country or "")
    return state is not None and state.name == place.name


def status(encounter: Encounter, when: str | None, published: date | None) -> ContactStatus:
    """The status as of publication: what the words say, set right by the date and by the place of the dateline."""
    told: list[ContactStatus] = [m.status for m in encounter.mentions if m.status]
    first: ContactStatus = told[0] if told else "ongoing" if _gathers_here(encounter) else "held"
    settled = [s for s in told if s in SETTLED]
    if settled:
        return settled[-1]
    if first == "held" and encounter.kind in ("summit", "conference") and any(m.current for m in encounter.mentions):
        first = "ongoing"
    if first == "refused" or published is None:
        return first
    today = published.isoformat()
    start, end = bounds(when) if when else (today, today)
    if start > today:
        return "proposed" if first == "proposed" else "scheduled"
    if when and end < today and not (first != "held" and _fresh(encounter, end, published)):
        return "ongoing" if _under_way(encounter, told, end, published) else "held"
    if _under_way(encounter, told, end, published) or (when and "/" in when and start <= today < end):
        return "ongoing"
    return first


def _fresh(encounter: Encounter, end: str, published: date) -> bool:
    return encounter.kind == "visit" and end >= (published - timedelta(days=FRESH)).isoformat()


def _under_way(encounter: Encounter, told: Sequence[ContactStatus], end: str, published: date) -> bool:
    """Still going on: a visit to where the report is written, arrived not long ago and not told to be over."""
    if family(encounter.kind) == "visit":
        return (
            _is_here(encounter)
            and _fresh(encounter, end, published)
            and not ({"scheduled", "proposed", "refused"} & set(told[:1]))
            and not any(m.over or (m.trigger.tag_ == "VBD" and m.frame.name == "visit") for m in encounter.mentions)
        )
    over = "held" in told or any(m.over for m in encounter.mentions)
    last = published - timedelta(days=0 if over else LASTING)
    return "ongoing" in told and kind(encounter) != "meeting" and end >= last.isoformat()


def _is_here(visit: Encounter) -> bool:
    here = visit.mentions[0].scene.here
    return here is not None and any(m.goal and m.goal.country == here.country for m in visit.mentions)


def _gathers_here(encounter: Encounter) -> bool:
    """A gathering at the place of the dateline of which no more is told than that it is there."""
    here = encounter.mentions[0].scene.here
    gathering = encounter.kind in ("summit", "conference")
    return gathering and here is not None and any(p.id == here.id for p in encounter.places)


_FORUM = re.compile(r"(?i)forum (?:on|for) ")
"""A forum on something is the gathering itself; who takes part are the others, where any are named."""


def participants(encounter: Encounter, where: Place | None) -> tuple[Participant, ...]:
    """The parties with their roles: the side at whose place it is hosts it, as does a visited state not named."""
    parties = [p for p in encounter.parties if not _FORUM.match(p.name)] or list(encounter.parties)
    scene = encounter.mentions[0].scene
    parties = [identified(p, scene.actors) for p in parties]
    if encounter.kind in ("meeting", "negotiation"):
        parties = [head_of_delegation(scene, p) for p in parties]
    goal = next((m.goal for m in encounter.mentions if m.goal), None)
    if encounter.kind == "visit" and goal and goal.country and all(p.country != goal.country for p in parties):
        parties.append(with_role(state(scene, goal.country), "host"))
    if where is not None and encounter.kind in ("meeting", "visit"):
        sides = {p.country for p in parties}
        if where.country in sides and len(sides) > 1:
            parties = [with_role(p, "host") if p.country == where.country else p for p in parties]
    return tuple(Participant(name=p.name, actor=p.actor, country=p.country, role=p.role) for p in parties)
