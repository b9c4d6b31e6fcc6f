"""The CAMEO code of somebody who holds an office: country or organisation, and sector (CAMEO codebook 1.1b3, ch. 3)."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.names import Named
from dateline.knowledge.naming import words_of
from dateline.knowledge.offices import Tenure
from dateline.knowledge.organisations import Organisation
from dateline.knowledge.roles import Role

_HEAD_ENDS = frozenset({"of", "for", "to", "in", "on", "at", "from"})


class Codes:
    """Codes of offices, by what the tables know of the bodies and roles in their names."""

    def __init__(self, names: Lexicon[Named], roles: Lexicon[Role], organisations: Iterable[Organisation]) -> None:
        self._names, self._roles = names, roles
        bodies = reversed(tuple(organisations))  # the first of a code is the body itself
        self._igos = {body.code: body.cameo for body in bodies if body.kind == "igo" and body.cameo}

    def of(self, tenure: Tenure) -> str | None:
        """The code of an office's holder, ``None`` for one who speaks for nobody.

        The code that a user's file gives; else that of the organisation served (``IGOUNO``), or of a body of the
        country that the office names (``hamas spokesman``: ``PSEREB``); else the country with the role's sector (``army
        chief``: ``ISRMIL``), ``GOV`` where the role is not known.
        """
        if tenure.code or not tenure.country:
            return tenure.code
        if tenure.country in self._igos:
            return self._igos[tenure.country]
        return self._body(tenure) or tenure.country + self._sector(tenure.office)

    def for_sector(self, country: str, sector: str) -> str:
        """The code of somebody of a country in a sector: ``RUSMIL``; an organisation has no sectors: ``IGOUNO``."""
        return self._igos.get(country) or country + sector

    def is_organisation(self, country: str) -> bool:
        """Whether a party is an organisation of states: it has no government, army or ministries."""
        return country in self._igos

    def _body(self, tenure: Tenure) -> str | None:
        words = words_of(tenure.office)
        for hit in self._names.hits(words, range(len(words))):
            for named in hit.entries:
                if named.kind == "organisation" and named.code and named.country == tenure.country:
                    return named.code
        return None

    def _sector(self, office: str) -> str:
        """The sector of the office, else of the last role before a preposition: of ``first deputy prime minister``."""
        if role := self._roles.get(office):
            return role[0].sector or "GOV"
        words = words_of(office)
        head = next((i for i, word in enumerate(words) if i and word in _HEAD_ENDS), len(words))
        hits = list(self._roles.hits(words[:head], range(head)))
        return hits[-1].entries[0].sector or "GOV" if hits else "GOV"
