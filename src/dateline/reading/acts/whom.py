"""Whose deed it is, and to whom it is done: of the phrases in a deed's slots, the words that stand for somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from dateline.knowledge.actions import Actions
from dateline.reading.acts.deeds import Deed
from dateline.reading.acts.slots import OWNERS, SUBJECTS, is_people, phrase_of, slots, subject
from dateline.reading.analysis import span_of
from dateline.reading.casting.cast import Cast, Standing
from dateline.record import Span, Spans


class Hit(NamedTuple):
    """Words that stand for somebody, and the code of that."""

    code: str
    span: Span


Hits = tuple[Hit, ...]


def sides_of(deed: Deed, named: Named, actions: Actions) -> tuple[Spans, Spans] | None:
    """The words for those who act and for those acted upon: of each, the first phrase that stands for somebody known.

    ``None`` where the doer is somebody or something else (``the storm hit``, ``a driver met him``), or nobody is known;
    violence by people who are not known (``gunmen killed``) is by nobody known.
    """
    agents = [phrase for phrase in deed.agents if phrase.root.lower_ not in VAGUE]
    actors = next((hits for phrase in agents if (hits := named.doers(phrase))), ())
    if (
        deed.agents
        and not actors
        and not (deed.cameo.startswith(VIOLENT) and any(is_people(phrase.root, actions) for phrase in deed.agents))
    ):
        return None
    acting = codes_of(actors)
    of = named.parties if deed.vague else named.codes
    recipients = next((found for phrase in deed.patients if (found := of(phrase, but=acting))), ())
    recipients = recipients or next((found for p in deed.patients if (found := named.others(p, agents))), ())
    addressed = deed.cameo.startswith(ASKED) and any(_is_asked(p.root, actions) for p in deed.patients)
    if not (recipients or addressed or deed.vague or deed.cameo.startswith(LEAVING)) and len(acting) == 1:
        recipients = _others(deed, named, acting[0], actions)
    if not recipients and (deed.vague or deed.cameo.startswith(AIMED_AT)) and len(acting) < 2:
        return None
    if not actors and not deed.cameo.startswith(HARM):
        return None
    return (_spans(actors), _spans(recipients)) if actors or recipients else None


def codes_of(hits: Iterable[Hit]) -> tuple[str, ...]:
    """The codes of hits, each once."""
    return tuple(dict.fromkeys(hit.code for hit in hits))


def _spans(hits: Hits) -> Spans:
    return tuple(dict.fromkeys(hit.span for hit in hits))


def _is_asked(noun: Token, actions: Actions) -> bool:
    """Whether a noun is who is asked (``asked the Europeans to back sanctions``), not what is asked for."""
    asked_to = noun.dep_ == "dobj" and any(c.dep_ in COMPLEMENTS and c.dep_ != "dobj" for c in noun.head.children)
    return noun.dep_ in SUBJECTS or asked_to or is_people(noun, actions)


ASKED = "10"
"""Requests: whom they are made to is said, or left out; another who is named is asked nothing."""

LEAVING = "087"
"""Withdrawals: where to says nothing of from whom."""

VAGUE = {"i", "we", "it", "this", "that", "these", "those", "which", "what", "there", "one", "you"}
"""Pronouns that most often stand for things, or for a speaker whom the clause names beside them."""

VIOLENT = ("17", "18", "19", "20")
HARM = (*VIOLENT, "084", "087", "11", "14", "15", "16")
"""What is an event also where it isn't said who does it: violence, arrests, protests, sanctions, releases."""

AIMED_AT = ("04", "05", "06", "07", "11", "13", "172", "175", "191")
"""What is no event where nobody known is acted on: talks, praise, cooperation, aid, blame, threats, restrictions."""

VOICES = {"voice", "attack", "shell", "gunfire"}
"""Classes of things by which somebody acts: ``a Russian statement``, ``an Israeli raid``."""


def _others(deed: Deed, named: Named, known: str, actions: Actions) -> Hits:
    """Where no slot names a recipient: the first of another country in a phrase of the verb's or in its complement.

    For protests and threats it may be in any of the deed's words (``to protest against``, ``if Iran``); else, of harm,
    it is the country of the place.
    """
    beside = tuple(word for word in BESIDE if word != "with" or not deed.cameo.startswith(BLAME))
    phrases = slots(deed.clause.root, beside)
    found = [hit for phrase in phrases for hit in named.codes(phrase)]
    root = deed.clause.root
    inside = (phrase for c in root.children if c.dep_ in COMPLEMENTS for phrase in _around(c))
    found += [hit for phrase in inside for hit in named.all_codes(phrase)]
    if deed.cameo.startswith(AIMED):
        found += named.all_codes(deed.clause)
    others = [hit for hit in found if hit.code[:3] != known[:3]]
    if not others and deed.cameo.startswith(AIMED):
        others = [hit for hit in found if hit.code != known and len(hit.code) > 3]
    if not others:
        people = [phrase.root for phrase in deed.patients if is_people(phrase.root, actions)]
        others = [hit for head in people for hit in named.codes(phrase_of(head, ("relcl",)), but=(known,))]
    if not others and deed.cameo.startswith(LOCAL):
        return named.countries(deed.clause)[:1]
    return tuple(others[:1])


