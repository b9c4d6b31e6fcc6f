"""Reporting clauses by their grammar: who, by which word, reports what ("S, X said"; "X urged Y to ...")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge.reporting import Cue, Reporting
from dateline.reading.speech.clauses import OBJECTS, Clause, noun_phrase
from dateline.reading.speech.contents import read_content, trim
from dateline.reading.speech.layout import MARKS, Layout

PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we"})
EMPTY = frozenset({"PRON", "PUNCT", "ADP", "DET", "SCONJ"})
"""A content of such words alone ("who criticised *it*") says nothing."""

FINISHED = frozenset({",", ".", "!", "?", "…", "..."})
"""What a quotation that is a whole utterance ends with."""

OWNING = frozenset({"by", "from", "of"})
ACCORDING = Cue("according to", "noun", "speech", frozenset({"that"}))


@dataclass(frozen=True)
class Reported:
    """One reporting clause. ``source`` is the noun phrase that speaks, ``None`` where the clause leaves it out."""

    cue: Cue
    verb: Token
    source: TokenSpan | None
    content: tuple[TokenSpan, ...]
    addressee: TokenSpan | None = None
    model: float | None = None
    """The score of the attribution model, where it found the clause and the grammar did not."""

    @property
    def rule(self) -> str:
        """Which rule or model found the clause."""
        if self.model is not None:
            return f"attribution model, score {self.model:.2f}"
        return f"reporting_cues.csv: {self.cue.lemma} ({self.cue.act}; {' '.join(sorted(self.cue.complements))})"

    @property
    def is_clause(self) -> bool:
        """Whether a whole clause is reported, not a phrase ("urged restraint")."""
        return bool(self.cue.complements & {"that", "quote"})


def find_reports(layout: Layout, reporting: Reporting) -> list[Reported]:
    """Every reporting clause outside quotation marks, in order of its cue."""
    doc = layout.doc
    found: list[Reported] = []
    for token in doc:
        if layout.quoted[token.i]:
            continue
        report = None
        if token.pos_ in ("VERB", "AUX") and (cue := _cue(token, reporting) or _beside_a_quotation(token, layout)):
            report = _by_verb(Clause(token, cue, layout), reporting)
        elif token.pos_ == "NOUN" and (cue := reporting.nouns.get(token.lemma_.lower())):
            report = _by_noun(token, cue)
        elif token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            report = _according_to(token, layout)
        if report is not None and any(t.pos_ not in EMPTY for span in report.content for t in span):
            found.append(_with_shared_source(report, found[-1] if found else None, layout))
    return found


def _with_shared_source(report: Reported, before: Reported | None, layout: Layout) -> Reported:
    """ "X said S, adding that S": whatever the parse hangs the participle from, it goes on about X."""
    i = report.verb.i
    if before is None or layout.first[i] != layout.first[before.verb.i] or report.verb.tag_ != "VBG":
        return report
    goes_on = layout.doc[i - 1].text in {",", *MARKS, "while"}
    return replace(report, source=before.source) if goes_on else report


def _cue(verb: Token, reporting: Reporting) -> Cue | None:
    # the lemmatiser takes "hoped" for a form of "hop"
    lemma = verb.lemma_.lower()
    return reporting.verbs.get(lemma) or reporting.verbs.get(lemma + "e")


def _beside_a_quotation(verb: Token, layout: Layout) -> Cue | None:
    """ "...," Macron snapped: whatever the verb, a quotation that is finished beside it was said so."""
    cue = Cue(verb.lemma_.lower(), "verb", "speech", frozenset({"quote"}))
    clause = Clause(verb, cue, layout)
    helped = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    if (
        verb.pos_ != "VERB"
        or verb.tag_ not in ("VBD", "VBZ", "VBN")
        or helped
        or not (clause.is_inverted or clause.closing_start is not None)
    ):
        return None
    before = clause.start - 1
    while before > layout.first[verb.i] and layout.doc[before].text in MARKS | {","}:
        before -= 1
    finished = layout.doc[before].text in FINISHED or layout.doc[before + 1].text == ","
    return cue if layout.quoted[before] and finished else None


def _by_verb(clause: Clause, reporting: Reporting) -> Reported | None:
    if clause.is_passive:
        return _by_passive_verb(clause)
    if not clause.asserts or clause.subject is None:
        return None
    hearer = None
    if "addressee" in clause.cue.complements:
        hearer = next((c for c in clause.verb.rights if c.dep_ in OBJECTS), None)
    return Reported(
        clause.cue,
        clause.verb,
        source=noun_phrase(clause.subject),
        content=read_content(clause, reporting),
        addressee=noun_phrase(hearer) if hearer is not None else None,
    )


def _by_passive_verb(clause: Clause) -> Reported | None:
    """ "The attack was condemned by France": the agent speaks, the subject is the content."""
    agent = next((c for c in clause.verb.children if c.dep_ == "agent"), None)
    speaker = next(iter(agent.children), None) if agent is not None else None
    subject = next((c for c in clause.verb.children if c.dep_ == "nsubjpass"), None)
    if speaker is None or subject is None or not {"np", "whom"} & clause.cue.complements:
        return None
    content = subject.doc[subject.left_edge.i : subject.right_edge.i + 1]
    return Reported(clause.cue, clause.verb, noun_phrase(speaker), (content,))


def _by_noun(noun: Token, cue: Cue) -> Reported | None:
    """ "The minister's announcement that S"."""
    clause = next(
        (c for c in noun.rights if c.dep_ in ("acl", "ccomp") and any(m.lower_ == "that" for m in c.children)), None
    )
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if owner is None:
        of = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ in OWNING), None)
        owner = next(iter(of.children), None) if of is not None else None
    if clause is None or owner is None:
        return None
    content = trim(noun.doc[max(clause.left_edge.i, noun.i + 1) : clause.right_edge.i + 1])
    return Reported(cue, noun, noun_phrase(owner), (content,)) if content is not None else None


def _according_to(token: Token, layout: Layout) -> Reported | None:
    """ "According to X, S" and "S, according to X"."""
    doc, first, last = layout.doc, layout.first[token.i], layout.last[token.i]
    head = next((c for c in doc[token.i + 1].children if c.dep_ == "pobj"), None)
    if head is None:
        return None
    source = noun_phrase(head)
    if token.i - first <= 1:
        comma = next((i for i in range(source.end, last) if doc[i].text == ","), None)
        content = trim(doc[comma + 1 : last]) if comma is not None else None
    else:
        content = trim(doc[first : token.i])
    return Reported(ACCORDING, token, source, (content,)) if content is not None else None
