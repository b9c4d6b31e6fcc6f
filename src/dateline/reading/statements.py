"""Who said what: attributions read to the end, into statements."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Span as TokenSpan

from dateline.knowledge import Knowledge
from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis, span_of
from dateline.reading.layout import MARKS, Layout
from dateline.reading.relays import BODY, read_relays
from dateline.reading.reporting import PRONOUNS, Reported, find_reports
from dateline.reading.speakers import Speakers
from dateline.record import Span, Statement, Time
from dateline.record.model import Mode, Party

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
UTTERANCE = 4
"""A quotation of fewer tokens is wording ("terrible mistake"), not an utterance that stands alone."""


@dataclass(frozen=True)
class Draft:
    """A statement in the making; ``cued`` is false for a quotation without a reporting clause of its own."""

    report: Reported
    speaker: Party
    content: tuple[TokenSpan, ...]
    relays: tuple[str, ...] = ()
    passes_on: bool = False
    cued: bool = True

    def covers(self, i: int) -> bool:
        """Whether a token is part of the content."""
        return any(span.start <= i < span.end for span in self.content)


def read_statements(
    analysis: Analysis, times: tuple[Time, ...], cast: Cast, knowledge: Knowledge
) -> tuple[Statement, ...]:
    """Every statement of the body, in order of its content."""
    layout = Layout(analysis.docs[BODY])
    drafts = _drafts(layout, cast, knowledge)
    drafts = _without_speech_in_speech(_with_outer_media_as_relays(drafts))
    drafts = _with_quotations_carried_on(drafts, layout)
    drafts = _with_relays_carried_over(drafts, analysis.report.source)
    untold = _times_of_telling(times, drafts, layout)
    said: dict[str | None, str] = {}
    statements = []
    for number, draft in enumerate(drafts, 1):
        date = _said(draft, untold, layout) or said.get(draft.speaker.name)
        if date:
            said[draft.speaker.name] = date
        statements.append(_statement(f"s{number}", draft, date, layout))
    return tuple(statements)


def _drafts(layout: Layout, cast: Cast, knowledge: Knowledge) -> list[Draft]:
    speakers = Speakers(cast, layout, knowledge.reporting)
    drafts = []
    for report in find_reports(layout, knowledge.reporting):
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
    kept = []
    for draft in drafts:
        outer = [d for d in drafts if d is not draft and d.passes_on and d.covers(draft.report.verb.i)]
        names = (d.speaker.name for d in outer if d.speaker.name)
        kept.append(replace(draft, relays=(*draft.relays, *names)) if outer else draft)
    return [
        d for d in kept if not (d.passes_on and any(d.covers(other.report.verb.i) for other in kept if other is not d))
    ]


def _without_speech_in_speech(drafts: list[Draft]) -> list[Draft]:
    """Only the outer level, unless the inner speech has a speaker of its own and a clause as its content."""
    kept = []
    for draft in drafts:
        outer = next((d for d in drafts if d is not draft and d.covers(draft.report.verb.i)), None)
        if outer is None or (draft.report.is_clause and _speaks_for_itself(draft, outer)):
            kept.append(draft)
    return kept


def _speaks_for_itself(inner: Draft, outer: Draft) -> bool:
    source = inner.report.source
    if source is None or source.root.lower_ in PRONOUNS:
        return False
    return inner.speaker.name != outer.speaker.name


def _with_quotations_carried_on(drafts: list[Draft], layout: Layout) -> list[Draft]:
    """Quotations without a cue: they carry on the quotation before, or speak for whoever spoke just before."""
    drafts = sorted(drafts, key=lambda d: d.content[0].start)
    for quotation in layout.quotations:
        if len(quotation) < UTTERANCE or not _stands_alone(quotation, layout):
            continue
        if any(d.covers(quotation.start) or d.covers(quotation.end - 1) for d in drafts):
            continue
        before = [d for d in drafts if d.report.verb.i < quotation.start and d.content[0].start < quotation.start]
        if not before:
            continue
        last = max(before, key=lambda d: (layout.first[d.report.verb.i], d.report.verb.i))
        if _mode(last.content, layout) == "direct" and last.report.cue.act == "speech":
            drafts[drafts.index(last)] = replace(last, content=(*last.content, quotation))
        else:
            drafts.append(replace(last, content=(quotation,), cued=False))
            drafts.sort(key=lambda d: d.content[0].start)
    return drafts


def _stands_alone(quotation: TokenSpan, layout: Layout) -> bool:
    """The quotation is its own sentence: marks and white space apart, nothing else is in its segment."""
    return all(
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


def _times_of_telling(times: tuple[Time, ...], drafts: list[Draft], layout: Layout) -> list[Time]:
    """The days that stand outside all that is reported: only those can tell when it was said."""
    contents = [(span.start_char, span.end_char) for draft in drafts for span in draft.content]
    contents += [(span.start_char, span.end_char) for span in layout.quotations]
    return [
        time
        for time in times
        if time.part == BODY
        and time.value
        and DAY.match(time.value)
        and time.type in ("DATE", "TIME")
        and not any(start <= time.start < end for start, end in contents)
    ]


def _said(draft: Draft, times: list[Time], layout: Layout) -> str | None:
    """The day that the reporting clause names: the nearest to the cue in its segment."""
    segment, cue = layout.segment(draft.report.verb.i), draft.report.verb.idx
    near = [(abs(t.start - cue), t.value or "") for t in times if segment.start_char <= t.start < segment.end_char]
    return min(near)[1][:10] if near else None


def _statement(name: str, draft: Draft, said: str | None, layout: Layout) -> Statement:
    report, mode = draft.report, _mode(draft.content, layout)
    content = tuple(_unquoted(span, layout) if mode == "direct" else span for span in draft.content)
    source, cue = report.source, report.verb
    return Statement(
        id=name,
        act=report.cue.act,
        speaker=draft.speaker,
        mode=mode,
        source=(span_of(BODY, source),) if source is not None and draft.cued else (),
        cue=(Span(part=BODY, start=cue.idx, end=cue.idx + len(cue)),) if draft.cued else (),
        content=tuple(span_of(BODY, span) for span in content),
        content_text=" ... ".join(span.text for span in _first_paragraph(content)),
        said=said,
        addressee=report.addressee.text if report.addressee is not None else None,
        relayed_by=draft.relays,
    )


def _first_paragraph(content: tuple[TokenSpan, ...]) -> list[TokenSpan]:
    """The spans in the paragraph where the content begins: those that carry it on further down are only pointed at."""
    doc = content[0].doc
    return [span for span in content if "\n" not in doc[content[0].end : max(span.start, content[0].end)].text]


def _mode(content: tuple[TokenSpan, ...], layout: Layout) -> Mode:
    words = [layout.quoted[t.i] for span in content for t in span if not (t.is_punct or t.is_space)]
    if all(words):
        return "direct"
    return "mixed" if any(words) else "indirect"


def _unquoted(span: TokenSpan, layout: Layout) -> TokenSpan:
    """The content without its outer quotation marks, and without a comma that only leads over to the cue."""
    start, end = span.start, span.end
    while start < end - 1 and (span.doc[start].text in MARKS or span.doc[start].is_space):
        start += 1
    while end > start + 1 and (
        span.doc[end - 1].text in MARKS or span.doc[end - 1].text == "," or span.doc[end - 1].is_space
    ):
        end -= 1
    return span.doc[start:end]
