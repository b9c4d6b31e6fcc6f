"""From a contact's frame to whom, when and where its words mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.language.english.modality import modality_of, modality_under
from dateline.language.english.verbs import subject_of
from dateline.model.frames import Frame
from dateline.reading.encounters.mention import Mention
from dateline.reading.encounters.parties import both_at, crowd, last_person, means_both, parties_at, parties_in
from dateline.reading.encounters.party import Party, of_speaker, state
from dateline.reading.encounters.scene import Scene
from dateline.reading.speech.said import Said
from dateline.record import Place, Span, Spans, Time
from dateline.record.days import days_of
from dateline.record.model import Party as Speaker

CALENDAR = re.compile(r"\d{4}-W\d{2}|\d{4}-\d{2}-\d{2}|\d{4}-\d{2}|\d{4}")
JOINING = frozenset({"to", "-", "–", "—", "--", "and", "until", "through", "till"})
BEFORE = 6
"""How many tokens before a word its length may stand: "a two-day official visit"."""
LAST = frozenset({"last", "take", "run"})
"""Verbs that tell how long something goes on."""
PROCESS = 4
"""How many tokens before "talks" the words for a process may stand: "the six-party nuclear talks"."""


FIRST_PERSON = frozenset({"i", "me", "my", "we", "us", "our", "myself", "ourselves"})
THIRD_PERSON = frozenset({"he", "him", "his", "she", "her"})


def resolve(scenes: Sequence[Scene], frames: Sequence[Frame], said: Said) -> tuple[Mention, ...]:
    """The mentions of contacts in the report, in the order of the frames; a visit to several lands is one for each."""
    by_part = {scene.part: scene for scene in scenes}
    found: list[Mention] = []
    for number, frame in enumerate(frames):
        scene = by_part.get(frame.trigger.part)
        if scene is not None:
            statement = said.at(frame.trigger)
            speaker = statement.speaker if statement else None
            trigger = scene.tokens(frame.trigger).root
            for part, roles in enumerate(told_apart(trigger, scene, frame.roles)):
                found += _mentions(scene, number, replace(frame, roles=roles), speaker, part)
    return tuple(found)


def told_apart(trigger: Token, scene: Scene, roles: Mapping[str, Spans]) -> list[Mapping[str, Spans]]:
    """The roles of each contact that one word tells of: "will meet A in Rome on Monday and B in Bonn on Friday".

    A new one begins with whom (or, of a visit, where) after a time or place was told; each must have one of its own.
    """
    order = sorted(
        ((span, role) for role, spans in roles.items() for span in spans if span.start >= trigger.idx),
        key=lambda row: row[0].start,
    )
    parts: list[list[tuple[Span, str]]] = []
    heads = "who" if any(role == "who" for _, role in order) else "where"
    for span, role in order:
        told = {r for _, r in parts[-1]} if parts else set()
        begins = role == heads and bool(told - {heads}) and _is_joined_on(scene, parts[-1][-1][0], span)
        if not parts or begins:
            parts.append([])
        parts[-1].append((span, role))
    if len(parts) < 2 or any(not {role for _, role in part} - {heads} or not _has(part, heads) for part in parts):
        return [roles]
    before = {role: tuple(s for s in spans if s.start < trigger.idx) for role, spans in roles.items()}
    return [{r: (*before[r], *(s for s, role in part if role == r)) for r in roles} for part in parts]


def _has(part: Sequence[tuple[Span, str]], wanted: str) -> bool:
    return any(role == wanted for _, role in part)


def _is_joined_on(scene: Scene, before: Span, span: Span) -> bool:
    """Whether "and" or a comma leads from one to the next: "on Sunday and with Qatari officials"."""
    between = scene.doc[scene.tokens(before).end : scene.tokens(span).start]
    return any(token.lower_ == "and" for token in between) and len(between) <= 4


def _mentions(scene: Scene, number: int, frame: Frame, speaker: Speaker | None, first: int) -> Iterator[Mention]:
    trigger = scene.tokens(frame.trigger).root
    parties, pair = _parties(scene, frame, speaker)
    parties = _process(scene, trigger) or parties
    places = _places(scene, frame.roles["where"]) or _photo_place(scene)
    told = Mention(
        number=number,
        frame=frame,
        scene=scene,
        trigger=trigger,
        sentence=trigger.sent,
        parties=parties,
        pair=pair,
        dates=dates_of(scene, frame.roles["when"], trigger) or _photo_day(scene, trigger),
        places=places,
        length=_length_of(scene, trigger, frame.roles["when"]),
        ends=_ends(scene, trigger),
        modality=modality_under(trigger),
        part=first,
    )
    lands = list(dict.fromkeys(place.country for place in places))
    if frame.labels["kind"] == "visit" and len(lands) > 1:
        for part, land in enumerate(lands):
            yield replace(told, places=tuple(place for place in places if place.country == land), part=first + part)
    else:
        yield told


def _parties(scene: Scene, frame: Frame, speaker: Speaker | None) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Those whom the words name, each once, and those whom they only point at."""
    named: dict[tuple[str, str | None], Party] = {}
    pair: tuple[Party, ...] = ()
    for span in frame.roles["who"]:
        tokens = scene.tokens(span)
        if _stays_away(scene, tokens.root):
            continue
        if means_both(scene, [tokens.root]):
            pair = pair or both_at(scene, [tokens.root])
            continue
        for party in _named(scene, tokens, speaker):
            named.setdefault((party.actor or party.name.casefold(), party.country), party)
    return tuple(named.values()), pair


def _stays_away(scene: Scene, head: Token) -> bool:
    """ "Neither France nor Egypt will attend the summit", "Kenya boycotted the talks": who does not take part."""
    verb = subject_of(head)
    if verb is None:
        return False
    if verb.lemma_ in scene.words.list("attending"):
        return not modality_of(verb).polarity
    return verb.lemma_ in scene.words.list("staying_away") and modality_of(verb).polarity


