"""What stands beside an English verb: its auxiliaries, negation and tense, and the mark of its clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from dateline.knowledge.modality import ModalityWords, load_modality_words

Tense = Literal["past", "present", "perfect", "none"]
AUXILIARY = frozenset({"aux", "auxpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})
ARGUMENTS = SUBJECTS | OBJECTS


@dataclass(frozen=True, slots=True)
class Auxiliaries:
    """The auxiliaries of a verb and what they tell of it."""

    tense: Tense
    negated: bool
    """By an adverb, or because who does it, or whom it is done to, is nobody."""
    future: bool
    would: bool
    possible: bool
    able: bool
    """Of what is possible, with "can"."""
    duty: bool
    perfect: bool
    """With "have": "would have met"."""
    is_due: bool
    """An infinitive that stands for itself, as in a headline: "Leaders to meet"."""
    terms: bool
    """A clause beside it begins with "if": "would meet if asked"."""
    mark: str
    """The conjunction of its clause in lower case, or ""."""
    shares: bool
    """Joined to a verb whose auxiliaries and subject it shares: "will meet and talk"."""
    turns: bool
    """Joined by "but", so that a negation does not go on."""

    def is_under(self, name: str) -> bool:
        """Whether its clause begins with a mark of a list: ``condition`` or ``question``."""
        if name == "question" and self.mark == "if?":
            return True
        return self.mark in load_modality_words().marks[name]


def is_verb(word: Token) -> bool:
    """Whether a word is read as a verb: one by its tag, or one that has an auxiliary."""
    return word.pos_ in ("VERB", "AUX") or any(child.dep_ in AUXILIARY for child in word.children)


def auxiliaries(verb: Token) -> Auxiliaries:
    """What stands beside a verb."""
    words = load_modality_words()
    found = {child.lower_ for child in verb.children if child.dep_ in AUXILIARY}
    told = words.auxiliaries
    had = _is_had(verb)
    would = bool(found & told["would"]) and not had
    return Auxiliaries(
        tense=_tense(verb, found, had),
        negated=is_negated(verb),
        future=bool(found & told["future"]) or _is_going(verb),
        would=would,
        possible=bool(found & told["possible"]),
        able=bool(found & told["able"]),
        duty=bool(found & told["duty"]) or _has_to(verb),
        perfect=bool(found & {"have", "'ve", "’ve"}),
        is_due=_is_due(verb, found),
        terms=_has_terms(verb, words),
        mark=_mark(verb, words),
        shares=_shares(verb, found),
        turns=any(child.lower_ in ("but", "although", "though") for child in verb.head.children if child.dep_ == "cc"),
    )


def is_negated(verb: Token) -> bool:
    """Whether a verb is denied in its own clause: "did not meet", "nobody met", "met no minister", "nor will he"."""
    words = load_modality_words().negation
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ in ("advmod", "cc", "preconj") and child.lower_ in words["adverbs"]):
            if not _is_not_only(child):
                return True
        elif (child.dep_ in SUBJECTS | OBJECTS and is_nobody(child)) or (
            child.dep_ == "prep" and child.lower_ == "with" and any(is_nobody(c) for c in child.children)
        ):
            return True
    return _is_after_nor(verb) or _is_yet_to(verb) or _is_no_longer(verb)


def is_left_open(verb: Token) -> bool:
    """Whether its auxiliaries leave open that it is done: "will announce", "may say", "to tell"."""
    told = load_modality_words().auxiliaries
    modal = told["future"] | told["would"] | told["possible"] | told["able"] | told["duty"] | {"to"}
    return any(c.dep_ == "aux" and c.lower_ in modal for c in verb.children) and not _is_had(verb)


def is_nobody(noun: Token) -> bool:
    """Whether a noun stands for nobody: "no minister", "neither side", "none of them", "nobody"."""
    words = load_modality_words().negation
    if noun.lower_ in words["pronouns"]:
        return True
    none = any(c.dep_ in ("det", "preconj", "cc") and c.lower_ in words["determiners"] for c in noun.children)
    return none or (noun.lower_ == "one" and noun.i > 0 and noun.nbor(-1).lower_ == "no")


def _is_not_only(negation: Token) -> bool:
    """ "Not only met him but ...": no denial."""
    follows = negation.i + 1
    return follows < len(negation.doc) and negation.doc[follows].lower_ in ("only", "just", "merely")


def _is_after_nor(verb: Token) -> bool:
    """ "Will not go, nor will he meet her"."""
    head = verb.head
    return verb.dep_ == "conj" and any(c.lower_ == "nor" and head.i < c.i < verb.i for c in head.children)


def _is_yet_to(verb: Token) -> bool:
    """ "Has yet to meet", "is yet to be held"."""
    to = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    return to is not None and to.i > 0 and to.nbor(-1).lower_ == "yet"


def _is_no_longer(verb: Token) -> bool:
    return any(c.lower_ == "longer" and c.i and c.nbor(-1).lower_ == "no" for c in verb.children)


def _is_had(verb: Token) -> bool:
    """ "She'd met him": "'d" for "had"."""
    found = {child.lower_ for child in verb.children if child.dep_ in AUXILIARY}
    return bool(found & {"'d", "’d"}) and verb.tag_ == "VBN" and "have" not in found


def _tense(verb: Token, found: set[str], had: bool) -> Tense:
    past = load_modality_words().auxiliaries["past"]
    if had or (found & past):
        return "past"
    if found & {"has", "have", "'ve", "’ve"} or (verb.tag_ == "VBN" and found & {"'s", "’s"} and "been" in found):
        return "perfect"
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not found):
        return "past"
    if verb.tag_ in ("VBZ", "VBP") or found & {"is", "are", "am", "'s", "’s", "'re", "’re", "does", "do"}:
        return "present"
    return "none"


def _is_going(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lower_ == "going"


def _has_to(verb: Token) -> bool:
    """ "Has to meet"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ == "have" and not _is_yet_to(verb)


