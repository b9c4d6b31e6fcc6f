"""Reporting clauses by their grammar: who, by which word, reports what ("S, X said"; "X urged Y to ...")."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge.reporting import Cue, Reporting
from dateline.reading.layout import MARKS, Layout

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "dative", "obj", "oprd", "attr"})
CLAUSES = frozenset({"ccomp", "relcl"})
MODALS = frozenset({"will", "would", "may", "might", "can", "could", "should", "must", "to"})
BREAKS = frozenset({",", ":", ";", "-", "--", "—", "–"})
CARRIERS = frozenset({"quote", "cite", "report", "go", "continue", "know"})
"""Verbs through which a reporting verb is reached: "was quoted as saying", "went on to say"."""

PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we"})

TRAILING = frozenset({"npadvmod", "tmod", "cc", "conj", "punct", "parataxis"})
"""What may follow a content without being part of it."""


@dataclass(frozen=True)
class Reported:
    """One reporting clause. ``source`` is the noun phrase that speaks, ``None`` where the clause leaves it out."""

    cue: Cue
    verb: Token
    source: TokenSpan | None
    content: tuple[TokenSpan, ...]
    addressee: TokenSpan | None = None

    @property
    def is_clause(self) -> bool:
        """Whether a whole clause is reported, not a phrase ("urged restraint")."""
        return bool(self.cue.complements & {"that", "quote"})


def find_reports(layout: Layout, reporting: Reporting) -> list[Reported]:
    """Every reporting clause outside quotation marks, in order of its cue."""
    doc, found = layout.doc, []
    for token in doc:
        if layout.quoted[token.i]:
            continue
        if token.pos_ in ("VERB", "AUX") and (cue := _cue(token, reporting)):
            report = _by_verb(token, cue, layout)
        elif token.pos_ == "NOUN" and (cue := reporting.nouns.get(token.lemma_.lower())):
            report = _by_noun(token, cue)
        elif token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            report = _according_to(token, layout)
        else:
            continue
        if report is not None and report.content:
            found.append(report)
    return found


def _cue(verb: Token, reporting: Reporting) -> Cue | None:
    # the lemmatiser takes "hoped" for a form of "hop"
    lemma = verb.lemma_.lower()
    return reporting.verbs.get(lemma) or reporting.verbs.get(lemma + "e")


# --- verbs ------------------------------------------------------------------------------------------------------------


def _by_verb(verb: Token, cue: Cue, layout: Layout) -> Reported | None:
    children = list(verb.children)
    if any(c.dep_ == "auxpass" for c in children):
        return _by_passive_verb(verb, cue, layout)
    if any(c.lower_ in MODALS and c.dep_ == "aux" for c in children) and not _carried(verb):
        return None
    if cue.lemma != "deny" and any(c.dep_ == "neg" for c in children):
        return None
    subject = _subject(verb)
    if subject is None and not _carried(verb):
        return None
    source = _noun_phrase(subject) if subject is not None else None
    content, addressee = _content(verb, subject, cue, layout)
    return Reported(cue, verb, source, content, addressee)


def _by_passive_verb(verb: Token, cue: Cue, layout: Layout) -> Reported | None:
    """ "The attack was condemned by France": the agent speaks, the subject is the content."""
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    by_whom = next(iter(agent.children), None) if agent is not None else None
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if by_whom is None or subject is None or not {"np", "whom"} & cue.complements:
        return None
    return Reported(cue, verb, _noun_phrase(by_whom), (subject.doc[subject.left_edge.i : subject.right_edge.i + 1],))


def _carried(verb: Token) -> bool:
    head = verb.head if verb.dep_ != "pcomp" else verb.head.head
    return verb.dep_ in ("pcomp", "xcomp") and head.lemma_ in CARRIERS


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one it shares with the verbs it hangs from."""
    node = verb
    for _ in range(5):
        subject = next((c for c in node.children if c.dep_ in SUBJECTS and c.i != verb.i), None)
        if subject is not None:
            return _antecedent(subject, node)
        if node.lemma_ in ("quote", "cite") and node.i != verb.i:
            return next((c for c in node.children if c.dep_ == "dobj"), None)
        if node.dep_ in ("acl", "relcl") and node.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return node.head
        if (
            node.dep_ in ("conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep", "parataxis")
            and node.head.i != node.i
        ):
            node = node.head
        else:
            return None
    return None


def _antecedent(subject: Token, verb: Token) -> Token:
    """ "Jiang, who said": the noun the relative pronoun stands for."""
    return verb.head if subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" else subject


