"""Statements in the making: which reporting clauses are statements of their own, and what carries them on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span as TokenSpan

from dateline.knowledge import Knowledge
from dateline.knowledge.reporting import Cue
from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis
from dateline.reading.speech.clauses import noun_phrase
from dateline.reading.speech.layout import MARKS, Layout
from dateline.reading.speech.relays import Relays
from dateline.reading.speech.reporting import ACCORDING, PRONOUNS, Reported, find_reports
from dateline.reading.speech.speakers import Speakers
from dateline.reading.speech.tagged import with_seen_sources, with_tagged
from dateline.reading.speech.turns import Turn, read_turns
from dateline.record.model import Mode, Party

CITING = frozenset({"cite", "quote", "refer"})
ANNOUNCED = Cue("announced by the sentence before", "noun", "speech", frozenset({"quote"}))
FLOOR = Cue("has the floor", "noun", "speech", frozenset({"quote"}))
PRESS = frozenset({"reporter", "journalist", "correspondent"})
THIRD = frozenset({"he", "she"})

AGENCY = re.compile(r"\(([A-Z][\w.&' -]{1,30})\)")
OWN_AGENCY = re.compile(r"\W*(?:[A-Z][\w.'’/-]*,? ){1,6}\(([A-Z][\w.&' -]{1,30})\)")
"""The agency in brackets that heads a body, after its place: "West Palm Beach, Florida (CNN)"."""

UTTERANCE = 4
"""A quotation of fewer tokens is wording ("terrible mistake"), not an utterance that stands alone."""


@dataclass(frozen=True)
class Draft:
    """A statement in the making.

    ``relays`` are the media that passed it on, ``within`` those in whose own words it stands, ``passes_on`` is whether
    its source may only pass on the words of others,
    ``cued`` is false for a quotation without a reporting clause of its own; a ``turn`` is what somebody says who has
    the floor in a transcript; ``body`` is whether a government or another body speaks.
    """

    report: Reported
    speaker: Party
    content: tuple[TokenSpan, ...]
    relays: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    passes_on: bool = False
    cued: bool = True
    turn: bool = False
    body: bool = False


def read_drafts(
    analysis: Analysis, layout: Layout, cast: Cast, knowledge: Knowledge, speakers: Speakers
) -> list[Draft]:
    """The statements of the body in order of their content, each with its speaker and its relays."""
    relays = Relays(cast, layout, knowledge.reporting, writers_of(analysis))
    drafts = _drafts(analysis, layout, knowledge, speakers, relays)
    turns = [_turn(turn) for turn in read_turns(analysis, layout, cast, knowledge)]
    drafts = [*_outside(drafts, turns), *turns]
    drafts = _without_speech_in_speech(_with_outer_media_as_relays(drafts))
    drafts = _with_quotations_carried_on([*drafts, *_announced(drafts, layout, speakers)], layout)
    drafts.sort(key=lambda d: d.content[0].start)
    return _with_relays_carried_over(drafts, relays)


def _turn(turn: Turn) -> Draft:
    report = Reported(FLOOR, turn.label[-1], turn.label, (turn.content,))
    return Draft(report, turn.speaker, (turn.content,), cued=False, turn=True)


def writers_of(analysis: Analysis) -> tuple[str, ...]:
    """The agency or paper that writes the report: by its source, by the agency in its dateline, by its address."""
    report = analysis.report
    own = OWN_AGENCY.match(report.body)
    agencies = AGENCY.findall(analysis.dateline or "") + ([own[1]] if own else [])
    return tuple(name for name in (report.source, report.url, *agencies) if name)


def mode_of(content: Iterable[TokenSpan], layout: Layout) -> Mode:
    """Whether all words of a content are quoted, some, or none."""
    quoted = [layout.quoted[t.i] for span in content for t in span if not (t.is_punct or t.is_space)]
    if all(quoted):
        return "direct"
    return "mixed" if any(quoted) else "indirect"


def _drafts(
    analysis: Analysis, layout: Layout, knowledge: Knowledge, speakers: Speakers, relays: Relays
) -> list[Draft]:
    drafts = []
    reports = find_reports(layout, knowledge.reporting)
    reports = with_tagged(reports, analysis.frames.attributions, layout, knowledge.reporting)
    for report in with_seen_sources(reports, analysis.frames.attributions, layout):
        speaker = speakers.speaker(report)
        if speaker is not None:
            content = tuple(_with_whole_quotations(span, layout) for span in report.content)
            through = (*relays.of(report), *_quoter(report, speakers))
            draft = Draft(report, speaker, content, through, passes_on=speakers.passes_on(report))
            drafts.append(_with_cited(replace(draft, body=speakers.is_body(speaker)), layout, speakers))
    return drafts


def _quoter(report: Reported, speakers: Speakers) -> tuple[str, ...]:
    """ "X quoted Y as saying S": X passes on the words of Y."""
    anchor = report.verb.head.head if report.verb.dep_ == "pcomp" else report.verb.head
    if anchor.lemma_ not in ("quote", "cite") or report.verb.lemma_ in ("quote", "cite"):
        return ()
    whose = next((c for c in anchor.lefts if c.dep_ == "nsubj"), None)
    name = speakers.party(noun_phrase(whose)).name if whose is not None else None
    return (name,) if name else ()


def _outside(drafts: list[Draft], turns: list[Draft]) -> list[Draft]:
    """The drafts, without those that take the name of who has the floor for a reporting clause."""
    floor = {i for turn in turns for i in range(turn.content[0].start, turn.content[0].end)}
    return [d for d in drafts if d.report.verb.i in floor or d.content[0].start not in floor]


def _with_cited(draft: Draft, layout: Layout, speakers: Speakers) -> Draft:
    """ "The daily reported, citing an official": the words are the official's, and the daily passes them on."""
    if not draft.passes_on or not draft.speaker.name:
        return draft
    inside = {i for span in draft.content for i in range(span.start, span.end)}
    for token in layout.segment(draft.report.verb.i):
        if token.lemma_ in CITING and token.tag_ == "VBG" and token.i not in inside:
            whom = next((c for c in token.rights if c.dep_ == "dobj"), None)
            to = next((c for c in token.rights if c.lower_ == "to"), None) if token.lemma_ == "refer" else None
            whom = next(iter(to.children), None) if to is not None else whom
            if whom is None:
                continue
            phrase = noun_phrase(whom)
            if not speakers.passes_on(replace(draft.report, source=phrase)):
                cited = speakers.party(phrase)
                return replace(draft, speaker=cited, relays=(*draft.relays, draft.speaker.name), passes_on=False)
    return draft


