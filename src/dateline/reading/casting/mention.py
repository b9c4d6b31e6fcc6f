"""One place of a text that stands for somebody: a name with its title, a title alone, a body."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.names import Named
from dateline.knowledge.roles import Role


@dataclass(slots=True)
class Mention:
    """Tokens ``[start, end)`` that stand for somebody; ``head`` is the token that does.

    ``name`` is ``(start, end)`` of a person's name proper, ``alias`` the full name of an acronym. Whom the mention
    speaks for is said by ``owner``, a name in the title that begins at ``owner_at``; by ``owner_person``, the (folded)
    name of a person (``Putin's spokesman``); by ``owner_role``, a body (``head of the delegation``); or by ``whose``, a
    possessive (``his US counterpart``).
    """

    start: int
    end: int
    head: int
    kind: str
    role: Role | None = None
    role_at: tuple[int, int] | None = None
    name: tuple[int, int] | None = None
    named: tuple[Named, ...] = ()
    owner: tuple[Named, ...] = ()
    owner_at: int = -1
    owner_name: str = ""
    owner_person: tuple[str, ...] = ()
    owner_role: Role | None = None
    whose: str | None = None
    definite: bool = False
    plural: bool = False
    former: bool = False
    alias: str = ""
    extent: tuple[int, int] = (0, 0)

    @property
    def rule(self) -> str:
        """Which row of which table knows the words, or that the parse has them as a name."""
        if self.named:
            return f"{self.named[0].where or 'names'}: {self.named[0].name} ({self.named[0].kind})"
        if self.role:
            return f"roles.csv: {self.role.phrase}"
        return "a person's name" if self.name else "a body's name"

    @property
    def country(self) -> str | None:
        """The country or organisation that the words themselves name, where they name just one."""
        codes = {n.country for n in (self.owner or self.named)}
        return codes.pop() if len(codes) == 1 else None
