"""Whose a title is: the name after it, before it, or across a comma."""

from __future__ import annotations

from dateline.reading.casting.atom import HONORIFICS, Atom
from dateline.reading.casting.mention import Mention
from dateline.reading.words import Words

MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "VERB", "ADV", "X"})
_FIELD = frozenset({"for", "on", "in", "of"})
_POSTED = frozenset({"to", "in", "on", "for", "at"})
_CALLINGS = frozenset({
    "diplomat", "politician", "lawyer", "economist", "academic", "scholar", "businessman", "businesswoman", "veteran",
    "national", "envoy", "official", "counterpart", "host", "colleague",
})  # fmt: skip
"""What somebody is called beside an office: ``NATO's spokeswoman, Romanian diplomat Oana Lungescu``."""

_TITLES = 3
"""Titles that one name may have after the first: ``Deputy Prime Minister, Foreign Minister and ...``."""

_ASIDE = 24
"""Tokens that brackets between a name and its title may hold."""

_POST = 8
"""Tokens of where somebody is posted, between the title and the comma: ``ambassador to Russia, German diplomat``."""


def modifies(words: Words, i: int) -> bool:
    """Whether a word may stand before a noun and say what kind it is, and is no verb of a clause."""
    acting = words.pos[i] == "VERB" and words.texts[i].islower() and words.dep[i] != "amod"
    return words.pos[i] in MODIFIERS and bool(words.folds[i]) and not acting


class Holders:
    """The names of a part, looked at from a title."""

    def __init__(self, words: Words, atoms: list[Atom], atom_at: list[int], people: dict[int, Mention]) -> None:
        self.words, self.atoms, self.atom_at, self.people = words, atoms, atom_at, people

    def after(self, title: Mention, right: int) -> int | None:
        """The number of the name (an atom's) after a title that ends at ``right``: ``Foreign Minister Hor Namhong``."""
        words = self.words
        if title.kind != "person" or title.plural:
            return None
        others, field = self._past_other_titles(title.end), self._past_field(title.end)
        for at in (title.end, right, others, self._past_other_titles(right), field):
            if at < len(words) and words.folds[at] in HONORIFICS:
                at += 1
            if at < len(words) and (number := self.atom_at[at]) in self.people:
                return number
        if right + 1 < len(words) and words.texts[right] == "," and (title.definite or title.whose or title.owner):
            number = self.atom_at[right + 1]
            if number in self.people:
                end = self.atoms[number].end
                if (
                    end < len(words)
                    and words.texts[end] in (",", ".", ";", ")")
                    and self.atoms[number].end - self.atoms[number].start > 1
                ):
                    return number
        return self._called(title, right)

    def _called(self, title: Mention, right: int) -> int | None:
        """``The EU's ambassador to Moscow, Lithuanian diplomat Vygaudas Usackas``: across a post, a comma and what
        else the person is called."""
        words, i = self.words, right
        if not (title.definite or title.whose or title.owner):
            return None
        if i < len(words) and words.folds[i] in _POSTED:
            while i < len(words) and i - right < _POST and words.pos[i] in ("ADP", "DET", *MODIFIERS):
                i += 1
        if i >= len(words) or words.texts[i] != ",":
            return None
        for k in range(i + 1, min(i + 6, len(words))):
            number = self.atom_at[k]
            role = self.atoms[number].role if number >= 0 else None
            if role is not None:
                after = self.atom_at[end] if (end := self.atoms[number].end) < len(words) else -1
                called = role.phrase in _CALLINGS or role.sector == "MIL"
                return after if called and after in self.people else None
            if words.pos[k] not in MODIFIERS or number in self.people:
                return None
        return None

    def _past_other_titles(self, at: int) -> int:
        """``Prime Minister and Foreign Minister``, ``challenger and UNP leader`` before one name."""
        words = self.words
        for _ in range(_TITLES):
            if at + 1 >= len(words) or words.folds[at] != "and":
                break
            i = at + 1
            while (
                i < len(words)
                and i - at < 5
                and self.atom_at[i] < 0
                and (words.pos[i] in MODIFIERS or words.texts[i] == "-")
            ):
                i += 1
            if i < len(words) and (number := self.atom_at[i]) >= 0 and self.atoms[number].kind in ("name", "body"):
                i = self.atoms[number].end
            number = self.atom_at[i] if i < len(words) else -1
            role = self.atoms[number].role if number >= 0 else None
            if role is None or role.kind != "person" or role.plural:
                break
            at = self.atoms[number].end
            if at < len(words) and (number := self.atom_at[at]) >= 0 and self.atoms[number].kind == "role":
                at = self.atoms[number].end  # guerrilla commander
        return at

    def _past_field(self, at: int) -> int:
        """``Minister for Europe``, ``spokeswoman on external affairs`` before a name."""
        words = self.words
        if at < len(words) and words.folds[at] in _FIELD:
            for i in range(at + 1, min(at + 6, len(words))):
                if self.atom_at[i] in self.people:
                    return i
                if self.atom_at[i] >= 0 and self.atoms[self.atom_at[i]].kind == "role":
                    break  # a spokesman for President Arafat
                if not (modifies(words, i) or words.folds[i] in ("and", "the", "s")):
                    break  # the President of Ukraine thanked Angela Merkel
        return at

    def before(self, title: Mention) -> int | None:
        """The person of whom the title is said: ``Martti Ahtisaari, UN special envoy for Kosovo``."""
        words, i = self.words, title.start - 1
        if i < 1 or words.texts[i] not in (",", "(") or title.plural:
            return None
        number = self.atom_at[self._before_aside(i - 1)]
        if number not in self.people or words.sentence[i] != words.sentence[title.start]:
            return None
        acts = words.dep[title.head] in ("nsubj", "nsubjpass") and words.head[title.head] == title.end
        return None if acts else number  # "with Hu Jintao, the president praised ...": a sentence of its own

    def _before_aside(self, i: int) -> int:
        """The token before brackets that close here: ``Juncker (born in Redange), the president``."""
        if self.words.texts[i] != ")":
            return i
        for k in range(i - 1, max(i - _ASIDE, 0), -1):
            if self.words.texts[k] == "(":
                return k - 1
        return i
