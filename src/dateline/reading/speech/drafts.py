"""Statements in the making: which reporting clauses are statements of their own, and what carries them on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Span as TokenSpan

from dateline.knowledge import Knowledge
from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis
from dateline.reading.speech.layout import MARKS, Layout
from dateline.reading.speech.relays import read_relays
from dateline.reading.speech.reporting import PRONOUNS, Reported, find_reports
from dateline.reading.speech.speakers import Speakers
from dateline.reading.speech.tagged import with_tagged
from dateline.record.model import Mode, Party

UTTERANCE = 4
"""A quotation of fewer tokens is wording ("terrible mistake"), not an utterance that stands alone."""


@dataclass(frozen=True)
class Draft:
    """A statement in the making.

    ``relays`` are the media that passed it on, ``passes_on`` whether its source may only pass on the words of others,
    ``cued`` is false for a quotation without a reporting clause of its own.
    """

    report: Reported
    speaker: Party
    content: tuple[TokenSpan, ...]
    relays: tuple[str, ...] = ()
    passes_on: bool = False
    cued: bool = True


def read_drafts(analysis: Analysis, layout: Layout, cast: Cast, knowledge: Knowledge) -> list[Draft]:
    """The statements of the body in order of their content, each with its speaker and its relays."""
    drafts = _drafts(analysis, layout, cast, knowledge)
    drafts = _without_speech_in_speech(_with_outer_media_as_relays(drafts))
    drafts = _with_quotations_carried_on(drafts, layout)
    drafts.sort(key=lambda d: d.content[0].start)
    return _with_relays_carried_over(drafts, analysis.report.source)


def mode_of(content: Iterable[TokenSpan], layout: Layout) -> Mode:
    """Whether all words of a content are quoted, some, or none."""
    quoted = [layout.quoted[t.i] for span in content for t in span if not (t.is_punct or t.is_space)]
    if all(quoted):
        return "direct"
    return "mixed" if any(quoted) else "indirect"


def _drafts(analysis: Analysis, layout: Layout, cast: Cast, knowledge: Knowledge) -> list[Draft]:
    speakers = Speakers(cast, layout, knowledge.reporting)
    drafts = []
    reports = find_reports(layout, knowledge.reporting)
    for report in with_tagged(reports, analysis.frames.attributions, layout, knowledge.reporting):
        speaker = speakers.speaker(report)
        if speaker is not None:
            relays = read_relays(report, cast, layout, knowledge.reporting)
            content = tuple(_with_whole_quotations(span, layout) for span in report.content)
            drafts.append(Draft(report, speaker, content, relays, speakers.passes_on(report)))
    return drafts


def _with_whole_quotations(span: TokenSpan, layout: Layout) -> TokenSpan:
    """The span widened to the whole of a quotation that it breaks off in."""
    first, last = layout.quotation_at(span.start), layout.quotation_at(span.end - 1)
    return span.doc[first.start if first else span.start : last.end if last else span.end]


def _with_outer_media_as_relays(drafts: list[Draft]) -> list[Draft]:
    """ "X said that S, Interfax reported": the agency passes on the words of X, and is no speaker of its own."""
    outer = _outer(drafts)
    empty = {id(d) for found in outer.values() for d in found if d.passes_on}
    kept = []
    for draft in drafts:
        names = tuple(d.speaker.name for d in outer[draft.report.verb.i] if d.passes_on and d.speaker.name)
        if id(draft) not in empty:
            kept.append(replace(draft, relays=(*draft.relays, *names)) if names else draft)
    return kept


def _without_speech_in_speech(drafts: list[Draft]) -> list[Draft]:
    """Only the outer level, unless the inner speech has a speaker of its own and a clause as its content."""
    outer = _outer(drafts)
    return [d for d in drafts if not outer[d.report.verb.i] or _speaks_for_itself(d, outer[d.report.verb.i][0])]


def _speaks_for_itself(inner: Draft, outer: Draft) -> bool:
    source = inner.report.source
    if not inner.report.is_clause or source is None or source.root.lower_ in PRONOUNS:
        return False
    return inner.speaker.name != outer.speaker.name


def _outer(drafts: list[Draft]) -> dict[int, list[Draft]]:
    """For the verb of each draft, the other drafts in whose content it stands."""
    outer: dict[int, list[Draft]] = {draft.report.verb.i: [] for draft in drafts}
    for draft in drafts:
        for i in (i for span in draft.content for i in range(span.start, span.end)):
            if i in outer and i != draft.report.verb.i:
                outer[i].append(draft)
    return outer


def _with_quotations_carried_on(drafts: list[Draft], layout: Layout) -> list[Draft]:
    """Quotations without a cue: they carry on the quotation before, or speak for whoever spoke just before."""
    drafts = sorted(drafts, key=lambda d: d.report.verb.i)
    verbs = [draft.report.verb.i for draft in drafts]
    covered = {i for draft in drafts for span in draft.content for i in range(span.start, span.end)}
    more: list[Draft] = []
    for quotation in layout.quotations:
        if covered.intersection((quotation.start, quotation.end - 1)) or not _stands_alone(quotation, layout):
            continue
        latest = bisect_left(verbs, quotation.start) - 1
        if latest < 0:
            continue
        last = drafts[latest]
        if mode_of(last.content, layout) == "direct" and last.report.cue.act == "speech":
            drafts[latest] = replace(last, content=(*last.content, quotation))
        else:
            more.append(replace(last, content=(quotation,), cued=False))
    return drafts + more


def _stands_alone(quotation: TokenSpan, layout: Layout) -> bool:
    """The quotation is long enough to be said by itself, and marks apart nothing else is in its segment."""
    return len(quotation) >= UTTERANCE and all(
        layout.quoted[t.i] or t.is_punct or t.is_space or t.text in MARKS for t in layout.segment(quotation.start)
    )


def _with_relays_carried_over(drafts: list[Draft], source: str | None) -> list[Draft]:
    """What a medium passed on of a speaker, it passed on also in what follows, until another is named."""
    carried: dict[str | None, tuple[str, ...]] = {}
    kept = []
    for draft in drafts:
        relays = tuple(dict.fromkeys(r for r in draft.relays if r != source)) or carried.get(draft.speaker.name, ())
        carried[draft.speaker.name] = relays
        kept.append(replace(draft, relays=relays))
    return kept
