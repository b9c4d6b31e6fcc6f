"""Gatherings that a report names in passing: "the crisis will be on the agenda of the EU summit on Thursday".

The reader writes down contacts that a report tells something of. One that is only named joins the archive's
contact as an account too, marked ``mention``: it counts among the reports that tell of it, and settles nothing. A
mention that no report's own account stands beside makes no contact.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from dateline.knowledge.gatherings import Body, Gatherings, load_gatherings
from dateline.record import Record, Time
from dateline.record.days import days_of

TOKEN = re.compile(r"[A-Za-z0-9][\w.'’-]*(?<![.'’-])|[.;:!?]|\n\n")
MARK = re.compile(r"\b(?:[A-Z]{3,}[A-Z0-9-]*|G-?[78]|G-?20|\d{1,2}(?:st|nd|rd|th))\b(?! century)")
COMMON_MARKS = frozenset("xinhua afp prc rok dprk uae drc iii ii".split())  # noqa: SIM905
"""Acronyms of states and agencies: they name a party, not the gathering."""

POSSESSIVE = re.compile(r"['’]s?$")

BEFORE = 6
"""Words before a gathering's noun in which its body is named: ``APEC 13th informal economic leaders meeting``."""

AFTER = 5
"""Words after it: ``summit of the European Union``."""

CLOSE = 25
"""Characters after a noun within which a date is its own."""

MANY_SIDED = frozenset({"UN", "EUU"})
"""Bodies that talk with anyone about anything: their talks are no gathering of their members."""

OF = frozenset({"of", "in", "by"})

Token = tuple[str, int, int]


def mentions(record: Record) -> Iterator[tuple[dict[str, Any], str]]:
    """Each gathering named in the body, once, as a contact without status, and the words around it."""
    known = load_gatherings()
    seen: set[tuple[str, str, str | None]] = set()
    dates = [t for t in record.times if t.part == "body" and t.type == "DATE" and days_of(t.value)]
    dates.sort(key=lambda t: (t.start, t.end))
    starts = [t.start for t in dates]
    subject = main_body(record.report.body, known)
    for sentence in sentences(record.report.body):
        for at, length, (kind, only_format) in nouns(sentence, known):
            body = body_of(sentence, at, at + length, known)
            if body is None and kind == "summit" and plain(sentence, at):
                body = subject
            if body is None or (only_format and body.code in MANY_SIDED):
                continue
            date = date_near(dates, starts, sentence[at + length - 1][2])
            if (body.mark, kind, date) not in seen:
                seen.add((body.mark, kind, date))
                start, end = sentence[max(0, at - BEFORE)][1], sentence[at + length - 1][2]
                yield mention(len(seen), body, kind, date, (start, end)), body.mark


def mention(number: int, body: Body, kind: str, date: str | None, span: tuple[int, int]) -> dict[str, Any]:
    """A mention in the form of a contact."""
    return {
        "id": f"m{number}", "mention": body.mark, "marks": [body.mark], "kind": kind, "status": "held", "date": date,
        "place": None,
        "participants": [{"name": body.name, "actor": None, "country": body.code, "kind": "organisation"}],
        "evidence": [{"part": "body", "start": span[0], "end": span[1]}],
    }  # fmt: skip


def plain(sentence: Sequence[Token], at: int) -> bool:
    """Whether nothing says what summit it is: ``the summit``, ``a two-day summit``, not ``the Bush-Putin summit``."""
    return at > 0 and not sentence[at - 1][0][0].isupper()


def main_body(text: str, known: Gatherings) -> Body | None:
    """The body that a report names most often, twice at least: it is the one whose summit is ``the summit``."""
    found = Counter(body for sentence in sentences(text) for body in bodies([word for word, _, _ in sentence], known))
    best = min(found, key=lambda body: (-found[body], body.mark), default=None)
    return best if best is not None and found[best] > 1 else None


def bodies(names: Sequence[str], known: Gatherings) -> Iterator[Body]:
    """The bodies and formats that some words name, each the longest name at its place."""
    first = 0
    while first < len(names):
        last = next(
            (n for n in range(min(len(names), first + known.longest), first, -1) if known.body(names[first:n])), 0
        )
        if last and (body := known.body(names[first:last])):
            yield body
        first = last or first + 1


def marks(words: str) -> set[str]:
    """What gatherings in some words can be called by: the bodies and formats named, ordinals, other acronyms."""
    known = load_gatherings()
    acronyms = {match[0] for match in MARK.finditer(words)}
    # A body and its acronym are one name: told twice, they would weigh twice.
    found = {acronym.lower() for acronym in acronyms if not known.body([acronym])} - COMMON_MARKS
    for sentence in sentences(words):
        found |= {body.mark for body in bodies([word for word, _, _ in sentence], known)}
    return found


def sentences(text: str) -> Iterator[list[Token]]:
    """The words of each sentence, as far as punctuation tells, with their places."""
    words: list[Token] = []
    for match in TOKEN.finditer(text):
        if match[0][0].isalnum():
            word = POSSESSIVE.sub("", match[0]).replace(".", "")
            words.append((word, *match.span()))
        elif words:
            yield words
            words = []
    if words:
        yield words


def nouns(sentence: Sequence[Token], known: Gatherings) -> Iterator[tuple[int, int, tuple[str, bool]]]:
    """Where a gathering's noun stands: first word, number of words, kind; the longest phrase counts."""
    at = 0
    words = [word.lower() for word, _, _ in sentence]
    while at < len(words):
        length = next((n for n in (4, 3, 2, 1) if tuple(words[at : at + n]) in known.kinds and at + n <= len(words)), 0)
        if length:
            yield at, length, known.kinds[tuple(words[at : at + length])]
        at += length or 1


def body_of(sentence: Sequence[Token], start: int, end: int, known: Gatherings) -> Body | None:
    """The body that is named closest before a noun, else right after ``of``."""
    words = [word for word, _, _ in sentence]
    for last in range(start, max(0, start - BEFORE), -1):
        if found := longest_name(words, last, max(0, start - BEFORE), known):
            return found
    if end < len(words) and words[end] in OF:
        for last in range(end + 2, min(len(words), end + 1 + AFTER + 3) + 1):
            if last - end <= AFTER + 3 and (found := longest_name(words, last, end + 1, known)):
                return found
    return None


def longest_name(words: Sequence[str], last: int, first: int, known: Gatherings) -> Body | None:
    """The body whose name ends before word `last` and begins at `first` or later."""
    for begin in range(max(first, last - known.longest), last):
        if found := known.body(words[begin:last]):
            return found
    return None


def date_near(dates: Sequence[Time], starts: Sequence[int], end: int) -> str | None:
    """The date told right after the noun: ``the summit on Nov. 18-19``, ``talks in Beijing on Monday``."""
    at = bisect_left(starts, end)
    return dates[at].value if at < len(dates) and starts[at] - end <= CLOSE else None