def _around(head: Token, depth: int = 0) -> Iterator[Phrase]:
    """The phrases of a complement: of a noun itself, of a verb those beside it and in its own complements.

    Clauses that only describe or give a reason are left out: ``agreed to return to the talks which involve China``.
    """
    if head.pos_ not in ("VERB", "AUX"):
        yield phrase_of(head)
        return
    own = subject(head)
    if own is not None and depth:
        yield phrase_of(own)
    yield from slots(head, BESIDE)
    for child in head.children:
        if child.dep_ in COMPLEMENTS and child.dep_ != "dobj" and depth < DEEPEST:
            yield from _around(child, depth + 1)


DEEPEST = 3
"""Complements within complements that are looked into."""

BESIDE = ("obj", "dative", "to", "with", "against", "over", "on", "for", "about", "at", "from", "of")
COMPLEMENTS = ("dobj", "xcomp", "ccomp")
"""What of a verb is asked as a whole, where nothing in it stands for somebody: ``promised to aid Mali``."""

BLAME = ("09", "11")
"""Blame and inquiries: ``with`` says who takes part in them, or where they are filed."""

AIMED = ("13", "14")
LOCAL = (*VIOLENT, "08", "14", "15", "16")
"""What is done to the country that it is done in, where nobody else is told of."""


@dataclass(frozen=True)
class Named:
    """Whom phrases of the body name."""

    cast: Cast
    places: tuple[tuple[Span, str], ...]
    actions: Actions

    def doers(self, phrase: Phrase, but: tuple[str, ...] = ()) -> Hits:
        """Codes of those a phrase stands for, where it stands for somebody who can act: not of ``US currency``."""
        if (
            self._owner(phrase)
            or self._direct(phrase)
            or is_people(phrase.root, self.actions)
            or phrase.root.dep_ in OWNERS
        ):
            return self.codes(phrase, but)
        voice = VOICES & self.actions.classes.get(phrase.root.lemma_.lower(), frozenset())
        return self.codes(phrase, but) if voice else ()

    def parties(self, phrase: Phrase, but: tuple[str, ...] = ()) -> Hits:
        """Codes of those a phrase itself stands for, not of those named in it."""
        return self.codes(phrase, but) if self._direct(phrase) else ()

    def _owner(self, phrase: Phrase) -> bool:
        """Whether somebody is named before a phrase's head: ``Israeli army`` bulldozers."""
        standings = self.cast.standing(span_of("body", phrase))
        return any(s.mentioned and phrase.doc[s.head].head == phrase.root for s in standings)

    def codes(self, phrase: Phrase, but: tuple[str, ...] = ()) -> Hits:
        """Codes of those a phrase's head and the heads joined to it stand for: of ``the Serbs of Kosovo`` the Serbs.

        Of a phrase that stands for nobody (``an Australian ultimatum``, ``people in Hong Kong``), its country's;
        without those of another side.
        """
        if self._is_money(phrase):
            return ()
        standings = self.cast.standing(span_of("body", phrase))
        named = [s for s in standings if s.mentioned], standings
        for told in (self._direct(phrase), *named):
            if hits := tuple(dict.fromkeys(self._hit(s) for s in told if s.code and s.code not in but)):
                return hits
        return tuple(hit for hit in self.all_codes(phrase)[:1] or self.countries(phrase)[:1] if hit.code not in but)

    def others(self, phrase: Phrase, doers: Iterable[Phrase]) -> Hits:
        """Codes of those a phrase stands for who are others than the doers, be their codes the same."""
        acting = {n for doer in doers for s in self._direct(doer) for n in s.actors}
        told = [s for s in self._direct(phrase) if s.code and s.actors and not acting & {*s.actors}]
        return tuple(dict.fromkeys(self._hit(s) for s in told)) if acting else ()

    def _is_money(self, phrase: Phrase) -> bool:
        """``12 U.S. dollars`` stand for nobody."""
        return "money" in self.actions.classes.get(phrase.root.lemma_.lower(), ())

    def _direct(self, phrase: Phrase) -> list[Standing]:
        heads = {phrase.root.i, *(token.i for token in phrase.root.conjuncts)}
        standings = self.cast.standing(span_of("body", phrase))
        return [s for s in standings if any(s.start <= head < s.end for head in heads)]

    def all_codes(self, phrase: Phrase) -> Hits:
        """Codes of everybody whom the words of a phrase name, else of the country that they name."""
        if self._is_money(phrase):
            return ()
        span = span_of("body", phrase)
        standings = self.cast.standing(span)
        if hits := tuple(self._hit(s) for s in standings if s.code):
            return hits
        country = self.cast.country_of(span)
        return (Hit(country, span),) if country and len(country) == 3 else ()

    def _hit(self, standing: Standing) -> Hit:
        return Hit(str(standing.code), self.cast.words["body"].span(standing.start, standing.end))

    def countries(self, phrase: Phrase) -> Hits:
        """The countries of the places in a phrase."""
        span = span_of("body", phrase)
        return tuple(Hit(country, mention) for mention, country in self.places if span.contains(mention))
