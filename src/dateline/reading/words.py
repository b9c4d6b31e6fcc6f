"""One part of a report as plain lists: what the readers of actors and places ask of each token, fetched once."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from spacy.tokens import Doc

from dateline.knowledge.naming import fold
from dateline.record import Span

_JOINERS = frozenset({"-", "‐", "‑", "–", "/", "'", "’"})
_GENITIVES = frozenset({"'s", "’s", "'S"})
_ABBREVIATED = frozenset({
    "lt", "maj", "brig", "col", "cmdr", "comdr", "capt", "amb", "sgt", "cpl", "adm", "gen", "gov", "sen", "rep", "sec",
    "pres", "dep", "prof", "vt", "va", "ga", "pa", "ind", "mo", "md", "ala", "tenn", "calif", "fla", "ariz", "colo",
})  # fmt: skip
"""Words that end in a dot of their own, which some parsers set apart."""

_OPENING, _CLOSING, _EITHER = frozenset("“"), frozenset("”"), frozenset({'"', "``", "''"})

CREDITS = re.compile(
    r"""(?xm) \((?:Additional|Writing|Reporting|Reported|Written|Editing|Edited|Compiled)\b[^()]{0,400}\)
    | ^[ \t]*(?:Additional\ )?(?:[Rr]eporting|Writing|Editing|Edited|Compiled)\ by[ ][A-Z][^\n]{0,200}$
    | ^[ \t]*(?:By|BY)(?:[ ,]+(?:[A-Z][\w.'’-]*|and|&|in|of|for)){1,12}[ \t]*$
    | \((?:Photo|Image|Photograph)\b[^()]{0,200}\)
    | \b(?:REUTERS|Reuters|AFP|AP|EPA)/[A-Z][\w.'-]{1,20}(?:[ ][A-Z][\w.'-]{1,20}){0,2}
    | \b[A-Z][\w.'-]{1,20}[ ][A-Z][\w.'-]{1,20}/(?:Getty\ Images|AFP|Reuters|AP|EPA|Bloomberg)"""
)
"""Who wrote the report or took its pictures: ``(Reporting by Jane Doe in Kabul)``, ``By John Smith`` on a line,
``REUTERS/Jane Doe``."""


class Words:
    """The tokens of one parsed part, as parallel lists, and its phrase words.

    Phrase words are what names are looked up by: folded words, hyphens and apostrophes left out, every other
    punctuation mark an empty word that no name contains; the dot of an abbreviation (``Brig.``) is none. ``origin[k]``
    is the token of phrase word ``k``.
    """

    def __init__(self, part: str, doc: Doc) -> None:
        self.part = part
        self.doc = doc
        self.content = doc.text
        self.texts = [token.text for token in doc]
        self.pos = [token.pos_ for token in doc]
        self.dep = [token.dep_ for token in doc]
        self.head = [token.head.i for token in doc]
        self.starts = [token.idx for token in doc]
        self.folds: list[str] = []
        self.phrase: list[str] = []
        self.origin: list[int] = []
        self.quoted: list[bool] = []
        inside = False
        for i, text in enumerate(self.texts):
            word = "s" if text in _GENITIVES else fold(text)
            self.folds.append(word)
            if text in _EITHER or text in _OPENING or text in _CLOSING:
                inside = text in _OPENING or (text in _EITHER and not inside)
            elif "\n\n" in text:
                inside = False
            self.quoted.append(inside)
            if text not in _JOINERS and not text.isspace() and not self.abbreviates(i):
                self.phrase.append(word)
                self.origin.append(i)

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def sentence(self) -> list[int]:
        """The number of the sentence that each token is in."""
        numbers: list[int] = []
        for number, sentence in enumerate(self.doc.sents):
            numbers.extend([number] * len(sentence))
        return numbers

    @cached_property
    def entity(self) -> list[str]:
        """The label of the named entity that each token is in, or ``""``."""
        return [token.ent_type_ for token in self.doc]

    @cached_property
    def credits(self) -> list[bool]:
        """Whether each token is of a line that says who wrote the report."""
        marked = [False] * len(self)
        for match in CREDITS.finditer(self.content):
            first, last = bisect_left(self.starts, match.start()), bisect_left(self.starts, match.end())
            marked[first:last] = [True] * (last - first)
        return marked

    @cached_property
    def capitals(self) -> list[int]:
        """The phrase words that begin with a capital letter."""
        return [k for k, i in enumerate(self.origin) if self.capital[i]]

    @cached_property
    def capital(self) -> list[bool]:
        """Whether each token begins with a capital letter."""
        return [text[:1].isupper() for text in self.texts]

    def abbreviates(self, i: int) -> bool:
        """Whether a token is the dot of the abbreviation before it."""
        if not i or self.texts[i] != "." or self.starts[i] != self.end_of(i - 1):
            return False
        return self.folds[i - 1] in _ABBREVIATED and self.texts[i - 1][0].isupper()

    def text(self, start: int, end: int) -> str:
        """The words as they are written, line ends as spaces."""
        return " ".join(self.content[self.starts[start] : self.end_of(end - 1)].split())

    def end_of(self, token: int) -> int:
        """The code point after a token."""
        return self.starts[token] + len(self.texts[token])

    def span(self, start: int, end: int) -> Span:
        """The record's span of tokens ``[start, end)``."""
        return Span(part=self.part, start=self.starts[start], end=self.end_of(end - 1))

    def tokens(self, span: Span) -> tuple[int, int]:
        """The tokens ``[start, end)`` that a span touches."""
        start = bisect_left(self.starts, span.start)
        if start == len(self.starts) or (
            self.starts[start] > span.start and start and self.end_of(start - 1) > span.start
        ):
            start -= 1
        return start, max(bisect_left(self.starts, span.end), start + 1)

    def root(self, start: int, end: int) -> int:
        """The syntactic head of tokens ``[start, end)``: the first whose own head lies outside."""
        for i in range(start, end):
            if not start <= self.head[i] < end or self.head[i] == i:
                if self.pos[i] in ("PUNCT", "SPACE", "ADP", "DET") and i + 1 < end:
                    continue
                return i
        return end - 1
