"""The mentions of actors in a part: names, titles and roles put together into noun phrases.

``Kremlin spokesman Dmitry Peskov`` is one mention: a person, with the role and the country that the title gives.
"""

from __future__ import annotations

from collections.abc import Set

from dateline.reading.casting.atom import HONORIFICS, Atom
from dateline.reading.casting.holders import Holders, modifies
from dateline.reading.casting.mention import Mention
from dateline.reading.words import Words

POSSESSIVES = frozenset({"his", "her", "its", "their"})
SPOKEN_FOR = frozenset({"of", "for", "from", "at"})
_BEFORE_OWNERS = SPOKEN_FOR | {"the"}
_FORMER = frozenset({"former", "ex", "late", "ousted", "deposed", "exiled", "then"})
_BEFORE_TITLES = frozenset({"visiting", "outgoing", "incoming", "ruling", "acting", "leading", "designated"})
_REACH = 10
"""Tokens a title may reach to either side of its head word; longer noun phrases are not read as one."""


def find_mentions(words: Words, atoms: list[Atom], regional: Set[str] = frozenset()) -> list[Mention]:
    """The mentions of a part in order of their start; titles include their names, and names their titles.

    ``regional`` are adjectives that tell a title to be of no one country: ``European leaders``.
    """
    return _Assembly(words, atoms, regional).mentions()


