"""Who takes part in contacts, and in what form: the word lists of `data/contact_words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True)
class ContactWords:
    """The lists, each explained beside it in the data file."""

    words: Mapping[str, frozenset[str]]
    """Word lists by name: ``party_nouns``, ``pair_nouns``, ..."""
    processes: Mapping[str, tuple[str, ...]]
    """What is said before "talks" of a process of several parties -> their countries."""
    sessions: Mapping[str, str]
    """Phrase in lower case -> the format of the session it names."""

    def list(self, name: str) -> frozenset[str]:
        """A word list. Raises ``KeyError`` where the data file has none of that name."""
        return self.words[name]


def load_contact_words() -> ContactWords:
    """The table shipped with the package."""
    text = (resources.files("dateline.knowledge") / "data" / "contact_words.toml").read_text("utf8")
    table = tomllib.loads(text)
    return ContactWords(
        words={name: frozenset(words) for name, words in table["words"].items()},
        processes={words: tuple(members) for words, members in table["processes"].items()},
        sessions={phrase: name for name, phrases in table["sessions"].items() for phrase in phrases},
    )
