"""The grammar of a reporting clause: its verb, its subject, and where it begins."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from dateline.knowledge.reporting import Cue
from dateline.language.english.verbs import is_left_open, is_negated
from dateline.reading.speech.layout import BREAKS, MARKS, Layout

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "dative", "obj", "oprd", "attr"})
SHARING = frozenset({"conj", "advcl", "xcomp", "ccomp", "dep", "parataxis"})
"""Ways a verb hangs from another whose subject it shares ("said ..., adding that ...")."""

CARRIERS = frozenset({"quote", "cite", "report", "go", "continue", "know"})
"""Verbs that carry a reporting verb: "was quoted as saying", "went on to say"."""

PHRASAL = frozenset({"prep", "flat", "case", "appos", "nmod", "conj"})
NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})
CLOSE = 8
"""A reporting clause that closes its sentence has fewer tokens than this after its verb ("said here on Monday")."""

STEPS = 5
"""So far up the parse a shared subject is looked for."""


@dataclass(frozen=True)
class Clause:
    """A reporting verb in its clause. ``anchor`` is the finite verb of the clause: the verb or what carries it."""

    verb: Token
    cue: Cue
    layout: Layout

    @cached_property
    def anchor(self) -> Token:
        """ "was *quoted* as saying"."""
        head = self.verb.head.head if self.verb.dep_ == "pcomp" else self.verb.head
        return head if self.verb.dep_ in ("pcomp", "xcomp") and head.lemma_ in CARRIERS else self.verb

    @cached_property
    def subject(self) -> Token | None:
        """Who speaks: the verb's own subject, or the one it shares with the verbs it hangs from."""
        if self.anchor is not self.verb and self.anchor.lemma_ in ("quote", "cite"):
            quoted = next((c for c in self.anchor.children if c.dep_ in ("dobj", "nsubjpass")), None)
            if quoted is not None:
                return quoted
        if self.is_inverted:
            return _nominal_head(self.layout.doc, self.verb.i + 1, self.layout.last[self.verb.i])
        if self.closing_start is not None:
            return _nominal_head(self.layout.doc, self.closing_start, self.verb.i)
        node = self.verb.sent.root if self.is_lead_in else self.anchor
        for _ in range(STEPS):
            own = next((c for c in node.children if c.dep_ in SUBJECTS and c.i != self.verb.i), None)
            if own is not None:
                relative = own.tag_ in ("WP", "WDT") and node.dep_ == "relcl"
                return node.head if relative else own
            if node.dep_ in ("acl", "relcl") and node.head.pos_ in ("NOUN", "PROPN", "PRON"):
                return node.head
            if node.dep_ not in SHARING or node.head.i == node.i:
                return None
            node = node.head
        return None

    @property
    def is_lead_in(self) -> bool:
        """ "Stressing that S, the council urged ...": a participle that begins the segment."""
        return self.verb.tag_ == "VBG" and self.verb.i == self.layout.first[self.verb.i]

    @cached_property
    def is_inverted(self) -> bool:
        """ "S, said X": told by the comma and the noun phrase round the verb, for the parse often loses the subject."""
        doc, i = self.layout.doc, self.verb.i
        if self.verb.tag_ not in ("VBD", "VBZ", "VBP") or not self.layout.first[i] < i < self.layout.last[i] - 1:
            return False
        if doc[i - 1].text not in MARKS | {","}:
            return False
        if any(c.dep_ in SUBJECTS for c in self.verb.lefts) and not self._takes_nothing_after:
            return False
        return doc[i + 1].pos_ in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM") and doc[i + 1].lower_ != "that"

    @property
    def closes(self) -> bool:
        """Whether next to nothing follows the verb before the next comma or the end of the segment."""
        last = self.layout.last[self.verb.i]
        taken = {"ccomp", "xcomp"} | (set() if "addressee" in self.cue.complements else OBJECTS)
        if any(c.dep_ in taken for c in self.verb.rights) and not self.is_inverted:
            return False
        for token in self.layout.doc[self.verb.i + 1 : min(self.verb.i + CLOSE, last)]:
            if token.text in BREAKS:
                return token.text != ":"
            if token.dep_ in SUBJECTS | {"mark"} or token.text in MARKS:
                return False
        return last - self.verb.i <= CLOSE

    @cached_property
    def closing_start(self) -> int | None:
        """Where ", a source said" begins: told by the comma, for the parse often finds another subject further left."""
        doc, first = self.layout.doc, self.layout.first[self.verb.i]
        if not (self.verb.tag_ in ("VBD", "VBZ", "VBP") or self._is_past) or not self.closes:
            return None
        i = self.verb.i - 1
        while i > first and (doc[i].pos_ in NOMINAL or doc[i].tag_ == "POS"):
            i -= 1
        noun = any(
            t.pos_ in ("NOUN", "PROPN", "PRON") and t.tag_ not in ("WP", "WDT") for t in doc[i + 1 : self.verb.i]
        )
        return i + 1 if noun and i > first and doc[i].text in MARKS | {","} else None

    @property
    def _is_past(self) -> bool:
        """Whether a participle is a past tense, as the tagger has it of rare verbs: the envoy thundered."""
        helped = any(c.dep_ in ("aux", "auxpass") for c in self.verb.children)
        return self.verb.tag_ == "VBN" and not helped and any(c.dep_ == "nsubj" for c in self.verb.lefts)

    @property
    def _takes_nothing_after(self) -> bool:
        """ "S, said a release issued in Rome": what follows is no clause, and the verb takes nothing else."""
        if not self.cue.complements <= {"that", "quote"}:
            return False
        rest = self.layout.doc[self.verb.i + 1 : self.layout.last[self.verb.i]]
        return not any(t.dep_ in SUBJECTS | {"mark", "ccomp"} for t in rest)

    @property
    def asserts(self) -> bool:
        """Whether something was really said: "would not say" and "will announce" say nothing."""
        if is_negated(self.verb):
            return self.cue.lemma == "deny"
        if self.anchor is not self.verb:
            return True
        verbs = [self.verb]
        if self.verb.dep_ == "conj" and not any(c.dep_ in SUBJECTS | {"aux"} for c in self.verb.children):
            verbs.append(self.verb.head)
        return not any(is_left_open(verb) for verb in verbs)

    @property
    def is_passive(self) -> bool:
        """ "was condemned by", "those accused of", "Asked whether ..., he said"."""
        participle = self.verb.tag_ == "VBN" and self.verb.dep_ in ("acl", "advcl")
        return participle or any(c.dep_ == "auxpass" for c in self.verb.children)

    @property
    def start(self) -> int:
        """The first token of the clause: of its subject when that comes first."""
        if self.is_inverted:
            return self.verb.i
        if self.closing_start is not None:
            return self.closing_start
        anchor = self.anchor
        own = [c for c in anchor.lefts if c.dep_ in SUBJECTS]
        if own:
            return own[0].left_edge.i
        return anchor.i - sum(1 for c in anchor.lefts if c.dep_ in ("aux", "advmod", "auxpass"))

    @property
    def is_parenthesis(self) -> bool:
        """Whether what is reported stands before: a comma or closing mark parts it from the clause ("S, X said")."""
        doc, start, anchor = self.layout.doc, self.start, self.anchor
        if anchor.tag_ == "VBG" or start - 1 <= self.layout.first[anchor.i]:
            return False
        before = doc[start - 1].text
        if before in MARKS:
            return True
        if before not in BREAKS:
            return False
        if (
            self.is_inverted
            or anchor.dep_ == "parataxis"
            or any(c.dep_ == "ccomp" and c.i < start for c in anchor.children)
        ):
            return True
        return anchor.dep_ in ("ccomp", "ROOT") and self.closes


