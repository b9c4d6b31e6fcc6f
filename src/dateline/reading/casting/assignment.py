"""Each mention given its figure, in reading order; then the cast is drawn up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from dateline.knowledge.names import Named
from dateline.reading.casting.cast import Cast, Standing
from dateline.reading.casting.coreference import NEUTER, PLURAL, PRONOUNS, Stage
from dateline.reading.casting.identities import Figure, Identities
from dateline.reading.casting.listing import Stood, listed
from dateline.reading.casting.mention import Mention
from dateline.reading.casting.metonymy import acts
from dateline.reading.casting.owners import Owners, is_of_state
from dateline.reading.casting.setting import Setting
from dateline.reading.casting.titles import (
    ABROAD,
    BOTH,
    GOVERNMENTS,
    KINDS_OF_BODIES,
    OFFICES,
    PAIR_PEOPLE,
    PAIR_SIDES,
    PAIRS,
    STATELY,
)
from dateline.reading.words import Words

_SUBJECT = frozenset({"nsubj", "nsubjpass"})


class Casting:
    """The mentions of all parts of a report, given to figures one after the other."""

    def __init__(self, identities: Identities, setting: Setting) -> None:
        self.identities, self.setting = identities, setting
        self.stage = Stage()
        self.owners = Owners(identities, self.stage, setting)
        self._attributes: set[int] = set()
        self.standings: dict[str, list[Stood]] = defaultdict(list)

    def read(self, words: Words, mentions: list[Mention]) -> None:
        """Give every mention and pronoun of a part its figure."""
        heads = {mention.head: mention for mention in reversed(mentions)}
        self._attributes = {m.owner_at for m in mentions if m.role and 0 <= m.owner_at < m.head}
        for i, word in enumerate(words.folds):
            mention = heads.get(i)
            if i == 0 or words.sentence[i] != words.sentence[i - 1]:
                self.stage.begin()
            if word in PAIRS and i + 1 < len(words) and self._pair(words, i):
                heads.pop(i + 1, None)
            elif mention is not None:
                self._mention(words, mention)
            elif word in BOTH and i and words.folds[i - 1] == "the" and words.dep[i] in _SUBJECT:
                self._stand_for_two(words, i - 1, i)
            elif word in PRONOUNS and not words.quoted[i]:
                self._pronoun(words, i, word)

    def _pronoun(self, words: Words, i: int, word: str) -> None:
        subject = words.dep[i] in _SUBJECT
        if (word in NEUTER or word in PLURAL) and not subject and words.dep[i] != "poss":
            return
        leads = _leads(words, i)
        figures = self.stage.pronoun(word, leads)
        if figures:
            self._stand(words, (i, i + 1), i, figures)
            figures[0].mentions.append((words, i, i + 1))
            self.stage.told(figures[0])
            if leads:
                self.stage.enter(figures[0], True)

    def _pair(self, words: Words, i: int) -> bool:
        """``the two leaders``, ``both sides``, ``the two countries``."""
        start = i - 1 if i and words.folds[i - 1] == "the" else i
        if words.folds[i] == "two" and start == i:
            return False  # "two leaders" are any two
        return self._stand_for_two(words, start, i + 1)

    def _stand_for_two(self, words: Words, start: int, head: int, only: bool = False) -> bool:
        """Let a noun that begins at ``start`` stand for the two people or sides last spoken of, if it can."""
        noun = words.folds[head]
        figures: tuple[Figure, ...] = ()
        if noun in PAIR_PEOPLE:
            role = self.identities.knowledge.roles.get(noun)
            figures = self.stage.two_people(role[0] if role else None, only)
        elif noun in PAIR_SIDES:
            figures = tuple(self.identities.government(c, self._country_name(c)) for c in self.stage.two_sides())
        figures = tuple(sorted(figures, key=lambda figure: (figure.country != self.setting.home, figure.number)))
        for figure in figures:
            figure.mentions.append((words, start, head + 1))
        if figures:
            self._stand(
                words, (start, head + 1), head, figures, words.text(start, head + 1) if noun in PAIR_SIDES else None
            )
            if words.dep[head] in _SUBJECT:
                self.stage.together(figures)
        return bool(figures)

    def _mention(self, words: Words, mention: Mention) -> None:
        figure: Figure | None
        if mention.role and mention.kind == "people" and self._two(words, mention):
            return
        if mention.name:
            figure = self._person(words, mention)
        elif mention.role and mention.kind == "person":
            figure = self._titled(words, mention)
        elif mention.role and mention.kind == "people":
            figure = self._people(words, mention)
        elif mention.role:
            figure = self._body(words, mention)
        elif mention.named:
            figure = self._named(words, mention, mention.named[0])
        else:
            figure = self._unknown_body(words, mention)
        if figure is None:
            return
        figure.rule = figure.rule or mention.rule
        if not words.quoted[mention.head]:
            self.stage.enter(figure, _leads(words, mention.head))
        figure.mentions.append((words, mention.start, mention.end))
        name = words.text(mention.start, mention.end) if figure.kind == "government" else None
        self._stand(words, mention.extent, mention.head, (figure,), name)

    def _two(self, words: Words, mention: Mention) -> bool:
        """``The leaders agreed``, of a report that has spoken of two and of no group."""
        assert mention.role
        bare = mention.start == mention.head - 1 and words.folds[mention.start] == "the"
        if not bare or words.folds[mention.head] not in PAIR_PEOPLE or self.stage.group(mention.role, None):
            return False
        return words.dep[mention.head] in _SUBJECT and self._stand_for_two(
            words, mention.start, mention.head, only=True
        )

    def _person(self, words: Words, mention: Mention) -> Figure:
        figure = self.identities.person(words, mention)
        role = mention.role
        if role is None:
            return figure
        retired = mention.former and role.office not in OFFICES and not figure.in_office and role.sector != "REB"
        if retired and not figure.roles[1:]:
            figure.speaks = False  # a former ambassador speaks for himself
        if figure.country is None and not figure.roles[1:]:
            figure.speaks = role.speaks != "self" and not retired
            figure.country = self.owners.country(words, mention)
        if figure.office is None and not mention.former:
            figure.office = role.office
        if figure.code is None and figure.country:
            figure.code = self._code(figure.country, role.sector, mention.owner)
        return figure

    def _titled(self, words: Words, mention: Mention) -> Figure:
        """A title without a name: the last person it can mean, else the holder of the office, else nobody by name."""
        role = mention.role
        assert role
        country = mention.country or (self.stage.seat if mention.definite and role.office == "president" else None)
        first = words.folds[mention.start]
        if role.office == "head" and "state" in words.folds[mention.extent[1] - 1 : mention.extent[1] + 1]:
            role = next(iter(self.identities.knowledge.roles.get("head of state")), role)
        if mention.definite and (known := self.stage.titled(role, country)):
            return known
        if role.office == "counterpart" and country and (other := self.stage.pronoun(mention.whose or "he")):
            office = other[0].office or next((r.office for r in other[0].roles), None)
            name = _undetermined(words.text(mention.start, mention.end))
            if office and (found := self.identities.counterpart(office, country, name)):
                return found
        if role.office in OFFICES and first not in ("a", "an") and not mention.former:
            named, country = country, country or (self.owners.country(words, mention) if mention.definite else None)
            if country and (named or self.identities.knowledge.people.holders(country, role.office, None)):
                return self.identities.holder(
                    role.office, country, _undetermined(words.text(mention.start, mention.end))
                )
        return self._unnamed(words, mention, "person")

    def _people(self, words: Words, mention: Mention) -> Figure:
        role = mention.role
        assert role
        owned = mention.owner or mention.whose or mention.owner_person
        if mention.definite and not owned and (known := self.stage.group(role, None)):
            return known
        if role.office in GOVERNMENTS and (country := self.owners.country(words, mention)):
            return self.identities.government(country, self._country_name(country))
        return self._unnamed(words, mention, "people")

    def _unnamed(self, words: Words, mention: Mention, kind: str) -> Figure:
        """Somebody without a name, of a country only if the words give it, or if only a state has such an office."""
        assert mention.role
        lent = is_of_state(mention.role) or mention.role.office in OFFICES or mention.kind not in ("person", "people")
        qualified = any(words.capital[i] for i in range(mention.start + 1, mention.end))  # "a Western official"
        lent = lent or (self.setting.alone is not None and mention.role.office not in ABROAD and not qualified)
        lent = lent or bool(STATELY.intersection(words.folds[mention.start : mention.extent[1]]))
        country = self.owners.country(words, mention, lent)
        text = (
            _undetermined(words.text(mention.start, mention.end))
            if mention.definite
            else words.text(mention.start, mention.end)
        )
        return self.identities.unnamed(
            text, kind, country, self._code(country, mention.role.sector, mention.owner), mention.role
        )

    def _body(self, words: Words, mention: Mention) -> Figure:
        """A ministry, government, army, party or medium called by what it is."""
        role = mention.role
        assert role
        if named := self._body_by_kind(words, mention):
            return named
        text = _undetermined(words.text(mention.start, mention.end))
        kind = range(*mention.role_at) if mention.role_at else range(0)  # "the Bank", "the Ministry" are no names
        proper = any(
            words.capital[i] and i not in kind and i != words.doc[i].sent.start
            for i in range(mention.start, mention.end)
        )
        if mention.definite and mention.owner_at < 0 and not proper and not mention.whose:
            known = self.stage.body(role)
            if known and (known.country is None or known.country == self.stage.state_of(role) or role.speaks == "self"):
                return known
        country = self.owners.country(words, mention)
        if role.office in GOVERNMENTS and country:
            return self.identities.government(country, self._country_name(country))
        if not proper and role.speaks == "self":
            return self._unnamed(words, mention, mention.kind)
        key = text.lower() if proper and mention.kind in _NAMED_KINDS else f"{role.office} of {country}"
        code = self._code(country, role.sector, mention.owner)
        figure = self.identities.body(key, text, mention.kind, country if role.speaks != "self" else None, code)
        figure.office = role.office
        figure.speaks = role.speaks != "self"
        return figure

    def _unknown_body(self, words: Words, mention: Mention) -> Figure | None:
        """A body that no table knows. ``the Bank`` alone is that of the bank named before, else nobody's name."""
        text = words.text(mention.start, mention.end)
        if known := self.identities.body_named(mention.alias or text):
            return known
        word = words.folds[mention.head]
        if mention.end - mention.start == 1 and word in self.identities.knowledge.kinds_of_bodies:
            return self.stage.body_ending(word)
        return self.identities.body(text.lower(), mention.alias or text, "organisation", None, None)

    def _body_by_kind(self, words: Words, mention: Mention) -> Figure | None:
        """``the Hamas movement``: a body's name before a word for its kind is the body."""
        if mention.role is None or mention.role.office not in KINDS_OF_BODIES or mention.role_at is None:
            return None
        name = words.text(mention.owner_at, mention.role_at[0]).strip() if mention.owner_at >= 0 else ""
        known = self.identities.knowledge.names.get(name) if name else ()
        body = next((n for n in known if n.kind == "organisation" and n in mention.owner), None)
        return self.identities.body(body.name.lower(), name, body.actor, body.country, body.code) if body else None

    def _named(self, words: Words, mention: Mention, named: Named) -> Figure | None:
        text = words.text(mention.start, mention.end)
        country = mention.country
        if named.kind == "metonym" and country and not words.quoted[mention.head]:
            self.stage.sit(country)
        if named.kind == "organisation":
            return self.identities.body(named.name.lower(), text, named.actor, country, named.code)
        if named.kind == "region" or country is None:
            return None
        modifies = (
            words.dep[mention.head] in ("amod", "compound")
            or words.pos[mention.head] == "ADJ"
            or (mention.start in self._attributes and words.folds[mention.end] != "s")  # U.S. Senator
        )
        sense = "capital" if named.kind == "capital" else "state"  # "from the White House" speaks; "at" it is a place
        acting = acts(words, mention.start, mention.end, sense)
        if named.kind in ("state", "capital", "metonym") and acting and not modifies:
            if named.actor != "government":
                return self.identities.body(named.name.lower(), text, named.actor, country, named.code)
            return self.identities.government(country, text if named.kind == "state" else self._country_name(country))
        self.stage.country(country)
        code = f"{country}CVL" if named.kind == "people" and not modifies else country
        standing = Standing(*mention.extent, mention.head, (), text, country, country, code, mentioned=False)
        self.standings[words.part].append((standing, ()))
        return None

    def _code(self, country: str | None, sector: str, owner: tuple[Named, ...]) -> str | None:
        if owner and owner[0].kind == "organisation" and owner[0].code:
            return owner[0].code
        return self.identities.knowledge.codes.for_sector(country, sector) if country else None

    def _country_name(self, country: str) -> str:
        state = self.identities.knowledge.states.get(country)
        return state.name if state else country

    def _stand(
        self, words: Words, extent: tuple[int, int], head: int, figures: tuple[Figure, ...], name: str | None = None
    ) -> None:
        standing = Standing(*extent, head, (), name or "", None, None, None)
        self.standings[words.part].append((standing, figures))

    def cast(self, words: Mapping[str, Words]) -> Cast:
        """The actors in order of first mention, and the index of what all words stand for."""
        self.identities.unite()
        return listed(self.identities.figures, self.standings, words)


_NAMED_KINDS = frozenset({"media", "party", "organisation", "armed_group"})


def _leads(words: Words, token: int) -> bool:
    """Whether a token is the subject of a sentence's main clause, of which the next sentence goes on."""
    if words.dep[token] not in _SUBJECT:
        return False
    verb = words.head[token]
    return words.dep[verb] == "ROOT" or (
        words.dep[verb] in ("conj", "parataxis") and words.dep[words.head[verb]] == "ROOT"
    )


def _undetermined(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in _DETERMINERS else text


_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "this", "that"})
