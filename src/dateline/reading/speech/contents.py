"""What is reported: the words that are the content of a reporting clause."""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge.reporting import Cue, Reporting
from dateline.reading.speech.clauses import CLOSE, OBJECTS, SUBJECTS, Clause
from dateline.reading.speech.layout import BREAKS, MARKS, Layout

CLAUSES = frozenset({"ccomp", "relcl"})
TRAILING = frozenset({"cc", "conj", "parataxis"})
DAYS = frozenset({"npadvmod", "tmod", "advmod"})
"""What may follow a content without being part of it."""

NEAR = 14
"""So many tokens after the verb a "that" or an opening mark which the parse lost is looked for."""


def read_content(clause: Clause, reporting: Reporting) -> tuple[TokenSpan, ...]:
    """The content of a clause: what stands before it or after it, or the phrases its cue takes; empty if none does."""
    if clause.cue.complements & {"that", "quote"}:
        if clause.is_parenthesis:
            before = trim(clause.layout.doc[clause.layout.first[clause.verb.i] : clause.start])
            if before is not None and _is_clause(before, clause.layout):
                return tuple(filter(None, (before, _resumed(clause))))
        after = _after(clause, reporting)
        if after is not None:
            return (after,)
    if clause.is_lead_in:
        return ()  # "Referring to the pledges, X said": the phrase leads over to what is said
    phrase = _phrase(clause, reporting)
    return (phrase,) if phrase is not None else ()


def _is_clause(span: TokenSpan, layout: Layout) -> bool:
    """ "At the meeting, Hu called ...": what stands before a clause is reported only if it is a clause, or quoted."""
    return any(t.dep_ in SUBJECTS or layout.quoted[t.i] for t in span)


def _resumed(clause: Clause) -> TokenSpan | None:
    """ "S, X said, S continued": the rest after the clause, where it goes on with what stood before."""
    doc, verb, end = clause.layout.doc, clause.verb, clause.layout.last[clause.verb.i]
    comma = next((i for i in range(verb.i + 1, end) if doc[i].text == ","), end)
    if comma + 1 >= end:
        return None
    after = doc[comma + 1]
    carries_on = clause.anchor.dep_ == "parataxis" and not after.is_ancestor(verb) and not verb.is_ancestor(after)
    return trim(doc[comma + 1 : end]) if carries_on or after.text in MARKS else None


def _after(clause: Clause, reporting: Reporting) -> TokenSpan | None:
    """ "X said (that) S", and "X said: <quotation>"."""
    layout, verb = clause.layout, clause.verb
    end = layout.last[verb.i]
    if clause.is_lead_in and clause.subject is not None and layout.doc[verb.i + 1].lower_ == "that":
        return trim(layout.doc[verb.i + 2 : clause.subject.left_edge.i])
    head = next((c for c in verb.rights if c.dep_ in CLAUSES and c.i < end), None)
    if head is None and verb.dep_ == "ccomp":
        # "X told Y there will be news, Z reported": the parse hangs the news from Z
        head = next((c for c in verb.head.lefts if c.dep_ in CLAUSES and c.i > verb.i), None)
    if head is not None:
        start, stop = max(head.left_edge.i, verb.i + 1), min(head.right_edge.i + 1, end)
        if clause.anchor.head.i >= stop and clause.anchor.dep_ in CLAUSES | {"parataxis"}:
            stop = end  # the parse took the reporting clause for an aside of what it reports
    else:
        lost = _lost_start(verb, end, layout)
        if lost is None:
            return None
        start, stop = lost, end
    while stop < end and layout.quoted[stop]:
        stop += 1
    return trim(layout.doc[start : _cut(start, stop, layout, reporting)])


def _lost_start(verb: Token, end: int, layout: Layout) -> int | None:
    """Where the content begins by its "that" or its opening mark, when the parse does not tell."""
    doc = layout.doc
    for i in range(verb.i + 1, min(verb.i + NEAR, end - 2)):
        if doc[i].lower_ == "that" and doc[i].tag_ == "IN" and doc[i].head.i > i:
            return i
        if doc[i].text in (":", ",") and doc[i + 1].text in MARKS and layout.quoted[i + 2]:
            return i + 1
    return None