def _nominal_head(doc: Doc, start: int, end: int) -> Token | None:
    """The head of the noun phrase that begins at a token: the last noun of its first run of nouns."""
    head = None
    for i in range(start, end):
        if doc[i].pos_ in ("NOUN", "PROPN", "PRON") and doc[i].tag_ not in ("WP", "WDT", "PRP$"):
            head = doc[i]
        elif head is not None and doc[i].tag_ not in ("POS", "HYPH") and doc[i - 1].tag_ != "HYPH":
            break
    return head


def noun_phrase(head: Token) -> TokenSpan:
    """The noun phrase of a head without the clauses that hang from it and the adverbs before it."""
    doc, end = head.doc, head.i + 1
    for child in head.rights:
        dated = child.dep_ == "prep" and any(c.ent_type_ in ("DATE", "TIME") for c in child.children)
        if child.left_edge.i > end or dated or child.dep_ not in PHRASAL | {"cc"}:
            break
        end = child.right_edge.i + 1
        if child.dep_ == "appos":
            break
    if doc[end - 1].dep_ == "cc":
        end -= 1
    start = head.left_edge.i
    while start < head.i and (doc[start].is_punct or doc[start].pos_ in ("ADV", "SCONJ", "CCONJ", "SPACE")):
        start += 1
    return doc[start:end]
