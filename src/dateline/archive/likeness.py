"""How likely two accounts tell of one contact: evidence for and against, added up."""

from __future__ import annotations

from dateline.archive.accounts import GATHERINGS, WIDE, Account, Party, own_name
from dateline.archive.names import same_name, same_word
from dateline.knowledge.evidence import load_evidence
from dateline.record.days import days_of, gap

SAME = 1.0
"""Likeness from which two accounts are taken for one contact."""

NEVER = float("-inf")
"""Likeness of accounts that contradict each other: nothing makes them one, but a person's word."""

WEIGHTS, KINDS = load_evidence().weights, load_evidence().kinds


def likeness(a: Account, b: Account) -> float:
    """The evidence that `a` and `b` are one contact, summed; `SAME` and more says yes. Symmetric."""
    if a.mention or b.mention:
        return mention_likeness(a, b)
    kinds = kind_evidence(a, b)
    when = day_evidence(a, b)
    if kinds == NEVER or when == NEVER or (a.report == b.report and not told_twice(a, b)):
        return NEVER
    who = party_evidence(a, b)
    if who == NEVER:
        return NEVER
    return kinds + when + who + place_evidence(a, b) + mark_evidence(a, b) + topic_evidence(a, b)


def mention_likeness(a: Account, b: Account) -> float:
    """A gathering named in passing is the one of that name held about then."""
    if not a.own_marks & b.own_marks or (a.mention and b.mention):
        return NEVER
    kinds, when = kind_evidence(a, b), day_evidence(a, b)
    if NEVER in (kinds, when):
        return NEVER
    return max(0.0, kinds) + when + WEIGHTS["mention"]


def kind_evidence(a: Account, b: Account) -> float:
    """Meetings are told as negotiations; a visit is never the meeting that takes place in it."""
    if a.sort == b.sort:
        return WEIGHTS["same kind"]
    return KINDS.get(frozenset({a.sort, b.sort}), NEVER)


def day_evidence(a: Account, b: Account) -> float:
    """Same parties on another day are another contact; one day's difference may be a time zone or a slip."""
    if not a.days or not b.days:
        return WEIGHTS["day unknown"] if gap(a.window, b.window) <= 0 and not seasons_apart(a, b) else NEVER
    if a.days == b.days:
        return WEIGHTS["same day"] if a.days[1] - a.days[0] <= WIDE else WEIGHTS["day unknown"]
    apart = gap(a.days, b.days)
    if apart <= 0:
        wide = max(a.days[1] - a.days[0], b.days[1] - b.days[0]) > WIDE
        return WEIGHTS["day unknown"] if wide else WEIGHTS["days overlap"]
    if max(a.days[1] - a.days[0], b.days[1] - b.days[0]) > VAGUE:
        return NEVER
    if one_name(a, b) and apart <= FEW_DAYS:
        return WEIGHTS["days apart"] * (apart - 1)
    return WEIGHTS["next day"] if apart == 1 else NEVER


VAGUE = 14
"""Days above which a date is no day that could be off by one: ``2005-12`` and ``2006`` only adjoin."""

FEW_DAYS = 3
"""Days by which reports of one large gathering differ: some give its first day, some the day they write."""


def seasons_apart(a: Account, b: Account) -> bool:
    """Whether one tells no day, the other no more than the season, and the reports are of different seasons."""
    first, second = days_of(a.published), days_of(b.published)
    vague = all(days is None or days[1] - days[0] > WIDE for days in (a.days, b.days))
    return vague and first is not None and second is not None and abs(first[0] - second[0]) > SEASON


SEASON = 120
"""Days between two reports above which ``next year`` in the one is not what the other tells of without a date."""


def one_name(a: Account, b: Account) -> bool:
    """Whether both are gatherings of one kind and one name."""
    return a.sort == b.sort and a.kind in GATHERINGS and bool(a.marks & b.marks) and not a.mention and not b.mention


def party_evidence(a: Account, b: Account) -> float:
    """People and countries that take part in both, and those only in one.

    Of a meeting, a visit or a call, a side named differently contradicts: two meetings of one guest on one day.
    """
    shared = [(p, q) for p in a.people for q in b.people if same_name(p.name, q.name) and agree(p, q)]
    many = max(len(a.parties), len(b.parties)) > 2 or bool(a.own_marks & b.own_marks)
    gathering = many and {a.kind, b.kind} <= GATHERINGS
    both = a.countries & b.countries
    if not shared and not both and not same_bodies(a, b):
        return WEIGHTS["other parties"] if gathering and (a.marks & b.marks) else NEVER
    if not gathering and (sides_differ(a, b, shared) or other_side(a, b)):
        return NEVER
    if "negotiation" in (a.kind, b.kind) and other_talks(a, b):
        return NEVER
    smaller = min(len(a.countries), len(b.countries)) or 1
    value = WEIGHTS["parties"] * len(both) / smaller * (1 if len(both) > 1 or smaller > 1 else 0.5)
    value += WEIGHTS["person"] * min(2, len(shared))
    if a.one_state and b.one_state:
        value += sides_evidence(a, b)
    if shared and len(shared) == min(len(a.people), len(b.people)):
        value += WEIGHTS["all people"]
    if a.people and b.people and not shared:
        value += WEIGHTS["other people"] * (0.4 if gathering else 1)
    if one_sided(a, b):
        value += WEIGHTS["one side"]
    return value


