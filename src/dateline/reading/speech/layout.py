"""How a text is laid out for reading speech: what is quoted, and sentences that do not break inside a quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from dateline.reading.speech.quotations import CLOSING, DOUBLED, OPENING, STRAIGHT, read_quotations

MARKS = OPENING | CLOSING | DOUBLED | {STRAIGHT}
BREAKS = frozenset({",", ":", ";", "-", "--", "—", "–"})
ENDS = frozenset(".!?:;")
STOPS = frozenset(".!?")
LONGEST = 300
"""A segment has at most this many tokens, so that a text without full stops is still read in linear time."""


class Layout:
    """Token by token: ``quoted``, and the segment ``[first, last)`` it stands in.

    A segment is a sentence, except that a sentence which ends inside quotation marks does not end its segment: the
    quotation and the words that report it stay together.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.quoted = [False] * len(doc)
        self.quotations: list[TokenSpan] = []
        for quotation in read_quotations(doc.text):
            if span := doc.char_span(quotation.start, quotation.end, alignment_mode="contract"):
                self.quotations.append(span)
                self.quoted[span.start : span.end] = [True] * len(span)
        self._offsets = [token.idx for token in doc]
        self.first = [0] * len(doc)
        self.last = [len(doc)] * len(doc)
        self._phrases = list(doc.noun_chunks)  # once: spaCy walks the whole text again for the phrases of any stretch
        starts = [0, *self._starts(), len(doc)]
        for first, last in pairwise(starts):
            self.first[first:last] = [first] * (last - first)
            self.last[first:last] = [last] * (last - first)

    def token_at(self, offset: int) -> int:
        """The number of the token that a code point of the text stands in."""
        return max(bisect_right(self._offsets, offset) - 1, 0)

    def segment(self, i: int) -> TokenSpan:
        """The segment a token stands in."""
        return self.doc[self.first[i] : self.last[i]]

    def phrases(self, segment: TokenSpan) -> list[TokenSpan]:
        """The noun phrases that begin in a segment."""
        first = bisect_left(self._phrases, segment.start, key=lambda phrase: phrase.start)
        last = bisect_left(self._phrases, segment.end, key=lambda phrase: phrase.start)
        return self._phrases[first:last]

    def quotation_at(self, i: int) -> TokenSpan | None:
        """The quotation a token stands in."""
        if not self.quoted[i]:
            return None
        return self.quotations[bisect_right(self.quotations, i, key=lambda q: q.start) - 1]

    def _starts(self) -> Iterator[int]:
        start = 0
        for i in range(1, len(self.doc)):
            sentence = self.doc[i].is_sent_start and not self.quoted[i] and self._ends_sentence(i - 1)
            sentence = sentence and not self._tells_who_asked(i)
            if sentence or self._opens_after_a_stop(i) or "\n" in self.doc[i - 1].text or i - start == LONGEST:
                start = i
                yield i

    def _tells_who_asked(self, i: int) -> bool:
        """ "Not us!" | Macron shouted.": words behind a question or a cry that only say whose it is."""
        if i < 2 or self.doc[i - 1].text not in MARKS or not self.quoted[i - 2] or self.doc[i - 2].text not in "?!":
            return False
        if self.doc[i].is_lower:
            return True
        words = [token for token in self.doc[i].sent if not (token.is_punct or token.is_space)]
        verb = words[-1] if words else self.doc[i]
        return verb.pos_ == "VERB" and verb.tag_ in ("VBD", "VBZ") and any(c.dep_ == "nsubj" for c in verb.lefts)

    def _opens_after_a_stop(self, i: int) -> bool:
        """ "... Scholz wondered. | "Not us!" ...": the parse often begins the sentence behind the mark."""
        opens = self.doc[i].text in MARKS and not self.quoted[i] and i + 1 < len(self.doc) and self.quoted[i + 1]
        return opens and self.doc[i - 1].text in STOPS and not self.quoted[i - 1]

    def _ends_sentence(self, i: int) -> bool:
        while i > 0 and (self.doc[i].text in MARKS or self.doc[i].is_space):
            i -= 1
        return self.doc[i].text in ENDS or self.doc[i].is_space
