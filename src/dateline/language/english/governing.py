"""By which word an English act hangs from another, and what that word makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.knowledge.modality import Effect, load_modality_words
from dateline.language.english.verbs import SUBJECTS, is_verb

CLAUSES = frozenset(
    {"xcomp", "ccomp", "pcomp", "acl", "advcl", "csubj", "csubjpass", "acomp", "oprd", "dep", "parataxis"}
)
NOUNS = frozenset(
    {
        "dobj",
        "nsubj",
        "nsubjpass",
        "attr",
        "dative",
        "oprd",
        "pobj",
        "compound",
        "nmod",
        "appos",
        "conj",
        "ccomp",
        "xcomp",
        "poss",
    }
)
OF = frozenset({"of", "for", "to", "on", "about", "over", "with", "between"})
"""Prepositions after which a noun alone decides of the act: "plans for a visit", "reports of talks"."""


@dataclass(frozen=True, slots=True)
class Governor:
    """The word an act hangs from, and what it makes of it; ``None`` where it only shares its time."""

    word: Token
    effect: Effect | None = None
    negates: bool = False
    """Whether a preposition between denies it: "without meeting"."""
    is_untensed: bool = False
    """Whether it is a clause without a tense of its own, done when the word is: "meeting him, she ..."."""
    is_aim: bool = False
    """Whether it is what the word is done for: "flew there to meet him"."""
    follows: bool = False
    """Whether it is denied where the word is: "did not come to meet him"."""

    @property
    def is_noun(self) -> bool:
        """Whether the word is a noun: "plans to meet"."""
        return not is_verb(self.word) and self.word.pos_ in ("NOUN", "PROPN")


def governor(word: Token) -> Governor | None:
    """What an act hangs from, if that has a say in whether it is done."""
    if is_verb(word):
        return _of_clause(word)
    return _of_adjective(word) if word.pos_ == "ADJ" else _of_noun(word)


def describing(noun: Token, clause: Token) -> Governor | None:
    """What a clause that describes a noun makes of it, where the noun is what the clause is about.

    "Talks that had been put off", "a visit he cancelled", "talks held in Rome"; not "talks that failed to end the war".
    """
    if clause.dep_ == "acl":
        effect = _effect(clause, "")
        done = clause.tag_ == "VBN" or (clause.tag_ == "VB" and effect == "support")
        return Governor(clause, effect) if done and effect not in (None, "speech") else None
    about = next((c for c in clause.children if c.dep_ in SUBJECTS and c.lower_ in ("that", "which")), None)
    if about is not None:
        return _over_subject(about, clause)
    effect = _effect(clause, "")
    taken = any(c.dep_ in ("dobj", "nsubjpass", "ccomp") and c.lower_ not in ("that", "which") for c in clause.children)
    return Governor(clause, effect) if not taken and effect not in (None, "speech", "fail", "doubt") else None


def own_effect(word: Token) -> Effect | None:
    """What a word does to an act that may hang from it; a call by telephone asks for nothing."""
    effect = _effect(word, "")
    return None if effect == "wish" and word.lemma_.lower() in ("call", "press", "like", "need") else effect


def plans_act(word: Token) -> bool:
    """Whether a word tells of nothing but that another act lies ahead: "agreed to meet", "planned to hold talks"."""
    if _effect(word, "") != "plan":
        return False
    below = [c for c in word.children if c.dep_ == "xcomp"]
    return any(_is_act(c) or (_effect(c, "") == "support" and any(_is_act(n) for n in c.children)) for c in below)


def hangs_from(word: Token, other: Token) -> bool:
    """Whether a word is the act that another holds, plans or calls off: "hold *talks*", "agreed to *meet*"."""
    above = governor(word)
    return above is not None and above.word == other and above.effect not in (None, "speech", "deny", "doubt")


def negating_preposition(word: Token) -> bool:
    """Whether a preposition denies its object: "without", "instead of", "rather than"."""
    return word.lower_ in load_modality_words().negation["prepositions"]


# ---- clauses


def _of_clause(verb: Token) -> Governor | None:
    """For a verb: the verb, noun or adjective whose complement it is."""
    clause = _first_of(verb)
    head, dep = clause.head, clause.dep_
    if head == clause or dep not in CLAUSES:
        return None
    if dep == "pcomp":
        return _under_preposition(head, clause=True)
    if dep == "acomp" or (dep == "xcomp" and head.lemma_ == "be" and not is_verb(clause)):
        return Governor(head, "support")
    effect = _effect(head, "")
    if dep == "advcl":
        if _is_purpose(clause) and effect in ("plan", "wish", "refuse", "fail", "cancel", "postpone"):
            return Governor(head, effect)
        if any(negating_preposition(c) for c in clause.children if c.dep_ in ("mark", "prep", "advmod", "cc")):
            return Governor(head, None, negates=True)
        return Governor(head, None, is_untensed=clause.tag_ == "VBG", is_aim=_is_purpose(clause))
    if dep in ("dep", "parataxis"):
        return Governor(head, effect) if effect in ("speech", "deny") else None
    if dep == "acl" and effect == "support":
        effect = None
    if effect is not None and not (effect in ("support", "cancel", "postpone") and head.lemma_ == "be"):
        return Governor(head, effect)
    if dep == "acl":
        return None
    if dep in ("csubj", "csubjpass"):
        return Governor(head, _of_subject(head) or effect)
    return Governor(head, None, is_aim=dep == "xcomp", follows=dep == "xcomp" and is_verb(head))


def _first_of(verb: Token) -> Token:
    """The first of verbs joined by "and" that hang from one word, if this one has no subject of its own."""
    while verb.dep_ == "conj" and is_verb(verb.head) and not any(c.dep_ in SUBJECTS for c in verb.children):
        verb = verb.head
    return verb


def _is_purpose(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


# ---- nouns and adjectives


def _of_adjective(word: Token) -> Governor | None:
    """ "Is *willing* to meet": as its copula tells."""
    if word.dep_ in ("acomp", "attr", "oprd", "xcomp", "ccomp") and word.head != word:
        return Governor(
            word.head, "support" if word.head.lemma_ in ("be", "remain", "seem", "appear", "become") else None
        )
    return None


def _of_noun(noun: Token) -> Governor | None:
    while noun.dep_ in ("conj", "appos") and noun.head != noun and not is_verb(noun.head):
        noun = noun.head
    head, dep = noun.head, noun.dep_
    if head == noun or dep not in NOUNS:
        return None
    if dep == "pobj":
        return _under_preposition(head, clause=False)
    if dep in ("compound", "nmod", "poss"):
        return _over_compound(head)
    if not is_verb(head):
        return None
    if dep in ("nsubj", "nsubjpass"):
        return _over_subject(noun, head)
    effect = _effect(head, "")
    return Governor(head, effect) if effect else None


def _over_subject(noun: Token, head: Token) -> Governor | None:
    """For a subject the verb that tells of it, under those that only say how sure that is: "is due to *take place*"."""
    for verb in head.children:
        if verb.dep_ == "conj" and _is_passive(verb) and _effect(verb, "") in ("cancel", "postpone"):
            return Governor(verb, _effect(verb, ""))  # "was to open on Friday but was put off"
    verb = head
    for _ in range(RAISED):
        below = next((c for c in verb.children if c.dep_ in ("xcomp", "acomp") and c.i > verb.i), None)
        if below is None:
            break
        verb = below
    if verb != head and is_verb(verb):
        effect = _effect(verb, "") if _is_passive(verb) else _of_subject(verb)
        return Governor(verb, effect) if effect else None
    effect = _effect(head, "") if noun.dep_ == "nsubjpass" else _of_subject(head)
    return Governor(head, effect) if effect else None


RAISED = 3
"""Verbs and adjectives between a subject and the verb that tells of it: "was not expected to be able to go ahead"."""


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children)


def _over_compound(head: Token) -> Governor | None:
    """ "Summit *plans*", "a summit *meeting*"."""
    effect = _effect(head, "")
    if effect is not None and effect != "support":
        return Governor(head, effect)
    return Governor(head, "support") if head.dep_ in NOUNS and head.pos_ == "NOUN" and _is_act(head) else None


def _is_act(word: Token) -> bool:
    return word.lemma_.lower() in load_modality_words().acts


def _of_subject(head: Token) -> Effect | None:
    """What a verb makes of its subject: "the meeting *took place*", "the visit is *off*", "is *unlikely*"."""
    effect = _effect(head, "", noun_is_subject=True)
    if head.lemma_ == "be":
        return effect
    acts = any(c.dep_ == "dobj" for c in head.children) and head.lemma_ != "take"  # "failed to end the war"
    return effect if head.lemma_ in SELF_DONE and not acts else None


SELF_DONE = frozenset(
    {
        "take", "happen", "occur", "go", "proceed", "begin", "start", "open", "come", "fall", "materialise",
        "materialize", "continue", "loom", "lie", "convene", "get", "resume", "end", "conclude",
    }
)  # fmt: skip
"""Verbs of which the act is the subject, not who does it."""


def _under_preposition(preposition: Token, clause: bool) -> Governor | None:
    """What a preposition's object hangs from: "plans *for* a visit", "the idea *of* meeting", "*without* talks"."""
    over = preposition
    while over.dep_ == "prep" and over.head.dep_ == "prep":
        over = over.head
    head = over.head
    before = preposition.nbor(-1) if preposition.i > 0 else preposition  # "instead of meeting"
    if any(negating_preposition(word) for word in (preposition, over, before)):
        return Governor(head, None, negates=True, is_untensed=clause)
    if head == over:
        return None
    if not is_verb(head) and head.lemma_.lower() in load_modality_words().parts and preposition.lower_ == "of":
        return Governor(head, "support")
    effect = _by_preposition(head, preposition) or (_by_preposition(head, over) if over != preposition else None)
    if effect is not None:
        return Governor(head, effect)
    if clause:
        return Governor(head, None, is_untensed=True)
    return None


