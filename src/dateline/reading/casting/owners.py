"""For whom a title speaks: the country or organisation that it names, whose it is, or that the report is set in."""

from __future__ import annotations

from dateline.knowledge.naming import words_of
from dateline.knowledge.roles import Role
from dateline.reading.casting.coreference import Stage
from dateline.reading.casting.identities import Identities
from dateline.reading.casting.mention import Mention
from dateline.reading.casting.setting import Setting
from dateline.reading.words import Words

_OF_STATES = frozenset({"MIL", "COP", "JUD", "LEG", "SPY"})

_NEAR = 3
"""Countries most spoken of among which that of a word's usual office must be."""


class Owners:
    """The parties that titles without a name of their own speak for, as a report is read in order."""

    def __init__(self, identities: Identities, stage: Stage, setting: Setting) -> None:
        self.identities, self.stage, self.setting = identities, stage, setting

    def country(self, words: Words, mention: Mention, lent: bool = True) -> str | None:
        """Whom a title speaks for: what it names, else whose it is, else (if ``lent``) where the report is set."""
        role = mention.role
        assert role
        if mention.owner_name and not mention.owner and (body := self.identities.body_named(mention.owner_name)):
            return body.country if body.speaks else None
        if mention.country or mention.owner_at >= 0 or mention.owner:
            return mention.country
        if mention.whose:
            return self._of_possessive(mention.whose, role)
        if mention.owner_person and (country := self.identities.country_of(mention.owner_person)):
            return country
        if mention.owner_role and (body := self.stage.body(mention.owner_role)) and body.country:
            return body.country
        if home := self._home(role):
            return home
        if role.speaks != "state":
            return self.setting.home if role.speaks == "named" and mention.name else None
        if not lent:
            return None
        found = self.stage.state_of(role) if mention.definite else None
        if found and is_of_state(role) and self.identities.knowledge.codes.is_organisation(found):
            found = None  # "the government" is not the UN's
        return found or self.setting.country(words, mention)

    def _of_possessive(self, word: str, role: Role) -> str | None:
        """``her spokesman`` is of her country; ``her counterpart`` of any but hers."""
        if role.phrase.startswith("counterpart"):
            return None
        person = self.stage.pronoun(word)
        return person[0].country if person else self.stage.acting_country

    def _home(self, role: Role) -> str | None:
        """The state of which reports use the word without saying so, if the report names that state: ``the
        administration`` is American."""
        home = self.identities.knowledge.usage.homes.get(words_of(role.phrase))
        here = self.setting.dateline.country if self.setting.dateline else None
        if home is None or self.setting.home:
            return None
        if here not in (None, home) and role.sector == "LEG":
            return None  # many states have a congress
        near = here == home or home in self.setting.countries[:_NEAR] or self.stage.speaks_of(home)
        return home if near else None


def is_of_state(role: Role) -> bool:
    """Whether only a state has such a body or office: a government, a ministry and its minister, an army, a court."""
    return role.kind in ("government", "ministry") or role.sector in _OF_STATES or "minist" in role.office
