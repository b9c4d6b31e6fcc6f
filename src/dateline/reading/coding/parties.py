"""Whom words of an event stand for: names and offices through the cast, pronouns, descriptions by their nouns."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.knowledge.sectors import UNKNOWN_LAND, Sectors
from dateline.reading.analysis import Analysis
from dateline.reading.casting.cast import Cast, Standing
from dateline.reading.coding.company import Company
from dateline.reading.coding.scene import Scene
from dateline.reading.coding.side import Side, side_of
from dateline.reading.words import Words
from dateline.record import Span

MODIFIERS = {"amod", "compound", "nmod", "poss", "conj"}
PLACES = {"GPE", "LOC", "FAC"}


@dataclass(frozen=True)
class Parties:
    """Whom any words of a report stand for, as sides of events."""

    analysis: Analysis
    cast: Cast
    company: Company
    scene: Scene
    sectors: Sectors

    def of(self, span: Span) -> tuple[Side, ...]:
        """The sides that the words of a span are, in order; none where they stand for nobody."""
        words = self.analysis.words[span.part]
        start, end = words.tokens(span)
        root = self._counted(words, words.root(start, end), end)
        first = self._head(span, words, root)
        sides = list(first)
        for joined in words.doc[root].conjuncts:
            if start <= joined.i < end:
                told = self._joined(words, joined)
                sides += told if told else [first[0]._replace(sector=s) for s in self._sector_of(joined) if first]
        return tuple(dict.fromkeys(sides))

    def _counted(self, words: Words, root: int, end: int) -> int:
        """The head of those counted: people in ``thousands of people``."""
        token = words.doc[root]
        if token.lemma_.lower() in self.sectors.words["amount"] or token.pos_ in ("NUM", "DET", "PRON"):
            for child in token.children:
                if child.lower_ == "of" and child.i < end:
                    return next((c.i for c in child.children if c.dep_ == "pobj" and c.i < end), root)
        return root

    def _joined(self, words: Words, head: Token) -> tuple[Side, ...]:
        """The sides of a head that ``and`` joins to the first, where it names somebody by itself."""
        end = head.right_edge.i + 1
        span = words.span(head.left_edge.i, end)
        if not any(s.country for s in self.cast.standing(span)):
            return ()
        return self._head(span, words, head.i)

    def _sector_of(self, head: Token) -> list[str]:
        sector = self._noun(head)
        return [sector] if sector is not None else []

    def _noun(self, token: Token) -> str | None:
        """The sector of a noun, also where the parser takes it for a name: ``Islamists``."""
        word = token.lower_
        for form in (token.lemma_.lower(), word, word.removesuffix("s")):
            if (sector := self.sectors.of_noun(form)) is not None:
                return sector
        return None

    def _head(self, span: Span, words: Words, head: int) -> tuple[Side, ...]:
        """The sides that one head of a span stands for."""
        token = words.doc[head]
        word = words.folds[head]
        if word in self.sectors.words["speaker"] and (word != "us" or token.text in ("us", "Us")):  # not "the US"
            return self.company.speaker(span)
        standings = self.cast.standing(span)
        if self._are_together(words, span, head, standings) and (several := self.company.together(span)):
            return several
        direct = [s for s in standings if s.start <= head < s.end and s.code]
        named = [s for s in direct if s.mentioned] or [s for s in direct if s.head == head]
        if named:
            return tuple(dict.fromkeys(side for s in named for side in self._named(s, words)))
        if word in self.sectors.words["several"]:
            return self.company.together(span)
        if word in self.sectors.words["one"]:
            return self.company.last(span)
        return self._described(span, token, standings)

    def _are_together(self, words: Words, span: Span, head: int, standings: list[Standing]) -> bool:
        """``the two leaders``, ``both sides``, ``They``: those who met or spoke before."""
        token = words.doc[head]
        if words.folds[head] in self.sectors.words["several"]:
            kinds = {self.cast.actors[n].kind for s in standings for n in s.actors}
            return not standings or (kinds == {"person"} and len({n for s in standings for n in s.actors}) == 1)
        start, end = words.tokens(span)
        plain = all(
            words.doc[i].pos_ in ("DET", "NUM", "ADJ", "PRON", "SPACE", "PUNCT")
            and words.doc[i].ent_type_ in ("", "CARDINAL")
            for i in range(start, end)
            if i != head
        )
        plural = token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() in self.sectors.words["together"]
        several = {n for s in standings for n in s.actors}
        return plain and plural and len(several) < 2

    def _named(self, standing: Standing, words: Words) -> tuple[Side, ...]:
        """The sides of somebody whom the cast knows; a state called by its name has no sector of its own."""
        if len(standing.actors) > 1:
            actors = [self.cast.actors[n] for n in standing.actors]
            return tuple(side_of(a.code or str(a.country), a.country) for a in actors if a.code or a.country)
        assert standing.code
        side = side_of(standing.code, standing.country)
        token = words.doc[standing.head]
        noun = self._noun(token)
        if not standing.actors:
            lands = self._lands(words, token)
            if noun == "CVL":
                side = side._replace(sector="CVL")
            if len(lands) > 1:
                return tuple(Side(land, side.sector) for land in lands)
            if not lands and standing.mentioned and self._are_states(token):
                return (Side(UNKNOWN_LAND, "GOV"),)
        if side.sector == "GOV" and self.sectors.words["former"] & {
            words.folds[i] for i in range(standing.start, standing.end)
        }:
            return (side._replace(sector=""),)
        if side.sector == "GOV" and {self.cast.actors[n].kind for n in standing.actors} == {"government"}:
            return (side._replace(sector=None),)
        return (side,)

    def _lands(self, words: Words, head: Token) -> list[str]:
        """The countries that words before a noun name: ``U.S. and South Korean forces``."""
        before = {t.i for t in head.lefts for t in t.subtree if t.dep_ in MODIFIERS}
        inside = [s for s in self.cast.standings[words.part] if s.head in before and s.country]
        return list(dict.fromkeys(s.country for s in inside if s.country))

    def _described(self, span: Span, token: Token, standings: list[Standing]) -> tuple[Side, ...]:
        """Those whom a noun describes (``Palestinian civilians``, ``a man``); of a thing, whose it is."""
        sector = self._noun(token)
        words = self.analysis.words[span.part]
        lands = self._lands(words, token)[:2] or [s.country for s in standings if s.country][:1]
        lands = lands or list(self.scene.lands(span))[:1] or list(self.scene.named(span))[:1]
        if sector is None:
            owners = [side_of(s.code, s.country) for s in standings if s.code and s.mentioned and s.actors]
            owners = [side._replace(sector=None) if side.sector == "GOV" else side for side in owners]
            if not lands and (token.ent_type_ in PLACES or token.lemma_.lower() in self.sectors.words["spot"]):
                lands = [land for land in [self.scene.land(span, "")] if land]
            return tuple(dict.fromkeys(owners))[:1] or tuple(Side(land) for land in lands[:1])
        if lands:
            return tuple(Side(land, sector) for land in lands)
        if any(child.lower_ in self.sectors.words["worldwide"] for child in token.children):
            return (Side(UNKNOWN_LAND, "" if sector == "CVL" else sector),)
        if self._are_states(token):
            return (Side(UNKNOWN_LAND, "GOV"),)
        if token.lemma_.lower() == "country":
            return self.company.last(span)
        return (Side(self.scene.land(span, sector) or UNKNOWN_LAND, sector),)

    def _are_states(self, token: Token) -> bool:
        """Whether a plural stands for several states: ``world leaders``, ``donors``; not ``leaders of a party``."""
        owned = any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children)
        return token.tag_ == "NNS" and token.lemma_.lower() in self.sectors.words["abroad"] and not owned