def _cut(start: int, stop: int, layout: Layout, reporting: Reporting) -> int:
    """Where a content really ends: before ", adding that", ", according to" and a closing ", X reported"."""
    doc = layout.doc
    for i in range(start + 1, stop):
        token, before = doc[i], i - 1
        if token.lemma_ in reporting.closing and token.pos_ == "VERB" and not layout.quoted[i]:
            closing = Clause(token, reporting.verbs[token.lemma_], layout).closing_start
            if closing is not None and closing > start and layout.last[i] - i <= CLOSE:
                return closing - 1
        while doc[before].lower_ in ("even", "while"):
            before -= 1
        if layout.quoted[i] or doc[before].text not in (",", *MARKS):
            continue
        if token.lower_ == "according":
            return before
        if token.tag_ == "VBG" and token.lemma_.lower() in reporting.verbs:
            return before
    return stop


def _phrase(clause: Clause, reporting: Reporting) -> TokenSpan | None:
    """Objects, infinitives and prepositional phrases: from the first that the cue takes to the end of the last."""
    cue, layout, end = clause.cue, clause.layout, clause.layout.last[clause.verb.i]
    start = stop = None
    complete = False
    for child in clause.verb.rights:
        if child.i >= end or child.dep_ == "punct":
            continue
        if child.dep_ == "prep" and child.lower_ not in cue.prepositions and "to" in cue.complements:
            # "promised in a statement to leave": the parse hangs the infinitive from the noun
            child = next((t for t in child.subtree if t.dep_ == "acl" and _is_infinitive(t)), child)
        if start is None:
            start = _opening(child, cue)
            if start is None:
                continue
            complete = child.dep_ not in OBJECTS or bool(cue.complements & {"np", "named"})
        elif child.dep_ in TRAILING or (child.dep_ == "advcl" and child.tag_ == "VBG"):
            break
        elif child.dep_ in DAYS:
            continue
        else:
            complete = complete or child.dep_ in ("xcomp", "ccomp") or child.lower_ in cue.prepositions
        stop = min(child.right_edge.i + 1, end)
    if start is None or stop is None or not complete:
        return None
    return trim(layout.doc[start : _cut(start, stop, layout, reporting)])


def _opening(child: Token, cue: Cue) -> int | None:
    """Where the content begins if a complement of the cue opens it."""
    takes = cue.complements
    if child.dep_ in OBJECTS and "named" in takes:
        # "called the incident a crime"; an object alone ("called a meeting") is nothing said
        named = any(c.dep_ in ("oprd", "ccomp", "xcomp") for c in child.head.rights if c.i > child.i)
        return child.left_edge.i if named else None
    if child.dep_ in OBJECTS:
        return child.left_edge.i if takes & {"np", "whom"} or {"addressee", "to"} <= takes else None
    if child.dep_ in ("ccomp", "xcomp", "acl"):
        fits = ("to" in takes and _is_infinitive(child)) or ("ing" in takes and child.tag_ == "VBG")
        # "urged them to leave" is often parsed as a clause whose subject is "them"
        return child.left_edge.i if fits or ("whom" in takes and child.dep_ == "ccomp") else None
    return child.i + 1 if child.dep_ in ("prep", "dative") and child.lower_ in cue.prepositions else None


def _is_infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def trim(span: TokenSpan) -> TokenSpan | None:
    """The span without the punctuation and the "that" at its edges, or ``None``. Quotation marks stay."""
    doc, start, end = span.doc, span.start, span.end
    while start < end and (
        doc[start].is_space
        or doc[start].text in BREAKS
        or (doc[start].lower_ == "that" and doc[start].tag_ == "IN")
        or (doc[start].lower_ in ("but", "and", "meanwhile") and doc[start].dep_ in ("mark", "cc"))
    ):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in BREAKS or doc[end - 1].text == "."):
        end -= 1
    return doc[start:end] if end > start else None
