"""Who speaks: the party behind the noun phrase that a reporting clause names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge.reporting import Reporting
from dateline.reading.actors import Cast
from dateline.reading.analysis import span_of
from dateline.reading.speech.clauses import noun_phrase
from dateline.reading.speech.layout import Layout
from dateline.reading.speech.relays import BODY, medium, without_determiner
from dateline.reading.speech.reporting import PRONOUNS, Reported
from dateline.record.model import Actor, Party

ISSUING = frozenset({"of", "by", "from"})
OWNERS = frozenset({"his", "her", "its", "their"})
ISSUED = frozenset({"issue", "publish", "release", "distribute", "announce", "carry", "adopt"})


class Speakers:
    """Resolves the sources of one report in order, remembering who issued which document ("the statement said")."""

    def __init__(self, cast: Cast, layout: Layout, reporting: Reporting) -> None:
        self.cast, self.layout, self.reporting = cast, layout, reporting
        self._issuers: dict[str, Party] = {}
        self._named: dict[str, Party] = {}
        self._last: tuple[Party, int] | None = None
        self._last_is_person = False
        self._reported = bytearray(len(layout.doc.text))
        self._people = {
            actor.id: sorted(m.start for m in actor.mentions if m.part == BODY)
            for actor in cast.actors
            if actor.kind == "person"
        }

    def speaker(self, report: Reported) -> Party | None:
        """The party that speaks, named as fully as the report names it; by its own words where it has no name.

        ``None`` where the clause names no source.
        """
        if report.source is None:
            return None
        head = report.source.root
        party = self._issuer(head) or self._party(report.source)
        if report.cue.kind == "verb":
            self._remember(report, party)
        for span in report.content:
            self._reported[span.start_char : span.end_char] = b"\1" * (span.end_char - span.start_char)
        return party

    def _remember(self, report: Reported, party: Party) -> None:
        head = report.source.root if report.source is not None else None
        by_pronoun = head is not None and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in head.children)
        for token in (head, *report.verb.subtree):
            if token is None or by_pronoun or not self._is_document(token):
                continue
            if token == head or not _inside(token, report):
                self._issuers[token.lemma_.lower()] = party
        if not self.passes_on(report):
            self._last = party, report.verb.idx
            named = head is not None and _person(head) is not None
            self._last_is_person = party.actor in self._people or (party.actor is None and named)
        self._named |= dict.fromkeys((party.name or "").lower().split(), party)

    def passes_on(self, report: Reported) -> bool:
        """Whether the source may only pass on the words of others: it is a medium, or it "reported" them."""
        if report.source is None:
            return False
        return report.cue.lemma == "report" or medium(report.source, self.cast, self.reporting) is not None

    def _is_document(self, token: Token) -> bool:
        return token.lemma_.lower() in self.reporting.documents

    def _party(self, phrase: TokenSpan) -> Party:
        phrase = _first_of_two(phrase)
        span = span_of(BODY, phrase)
        party = self._by_full_name(self.cast.party(span), phrase.root)
        if phrase.root.lower_ in PRONOUNS | OWNERS and self._last is not None:
            several = self.cast.at(span)
            if party.actor is None and several:  # "they": the first named
                first = min(
                    several, key=lambda actor: min((m.start for m in actor.mentions if m.part == BODY), default=0)
                )
                return Party(name=first.name, actor=first.id, country=first.country)
            if party.actor is None or self._is_only_talked_about(party, span.start):
                return self._last[0]
        if party.actor is None and _is_definite(phrase.root) and phrase.root.lower_ in self._named:
            return self._named[phrase.root.lower_]  # "the council" after "the UN Security Council"
        described = party.actor is None or (phrase.root.pos_ == "NOUN" and party.actor not in self._people)
        if described and (name := _apposed(phrase.root)) is not None:
            known = self.cast.party(span_of(BODY, name))
            text = known.name or without_determiner(name).text
            return Party(name=text, actor=known.actor, country=known.country or party.country)
        if party.name and any(s.start <= phrase.root.i < s.end for s in self.cast.standing(span)):
            return party
        name = _person(phrase.root) or without_determiner(phrase)
        return Party(name=name.text, country=party.country)

    def _by_full_name(self, party: Party, head: Token) -> Party:
        """ "It" is called as the report calls the state or body by name, not as it last described it."""
        if party.actor is None or head.lower_ not in PRONOUNS:
            return party
        name = next(actor.name for actor in self.cast.actors if actor.id == party.actor)
        return party.model_copy(update={"name": name})

    def _is_only_talked_about(self, party: Party, before: int) -> bool:
        """Whether since the last speaker spoke a party was named in what is reported only.

        Then "he said" is that speaker going on, not the party.
        """
        assert self._last is not None
        last, since = self._last
        if not self._last_is_person or party.actor not in self._people or last.actor == party.actor:
            return False
        mentions = self._people[party.actor]
        return all(self._reported[m] for m in mentions[bisect_right(mentions, since) : bisect_left(mentions, before)])

    def _issuer(self, head: Token) -> Party | None:
        """Whose statement, communique or report it is; of a document told of before, who issued that."""
        if not self._is_document(head):
            return None
        for child in head.children:
            whose = child if child.dep_ == "poss" else None
            if child.dep_ == "prep" and child.lower_ in ISSUING:
                whose = next(child.children, None)
            elif child.dep_ == "acl" and child.lemma_ in ISSUED:
                agent = next((c for c in child.children if c.dep_ == "agent"), None)
                whose = next(agent.children, None) if agent is not None else None
            if whose is not None:
                return self._party(noun_phrase(whose))
        if head.dep_ == "dobj" and head.head.lemma_ not in self.reporting.verbs:
            subject = next((c for c in head.head.children if c.dep_ == "nsubj"), None)
            if subject is not None:
                return self._party(noun_phrase(subject))
        if not _is_definite(head):
            return None
        known = self._issuers.get(head.lemma_.lower())
        return known or next(reversed(self._issuers.values()), None)


def _inside(token: Token, report: Reported) -> bool:
    return any(span.start <= token.i < span.end for span in report.content)


def _is_definite(head: Token) -> bool:
    return any(c.dep_ in ("det", "poss") and c.lower_ in {"the", "this", "its"} for c in head.children)


def _first_of_two(phrase: TokenSpan) -> TokenSpan:
    """Of "the opposition and foreign observers", taken by the parser for one noun with another before it: the first."""
    for child in phrase.root.lefts:
        if child.dep_ == "nmod" and any(c.dep_ == "cc" for c in child.children):
            return phrase.doc[child.left_edge.i : child.i + 1]
    return phrase


def _apposed(head: Token) -> TokenSpan | None:
    """The name beside a description: "Spain's main opposition, the Popular Party", "the Minister for Europe, Ms X"."""
    if head.ent_type_ == "PERSON":
        return None
    objects = (token for child in head.children if child.dep_ == "prep" for token in child.children)
    for token in (head, *objects):
        for child in token.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > head.i:
                return noun_phrase(child)
    return None


def _person(head: Token) -> TokenSpan | None:
    """The whole of the person's name that a token is part of."""
    doc, start, end = head.doc, head.i, head.i + 1
    if head.ent_type_ != "PERSON":
        return None
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return doc[start:end]


def _first_mention(actor: Actor) -> int:
    return min((mention.start for mention in actor.mentions if mention.part == BODY), default=0)
