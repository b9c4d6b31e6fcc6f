"""Who speaks: the party behind the noun phrase that a reporting clause names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge.reporting import Reporting
from dateline.reading.actors import Cast
from dateline.reading.analysis import span_of
from dateline.reading.casting.coreference import FEMALE, MALE
from dateline.reading.speech.clauses import noun_phrase
from dateline.reading.speech.layout import Layout
from dateline.reading.speech.relays import BODY, medium, without_determiner
from dateline.reading.speech.reporting import PRONOUNS, Reported
from dateline.reading.speech.sources import antecedent, apposed, described, first_of_two, person_named, person_of
from dateline.record import Span
from dateline.record.model import Actor, Party

ISSUING = frozenset({"of", "by", "from"})
OWNERS = frozenset({"his", "her", "its", "their"})
OURS = frozenset({"we", "our", "us"})
ISSUED = frozenset({"issue", "publish", "release", "distribute", "announce", "carry", "adopt"})
BOTH = frozenset({"the", "both", "two", "these"})
NEAR = 1200
"""Characters before "the two leaders" within which both are named."""


class Speakers:
    """Resolves the sources of one report in order, remembering who issued which document ("the statement said")."""

    def __init__(self, cast: Cast, layout: Layout, reporting: Reporting) -> None:
        self.cast, self.layout, self.reporting = cast, layout, reporting
        self._issuers: dict[str, Party] = {}
        self._named: dict[str, Party] = {}
        self._spoke: list[tuple[int, Party, bool]] = []
        self._reported = bytearray(len(layout.doc.text))
        self._countries: dict[str, str] = {}
        self._people = {
            actor.id: sorted(m.start for m in actor.mentions if m.part == BODY)
            for actor in cast.actors
            if actor.kind == "person"
        }
        self._actors = {actor.id: actor for actor in cast.actors}

    def speaker(self, report: Reported, remember: bool = True) -> Party | None:
        """The party that speaks, named as fully as the report names it; by its own words where it has no name.

        ``None`` where the clause names no source. Sources are asked for in order, and those that are to be remembered
        before the others.
        """
        source = antecedent(report.source) if report.source is not None else None
        if source is None:
            return None
        party = self.party(source)
        if not remember:
            return party
        if report.cue.kind == "verb":
            self._remember(report, source, party)
        for span in report.content:
            self._reported[span.start_char : span.end_char] = b"\1" * (span.end_char - span.start_char)
        return party

    def _remember(self, report: Reported, source: TokenSpan, party: Party) -> None:
        head = source.root
        by_pronoun = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in head.children)
        for token in (head, *report.verb.subtree):
            if by_pronoun or not self._is_document(token):
                continue
            if token == head or not _inside(token, report):
                self._issuers[token.lemma_.lower()] = party
        if not self.passes_on(report):
            named = person_of(head) is not None
            is_person = party.actor in self._people or (party.actor is None and named)
            self._spoke.append((report.verb.idx, party, is_person))
        self._named |= dict.fromkeys((party.name or "").lower().split(), party)

    def passes_on(self, report: Reported) -> bool:
        """Whether the source may only pass on the words of others: it is a medium, or it "reported" them."""
        if report.source is None:
            return False
        return report.cue.lemma == "report" or medium(report.source, self.cast, self.reporting) is not None

    def is_body(self, party: Party) -> bool:
        """Whether it is a government or another body that speaks, not a person."""
        return party.actor in self._actors and party.actor not in self._people

    def party(self, phrase: TokenSpan) -> Party:
        """Who a noun phrase stands for."""
        return self._issuer(phrase.root) or self._party(phrase)

    def _is_document(self, token: Token) -> bool:
        return token.lemma_.lower() in self.reporting.documents

    def _party(self, phrase: TokenSpan) -> Party:
        phrase = first_of_two(phrase)
        span, head = span_of(BODY, phrase), phrase.root
        if head.lower_ in PRONOUNS | OWNERS | OURS:
            return self._pronoun(head, span)
        named = person_named(phrase, self.cast)
        if named is not None and named.head != head.i:
            return self._as_person(self.cast.actors[named.actors[0]], phrase)
        party = self.cast.party(span)
        if self._are_sides(head) and party.country is None and (first := self._first_of(span, party)) is not None:
            return first
        bare = _is_definite(head) and not any(c.dep_ in ("amod", "compound", "nmod") for c in head.lefts)
        if party.actor is None and bare and head.lower_ in self._named:
            return self._named[head.lower_]  # "the council" after "the UN Security Council"
        unnamed = party.actor is None or (head.pos_ == "NOUN" and party.actor not in self._people)
        if unnamed and (name := apposed(head)) is not None:
            known = self.cast.party(span_of(BODY, name))
            text = known.name or without_determiner(name).text
            return Party(name=text, actor=known.actor, country=known.country or party.country)
        covered = any(s.start <= head.i < s.end for s in (*self.cast.standing(span), *self.cast.around(span)))
        if party.actor in self._people and covered:
            return self._as_person(self._actors[party.actor], phrase)
        if party.name and covered:
            return party
        name = person_of(head) or without_determiner(described(phrase))
        return Party(name=name.text, country=party.country)

    def _as_person(self, actor: Actor, phrase: TokenSpan) -> Party:
        """A person, who speaks for the country that a title beside the name gives, here or earlier."""
        country = actor.country or self._countries.get(actor.id)
        if country is None:
            former = any(token.lower_ in ("former", "ex", "retired") for token in phrase)
            titles = [] if former else self.cast.standing(span_of(BODY, phrase))
            country = next((s.spoken for s in titles if s.spoken and not s.actors and s.mentioned), None)
            if country is not None:
                self._countries[actor.id] = country
        return Party(name=actor.name, actor=actor.id, country=country)

    def _pronoun(self, token: Token, span: Span) -> Party:
        """Whom a pronoun means, else who spoke last; nobody's name where that is unknown."""
        party, word = self._by_full_name(self.cast.party(span), token), token.lower_
        last = self._last_before(span.start)
        if party.actor is None:
            several = word in ("they", "their") or word in OURS
            group = last is not None and last[1].actor is None
            first = self._first_of(span, party) if several and not group else None
            if first is not None:
                return first
            return last[1] if last is not None and self._may_be(last[1], word) else Party()
        if last is not None and self._may_be(last[1], word) and self._is_only_talked_about(party, last, span.start):
            return last[1]
        if party.actor in self._people and party.country is None:
            return party.model_copy(update={"country": self._countries.get(party.actor)})
        return party

    def _by_full_name(self, party: Party, head: Token) -> Party:
        """ "It" is called as the report calls the state or body by name, not as it last described it."""
        if party.actor is None:
            return party
        return party.model_copy(update={"name": self._actors[party.actor].name})

    def _may_be(self, party: Party, word: str) -> bool:
        """Whether a pronoun can mean a party, as far as gender tells."""
        gender = self.cast.genders.get(party.actor or "")
        return not (gender == "female" and word in MALE) and not (gender == "male" and word in FEMALE)

    def _last_before(self, offset: int) -> tuple[int, Party, bool] | None:
        """Who spoke last before a point of the text: where, who, and whether it is a person."""
        number = bisect_left(self._spoke, offset, key=lambda spoke: spoke[0])
        return self._spoke[number - 1] if number else None

    def _is_only_talked_about(self, party: Party, last: tuple[int, Party, bool], before: int) -> bool:
        """Whether since the last speaker spoke a party was named in what is reported only.

        Then "he said" is that speaker going on, not the party.
        """
        since, spoke, is_person = last
        if not is_person or party.actor not in self._people or spoke.actor == party.actor:
            return False
        mentions = self._people[party.actor]
        return all(self._reported[m] for m in mentions[bisect_right(mentions, since) : bisect_left(mentions, before)])

    def _are_sides(self, head: Token) -> bool:
        """ "The two leaders", "both sides", "the interlocutors": those who met, whoever they are."""
        if head.tag_ not in ("NNS", "NNPS") or head.lemma_.lower() not in self.reporting.sides:
            return False
        lefts = {c.lower_ for c in head.lefts}
        return bool(lefts & BOTH) and lefts <= BOTH

    def _first_of(self, span: Span, party: Party) -> Party | None:
        """Of several who speak as one, the first named: one cue with two speakers is a statement of the first."""
        several = self.cast.at(span)
        if len(several) < 2 and party.actor is None:
            near = [a for a in self.cast.actors if a.id in self._people and a.country and self._is_near(a, span.start)]
            several = tuple(near) if len({a.country for a in near}) > 1 else ()
        if not several:
            return None
        first = min(several, key=_first_mention)
        return Party(name=first.name, actor=first.id, country=first.country)

    def _is_near(self, actor: Actor, before: int) -> bool:
        mentions = self._people[actor.id]
        number = bisect_left(mentions, before)
        return number > 0 and before - mentions[number - 1] <= NEAR

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


def _first_mention(actor: Actor) -> int:
    return min((mention.start for mention in actor.mentions if mention.part == BODY), default=0)
