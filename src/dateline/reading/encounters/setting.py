"""When and where: the date and the place that belong to the words telling of a contact."""

from __future__ import annotations

import re
from collections.abc import Callable, Container

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge.contact_frames import load_contact_frames
from dateline.reading.encounters.scene import Scene
from dateline.reading.encounters.slots import around
from dateline.record import Place, PlaceRef

NEAR = 7
"""The longest way through the tree, in steps, between a trigger and the time that is its own."""
ACROSS_SPEECH = 7
"""What it costs when the way leads through a verb of speech: "said Monday that they would meet"."""

FINITE = ("VBD", "VBZ", "VBP")
REACH = 7
"""How many tokens on from a noun a time may be its own without the parse saying so."""
BEFORE = 6
"""How many tokens back a noun's length may stand: "a two-day official visit"."""
FURTHER = 20
"""How many tokens on its place may stand, where no other contact and no act of somebody comes between."""
BESIDE = 2
"""What such a time costs."""
WITHIN = 3
"""What a time costs that stands in the noun's own phrase: "a summit of the bloc to be held on Nov. 12"."""
HOLDING = ("hold", "take", "begin", "start", "open", "meet", "convene", "resume")
SET = 4
"""How many tokens before a time the participle may stand that sets it."""
CLAUSES = {"advcl": 4, "ccomp": 4, "xcomp": 3, "conj": 4, "parataxis": 4, "relcl": 2, "acl": 2}
"""What it costs when a time stands in another clause: "visited since ties began in 1964"; what is hung on a noun
near by is often its own ("the meeting in Rome, which opens Tuesday")."""

CALENDAR = re.compile(r"\d{4}-W\d{2}|\d{4}-\d{2}-\d{2}|\d{4}-\d{2}|\d{4}")


def date_of(scene: Scene, trigger: Token, sentence: TokenSpan, counts: Callable[[int], bool]) -> str | None:
    """The calendar date of what the trigger tells, from the nearest time in the tree; two joined times are a range.

    ``counts``: whether a time that begins at a token may be that of the trigger.
    """
    path = _path(trigger)
    best: tuple[int, int, int] | None = None
    times = [t for t in scene.times_in(sentence) if calendar(t[2].value)]
    for n, (first, end, _) in enumerate(times):
        if not counts(first) or (first > 0 and scene.doc[first - 1].lower_ == "since"):
            continue
        cost = min(_distance(scene, path, scene.doc[i], trigger) for i in range(first, end))
        if follows(scene, trigger, first) or _is_set_after(scene, trigger, first):
            cost = min(cost, BESIDE)
        elif trigger.left_edge.i <= first <= trigger.right_edge.i and (cost <= NEAR or is_set(scene, trigger, first)):
            cost = min(cost, WITHIN)
        key = (cost, abs(first - trigger.i), n)
        if cost <= NEAR and (best is None or key < best):
            best = key
    if best is None:
        return None
    n = best[2]
    for a, b in ((n, n + 1), (n - 1, n)):
        if a >= 0 and b < len(times) and _joined(scene, times[a][1], times[b][0]):
            since, until = calendar(times[a][2].value), calendar(times[b][2].value)
            if since and until and since < until:
                return f"{since}/{until}"
    return calendar(times[n][2].value)


def is_set(scene: Scene, trigger: Token, first: int) -> bool:
    """Whether a participle deep in the noun's phrase sets the time: "the summit of the forum slated for May"."""
    setting = scene.doc[max(trigger.i, first - SET) : first]
    words = scene.words
    return any(
        t.tag_ in ("VBN", "VBD", "VBG")
        and (t.lemma_ == "hold" or words.status.get(t.lemma_) == "scheduled" or t.lemma_ in words.list("beginnings"))
        for t in setting
    )


