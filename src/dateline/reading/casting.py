"""Each mention given its actor, in reading order; then the cast is drawn up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import cast as typed

from dateline.knowledge.names import Named
from dateline.reading.cast import Cast, Standing
from dateline.reading.coreference import PRONOUNS, Stage
from dateline.reading.identities import PRIVATE, Figure, Identities
from dateline.reading.mentions import Mention
from dateline.reading.metonymy import acts
from dateline.reading.setting import Setting
from dateline.reading.words import Words
from dateline.record import Actor, slug
from dateline.record.model import ActorKind

GOVERNMENTS = frozenset({"government", "administration", "regime", "side", "junta", "authorities", "presidency",
                         "coalition government", "leadership", "cabinet"})  # fmt: skip
"""Bodies that are the government itself rather than a part of it."""

OFFICES = frozenset({"president", "prime minister", "foreign minister", "defence minister", "king", "queen", "emir",
                     "sultan", "chancellor", "secretary of state", "emperor", "pope", "vice president",
                     "interior minister", "finance minister", "secretary-general"})  # fmt: skip
"""Offices that one person holds at a time, so that country and office say who is meant."""

_SUBJECT = frozenset({"nsubj", "nsubjpass"})


class Casting:
    """Mentions of all parts of a report, given to figures one after the other."""

    def __init__(self, identities: Identities, setting: Setting) -> None:
        self.identities, self.setting = identities, setting
        self.stage = Stage()
        self.standings: dict[str, list[tuple[Standing, tuple[Figure, ...]]]] = defaultdict(list)

    def read(self, words: Words, mentions: list[Mention]) -> None:
        """Give every mention and pronoun of a part its figure."""
        heads = {mention.head: mention for mention in reversed(mentions)}
        for i, word in enumerate(words.folds):
            mention = heads.get(i)
            if mention is not None:
                self._mention(words, mention)
            elif word in PRONOUNS:
                figure = self.stage.pronoun(word)
                if figure:
                    self._stand(
                        words, (i, i + 1), i, (figure,), figure.name, figure.country, figure.country, figure.code
                    )
                    if words.dep[i] in _SUBJECT and not words.quoted[i]:
                        self.stage.enter(figure, True)
            elif word in _PAIRS and i + 1 < len(words):
                self._pair(words, i)

    def _mention(self, words: Words, mention: Mention) -> None:
        if mention.name:
            self._person(words, mention)
        elif mention.role:
            if mention.kind == "person":
                self._titled(words, mention)
            elif mention.kind == "people":
                self._people(words, mention)
            else:
                self._office(words, mention)
        elif mention.named:
            self._named(words, mention, mention.named[0])
        else:
            text = words.text(mention.start, mention.end)
            figure = self.identities.body(text.lower(), text, "organisation", None, None)
            self._enter(words, mention, figure)

    def _person(self, words: Words, mention: Mention) -> None:
        figure = self.identities.person(words, mention)
        if figure.country is None and mention.role and mention.owner_at < 0 and mention.role.sector not in PRIVATE:
            figure.country = self._implied(words, mention)
        if figure.country is None and mention.owner_person >= 0 and (owner := self._owner(words, mention)):
            figure.country = owner.country
        if mention.role and mention.role_at:
            if figure.office is None:
                figure.office = self._office_name(words, mention)
            if figure.code is None and figure.country:
                figure.code = _code(figure.country, mention.role.sector, mention.owner)
        self._enter(words, mention, figure)

    def _owner(self, words: Words, mention: Mention) -> Figure | None:
        return None

    def _office_name(self, words: Words, mention: Mention) -> str:
        assert mention.role
        return mention.role.office

    def _titled(self, words: Words, mention: Mention) -> None:
        """A title without a name: the last person it can mean, else the holder of the office, else nobody by name."""
        role = mention.role
        assert role
        country = mention.country
        text = words.text(mention.start, mention.end)
        if role.office == "counterpart":
            figure = self.stage.titled(role, country)
        elif mention.definite or mention.owner:
            figure = self.stage.titled(role, country) if mention.definite or role.office in OFFICES else None
        else:
            figure = None
        if (
            figure is None
            and country
            and role.office in OFFICES
            and (mention.definite or words.folds[mention.start] not in ("a", "an"))
        ):
            figure = self._holder(role.office, country, _undetermined(text))
        if figure is not None:
            self._enter(words, mention, figure)
            return
        country = country or (
            None if mention.owner_at >= 0 or role.sector in PRIVATE else self._implied(words, mention)
        )
        spoken = None if role.sector in PRIVATE else country
        self._stand(
            words, mention.extent, mention.head, (), text, country, spoken, _code(country, role.sector, mention.owner)
        )

    def _holder(self, office: str, country: str, text: str) -> Figure:
        holders = self.identities.knowledge.people.holders(country, office, self.identities.on)
        key = f"{office} of {country}"
        figure = self.identities.body(key, text, "office", country, f"{country}GOV")
        figure.office = office
        figure.person = holders[0] if len(holders) == 1 else None
        return figure

    def _people(self, words: Words, mention: Mention) -> None:
        role = mention.role
        assert role
        text = words.text(mention.start, mention.end)
        if role.office == "authorities" and (country := mention.country or self._implied(words, mention)):
            self._enter(words, mention, self.identities.government(country, self._country_name(country)), text)
            return
        country = mention.country or (
            None if mention.owner or mention.owner_at >= 0 or role.sector in PRIVATE else self._implied(words, mention)
        )
        spoken = None if role.sector in PRIVATE else country
        self._stand(
            words, mention.extent, mention.head, (), text, country, spoken, _code(country, role.sector, mention.owner)
        )

    def _office(self, words: Words, mention: Mention) -> None:
        """A ministry, government, army, party or medium called by what it is."""
        role = mention.role
        assert role
        text = _undetermined(words.text(mention.start, mention.end))
        country = mention.country
        if country is None and mention.owner_at < 0 and role.sector not in PRIVATE:
            known = self.stage.body(role.office)
            country = known.country if known and mention.definite else self._implied(words, mention)
        if role.office in GOVERNMENTS and country:
            self._enter(words, mention, self.identities.government(country, self._country_name(country)), text)
            return
        named = any(words.capital[i] for i in range(mention.start, mention.end)) and mention.kind in (
            "media",
            "party",
            "organisation",
            "armed_group",
        )
        key = text.lower() if named else f"{role.office} of {country}"
        figure = self.identities.body(
            key,
            text,
            mention.kind,
            None if mention.kind == "media" else country,
            _code(country, role.sector, mention.owner),
        )
        figure.office = role.office
        self._enter(words, mention, figure, text)

    def _named(self, words: Words, mention: Mention, named: Named) -> None:
        text = words.text(mention.start, mention.end)
        country = mention.country
        if named.kind in ("state", "capital", "metonym", "adjective", "people"):
            if country:
                self.stage.country(country)
            adjective = named.kind == "adjective" and not (any(n.kind == "state" for n in mention.named))
            if adjective or words.dep[mention.head] in ("amod", "compound") or words.pos[mention.head] == "ADJ":
                self._stand(words, mention.extent, mention.head, (), text, country, country, country, False)
                return
            if (
                named.kind in ("state", "capital", "metonym")
                and country
                and (named.kind == "metonym" or acts(words, mention.start, mention.end, named.kind))
            ):
                if named.actor == "ministry":
                    figure = self.identities.body(named.name.lower(), text, "ministry", country, named.code)
                else:
                    figure = self.identities.government(
                        country, text if named.kind == "state" else self._country_name(country)
                    )
                self._enter(words, mention, figure, text)
                return
            code = f"{country}CVL" if country and named.kind == "people" else country
            self._stand(words, mention.extent, mention.head, (), text, country, country, code, False)
        elif named.kind == "organisation":
            figure = self.identities.body(named.name.lower(), text, named.actor, country, named.code)
            self._enter(words, mention, figure, text)

    def _country_name(self, country: str) -> str:
        state = self.identities.knowledge.states.get(country)
        return state.name if state else country

    def _implied(self, words: Words, mention: Mention) -> str | None:
        if mention.whose in ("its", "their") and self.stage.last_country:
            return self.stage.last_country
        return self.setting.country(words, mention)

    def _pair(self, words: Words, i: int) -> None:
        """``the two leaders``, ``both sides``, ``the two countries``."""
        j = i + 1
        noun = words.folds[j]
        start = i - 1 if i and words.folds[i - 1] == "the" else i
        if noun in _PAIR_PEOPLE:
            figures = self.stage.two_people()
        elif noun in _PAIR_SIDES:
            figures = tuple(self.identities.government(c, self._country_name(c)) for c in self.stage.two_sides())
        else:
            return
        if figures:
            self._stand(
                words,
                (start, j + 1),
                j,
                figures,
                words.text(start, j + 1),
                figures[0].country,
                figures[0].country,
                figures[0].code,
            )

    def _enter(self, words: Words, mention: Mention, figure: Figure, name: str | None = None) -> None:
        if figure.country:
            self.stage.country(figure.country)
        subject = words.dep[mention.head] in _SUBJECT
        if not words.quoted[mention.head]:
            self.stage.enter(figure, subject)
        figure.mentions.append((words, mention.start, mention.end))
        self._stand(
            words,
            mention.extent,
            mention.head,
            (figure,),
            name or figure.name,
            figure.country,
            figure.country,
            figure.code,
            mentioned=None,
        )

    def _stand(
        self,
        words: Words,
        extent: tuple[int, int],
        head: int,
        figures: tuple[Figure, ...],
        name: str,
        country: str | None,
        spoken: str | None,
        code: str | None,
        mentioned: bool | None = True,
    ) -> None:
        if mentioned:
            for figure in figures:
                figure.mentions.append((words, *extent))
        standing = Standing(*extent, head, (), name, country, spoken, code, bool(mentioned))
        self.standings[words.part].append((standing, figures))

    def cast(self, words: Mapping[str, Words]) -> Cast:
        """The actors in order of first mention, and the index of what all words stand for."""
        figures = self.identities.figures
        order = list(words)
        figures = sorted(
            (f for f in figures if f.mentions),
            key=lambda f: min((order.index(w.part), start) for w, start, _ in f.mentions),
        )
        numbers = {id(figure): n for n, figure in enumerate(figures)}
        actors: list[Actor] = []
        taken: set[str] = set()
        for figure in figures:
            actors.append(_actor(figure, taken))
        standings = {
            part: sorted(
                (_settled(standing, whom, numbers) for standing, whom in self.standings[part]), key=lambda s: s.head
            )
            for part in words
        }
        return Cast(
            tuple(actors), words, standings, {part: [s.head for s in found] for part, found in standings.items()}
        )


_PAIRS = frozenset({"two", "both"})
_PAIR_PEOPLE = frozenset({"leaders", "presidents", "ministers", "men", "officials", "statesmen"})
_PAIR_SIDES = frozenset(
    {"sides", "countries", "nations", "governments", "states", "parties", "neighbours", "neighbors"}
)


def _settled(standing: Standing, whom: tuple[Figure, ...], numbers: dict[int, int]) -> Standing:
    if not whom:
        return standing
    first = whom[0]
    return standing._replace(
        actors=tuple(numbers[id(f)] for f in whom),
        country=first.country or standing.country,
        spoken=first.country,
        code=first.code or standing.code,
    )


def _actor(figure: Figure, taken: set[str]) -> Actor:
    name = figure.person.name if figure.person else figure.name
    if figure.kind == "government":
        name = f"{figure.country} government"
    key = slug(f"{name} {figure.country or ''}" if figure.kind != "government" else name) or "actor"
    number = 2
    unique = key
    while unique in taken:
        unique, number = f"{key}-{number}", number + 1
    taken.add(unique)
    spans = dict.fromkeys(words.span(start, end) for words, start, end in figure.mentions)
    return Actor(
        id=unique,
        name=figure.name,
        kind=typed(ActorKind, figure.kind),
        country=figure.country,
        office=figure.office if figure.kind in ("person", "office") else None,
        code=figure.code,
        mentions=tuple(spans),
    )


def _code(country: str | None, sector: str, owner: tuple[Named, ...]) -> str | None:
    if owner and owner[0].kind == "organisation" and owner[0].code:
        return owner[0].code
    return f"{country}{sector}" if country else None


def _undetermined(text: str) -> str:
    for word in ("the ", "The ", "a ", "A ", "an ", "An ", "its ", "their ", "his ", "her "):
        if text.startswith(word):
            return text[len(word) :]
    return text