def _noun_phrase(head: Token) -> TokenSpan:
    """The noun phrase of a head without the clauses that hang from it."""
    doc = head.doc
    end = head.i + 1
    for child in head.rights:
        if child.dep_ in ("relcl", "acl", "punct", "advcl") or child.i > end + 1:
            break
        if child.dep_ not in ("prep", "flat", "case", "appos", "nmod", "cc", "conj"):
            break
        end = child.right_edge.i + 1
        if child.dep_ == "appos":
            break
    start = head.left_edge.i
    while start < head.i and (doc[start].is_punct or doc[start].pos_ in ("ADV", "SCONJ", "CCONJ", "SPACE")):
        start += 1
    return doc[start:end]


def _content(
    verb: Token, subject: Token | None, cue: Cue, layout: Layout
) -> tuple[tuple[TokenSpan, ...], TokenSpan | None]:
    """What is reported, and to whom."""
    complements = [c for c in verb.rights if c.i < layout.last[verb.i]]
    hearer = next((c for c in complements if c.dep_ in OBJECTS), None) if "addressee" in cue.complements else None
    addressee = _noun_phrase(hearer) if hearer is not None else None
    if cue.complements & {"that", "quote"}:
        before = _clause_before(verb, subject, layout)
        if before is not None:
            return tuple(filter(None, (before, _clause_resumed(verb, layout)))), addressee
        after = _clause_after(verb, layout)
        if after is not None:
            return (after,), addressee
    return _phrase(verb, cue, complements, layout), addressee


def _clause_start(verb: Token, subject: Token | None) -> int:
    """Where the reporting clause begins: at its subject when that comes first."""
    if subject is not None and subject.i < verb.i and subject.head.i == verb.i:
        return subject.left_edge.i
    return verb.i - sum(1 for c in verb.lefts if c.dep_ in ("aux", "advmod", "auxpass"))


def _is_parenthesis(verb: Token, subject: Token | None, layout: Layout) -> bool:
    """A comma (or closing mark) stands before the reporting clause, and something to report before that."""
    start = _clause_start(verb, subject)
    if verb.tag_ == "VBG" or start - 1 <= layout.first[verb.i]:
        return False
    doc = layout.doc
    inverted = subject is not None and subject.i > verb.i
    if doc[start - 1].text not in MARKS | BREAKS:
        return False
    if inverted or doc[start - 1].text in MARKS:
        return True
    return (
        verb.dep_ in ("parataxis",)
        or any(c.dep_ == "ccomp" and c.i < start for c in verb.children)
        or (verb.dep_ in ("ccomp", "ROOT") and not any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children))
    )


def _clause_before(verb: Token, subject: Token | None, layout: Layout) -> TokenSpan | None:
    """ "S, X said": from the beginning of the segment to the comma."""
    if not _is_parenthesis(verb, subject, layout):
        return None
    return _trim(layout.doc[layout.first[verb.i] : _clause_start(verb, subject)])


def _clause_resumed(verb: Token, layout: Layout) -> TokenSpan | None:
    """ "S, X said, S continued": the rest after the reporting clause, where it goes on with what stood before."""
    doc, end = layout.doc, layout.last[verb.i]
    i = verb.i + 1
    while i < end and doc[i].text != ",":
        i += 1
    if i + 1 >= end:
        return None
    after = doc[i + 1]
    if after.text in MARKS:
        return _trim(doc[i + 1 : end])
    if verb.dep_ == "parataxis" and not after.is_ancestor(verb) and not verb.is_ancestor(after):
        return _trim(doc[i + 1 : end])
    return None


def _clause_after(verb: Token, layout: Layout) -> TokenSpan | None:
    """ "X said (that) S", and "X said: <quotation>"."""
    doc, end = layout.doc, layout.last[verb.i]
    clause = next((c for c in verb.rights if c.dep_ in CLAUSES and c.i < end), None)
    start = stop = None
    if clause is not None:
        start, stop = max(clause.left_edge.i, verb.i + 1), min(clause.right_edge.i + 1, end)
    else:
        for i in range(verb.i + 1, min(verb.i + 14, end)):
            if doc[i].lower_ == "that" and doc[i].tag_ == "IN" and doc[i].head.i > i:
                start, stop = i, end
                break
            if (
                doc[i].text in (":", ",")
                and i + 1 < end
                and doc[i + 1].text in MARKS
                and i + 2 < len(doc)
                and layout.quoted[i + 2]
            ):
                start, stop = i + 1, end
                break
    if start is None or stop is None:
        return None
    if doc[stop - 1].text not in MARKS and any(layout.quoted[i] for i in range(stop - 1, min(stop + 1, end))):
        while stop < end and layout.quoted[stop]:
            stop += 1
    return _trim(doc[start : _cut(start, stop, layout)])