def _with_whole_quotations(span: TokenSpan, layout: Layout) -> TokenSpan:
    """The span widened to the whole of a quotation that it breaks off in."""
    first, last = layout.quotation_at(span.start), layout.quotation_at(span.end - 1)
    return span.doc[first.start if first else span.start : last.end if last else span.end]


def _with_outer_media_as_relays(drafts: list[Draft]) -> list[Draft]:
    """ "X said that S, Interfax reported": the agency passes on the words of X, and is no speaker of its own."""
    outer = _outer(drafts)
    empty = {id(d) for found in outer.values() for d in found if d.passes_on}
    empty |= {id(d) for draft in drafts for d in outer[draft.report.verb.i] if _speaks_only_of(d, draft)}
    kept = []
    for draft in drafts:
        around = outer[draft.report.verb.i]
        media = tuple(d.speaker.name for d in around if d.speaker.name and d.passes_on)
        others = tuple(d.speaker.name for d in around if d.speaker.name and not d.passes_on and _is_other(d, draft))
        if id(draft) not in empty:
            kept.append(replace(draft, relays=(*draft.relays, *media), within=others))
    return kept


def _without_speech_in_speech(drafts: list[Draft]) -> list[Draft]:
    """Only the outer level, unless the inner speech has a speaker of its own and a clause as its content."""
    outer = _outer(drafts)
    return [d for d in drafts if not outer[d.report.verb.i] or _speaks_for_itself(d, outer[d.report.verb.i][0])]