def _by_preposition(head: Token, preposition: Token) -> Effect | None:
    alone = not is_verb(head) and head.pos_ in ("NOUN", "PROPN", "ADJ") and preposition.lower_ in OF
    effect = _effect(head, preposition.lower_, needs_preposition=not alone)
    return effect if effect != "support" or not alone else None


# ---- the table


def _effect(
    head: Token, preposition: str, noun_is_subject: bool = False, needs_preposition: bool = False
) -> Effect | None:
    """What a word, with what makes a phrase of it, does to what hangs from it."""
    operators = load_modality_words().operators
    for phrase in _phrases(head, preposition, noun_is_subject):
        if phrase in operators and not (needs_preposition and not phrase.endswith(f" {preposition}")):
            return operators[phrase]
    return None


def _phrases(head: Token, preposition: str, noun_is_subject: bool) -> Iterator[str]:
    """The phrases by which a word may stand in the table, the longest first."""
    lemma = head.lemma_.lower()
    for child in head.children:
        if child.dep_ in ("prt", "advmod") and child.i > head.i:
            if preposition:
                yield f"{lemma} {child.lower_} {preposition}"
            yield f"{lemma} {child.lower_}"
        elif child.dep_ == "prep" and child.lower_ != preposition and child.i > head.i:
            for noun in child.children:  # "put on hold"; "is out of the question"
                yield f"{lemma} {child.lower_} {noun.lemma_.lower()}"
                if noun.dep_ == "prep":
                    yield from (f"{lemma} {child.lower_} {noun.lower_} {c.lemma_.lower()}" for c in noun.children)
            yield f"{lemma} {child.lower_}" if child.lower_ in ("out", "off", "on") else ""
        elif child.dep_ == "dobj" and lemma in ("take", "explore"):
            yield f"{lemma} {child.lemma_.lower()}"
        elif child.dep_ in ("acomp", "attr", "oprd", "advmod") and lemma == "be" and noun_is_subject:
            yield f"be {child.lower_}"
    if preposition:
        yield f"{lemma} {preposition}"
    if not any(child.dep_ == "prt" for child in head.children):  # "set up" is not "set"
        yield lemma
