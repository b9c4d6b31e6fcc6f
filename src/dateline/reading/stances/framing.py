"""How the holder of a position names what the report names differently."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.reading.analysis import Analysis
from dateline.reading.speech.relays import BODY
from dateline.record import Span, Statement


def own_wordings(analysis: Analysis, statements: tuple[Statement, ...]) -> Mapping[tuple[str, str], str]:
    """What each side says a thing *is*, by country and name: "Crimea is an integral part of Russia".

    The words must be reported speech, and their subject a name; the first wording of a side is kept.
    """
    doc = analysis.docs[BODY]
    wordings: dict[tuple[str, str], str] = {}
    for statement in statements:
        country = statement.speaker.country
        for span in statement.content if country else ():
            for token in analysis.tokens(span):
                if token.dep_ != "attr" or token.head.lemma_ != "be" or token.pos_ not in ("NOUN", "PROPN"):
                    continue
                subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
                words = doc[token.left_edge.i : token.right_edge.i + 1]
                inside = span.contains(Span(part=BODY, start=words.start_char, end=words.end_char))
                if subject is not None and subject.text[:1].isupper() and subject.pos_ != "PRON" and inside:
                    wordings.setdefault((country or "", subject.text), words.text)
    return wordings