class _Assembly:
    """Noun phrases put together from atoms, each looked at once."""

    def __init__(self, words: Words, atoms: list[Atom], regional: Set[str]) -> None:
        self.words, self.atoms, self.regional = words, atoms, regional
        self.atom_at: list[int] = [-1] * len(words)
        for number, atom in enumerate(atoms):
            for i in range(atom.start, atom.end):
                self.atom_at[i] = number
        self.people: dict[int, Mention] = {}
        self.found: list[Mention] = []
        self.names = Holders(words, atoms, self.atom_at, self.people)

    def mentions(self) -> list[Mention]:
        for number, atom in enumerate(self.atoms):
            if atom.kind == "person":
                self.people[number] = self._person(atom)
        for number, atom in enumerate(self.atoms):
            if atom.kind == "role":
                self._role(number, atom)
            elif atom.kind in ("name", "body"):
                self.found.append(self._name(atom))
        self.found.extend(self.people.values())
        self.found.sort(key=lambda m: (m.start, -m.end))
        return self.found

    def _person(self, atom: Atom) -> Mention:
        """A name, with the country it is said to be of: ``Ban Ki-moon of South Korea``."""
        start = atom.start
        if start and self.words.folds[start - 1] in HONORIFICS and self.words.capital[start - 1]:
            start -= 1
        person = Mention(start, atom.end, atom.end - 1, "person", name=(atom.start, atom.end), named=atom.named,
                         extent=(start, atom.end), definite=True)  # fmt: skip
        after = atom.end + 1
        if after + 1 < len(self.words) and self.words.folds[atom.end] == "of":
            number = self.atom_at[after + (self.words.folds[after] == "the")]
            if number >= 0 and self.atoms[number].kind == "name":
                person.owner, person.owner_at = self.atoms[number].named, self.atoms[number].start
                person.extent = (start, self.atoms[number].end)
        return person

    def _name(self, atom: Atom) -> Mention:
        kind = atom.named[0].actor if atom.named else "organisation"
        return Mention(
            atom.start,
            atom.end,
            atom.end - 1,
            kind,
            named=atom.named,
            extent=(atom.start, atom.end),
            definite=True,
            alias=atom.alias,
        )

    def _role(self, number: int, atom: Atom) -> None:
        assert atom.role
        title = Mention(atom.start, atom.end, atom.end - 1, atom.role.kind, role=atom.role,
                        role_at=(atom.start, atom.end), plural=atom.role.plural)  # fmt: skip
        title.start = self._left(title)
        right = self._right(title)
        title.extent = (title.start, right)
        title.former = any(word in _FORMER for word in self.words.folds[title.start : atom.start])
        person = self.names.after(title, right)
        if person is None and title.kind == "person":
            person = self.names.before(title)
        if person is None:
            if title.plural and not title.owner and title.owner_at < 0:
                self._where(title, right)
            self.found.append(title)
            return
        holder = self.people[person]
        _entitle(holder, title)
        if title.start < holder.start and "," not in self.words.texts[title.end : holder.start]:
            holder.start = title.start
        holder.extent = (min(holder.extent[0], title.start), max(holder.extent[1], right))

    def _left(self, title: Mention) -> int:
        """Where the title begins: back over adjectives, names and genitives to its determiner."""
        words, start = self.words, title.start
        sentence = words.sentence[start]
        i = start - 1
        while i >= 0 and start - i <= _REACH + 2 and words.sentence[i] == sentence:
            number = self.atom_at[i]
            word = words.folds[i]
            if number >= 0:
                atom = self.atoms[number]
                genitive = self._genitive(atom)
                if atom.kind == "person" and not genitive and not self._spokes(title):
                    break
                if atom.kind == "role" and not genitive and atom.role and atom.role.kind in ("person", "people"):
                    break
                igo = bool(atom.named) and atom.named[0].actor == "igo" and genitive
                if self._paired(atom):
                    pass  # the Japan-China association is of neither alone
                elif atom.named and atom.kind != "person" and (not title.owner or igo):
                    title.owner, title.owner_at = atom.named, atom.start
                elif not title.owner and atom.kind == "body":
                    title.owner_at, title.owner_name = atom.start, atom.alias or words.text(atom.start, atom.end)
                elif atom.kind == "person" and not title.owner_person and not title.owner:
                    title.owner_person = self._name_of(atom)
                i = start = atom.start
            elif words.pos[i] == "DET" or words.dep[i] == "det":
                title.definite = word in ("the", "this", "that", "these", "those")
                return i
            elif word in POSSESSIVES:
                title.whose, title.definite = word, True
                return i
            elif word == "s" or words.texts[i] in ("-", "'", "’"):
                pass
            elif word in _BEFORE_TITLES or modifies(words, i):
                start = i
                if word in self.regional and words.capital[i] and title.owner_at < 0:
                    title.owner_at = i
            else:
                break
            i -= 1
        return start

    def _paired(self, atom: Atom) -> bool:
        """Whether a hyphen joins the name to another: ``Japan-China``."""
        words = self.words
        before = atom.start > 1 and words.texts[atom.start - 1] == "-" and self.atom_at[atom.start - 2] >= 0
        after = atom.end + 1 < len(words) and words.texts[atom.end] == "-" and self.atom_at[atom.end + 1] >= 0
        return before or after

    def _spokes(self, title: Mention) -> bool:
        return title.role is not None and title.role.office.startswith("spokes")

    def _right(self, title: Mention) -> int:
        """Where the title ends: over ``of the Chinese foreign ministry``, which may say whom it speaks for."""
        words, end = self.words, title.end
        if end >= len(words) or words.folds[end] not in SPOKEN_FOR:
            return end
        if words.folds[end] in ("for", "at") and not self._spokes(title):
            return end
        i = end + 1
        reach = end
        after_title = False
        while i < len(words) and i - end <= _REACH:
            number = self.atom_at[i]
            if number >= 0:
                atom = self.atoms[number]
                if atom.kind == "person" and after_title and self._spokes(title):  # spokesman for President Arafat
                    title.owner_person = self._name_of(atom)
                    return atom.end
                after_title = atom.role is not None and atom.role.kind == "person"
                if atom.kind == "person" and words.folds[i - 1] not in _BEFORE_OWNERS and not self._genitive(atom):
                    break  # head of the delegation Song Il-Ho
                reach = atom.end
                if atom.kind == "person":
                    if not title.owner and not title.owner_person:
                        title.owner_person = self._name_of(atom)
                    break
                if atom.kind == "role" and atom.role and title.owner_role is None:
                    title.owner_role = atom.role
                if atom.kind in ("name", "body"):
                    if not title.owner and title.owner_at < 0:
                        title.owner, title.owner_at = atom.named, atom.start
                        title.owner_name = atom.alias or words.text(atom.start, atom.end)
                    if not (
                        atom.end < len(words) and (words.folds[atom.end] in ("s", "of") or self.atom_at[atom.end] >= 0)
                    ):
                        break
                i = atom.end
                continue
            if (
                words.pos[i] in ("DET", "ADJ", "NOUN", "PROPN", "NUM")
                or words.folds[i] in ("s", "of", "and")
                or words.texts[i] == "-"
            ):
                i += 1
                continue
            break
        return max(reach, end)

    def _where(self, title: Mention, right: int) -> None:
        """``rebels in Darfur``, ``sources in the Pakistani city``: where a group is says whose it is."""
        words = self.words
        for i in range(right, min(right + _REACH, len(words))):
            number = self.atom_at[i]
            if number >= 0 and self.atoms[number].named and words.folds[i - 1] != "to":
                title.owner, title.owner_at = self.atoms[number].named, i
                return
            if words.pos[i] in ("VERB", "AUX", "PUNCT", "SCONJ", "PRON"):
                return

    def _genitive(self, atom: Atom) -> bool:
        return atom.end < len(self.words) and self.words.folds[atom.end] == "s"

    def _name_of(self, atom: Atom) -> tuple[str, ...]:
        return tuple(word for word in self.words.folds[atom.start : atom.end] if word)


def _entitle(holder: Mention, title: Mention) -> None:
    """Give somebody one more title: the first counts, but what one was never comes before what one is."""
    first = holder.role is None
    if first or (holder.former and not title.former):
        holder.role, holder.role_at, holder.former = title.role, title.role_at, title.former
        holder.whose, holder.owner_person, holder.owner_role = title.whose, title.owner_person, title.owner_role
        if not first or holder.owner_at < 0:
            holder.owner, holder.owner_at, holder.owner_name = title.owner, title.owner_at, title.owner_name
    elif holder.owner_at < 0 and not (holder.owner or holder.whose or holder.owner_person or holder.owner_role):
        holder.owner, holder.owner_at, holder.owner_name = title.owner, title.owner_at, title.owner_name
