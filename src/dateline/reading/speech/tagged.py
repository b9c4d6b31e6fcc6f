"""The attributions of the model, put beside the reporting clauses of the grammar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge.reporting import Cue, Reporting
from dateline.model.frames import Attribution
from dateline.reading.speech.clauses import Clause
from dateline.reading.speech.contents import trim
from dateline.reading.speech.layout import Layout
from dateline.reading.speech.reporting import Reported
from dateline.record import Spans

SURE = 0.8
"""An attribution that the grammar does not see is taken from this score on (chosen on the development wire gold)."""

SEEN = 0.5
"""From this score on the model's source is taken where the grammar names another."""

SHORTEST = 3
"""Contents of fewer tokens are left to the grammar."""


def with_tagged(
    reports: Sequence[Reported], attributions: Sequence[Attribution], layout: Layout, reporting: Reporting
) -> list[Reported]:
    """The reporting clauses and, after them, the attributions that none of them covers, in order of the cue.

    The grammar goes first: on wire text its contents end more exactly, and it alone knows the verbs whose content is
    a phrase ("praised"). The model adds what the parse missed.
    """
    merged = list(reports)
    claimed = {i for r in reports for i in (r.verb.i, *(t.i for span in r.content for t in span))}
    for attribution in attributions:
        report = _reported(attribution, layout, reporting)
        if report is None or attribution.score < SURE:
            continue
        words = [t.i for span in report.content for t in span]
        if (
            len(words) >= SHORTEST
            and report.verb.i not in claimed
            and sum(i in claimed for i in words) * 2 < len(words)
        ):
            merged.append(report)
            claimed.update((report.verb.i, *words))
    return sorted(merged, key=lambda r: r.verb.i)


def with_seen_sources(
    reports: Sequence[Reported], attributions: Sequence[Attribution], layout: Layout
) -> Iterator[Reported]:
    """The reporting clauses, each with the words for who speaks that the model saw, where it saw the same cue."""
    seen: dict[int, Attribution] = {}
    for attribution in sorted(attributions, key=lambda a: a.score):
        if attribution.score >= SEEN and attribution.source:
            seen |= dict.fromkeys((t.i for span in phrases_of(attribution.cue, layout) for t in span), attribution)
    for report in reports:
        attribution_seen = seen.get(report.verb.i)
        source = phrases_of(attribution_seen.source, layout)[:1] if attribution_seen else ()
        if source and (report.source is None or report.source.root.i not in range(source[0].start, source[0].end)):
            yield replace(report, source=source[0])
        else:
            yield report


def _reported(attribution: Attribution, layout: Layout, reporting: Reporting) -> Reported | None:
    sources, cues = phrases_of(attribution.source, layout), phrases_of(attribution.cue, layout)
    contents = tuple(filter(None, (trim(span) for span in phrases_of(attribution.content, layout))))
    if not sources or not cues or not contents:
        return None
    verb, cue = reporting_word(cues, contents, layout, reporting)
    if layout.quoted[verb.i] or (verb.pos_ == "VERB" and not Clause(verb, cue, layout).asserts):
        return None
    return Reported(cue, verb, sources[0], contents, model=attribution.score)


def reporting_word(
    cues: Sequence[TokenSpan], contents: tuple[TokenSpan, ...], layout: Layout, reporting: Reporting
) -> tuple[Token, Cue]:
    """The word of the cue that reports, and its row; a word without one reports speech only of a quotation."""
    for token in (t for span in cues for t in span):
        row = reporting.verbs.get(token.lemma_.lower()) or reporting.nouns.get(token.lemma_.lower())
        if row is not None:
            return token, row
    verb = cues[0].root
    quoted = any(layout.quoted[t.i] for span in contents for t in span)
    return verb, Cue(verb.lemma_, "verb", "speech" if quoted else "thought", frozenset({"that", "quote"}))


def phrases_of(spans: Spans, layout: Layout) -> tuple[TokenSpan, ...]:
    """The parsed tokens that spans cover."""
    found = (layout.doc.char_span(span.start, span.end, alignment_mode="expand") for span in spans)
    return tuple(span for span in found if span is not None)
