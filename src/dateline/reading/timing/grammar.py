"""Where a text tells time: the rules of ``knowledge/data/times.toml``, matched over its words.

Each word becomes one character that stands for all the classes and literal words it belongs to, so that a rule is an
ordinary regular expression over short strings. No pattern repeats without bound and every rule is tried at most once a
word: a text takes time linear in its length.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count

from dateline.knowledge.times import TimeRule, TimeTables, time_tables
from dateline.reading.timing.patterns import Alphabet, Pattern, parse
from dateline.reading.timing.words import word_pattern


@dataclass(frozen=True)
class Expression:
    """Words that tell time: ``[start, end)`` of the text, the rule they follow, and the values of its fields."""

    start: int
    end: int
    rule: TimeRule
    fields: Mapping[str, str]


@cache
def time_grammar() -> Grammar:
    """The grammar of the tables shipped with the package."""
    return Grammar(time_tables())


class Grammar:
    """The rules, ready to be matched."""

    def __init__(self, tables: TimeTables) -> None:
        self.tables = tables
        rules = [_parsed(rule, tables) for rule in tables.rules]
        words: dict[str, set[str]] = defaultdict(set)
        for name, spellings in tables.words.items():
            for word in spellings:
                words[word].add(name)
        for literal in {literal for parts in rules for part in parts.values() for literal in part.literals}:
            words[literal].add(literal)
        self._alphabet = Alphabet(words, tables.capitalised, tables.small)
        self._find_words = word_pattern(words).finditer
        self._rules: dict[str, list[_Matcher]] = defaultdict(list)
        self._one_word_rules: dict[str, list[_Matcher]] = defaultdict(list)
        for rule, parts in zip(tables.rules, rules, strict=True):
            matcher = _Matcher(rule, parts, self._alphabet, tables)
            for letter in {letter for term in parts["pattern"].first for letter in self._alphabet.letters(term)}:
                self._rules[letter].append(matcher)
                if parts["pattern"].shortest == 1:
                    self._one_word_rules[letter].append(matcher)

    def find(self, text: str) -> Iterator[Expression]:
        """The expressions in a text, in order, none overlapping."""
        starts: list[int] = []
        words: list[str] = []
        for word in self._find_words(text):
            starts.append(word.start())
            words.append(word.group())
        letters = "".join(map(self._alphabet.letter, words)) + Alphabet.OTHER
        i = 0
        while i < len(words):
            best: tuple[int, _Matcher, re.Match[str]] | None = None
            rules = self._one_word_rules if letters[i + 1] == Alphabet.OTHER else self._rules
            for matcher in rules.get(letters[i], ()):
                match = matcher.match(letters, i)
                if match and (best is None or match.end() > best[0]):
                    best = (match.end(), matcher, match)
            if best:
                yield from best[1].expressions(best[2], starts, words)
            i = best[0] if best else i + 1


class _Matcher:
    """One rule as a regular expression over the alphabet, what stands before and after it included."""

    def __init__(self, rule: TimeRule, parts: Mapping[str, Pattern], alphabet: Alphabet, tables: TimeTables) -> None:
        self.rule = rule
        self._values = {name: tables.words.get(name, {}) for part in parts.values() for name in part.classes}
        numbers = count()
        regex = (_AROUND[name].format(part.regex(alphabet, numbers)) for name, part in parts.items())
        self.match = re.compile("".join(regex)).match

    def expressions(self, match: re.Match[str], starts: list[int], words: list[str]) -> Iterator[Expression]:
        """One expression, or two where the rule tells of a first and a second."""
        fields = dict(self.rule.fields)
        halves = {}
        for group, letters in match.groupdict().items():
            if letters is None:
                continue
            name, kind, _ = group.split("__")
            first, end = match.span(group)
            if name in ("first", "second"):
                halves[name] = (first, end)
                continue
            spelling = " ".join(words[first:end]).lower()
            fields[name] = self._values.get(kind, {}).get(spelling, spelling)
        if not halves:
            yield self._expression(*match.span(), fields, starts, words)
            return
        then = fields.pop("then")
        yield self._expression(*halves["first"], fields, starts, words)
        yield self._expression(*halves["second"], {**fields, "day": then}, starts, words)

    def _expression(
        self, first: int, end: int, fields: Mapping[str, str], starts: list[int], words: list[str]
    ) -> Expression:
        return Expression(starts[first], starts[end - 1] + len(words[end - 1]), self.rule, fields)


def _parsed(rule: TimeRule, tables: TimeTables) -> dict[str, Pattern]:
    front = "$EDGE? " if rule.edge else "$QUANTITY? " if rule.quantity else ""
    back = " $BEHIND?" if rule.quantity else ""
    texts = {
        "before": rule.before,
        "not_before": rule.not_before,
        "pattern": f"{front}( {rule.pattern} ){back}",
        "after": rule.after,
        "not_after": rule.not_after,
    }
    return {name: parse(text, tables.phrases, tables.fields) for name, text in texts.items() if text}


_AROUND = {"before": "(?<={})", "not_before": "(?<!{})", "pattern": "{}", "after": "(?={})", "not_after": "(?!{})"}
