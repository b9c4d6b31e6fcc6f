"""How the holder names what the report names differently."""

from __future__ import annotations

from dateline.reading.analysis import Analysis
from dateline.record import Position, Span, Statement

BODY = "body"


def own_wording(position: Position, analysis: Analysis, statements: tuple[Statement, ...]) -> str | None:
    """What the holder says the issue *is*, in its own words: "Crimea is an integral part of Russia".

    The words must be reported speech of the holder's side, and their subject a name that the issue holds.
    """
    names = {word for word in position.issue.split() if word[:1].isupper()}
    doc = analysis.docs[BODY]
    for statement in statements:
        if statement.speaker.country != position.holder.country:
            continue
        for span in statement.content:
            for token in analysis.tokens(span):
                if token.dep_ != "attr" or token.head.lemma_ != "be" or token.pos_ not in ("NOUN", "PROPN"):
                    continue
                subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
                if subject is not None and subject.text in names:
                    words = doc[token.left_edge.i : token.right_edge.i + 1]
                    if span.contains(Span(part=BODY, start=words.start_char, end=words.end_char)):
                        return words.text
    return None