def _is_set_after(scene: Scene, trigger: Token, first: int) -> bool:
    """Whether it is so, wherever the parse hangs the participle, with nothing else told of in between."""
    if trigger.pos_ == "VERB" or not trigger.i < first <= trigger.i + FURTHER or not is_set(scene, trigger, first):
        return False
    between = scene.doc[trigger.i + 1 : first]
    if any(t.is_sent_start or t.pos_ == "AUX" or t.lower_ == "," for t in between):
        return False
    others = (t for t in between if t.lemma_.lower() in scene.words.nouns and t.pos_ == "NOUN")
    return sum(t.pos_ == "VERB" for t in between) == 1 and not any(others)


def length_of(scene: Scene, trigger: Token, sentence: TokenSpan) -> str | None:
    """How long it lasts, as TIMEX has it: "a three-day visit" ``P3D``, "the summit may last several hours" ``PXH``."""
    verb = trigger.head if trigger.dep_ == "nsubj" and trigger.head.lemma_ in ("last", "take", "run") else None
    for first, end, time in scene.times_in(sentence):
        if time.type == "DURATION" and time.value:
            before = trigger.i - BEFORE <= first < end <= trigger.i and _is_of(scene, first, end, trigger)
            if before or (verb is not None and _is_of(scene, first, end, verb) and first > verb.i):
                return time.value
    return None


def _is_of(scene: Scene, first: int, end: int, word: Token) -> bool:
    return any(w.i == word.i for i in range(first, end) for w in (scene.doc[i].head, scene.doc[i].head.head))


def begins(scene: Scene, trigger: Token) -> bool:
    """Whether the words tell of its beginning, so that its date is the first day."""
    return _is_near(trigger, scene.words.list("beginnings"))


def ends(scene: Scene, trigger: Token) -> bool:
    """Whether the words tell of its end, so that its date is the last day."""
    return _is_near(trigger, scene.words.list("closings"))


def _is_near(trigger: Token, lemmas: Container[str]) -> bool:
    """Whether one of the words stands right above or below the trigger, or above its "of": "the start of a visit"."""
    near = [trigger, trigger.head, *trigger.children]
    near += [trigger.head.head] if trigger.head.lower_ == "of" else []
    return any(t.lemma_.lower() in lemmas for t in near)


def follows(scene: Scene, trigger: Token, first: int) -> bool:
    """Whether a time stands right after a noun, nothing but its place between: "the summit in Brussels next week"."""
    if trigger.pos_ != "NOUN" or not trigger.i < first <= trigger.i + REACH:
        return False
    between = scene.doc[trigger.i + 1 : first]
    return all(t.pos_ in ("ADP", "DET", "PROPN", "ADJ", "ADV") for t in between)


def calendar(value: str | None) -> str | None:
    """A TIMEX value as a contact's date: ``2005-11-03TMO`` -> ``2005-11-03``; durations and vague times have none."""
    found = CALENDAR.match(value or "")
    return found[0] if found else None


def _path(trigger: Token) -> dict[int, int]:
    """The tokens above the trigger with their cost from it."""
    costs, word, cost = {trigger.i: 0}, trigger, 0
    while word.head != word and cost <= NEAR:
        cost += 1 + (ACROSS_SPEECH if _is_told(word) or _is_purpose(word) or _is_aside(word) else 0)
        word = word.head
        costs.setdefault(word.i, cost)
    return costs


def _is_told(verb: Token) -> bool:
    """ "Said that they would meet", "a report that they would meet"."""
    return verb.dep_ == "ccomp" or (verb.dep_ in ("acl", "relcl") and any(c.dep_ == "mark" for c in verb.children))


def _is_aside(verb: Token) -> bool:
    """Whether it is told of a place come to, on whatever day: "arrived in Rome on Sunday, where he held talks"."""
    return verb.dep_ in ("relcl", "advcl") and any(t.lower_ == "where" for t in verb.lefts)


def _is_purpose(verb: Token) -> bool:
    """Whether it is what somebody travels for: "arrived on Tuesday to brief the king"."""
    travels = any(f.kind == "visit" for f in load_contact_frames().verbs.get(verb.head.lemma_, ()))
    return verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VB" and travels and verb.head != verb


