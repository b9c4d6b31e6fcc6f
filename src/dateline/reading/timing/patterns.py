"""The notation of time rules: patterns over words, as regular expressions over an alphabet with a character for each
kind of word. The notation is explained at the head of ``knowledge/data/times.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.reading.timing.words import NUMBERS, classes_of_number

_PIECE = re.compile(
    r"(?P<name>[a-z]+:)?(?P<body>[()|]|\$[A-Z_]+|~?[A-Z_]{2,}|[^\s?{]+?)(?P<times>\?|\{\d+,\d+\})?(?=\s|$)"
)


class Alphabet:
    """A character for each set of classes and literal words that some word belongs to; other words are ``OTHER``."""

    OTHER = "\x00"

    def __init__(self, words: Mapping[str, Iterable[str]], capitalised: frozenset[str], small: frozenset[str]) -> None:
        terms: dict[str, frozenset[str]] = {number: frozenset(classes_of_number(number)) for number in NUMBERS}
        for word, kinds in words.items():
            every = frozenset(kinds) | frozenset(classes_of_number(word))
            terms |= {word.capitalize(): every - small, word.upper(): every - small}
            if word.islower():
                terms[word] = every - capitalised
        self._letters: dict[frozenset[str], str] = {frozenset(): self.OTHER}
        for kinds in terms.values():
            self._letters.setdefault(kinds, chr(0xE000 + len(self._letters)))
        self._of_word = {word: self._letters[kinds] for word, kinds in terms.items()}

    def letter(self, word: str) -> str:
        """The character that stands for a word of a text."""
        letter = self._of_word.get(word)
        if letter is None:
            letter = (
                self.OTHER if word[0].isalpha() else self._letters.get(frozenset(classes_of_number(word)), self.OTHER)
            )
        return letter

    def letters(self, term: str) -> str:
        """Every character that stands for a word of the class, or for the literal word itself. Raises `ValueError`
        where there is none."""
        letters = "".join(letter for kinds, letter in self._letters.items() if term in kinds)
        if not letters:
            raise ValueError(f"no word is of the class {term!r}")
        return letters


@dataclass(frozen=True)
class Pattern:
    """A parsed pattern. ``first`` are the terms that a match can begin with; ``shortest`` how many words it takes."""

    tree: Node
    shortest: int
    first: frozenset[str]
    literals: frozenset[str]
    classes: frozenset[str]

    def regex(self, alphabet: Alphabet, numbers: Iterator[int]) -> str:
        """The regular expression; its groups are named ``field__CLASS__number``, with ``numbers`` of its own."""
        return self.tree.regex(alphabet, numbers)


def parse(text: str, phrases: Mapping[str, str], fields: Mapping[str, str]) -> Pattern:
    """A pattern with its phrases filled in. ``fields`` are the classes kept under another name than their own."""
    tree = _alternatives(_pieces(text, phrases), fields)
    terms = frozenset(tree.terms())
    return Pattern(
        tree,
        tree.shortest,
        first=frozenset(tree.first()),
        literals=frozenset(term for term in terms if not _is_class(term)),
        classes=frozenset(term for term in terms if _is_class(term)),
    )


@dataclass(frozen=True)
class Term:
    """One word: of a class, kept as a field unless that is empty, or a literal."""

    term: str
    field: str = ""

    shortest = 1

    def regex(self, alphabet: Alphabet, numbers: Iterator[int]) -> str:
        """The regular expression of this part."""
        letters = f"[{alphabet.letters(self.term)}]"
        return f"(?P<{self.field}__{self.term}__{next(numbers)}>{letters})" if self.field else letters

    def first(self) -> set[str]:
        """The terms that a match of this part can begin with."""
        return {self.term}

    def terms(self) -> set[str]:
        """Every term of this part."""
        return {self.term}


@dataclass(frozen=True)
class Group:
    """Alternative sequences, repeated as ``times`` says, and kept as a field unless that is empty."""

    options: tuple[tuple[Node, ...], ...]
    times: str = ""
    field: str = ""

    @property
    def shortest(self) -> int:
        """The fewest words that this part may stand for."""
        if self.times.startswith(("?", "{0")):
            return 0
        return min(sum(node.shortest for node in option) for option in self.options)

    def regex(self, alphabet: Alphabet, numbers: Iterator[int]) -> str:
        """The regular expression of this part."""
        body = "|".join("".join(node.regex(alphabet, numbers) for node in option) for option in self.options)
        opening = f"(?P<{self.field}__words__{next(numbers)}>" if self.field else "(?:"
        return f"{opening}{body}){self.times}"

    def first(self) -> set[str]:
        """The terms that a match of this part can begin with."""
        found = set()
        for option in self.options:
            for node in option:
                found |= node.first()
                if node.shortest:
                    break
        return found

    def terms(self) -> set[str]:
        """Every term of this part."""
        return {term for option in self.options for node in option for term in node.terms()}


Node = Term | Group


def _pieces(text: str, phrases: Mapping[str, str]) -> Iterator[re.Match[str]]:
    """The pieces of a pattern, those of its phrases in their place. Raises `ValueError` where it cannot be read."""
    place = 0
    for piece in _PIECE.finditer(text):
        if text[place : piece.start()].strip():
            raise ValueError(f"not a pattern: {text[place:]!r}")
        place = piece.end()
        if piece["body"].startswith("$") and len(piece["body"]) > 1:
            yield from _pieces(f"( {phrases[piece['body'][1:]]} ){piece['times'] or ''}", phrases)
        else:
            yield piece
    if text[place:].strip():
        raise ValueError(f"not a pattern: {text[place:]!r}")


def _alternatives(pieces: Iterator[re.Match[str]], fields: Mapping[str, str], field: str = "") -> Group:
    """What stands up to the next closing bracket, or to the end."""
    options: list[list[Node]] = [[]]
    for piece in pieces:
        name, body, times = (piece["name"] or "")[:-1], piece["body"], piece["times"] or ""
        if body == ")":
            return Group(tuple(map(tuple, options)), times, field)
        if body == "|":
            options.append([])
        elif body == "(":
            options[-1].append(_alternatives(pieces, fields, name))
        else:
            term = body.removeprefix("~")
            kept = name or ("" if term != body or not _is_class(term) else fields.get(term, term.lower()))
            node = Term(term, kept)
            options[-1].append(Group(((node,),), times) if times else node)
    return Group(tuple(map(tuple, options)), field=field)


def _is_class(term: str) -> bool:
    return len(term) > 1 and term.isupper()