def _cut(start: int, stop: int, layout: Layout) -> int:
    """Where a clause really ends: before ", adding that", and before a closing ", X reported"."""
    doc = layout.doc
    for i in range(start + 1, stop):
        if layout.quoted[i] or doc[i - 1].text not in (",", *MARKS):
            continue
        if doc[i].lower_ in ("adding", "saying", "stressing", "noting", "warning", "calling", "urging"):
            return i - 1
        if doc[i].lower_ == "according":
            return i - 1
        if doc[i].dep_ in SUBJECTS | {"compound", "det", "poss", "amod"}:
            verb = next((a for a in (doc[i], *doc[i].ancestors) if a.pos_ == "VERB"), None)
            if (
                verb is not None
                and verb.lemma_ in ("say", "report", "add", "tell")
                and verb.i > i
                and verb.i + 4 >= stop
            ):
                return i - 1
    return stop


def _phrase(verb: Token, cue: Cue, complements: list[Token], layout: Layout) -> tuple[TokenSpan, ...]:
    """Objects, infinitives and prepositional phrases: from the first that the cue takes to the end of the last."""
    start = stop = None
    sufficient = False
    for child in complements:
        if start is None:
            start = _opening(child, cue)
            if start is None:
                continue
            sufficient = child.dep_ not in OBJECTS or "np" in cue.complements
        elif child.dep_ in TRAILING or (child.dep_ == "advcl" and child.tag_ == "VBG"):
            if child.dep_ == "punct":
                continue
            break
        else:
            sufficient = sufficient or child.dep_ in ("xcomp", "ccomp") or child.lower_ in cue.prepositions
        stop = child.right_edge.i + 1
    if start is None or stop is None or not sufficient:
        return ()
    content = _trim(layout.doc[start : _cut(start, min(stop, layout.last[verb.i]), layout)])
    return (content,) if content is not None else ()


def _opening(child: Token, cue: Cue) -> int | None:
    """Where the content begins if a complement of the cue opens it."""
    takes = cue.complements
    if child.dep_ in OBJECTS:
        return child.left_edge.i if takes & {"np", "whom"} or {"addressee", "to"} <= takes else None
    if child.dep_ in ("ccomp", "xcomp"):
        infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children)
        fits = ("to" in takes and infinitive) or ("ing" in takes and child.tag_ == "VBG")
        # "urged them to leave" is often parsed as a clause whose subject is "them"
        return child.left_edge.i if fits or ("whom" in takes and child.dep_ == "ccomp") else None
    return child.i + 1 if child.dep_ in ("prep", "dative") and child.lower_ in cue.prepositions else None


# --- nouns and "according to" -----------------------------------------------------------------------------------------


def _by_noun(noun: Token, cue: Cue) -> Reported | None:
    """ "Bush's announcement that S"."""
    clause = next(
        (c for c in noun.rights if c.dep_ in ("acl", "ccomp") and any(m.lower_ == "that" for m in c.children)), None
    )
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if owner is None:
        of = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ in ("by", "from", "of")), None)
        owner = next(iter(of.children), None) if of is not None else None
    if clause is None or owner is None:
        return None
    content = _trim(noun.doc[max(clause.left_edge.i, noun.i + 1) : clause.right_edge.i + 1])
    return Reported(cue, noun, _noun_phrase(owner), (content,)) if content is not None else None


ACCORDING = Cue("according to", "noun", "speech", frozenset({"that"}))


def _according_to(token: Token, layout: Layout) -> Reported | None:
    """ "According to X, S" and "S, according to X"."""
    doc = layout.doc
    first, last = layout.first[token.i], layout.last[token.i]
    head = next((c for c in doc[token.i + 1].children if c.dep_ == "pobj"), None)
    if head is None:
        return None
    source = _noun_phrase(head)
    if token.i - first <= 1:
        comma = next((i for i in range(token.i, last) if doc[i].text == "," and i >= source.end), None)
        content = _trim(doc[comma + 1 : last]) if comma is not None else None
    else:
        content = _trim(doc[first : token.i])
    return Reported(ACCORDING, token, source, (content,)) if content is not None else None


# --- spans ------------------------------------------------------------------------------------------------------------


def _trim(span: TokenSpan) -> TokenSpan | None:
    """The span without the punctuation and the "that" at its edges; quotation marks stay."""
    doc, start, end = span.doc, span.start, span.end
    while start < end and (
        doc[start].is_space
        or doc[start].text in BREAKS
        or (doc[start].lower_ in ("that", "but", "and", "meanwhile") and doc[start].dep_ in ("mark", "cc"))
    ):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in BREAKS or doc[end - 1].text == "."):
        end -= 1
    return doc[start:end] if end > start else None
