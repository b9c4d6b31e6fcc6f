"""Which attribution of the model is which statement: the grammar reads speakers and days, the model sees the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.knowledge.reporting import Reporting
from dateline.model.frames import Attribution
from dateline.reading.speech.clauses import Clause
from dateline.reading.speech.drafts import Draft
from dateline.reading.speech.layout import Layout
from dateline.reading.speech.reporting import Reported
from dateline.reading.speech.speakers import Speakers
from dateline.reading.speech.tagged import phrases_of, reporting_word
from dateline.record import Spans

SHARE = 0.1
"""Contents may be the same where they share this much of the words that either has; the closest are paired first."""

LEAST = 0.35
"""What the model alone saw is taken from this score on."""


def with_seen(
    drafts: Sequence[Draft],
    attributions: Sequence[Attribution],
    layout: Layout,
    reporting: Reporting,
    speakers: Speakers,
) -> list[tuple[Draft, Attribution | None]]:
    """The drafts, each with the attribution that tells the same; then those that the model alone saw; by content."""
    seen = paired(drafts, attributions, layout)
    floor = {i for draft in drafts if draft.turn for span in draft.content for i in range(span.start, span.end)}
    known = {id(attribution) for attribution in seen if attribution}
    alone = (attribution for attribution in attributions if id(attribution) not in known)
    told: list[tuple[Draft, Attribution | None]] = list(zip(drafts, seen, strict=True))
    for attribution in alone:
        draft = _draft(attribution, layout, reporting, speakers) if attribution.score >= LEAST else None
        if draft is not None and not floor & {draft.report.verb.i, draft.content[0].start}:
            told.append((draft, attribution))
    return sorted(told, key=lambda pair: pair[0].content[0].start)


def _draft(attribution: Attribution, layout: Layout, reporting: Reporting, speakers: Speakers) -> Draft | None:
    """What the model alone saw, if it saw who speaks."""
    contents = phrases_of(attribution.content, layout)
    cues = phrases_of(attribution.cue, layout)
    if not contents or not cues:
        return None
    verb, cue = reporting_word(cues, contents, layout, reporting)
    if verb.pos_ == "VERB" and not Clause(verb, cue, layout).asserts:
        cue = replace(cue, act="thought")  # "would not say", "will announce": whatever it is, it was not said
    sources = phrases_of(attribution.source, layout)
    report = Reported(cue, verb, sources[0] if sources else None, contents, model=attribution.score)
    speaker = speakers.speaker(report, remember=False)
    return Draft(report, speaker, contents) if speaker is not None else None


def paired(drafts: Sequence[Draft], attributions: Sequence[Attribution], layout: Layout) -> list[Attribution | None]:
    """For each draft the attribution that tells the same, best pairs first; ``None`` where the model saw none."""
    contents = [
        set() if draft.turn else {i for span in draft.content for i in range(span.start, span.end)} for draft in drafts
    ]
    telling: dict[int, list[int]] = {}
    for number, tokens in enumerate(contents):
        for i in tokens:
            telling.setdefault(i, []).append(number)
    cues = {draft.report.verb.i: number for number, draft in enumerate(drafts) if draft.cued}
    ranked = sorted(
        (
            (closeness, -number, -place)
            for place, attribution in enumerate(attributions)
            for number, closeness in _alike(attribution, contents, telling, cues, layout)
        ),
        reverse=True,
    )
    found: list[Attribution | None] = [None] * len(drafts)
    taken: set[int] = set()
    for _, number, place in ranked:
        if found[-number] is None and -place not in taken:
            found[-number] = attributions[-place]
            taken.add(-place)
    return found


def _alike(
    attribution: Attribution,
    contents: Sequence[set[int]],
    telling: dict[int, list[int]],
    cues: dict[int, int],
    layout: Layout,
) -> Iterator[tuple[int, float]]:
    """The drafts that share the attribution's cue, or most of its content, and how close they are."""
    words = tokens_of(attribution.content, layout)
    shared = Counter(number for i in words for number in telling.get(i, ()))
    by_cue = {cues[i] for i in tokens_of(attribution.cue, layout) if i in cues}
    for number, common in shared.items():
        share = common / (len(words) + len(contents[number]) - common)
        if share >= SHARE or number in by_cue:
            yield number, share + (number in by_cue)


def tokens_of(spans: Spans, layout: Layout) -> list[int]:
    """The numbers of the tokens that spans cover."""
    return [i for span in phrases_of(spans, layout) for i in range(span.start, span.end)]
