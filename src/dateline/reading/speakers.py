"""Who speaks: the party behind the noun phrase that a reporting clause names."""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge.reporting import Reporting
from dateline.reading.actors import Cast
from dateline.reading.analysis import span_of
from dateline.reading.layout import Layout
from dateline.reading.relays import BODY, medium, without_determiner
from dateline.reading.reporting import Reported
from dateline.record.model import Party

ISSUING = frozenset({"of", "by", "from"})


class Speakers:
    """Resolves the sources of one report in order, remembering who issued which document ("the statement said")."""

    def __init__(self, cast: Cast, layout: Layout, reporting: Reporting) -> None:
        self.cast, self.layout, self.reporting = cast, layout, reporting
        self._issuers: dict[str, Party] = {}

    def speaker(self, report: Reported) -> Party | None:
        """The party that speaks, named as fully as the report names it; by its own words where it has no name.

        ``None`` where the clause names no source.
        """
        if report.source is None:
            return None
        party = self._issuer(report.source.root) or self._party(report.source)
        for token in self.layout.segment(report.verb.i):
            if token.lemma_.lower() in self.reporting.documents and not self.layout.quoted[token.i]:
                self._issuers[token.lemma_.lower()] = party
        return party

    def is_medium(self, report: Reported) -> bool:
        """Whether the source is a medium, which may only pass on the words of others."""
        return report.source is not None and medium(report.source, self.cast, self.reporting) is not None

    def _party(self, phrase: TokenSpan) -> Party:
        party = self.cast.party(span_of(BODY, phrase))
        return party if party.name else party.model_copy(update={"name": without_determiner(phrase).text})

    def _issuer(self, head: Token) -> Party | None:
        """Whose statement, communique or report it is."""
        noun = head.lemma_.lower()
        if noun not in self.reporting.documents:
            return None
        for child in head.children:
            if child.dep_ == "poss":
                return self._party(child.doc[child.left_edge.i : child.i + 1])
            if child.dep_ == "prep" and child.lower_ in ISSUING and (whose := next(child.children, None)) is not None:
                return self._party(child.doc[whose.left_edge.i : whose.i + 1])
        if head.dep_ == "dobj":
            subject = next((c for c in head.head.children if c.dep_ == "nsubj"), None)
            if subject is not None:
                return self._party(subject.doc[subject.left_edge.i : subject.i + 1])
        return self._issuers.get(noun)