def _named(scene: Scene, tokens: TokenSpan, speaker: Speaker | None) -> tuple[Party, ...]:
    """Whom one phrase means: whom its head stands for; the speaker for "we", who was last named for "he"; a crowd."""
    word = tokens.root.lower_
    if word in FIRST_PERSON:
        return (of_speaker(scene, speaker),) if speaker is not None and speaker.country else ()
    found = parties_at(scene, [tokens.root], alone=True) or parties_in(scene, tokens)
    if found:
        return found
    if word in THIRD_PERSON:
        return last_person(scene, tokens.start)
    return crowd(scene, tokens)


def _process(scene: Scene, trigger: Token) -> tuple[Party, ...]:
    """The parties of a process known by their number: "six-party talks"."""
    before = scene.doc[max(trigger.i - PROCESS - 2, trigger.sent.start) : trigger.i].text.lower()
    before = re.sub(r"\s*-\s*", "-", before)
    found = next((members for words, members in scene.words.processes.items() if words in before), ())
    return tuple(state(scene, country) for country in found)


def dates_of(scene: Scene, spans: Sequence[Span], trigger: Token) -> tuple[str, ...]:
    """The calendar dates that the words name, days before months and years; two that are joined are a range."""
    told = [row for span in spans for row in scene.times_at(span) if calendar(row[2])]
    times = [row for row in told if not _is_counted_back(scene, row[0], trigger)]
    times = sorted(dict.fromkeys(times), key=lambda row: row[0])
    found: list[str] = []
    for n, (first, _, time) in enumerate(times):
        value = calendar(time) or ""
        if n and _joined(scene, times[n - 1][1], first) and found and "/" not in found[-1] and found[-1] < value:
            found[-1] = f"{found[-1]}/{value}"
        else:
            found.append(value)
    return tuple(sorted(dict.fromkeys(found), key=_length))


def _is_counted_back(scene: Scene, first: int, trigger: Token) -> bool:
    """ "Forty years ago on Monday", "marked on Monday 50 years since he met Mao": the day is not that of the act."""
    if any(token.lower_ == "since" for token in scene.doc[first : trigger.i]):
        return True
    before = [token.lower_ for token in scene.doc[max(first - 2, 0) : first]]
    return before[-1:] == ["ago"] or before == ["ago", "on"]


def _length(value: str) -> int:
    days = days_of(value)
    return days[1] - days[0] if days else 0


def _photo_day(scene: Scene, trigger: Token) -> tuple[str, ...]:
    """The day that a caption names, for it tells of one moment."""
    if not scene.part.startswith("caption"):
        return ()
    days = [value for _, _, time in scene.times_in(trigger.sent) if (value := calendar(time))]
    return tuple(days[:1])


def _photo_place(scene: Scene) -> tuple[Place, ...]:
    """The place of a caption, for it is all of one."""
    found = scene.places.values() if scene.part.startswith("caption") else ()
    return tuple(sorted(found, key=lambda place: place.name in scene.state_names))[:1]


def _length_of(scene: Scene, trigger: Token, spans: Sequence[Span]) -> str | None:
    """How long it lasts: the duration among the words that tell when, or right before the trigger."""
    before = scene.doc[max(trigger.i - BEFORE, trigger.sent.start) : trigger.i]
    times = [time for span in spans for _, _, time in scene.times_at(span)]
    times += [time for _, _, time in scene.times_in(before)]
    lasting = next((verb for verb in trigger.ancestors if verb.lemma_ in LAST), None)
    lasting = lasting or next((t for t in trigger.head.children if t.lemma_ in LAST), None)
    if lasting is not None:  # "the summit is expected to last several hours"
        times += [time for first, _, time in scene.times_in(trigger.sent) if first > lasting.i]
    return next((time.value for time in times if time.type == "DURATION" and time.value), None)


def _ends(scene: Scene, trigger: Token) -> bool:
    """Whether a word right above or below the trigger tells of its end."""
    near = [trigger, trigger.head, *trigger.children]
    return any(token.lemma_.lower() in scene.words.list("closings") for token in near)


def calendar(time: Time) -> str | None:
    """A time's value as a contact's date: ``2005-11-03TMO`` -> ``2005-11-03``; durations and vague times have none."""
    found = CALENDAR.match(time.value or "") if time.type in ("DATE", "TIME") else None
    return found[0] if found else None


def _joined(scene: Scene, end: int, start: int) -> bool:
    between = [t.lower_ for t in scene.doc[end:start]]
    if not between:  # "Nov. 15- 17"
        return scene.doc[end - 1].text.endswith("-") and end == start
    return len(between) <= 2 and bool(JOINING & set(between))


def _places(scene: Scene, spans: Sequence[Span]) -> tuple[Place, ...]:
    """The places that the words name, cities before whole states, each once."""
    found: list[Place] = []
    for span in spans:
        tokens = scene.tokens(span)
        if any(token.lower_ == "here" for token in tokens) and scene.here is not None:
            found.append(scene.here)
        named = [place for token in tokens if (place := scene.places.get(token.i))]
        found += named or _capital(scene, tokens)
    once = {place.id: place for place in reversed(found)}
    first = list(reversed(once.values()))
    return tuple(sorted(first, key=lambda place: place.name in scene.state_names))


def _capital(scene: Scene, tokens: TokenSpan) -> list[Place]:
    """The state whose capital or land is described: "the Italian capital"; a place of no name is not made up."""
    codes = dict.fromkeys(scene.sides[token.i] for token in tokens if token.i in scene.sides)
    return [place for code in codes if (place := scene.land(code)) is not None]
