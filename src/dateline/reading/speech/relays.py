"""Through whom the words reached us: the media named in a reporting clause."""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan

from dateline.knowledge.reporting import Reporting
from dateline.reading.actors import Cast
from dateline.reading.analysis import span_of
from dateline.reading.speech.layout import Layout
from dateline.reading.speech.reporting import Reported
from dateline.record import Span

BODY = "body"


def read_relays(report: Reported, cast: Cast, layout: Layout, reporting: Reporting) -> tuple[str, ...]:
    """The media in the reporting clause that are not the speaker.

    That one rule reads "was quoted as saying by Sputnik", "told Interfax", "in an interview with Al-Arabiya" and
    "in remarks carried by state television" alike.
    """
    segment = layout.segment(report.verb.i)
    taken = {i for span in report.content for i in range(span.start, span.end)}
    if report.source is not None:
        taken.update(t.i for t in report.source.root.subtree)
    chunks = [c for c in layout.phrases(segment) if c.root.i not in taken and not layout.quoted[c.root.i]]
    names = (medium(chunk, cast, reporting) for chunk in chunks)
    return tuple(dict.fromkeys(name for name in names if name))


def medium(phrase: TokenSpan, cast: Cast, reporting: Reporting) -> str | None:
    """The name of the medium that a noun phrase stands for, or ``None`` where it stands for none."""
    span = span_of(BODY, phrase.root.doc[phrase.root.left_edge.i : phrase.root.i + 1])
    head = Span(part=BODY, start=phrase.root.idx, end=phrase.root.idx + len(phrase.root))
    for actor in cast.at(span):
        if actor.kind == "media" and any(m.overlaps(head) for m in actor.mentions):
            return actor.name
    words = phrase.doc[max(phrase.start, phrase.root.i - 1) : phrase.root.i + 1]
    kinds = {words.root.lemma_.lower(), " ".join(t.lemma_.lower() for t in words), words.text.lower()}
    return without_determiner(phrase).text if kinds & reporting.media and len(phrase) > 1 else None


def without_determiner(phrase: TokenSpan) -> TokenSpan:
    """ "the state television" -> "state television"."""
    start = phrase.start
    while start < phrase.end - 1 and phrase.doc[start].dep_ in ("det", "punct", "cc"):
        start += 1
    return phrase.doc[start : phrase.end]