def one_sided(a: Account, b: Account) -> bool:
    """Whether one of the two tells no more than that somebody met: one who takes part, no day, no name for it."""
    alone = min(len(a.parties), len(b.parties)) == 1 and a.kind != "visit"
    return alone and not (a.days and b.days) and not a.own_marks & b.own_marks


def agree(p: Party, q: Party) -> bool:
    """Two people of one name who stand for one country, as far as it is told."""
    return p.country == q.country or not p.country or not q.country


def same_bodies(a: Account, b: Account) -> bool:
    """Whether a body or a party without a country is named by both."""
    return any(same_name(p.name, q.name) for p in a.parties for q in b.parties)


def sides_evidence(a: Account, b: Account) -> float:
    """Of talks inside a state its code says nothing: two sides have the same names, or the talks are others.

    ``The Fatah party`` is ``Fatah``.
    """
    both = sum(any(same_name(own_name(p.name), own_name(q.name)) for q in b.parties) for p in a.parties)
    if both > 1:
        return WEIGHTS["sides in a state"]
    return 0.0 if a.marks & b.marks else WEIGHTS["other people"]


def sides_differ(a: Account, b: Account, shared: list[tuple[Party, Party]]) -> bool:
    """Whether one country is stood for by different people: Bush for the one, Rice for the other."""
    matched = {p.country for p, _ in shared} | {q.country for _, q in shared}
    left = {p.country for p in a.people if p.country}
    right = {q.country for q in b.people if q.country}
    return bool((left & right) - matched)


def other_side(a: Account, b: Account) -> bool:
    """Whether each has a country the other lacks, where both name two: one guest of two hosts is in two meetings."""
    return min(len(a.countries), len(b.countries)) > 1 and bool(a.countries - b.countries and b.countries - a.countries)


def other_talks(a: Account, b: Account) -> bool:
    """Whether two talks differ in who talks: three-party and four-party, or each with a side that the other lacks.

    A summit has more who take part than a report happens to name; talks have their sides.
    """
    if a.forms and b.forms:
        return not a.forms & b.forms
    return other_side(a, b)


def place_evidence(a: Account, b: Account) -> float:
    """The same city, or another; calls and letters have no place of their own."""
    if a.kind in ("call", "letter") or not a.place or not b.place:
        return 0.0
    if other_country(a, b):
        alone = a.kind == "visit" and len(a.countries & b.countries) < HOST_AND_GUEST
        return NEVER if alone else WEIGHTS["other country"]
    whole = a.whole_country or b.whole_country
    if a.place == b.place or any(same_word(v, w) for v in a.place for w in b.place if len(v) > 3 and len(w) > 3):
        return WEIGHTS["same country" if whole else "same city"]
    if a.country and a.country == b.country:
        return WEIGHTS["same country" if whole or a.kind == "visit" else "other city"]
    return 0.0


HOST_AND_GUEST = 2
"""Countries of a visit. Where two accounts share both, another place is a slip; where one, the host is another."""


def other_country(a: Account, b: Account) -> bool:
    """Whether the two are told to be in two countries."""
    return bool(a.country and b.country and a.country != b.country)


def mark_evidence(a: Account, b: Account) -> float:
    """What gatherings are called by: APEC, the 13th, six-party."""
    if not ({a.kind, b.kind} & GATHERINGS) or not a.marks or not b.marks:
        return 0.0
    shared = a.marks & b.marks
    value = WEIGHTS["mark"] * min(2, len(shared)) if shared else WEIGHTS["other mark"]
    if a.level and b.level:
        value += WEIGHTS["same level" if a.level == b.level else "other level"]
    return value


def topic_evidence(a: Account, b: Account) -> float:
    """Words that both agendas have."""
    if not a.topics or not b.topics:
        return 0.0
    return WEIGHTS["topics"] * len(a.topics & b.topics) / min(len(a.topics), len(b.topics))


def told_twice(a: Account, b: Account) -> bool:
    """Whether nothing tells two contacts of one report apart; else they are two, as their report says.

    A gathering of the same many parties is one also where the report dates it twice, a day apart: its eve, its opening.
    """
    if a.sort != b.sort or a.countries != b.countries or other_country(a, b):
        return False
    if len(a.countries) > MANY:
        return day_evidence(a, b) != NEVER
    return a.contact.get("date") == b.contact.get("date") and {p.name for p in a.people} == {p.name for p in b.people}


MANY = 3
"""Parties above which a gathering is known by who takes part."""