def _is_due(verb: Token, found: set[str]) -> bool:
    """ "Putin to meet Bush", "is to meet", "were to have met"."""
    if "to" not in found:
        return False
    head = verb.head
    alone = head == verb or (verb.dep_ in ("ccomp", "parataxis") and head.lemma_ != "be")
    bare = head.lemma_ == "be" and verb.dep_ == "xcomp"
    return alone or (bare and not any(c.dep_ in ("acomp", "attr", "expl") for c in head.children))


def _has_terms(verb: Token, words: ModalityWords) -> bool:
    """Whether a clause beside the verb says on what it depends."""
    return any(
        mark.lower_ in words.marks["condition"]
        for child in verb.children
        if child.dep_ == "advcl"
        for mark in child.children
        if mark.dep_ == "mark" or (mark.dep_ == "advmod" and mark.lower_ == "if")
    )


def _mark(verb: Token, words: ModalityWords) -> str:
    """What its clause begins with; "if" of a clause that is asked is ``if?``."""
    clause = verb if verb.dep_ != "conj" else verb.head
    for child in clause.children:
        if child.dep_ in ("mark", "advmod") and child.lower_ in words.marks["condition"] | words.marks["question"]:
            if child.lower_ == "should":
                continue
            return "if?" if child.lower_ == "if" and clause.dep_ == "ccomp" else child.lower_
    return ""


def _shares(verb: Token, found: set[str]) -> bool:
    """Whether its form is one that the auxiliaries of the verb before it ask for."""
    head = verb.head
    if verb.dep_ != "conj" or not is_verb(head) or found - {"to"} or any(c.dep_ in SUBJECTS for c in verb.children):
        return False
    if verb.tag_ == "VBD":
        return head.tag_ == "VBD" and any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in head.children)
    return verb.tag_ in ("VB", "VBN", "VBG", "VBP")


def is_before_that(verb: Token) -> bool:
    """Whether a verb tells of a time before that of the story: "had met", "since he met her"."""
    aux = {child.lower_ for child in verb.children if child.dep_ in AUXILIARY}
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    return (verb.tag_ in ("VBN", "VBG") and bool(aux & {"had", "'d", "’d"}) and "have" not in aux) or "since" in marks


def subject_of(noun: Token) -> Token | None:
    """The verb whose subject a noun is, or one of those joined in it."""
    while noun.dep_ in ("conj", "appos") and noun.head != noun:
        noun = noun.head
    return noun.head if noun.dep_ in SUBJECTS and is_verb(noun.head) else None
