"""Many phrases, found in running text in one pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from dateline.knowledge.naming import words_of

T = TypeVar("T")

LONGEST = 12
"""Words of the longest phrase looked for; it bounds the work at each word, so that reading is linear."""


class Hit(NamedTuple, Generic[T]):
    """A phrase found: words ``[start, end)`` of the sequence searched, and what the phrase may stand for."""

    start: int
    end: int
    entries: tuple[T, ...]


class Lexicon(Generic[T]):
    """Phrases with what they stand for. Matching ignores case and accents; a longer phrase wins over a shorter one."""

    def __init__(self) -> None:
        self._entries: dict[str, tuple[T, ...]] = {}
        self._reach: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, phrase: str, entry: T) -> None:
        """Let the phrase stand for the entry too. Phrases of more than `LONGEST` words are never found."""
        words = words_of(phrase)
        if not words or len(words) > LONGEST:
            return
        key = " ".join(words)
        known = self._entries.get(key, ())
        if entry not in known:
            self._entries[key] = (*known, entry)
        first = words[0]
        if len(words) > self._reach.get(first, 0):
            self._reach[first] = len(words)

    def get(self, phrase: str) -> tuple[T, ...]:
        """What exactly this phrase may stand for."""
        return self._entries.get(" ".join(words_of(phrase)), ())

    def at(self, words: Sequence[str], start: int, meant: Callable[[T], bool] | None = None) -> Hit[T] | None:
        """The longest phrase that begins at this (folded) word and stands for something (that can be ``meant``)."""
        reach = self._reach.get(words[start], 0)
        for end in range(min(start + reach, len(words)), start, -1):
            entries = self._entries.get(" ".join(words[start:end]))
            if entries and meant:
                entries = tuple(entry for entry in entries if meant(entry))
            if entries:
                return Hit(start, end, entries)
        return None

    def hits(
        self, words: Sequence[str], starts: Iterable[int], meant: Callable[[T], bool] | None = None
    ) -> Iterator[Hit[T]]:
        """The phrases found from left to right, none overlapping; ``starts`` are the words one may begin at."""
        free = 0
        for start in starts:
            if start >= free and (hit := self.at(words, start, meant)):
                free = hit.end
                yield hit