def _distance(scene: Scene, path: dict[int, int], time: Token, trigger: Token) -> int:
    word, steps = time, 0
    while steps <= NEAR:
        if word.i in path:
            return steps + path[word.i]
        if word.head == word:
            break
        if word.pos_ == "NOUN" and word.lemma_.lower() in scene.words.nouns:
            break  # the time of another contact: "came ahead of a summit next month"
        own = word.head.i == trigger.i or word.i == time.i
        own = own or (word.dep_ == "xcomp" and word.lemma_ in HOLDING)  # "is scheduled to be held on"
        steps += 1 + (0 if own else CLAUSES.get(word.dep_, 0))
        word = word.head
    return NEAR + 1


def _joined(scene: Scene, end: int, start: int) -> bool:
    between = [t.lower_ for t in scene.doc[end:start]]
    if not between:  # "Nov. 15- 17"
        return scene.doc[end - 1].text.endswith("-") and end == start
    return len(between) <= 2 and bool(set(between) & {"to", "-", "and", "until", "through", "till", "--", "or"})


def place_of(scene: Scene, trigger: Token) -> Place | None:
    """The place of what the trigger tells: "in Rome", "here", "the Helsinki summit"."""
    for child in trigger.lefts:
        if child.dep_ in ("compound", "nmod", "amod") and (place := scene.places.get(child.i)):
            return place
    if (city := _where(scene, trigger)) is not None:
        return city
    found: Place | None = None
    for token in around(trigger):
        if token.lower_ == "here" and scene.here is not None:
            return scene.here
        if token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "near", "outside", "aboard", "to", "on"):
            place = _place_in(scene, token)
            found = found or place
    return found or _place_after(scene, trigger)


def _where(scene: Scene, trigger: Token) -> Place | None:
    """The place that "where" means: "arrived in Rome, where he held talks"."""
    word = trigger
    for _ in range(3):
        where = next((c for c in word.children if c.lower_ == "where"), None)
        if where is not None:
            before = scene.places.get(where.i - 1) or (scene.places.get(where.i - 2) if where.i > 1 else None)
            return scene.places.get(word.head.i) or before
        word = word.head
    return None


def _place_after(scene: Scene, trigger: Token) -> Place | None:
    """The place further on in the noun's own phrase: "the summit of the bloc's leaders, to be held in Dhaka"."""
    for i in range(trigger.i + 1, min(trigger.i + FURTHER, len(scene.doc))):
        token = scene.doc[i]
        another = token.pos_ == "NOUN" and token.lemma_.lower() in scene.words.nouns
        if token.is_sent_start or (another and trigger.pos_ == "NOUN"):
            return None
        if token.lower_ in ("on", "about", "over") and trigger.pos_ != "VERB" and not _is_timed(scene, token):
            return None
        if token.tag_ in FINITE and token.lemma_ not in scene.words.list("beginnings"):
            return None
        if token.lower_ in ("in", "at"):
            for child in token.children:
                if child.dep_ == "pobj" and (place := _place_in(scene, child)):
                    return place
    return None


def _is_timed(scene: Scene, preposition: Token) -> bool:
    return preposition.i + 1 in scene.timed


def _place_in(scene: Scene, token: Token) -> Place | None:
    """The place of "the Vietnamese capital Hanoi", "Hanoi, the capital", "Ottawa"."""
    near = [token, *(c for c in token.children if c.dep_ in ("appos", "compound", "nmod"))]
    near += [p for c in token.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
    places = [p for t in near if (p := scene.places.get(t.i))]
    cities = [p for p in places if p.name not in scene.state_names]
    return next(iter(cities or places), None)


def reference(place: Place) -> PlaceRef:
    """A place as contacts refer to it."""
    return PlaceRef(name=place.name, country=place.country, lat=place.lat, lon=place.lon)
