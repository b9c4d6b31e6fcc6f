"""Who said what: attributions read to the end, into statements."""

from __future__ import annotations

import re
from datetime import date

from spacy.tokens import Span as TokenSpan

from dateline.knowledge import Knowledge
from dateline.model.frames import Attribution
from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis, span_of
from dateline.reading.speech.drafts import Draft, mode_of, read_drafts
from dateline.reading.speech.layout import MARKS, Layout
from dateline.reading.speech.relays import BODY
from dateline.reading.speech.seen import with_seen
from dateline.reading.speech.speakers import Speakers
from dateline.record import Span, Statement, Time

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_statements(
    analysis: Analysis, times: tuple[Time, ...], cast: Cast, knowledge: Knowledge
) -> tuple[Statement, ...]:
    """Every statement of the body, in order of its content.

    ``content`` has all that was said, also where it goes on in later paragraphs; ``content_text`` is the words of the
    paragraph where it begins. Where a statement names no day, it was said on the latest day that its speaker, or else
    somebody of its speaker's side, was said to speak before.
    """
    layout = Layout(analysis.docs[BODY])
    speakers = Speakers(cast, layout, knowledge.reporting)
    drafts = read_drafts(analysis, layout, cast, knowledge, speakers)
    told = with_seen(drafts, analysis.frames.attributions, layout, knowledge.reporting, speakers)
    days = _days_of_telling(times, drafts, layout, analysis.report.published_on)
    said: dict[str | None, str] = {}
    statements = []
    for number, (draft, seen) in enumerate(told, 1):
        named, spoken_for = draft.speaker.name, draft.speaker.country
        day = _said(draft, days, layout) or said.get(named) or (said.get(spoken_for) if spoken_for else None)
        if day:
            # the news is of the latest day: "on Thursday they had announced" does not date what follows
            said |= {who: max(day, said.get(who) or day) for who in (named, spoken_for) if who}
        statements.append(_statement(f"s{number}", draft, seen, day, layout, analysis))
        rule = draft.report.rule if draft.cued else "a quotation without a cue goes on with who spoke last"
        if seen:
            rule = f"model: attribution {seen.score:.2f}; {rule}"
        roles = {"source": seen.source, "content": seen.content} if seen else {}
        analysis.because(f"statement s{number}", rule, *(statements[-1].cue or statements[-1].content), roles=roles)
    return tuple(statements)


def _days_of_telling(
    times: tuple[Time, ...], drafts: list[Draft], layout: Layout, published: date | None
) -> dict[int, list[tuple[int, str]]]:
    """The days outside all that is reported, for only those can tell when it was said: by segment, (offset, day).

    Nothing was said after the report was published.
    """
    last = published.isoformat() if published else "9999"
    reported = {i for draft in drafts for span in draft.content for i in range(span.start, span.end)}
    days: dict[int, list[tuple[int, str]]] = {}
    for time in times:
        if time.part != BODY or time.type not in ("DATE", "TIME") or not (day := DAY.match(time.value or "")):
            continue
        if day[0] > last:
            continue
        i = layout.token_at(time.start)
        if i not in reported and not layout.quoted[i]:
            days.setdefault(layout.first[i], []).append((time.start, day[0]))
    return days


def _said(draft: Draft, days: dict[int, list[tuple[int, str]]], layout: Layout) -> str | None:
    """The day nearest to the cue in its segment."""
    cue = draft.report.verb
    near = [(abs(start - cue.idx), day) for start, day in days.get(layout.first[cue.i], ())]
    return min(near)[1] if near else None


def _statement(
    name: str, draft: Draft, seen: Attribution | None, said: str | None, layout: Layout, analysis: Analysis
) -> Statement:
    """The spans are the model's where it saw the statement; what is said in words, and by whom, is the grammar's."""
    report, mode = draft.report, "direct" if draft.turn else mode_of(draft.content, layout)
    content = tuple(_unquoted(span) if mode == "direct" else span for span in draft.content)
    source, cue, told = report.source, report.verb, draft.cued or draft.turn
    return Statement(
        id=name,
        act=report.cue.act,
        speaker=draft.speaker,
        mode=mode,
        source=seen.source if seen else (span_of(BODY, source),) if source is not None and told else (),
        cue=seen.cue if seen else (Span(part=BODY, start=cue.idx, end=cue.idx + len(cue)),) if draft.cued else (),
        content=seen.content if seen else tuple(span_of(BODY, span) for span in content),
        content_text=" ... ".join(_as_written(span, analysis.report.body) for span in _first_paragraph(content)),
        said=said,
        addressee=report.addressee.text if report.addressee is not None else None,
        relayed_by=draft.relays,
        confidence=analysis.confidence("statement", seen.score if seen else None),
    )


def _as_written(span: TokenSpan, body: str) -> str:
    """The words as the body has them, but for line ends that end nothing."""
    written = body[span.start_char : span.end_char]
    return "".join(read if char in "\r\n" else char for char, read in zip(written, span.text, strict=True))


def _unquoted(span: TokenSpan) -> TokenSpan:
    """The content without its outer quotation marks, and without a comma that only leads over to the cue."""
    start, end = span.start, span.end
    while start < end - 1 and (span.doc[start].text in MARKS or span.doc[start].is_space):
        start += 1
    while end > start + 1 and (span.doc[end - 1].text in MARKS | {","} or span.doc[end - 1].is_space):
        end -= 1
    return span.doc[start:end]


def _first_paragraph(content: tuple[TokenSpan, ...]) -> list[TokenSpan]:
    """The spans in the paragraph where the content begins: those that carry it on further down are only pointed at."""
    kept = [content[0]]
    for span in content[1:]:
        if "\n" in span.doc[kept[-1].end : span.start].text:
            break
        kept.append(span)
    return kept
