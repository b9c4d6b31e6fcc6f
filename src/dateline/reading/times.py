"""When: the time expressions of a report, resolved against its publication date (TIMEX3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateline.knowledge.times import time_tables
from dateline.reading.analysis import Analysis
from dateline.reading.timing.anchor import Anchor
from dateline.reading.timing.grammar import Expression, time_grammar
from dateline.reading.timing.meaning import meaning_of
from dateline.reading.timing.names import NameAt, names_in
from dateline.reading.timing.ranges import with_years
from dateline.reading.timing.tense import AHEAD, TenseAt, tense_in, tense_in_text
from dateline.record import Time


def read_times(analysis: Analysis) -> tuple[Time, ...]:
    """Every time expression of every part, in order."""
    report = analysis.report
    times: list[Time] = []
    for part, text in report.parts().items():
        doc = analysis.docs[part]
        for time, words in told_times(text, report.published_on, tense_in(doc), part, names_in(doc)):
            times.append(time)
            rules = " + ".join(word.rule.name for word in words)
            analysis.because(f"time {len(times)}", f"times.toml: {rules}", time.span)
    return tuple(times)


def find_times(
    text: str, published: date | None = None, tense: TenseAt | None = None, part: str = "body"
) -> tuple[Time, ...]:
    """The time expressions of one text, in order, none overlapping; in time linear in the text's length.

    Without a day of publication, times that are told from it are found and left unresolved. Without a ``tense`` it is
    guessed from the words before.
    """
    return tuple(time for time, _ in told_times(text, published, tense, part))


def told_times(
    text: str,
    published: date | None = None,
    tense: TenseAt | None = None,
    part: str = "body",
    is_name: NameAt = lambda start, end: False,
) -> Iterator[tuple[Time, tuple[Expression, ...]]]:
    """The same times, each with the expressions of the grammar that tell it; names that only look like one left out."""
    tense = tense or tense_in_text(text)
    anchor = Anchor(published)
    found = with_years(text, list(_joined(text, time_grammar().find(text))))
    end, last = 0, None
    for i, words in enumerate(found):
        if words[0].rule.make == "no_time" or is_name(words[0].start, words[-1].end):
            continue
        anchor.stand_behind(text[end : words[0].start], last)
        end, last = words[-1].end, None
        if day := _day_after(text, found, i):
            anchor.remember(meaning_of(day, anchor, tense(day.start, day.end)), year_told=False)
            anchor.local_hour = anchor.local_hour or _hour_beside(found[i + 1], day, anchor)
        if part == "body" and words[0].rule.make != "feast" and _is_title(text, words[0].start, words[-1].end):
            continue
        if time := _told(text, part, words, anchor, tense):
            last = time.value
            yield time, words


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether the words are capital throughout, as in the name of a programme: "60 Minutes", "USA Today".

    Names of days, months and feasts are always capital; headlines, which may be, are not asked.
    """
    words = text[start:end].split()
    if not _ORDINARY.fullmatch(words[-1]):
        return False
    if len(words) > 1:
        return words[0][0].isdigit() or words[0].istitle()
    before = text[max(0, start - 30) : start].split()
    return bool(before) and text[start - 1] == " " and before[-1][0].isupper() and before[-1].isalnum()


_ORDINARY = re.compile(r"Today|Tomorrow|Tonight|Now|(?:Minute|Hour|Day|Night|Week|Month|Year)s?")
_DAYS = frozenset({"day", "day_of_numbers", "weekday", "weekday_of_month", "days_away", "feast", "day_of_month"})
_HOURS = frozenset({"clock", "noon", "part_of_told"})
_BETWEEN = re.compile(r"\s{0,3},?\s{0,3}(?:on\s|of\s)?")


def _joined(text: str, expressions: Iterator[Expression]) -> Iterator[tuple[Expression, ...]]:
    """A day and a time of that day beside it told as one: "5 p.m. Tuesday", "Tuesday evening"."""
    held: Expression | None = None
    for expression in expressions:
        if held is None:
            held = expression
        elif _one_time(held, expression) and _BETWEEN.fullmatch(text, held.end, expression.start):
            yield held, expression
            held = None
        else:
            yield (held,)
            held = expression
    if held:
        yield (held,)


def _one_time(one: Expression, other: Expression) -> bool:
    return (_is_day(one) and other.rule.make in _HOURS) or (one.rule.make in _HOURS and _is_day(other))


def _is_day(words: Expression) -> bool:
    """Whether the words tell a day: "Tuesday", "the next day"."""
    return words.rule.make in _DAYS or (words.rule.make == "step" and words.fields.get("unit") == "D")


def _day_after(text: str, found: list[tuple[Expression, ...]], i: int) -> Expression | None:
    """The day told behind an hour that has none beside it: "10:35 a.m. (0735 GMT) Friday"."""
    if any(word.rule.make not in _HOURS for word in found[i]):
        return None
    end = found[i][-1].end
    for words in found[i + 1 : i + 3]:
        if not _BRACKETS.fullmatch(text, end, words[0].start):
            break
        for word in words:
            if _is_day(word):
                return word
        end = words[-1].end
    return None


def _hour_beside(words: tuple[Expression, ...], day: Expression, anchor: Anchor) -> str | None:
    """The hour on a local clock told with that day: "2330 GMT (1:30 a.m. Wednesday)"."""
    hour = next((word for word in words if word.rule.make == "clock" and word.fields.get("zone") != "Z"), None)
    return meaning_of(hour, anchor, None) if hour and day in words else None


_BRACKETS = re.compile(r"[\s(),]{0,6}(?:on\s)?")


def _told(text: str, part: str, words: tuple[Expression, ...], anchor: Anchor, tense: TenseAt) -> Time | None:
    """The time that the expressions tell, the day before the hour; the anchor remembers it."""
    start, end = words[0].start, words[-1].end
    direction = tense(start, end)
    if direction and words[0].rule.unless == ("future" if direction in AHEAD else direction):
        return None
    if len(words) > 1:
        anchor.local_hour = None  # the hour has a day of its own
    for expression in sorted(words, key=lambda expression: expression.rule.make in _HOURS):
        value = meaning_of(expression, anchor, direction)
        if value is None and expression.rule.make == "day_of_event" and "amount" not in expression.fields:
            return None  # "the day after the vote", of which nothing tells the day
        if not expression.rule.aside:
            anchor.remember(value, year_told="year" in expression.fields)
        if expression.rule.reports:
            anchor.report(value if value and "Q" in value else None)
    return Time(
        part=part,
        start=start,
        end=end,
        text=text[start:end],
        type="DURATION" if expression.rule.type == "DATE" and _DURATION.match(value or "") else expression.rule.type,
        value=value,
        mod=next((mod for mod in map(_mod, words) if mod), None),
    )


_DURATION = re.compile(r"P[0-9TX]")


def _mod(expression: Expression) -> str | None:
    words = expression.fields.get("mod", "").removesuffix(" -")
    mods = time_tables().mods
    return expression.rule.mod or mods.get(words) or mods.get(words.removeprefix("the "))