def _speaks_for_itself(inner: Draft, outer: Draft) -> bool:
    source = inner.report.source
    if (
        not inner.report.is_clause
        or source is None
        or source.root.lower_ in PRONOUNS - (THIRD if outer.turn else set())
    ):
        return False
    if outer.turn and inner.speaker.actor is None:
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


def _announced(drafts: list[Draft], layout: Layout, speakers: Speakers) -> Iterator[Draft]:
    """ "Asked about it, the minister was brief. "We have waited."": the person of the sentence just before speaks."""
    covered = {i for draft in drafts for span in draft.content for i in range(span.start, span.end)}
    told = {layout.first[draft.report.verb.i] for draft in drafts}
    for quotation in layout.quotations:
        first = layout.first[quotation.start]
        if quotation.start in covered or not first or not _stands_alone(quotation, layout):
            continue
        before = layout.segment(first - 1)
        if before.start in told or "\n" in layout.doc[max(first - 1, before.start) : quotation.start].text:
            continue
        subject = next((c for c in before.root.children if c.dep_ == "nsubj" and not layout.quoted[c.i]), None)
        if subject is None or subject.pos_ == "PRON":
            continue
        party = speakers.party(noun_phrase(subject))
        if party.actor is not None and not speakers.is_body(party):
            report = Reported(ANNOUNCED, before.root, noun_phrase(subject), (quotation,))
            yield Draft(report, party, (quotation,), cued=False)


def _stands_alone(quotation: TokenSpan, layout: Layout) -> bool:
    """The quotation is long enough to be said by itself, and marks apart nothing else is in its segment."""
    return len(quotation) >= UTTERANCE and all(
        layout.quoted[t.i] or t.is_punct or t.is_space or t.text in MARKS for t in layout.segment(quotation.start)
    )


def _speaks_only_of(outer: Draft, inner: Draft) -> bool:
    """ "S, Putin told Erdogan, the Kremlin said": a body that closes the sentence passes on what its own man said."""
    if not outer.body or outer.turn or inner.body or outer.report.verb.i < inner.report.verb.i:
        return False
    same_side = outer.speaker.country is not None and outer.speaker.country == inner.speaker.country
    return same_side and _speaks_for_itself(inner, outer) and outer.content[0].start <= inner.content[0].start


def _is_other(outer: Draft, inner: Draft) -> bool:
    """Whether the outer speaker passes on the words of another who has a clause of its own."""
    known = outer.speaker.actor is not None and inner.speaker.actor is not None
    passing = outer.report.verb.i > inner.report.verb.i or outer.report.cue == ACCORDING
    return (
        (outer.turn or (known and passing))
        and outer.speaker.actor != inner.speaker.actor
        and _speaks_for_itself(inner, outer)
    )


def _with_relays_carried_over(drafts: list[Draft], relays: Relays) -> list[Draft]:
    """What a medium passed on of a speaker, it passed on also in what follows, until another source is named.

    Another source is another medium, or the press at large ("told reporters").
    """
    carried: dict[str | None, tuple[str, ...]] = {}
    kept = []
    for draft in drafts:
        others = (name for name in draft.relays if name != draft.speaker.name and not relays.is_writer(name))
        own = tuple(dict.fromkeys(others))
        if draft.turn:
            kept.append(draft)
            continue
        speaker = draft.speaker.actor or draft.speaker.name
        hearer = draft.report.addressee if draft.cued else None
        elsewhere = hearer is not None and hearer.root.lemma_.lower() in PRESS
        passed_on = own or (() if elsewhere else carried.get(speaker, ()))
        carried[speaker] = passed_on
        kept.append(replace(draft, relays=(*passed_on, *draft.within)))
    return kept
