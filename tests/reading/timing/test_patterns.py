"""The notation that rules of time are written in."""

from __future__ import annotations

import re
from itertools import count

import pytest

from dateline.reading.timing.patterns import Alphabet, parse

WORDS = {"monday": {"WEEKDAY"}, "last": {"TURN", "last"}, "may": {"MONTH"}, "of": {"of"}}
ALPHABET = Alphabet(WORDS, capitalised=frozenset({"MONTH"}), small=frozenset())


def found(pattern: str, text: str) -> dict[str, str] | None:
    """The fields of the pattern in the words of a text, ``None`` where it does not match them all."""
    words = text.split()
    regex = parse(pattern, {"DATE": "MONTH DAY"}, {}).regex(ALPHABET, count())
    match = re.fullmatch(regex, "".join(map(ALPHABET.letter, words)))
    if match is None:
        return None
    return {name.split("__")[0]: " ".join(words[slice(*match.span(name))]) for name in match.groupdict()}


def test_a_class_is_kept_under_its_name_and_a_literal_is_not() -> None:
    assert found("last WEEKDAY", "last Monday") == {"weekday": "Monday"}


def test_a_tilde_keeps_nothing_and_a_name_keeps_it_elsewhere() -> None:
    assert found("~TURN then:WEEKDAY", "last Monday") == {"then": "Monday"}


def test_words_may_be_left_out_chosen_and_repeated() -> None:
    assert found("( last | of )? WEEKDAY{1,2}", "Monday") == {"weekday": "Monday"}
    assert found("( last | of ){2,3}", "last of last") == {}
    assert found("( last | of ){2,3}", "last") is None


def test_a_phrase_stands_for_its_words() -> None:
    assert found("$DATE", "May 14") == {"month": "May", "day": "14"}


def test_a_class_of_capitals_has_no_small_words() -> None:
    assert found("MONTH", "May") == {"month": "May"}
    assert found("MONTH", "may") is None


def test_a_class_without_words_is_an_error() -> None:
    with pytest.raises(ValueError, match="MOON"):
        found("MOON", "moon")


def test_what_a_rule_begins_with_and_its_fewest_words_are_known() -> None:
    pattern = parse("( last | TURN )? of? WEEKDAY", {}, {})
    assert pattern.first == {"last", "TURN", "of", "WEEKDAY"}
    assert pattern.shortest == 1
