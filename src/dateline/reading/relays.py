"""Through whom the words reached us: the media named in a reporting clause."""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan

from dateline.knowledge.reporting import Reporting
from dateline.reading.actors import Cast
from dateline.reading.analysis import span_of
from dateline.reading.layout import Layout
from dateline.reading.reporting import Reported
from dateline.record import Span

BODY = "body"


def read_relays(report: Reported, cast: Cast, layout: Layout, reporting: Reporting) -> tuple[str, ...]:
    """The media in the reporting clause that are not the speaker.

    That one rule reads "was quoted as saying by Sputnik", "told Interfax", "in an interview with Al-Arabiya" and
    "in remarks carried by state television" alike.
    """
    segment = layout.segment(report.verb.i)
    content = {i for span in report.content for i in range(span.start, span.end)}
    source = set(range(report.source.start, report.source.end)) if report.source is not None else set()
    names: dict[str, None] = {}
    for chunk in _noun_chunks(segment, layout):
        taken = range(chunk.start, chunk.end)
        if source.isdisjoint(taken) and content.isdisjoint(taken) and (name := medium(chunk, cast, reporting)):
            names[name] = None
    return tuple(names)


def medium(phrase: TokenSpan, cast: Cast, reporting: Reporting) -> str | None:
    """The name of the medium that a noun phrase stands for, or ``None`` where it stands for none."""
    span = span_of(BODY, phrase.root.doc[phrase.root.left_edge.i : phrase.root.i + 1])
    head = Span(part=BODY, start=phrase.root.idx, end=phrase.root.idx + len(phrase.root))
    for actor in cast.at(span):
        if actor.kind == "media" and any(m.overlaps(head) for m in actor.mentions):
            return actor.name
    if phrase.root.lemma_.lower() in reporting.media and len(phrase) > 1:
        return without_determiner(phrase).text
    return None


def without_determiner(phrase: TokenSpan) -> TokenSpan:
    """ "the state television" -> "state television"."""
    start = phrase.start
    while start < phrase.end - 1 and phrase.doc[start].dep_ in ("det", "punct", "cc"):
        start += 1
    return phrase.doc[start : phrase.end]


def _noun_chunks(segment: TokenSpan, layout: Layout) -> list[TokenSpan]:
    return [chunk for chunk in segment.noun_chunks if not layout.quoted[chunk.root.i]]
