"""Whether what a word tells of was done, is to be done, is wished for, or is denied: the one answer for all questions.

The answer for a verb, or a noun that names an act, is made of what stands beside it (auxiliaries, negation, subjects
that are nobody) and of the word it hangs from, whose own answer is asked for first: "denied that he had agreed to meet"
is a denial of an agreement to meet. What each word does to what hangs from it is in ``knowledge/data/modality.toml``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Token

from dateline.knowledge.modality import Effect, load_modality_words
from dateline.language.english.governing import Governor, describing, governor, own_effect, plans_act
from dateline.language.english.verbs import ARGUMENTS, Auxiliaries, Tense, auxiliaries, is_nobody, is_verb

Mood = Literal["fact", "future", "possible", "duty", "wish", "question", "condition"]
Outcome = Literal["postponed", "cancelled", "refused", "proposed"]

DEEPEST = 12
"""Words up the parse that are asked: enough for real sentences, and few enough for any text."""


@dataclass(frozen=True, slots=True)
class Modality:
    """Whether an act is told as done.

    ``polarity``: False where it is denied (not, never, nobody, without, refuse, fail). ``mood``: what is told as fact,
    to come, possible, due, wished for, asked or under a condition. ``tense``: that of the word that decides; "none" for
    nouns and infinitives by themselves. ``outcome``: what became of a plan, where the words tell that.
    """

    polarity: bool = True
    mood: Mood = "fact"
    tense: Tense = "none"
    outcome: Outcome | None = None

    @property
    def is_fact(self) -> bool:
        """Whether it is told as a fact that it was or is done."""
        return self.polarity and self.mood == "fact" and self.outcome is None

    @property
    def is_denied(self) -> bool:
        """Whether it is told as a fact that it was not or is not done."""
        return not self.polarity and self.mood == "fact" and self.outcome is None

    @property
    def is_settled(self) -> bool:
        """Whether it is told as done or surely to be done."""
        return self.polarity and self.mood in ("fact", "future") and self.outcome is None


def modality_of(word: Token) -> Modality:
    """How the text tells of what a verb or noun names; linear in the words around it."""
    return _modality(word, DEEPEST)


def modality_under(word: Token) -> Modality:
    """How a text tells of what a word calls off, puts off, refuses, wishes for: of a visit, in "invited him to Rome".

    Of any other word, of what it itself tells.
    """
    found = modality_of(word)
    ahead = plans_act(word)
    effect: Effect | None = "plan" if ahead else own_effect(word)
    if effect is None or not (ahead or effect in UNDOING):
        return found
    return COMPOSED[effect](Modality(), found, Governor(word, effect))


UNDOING: frozenset[Effect] = frozenset({"refuse", "cancel", "postpone", "wish"})


def _modality(word: Token, steps: int) -> Modality:
    own = _of_verb(word, steps) if is_verb(word) else _of_noun(word, steps)
    above = governor(word)
    if above is None or steps == 0:
        return _asked(word, own)
    if not is_verb(word) and own.is_fact and own.tense in ("past", "perfect"):  # "set up a call that took place in May"
        return own
    if above.negates:
        own = replace(own, polarity=not own.polarity)
    if above.effect and not own.polarity and word.dep_ in ARGUMENTS and is_nobody(word):
        own = replace(own, polarity=True)  # the verb counts it: "no talks were held"
    outer = _modality(above.word, steps - 1)
    return COMPOSED[above.effect](own, outer, above) if above.effect else _beside(own, outer, above)


def _asked(word: Token, own: Modality) -> Modality:
    """A clause that stands for itself: in a question nothing is asserted."""
    if is_verb(word) and own.mood in ("fact", "future") and _ends_in_question(word):
        return replace(own, mood="question")
    return own


def _ends_in_question(word: Token) -> bool:
    last = word.sent.end - 1
    while last > word.i and (word.doc[last].is_space or word.doc[last].is_quote):
        last -= 1
    return word.doc[last].text == "?"


# ---- the word by itself


def _of_verb(verb: Token, steps: int) -> Modality:
    aux = auxiliaries(verb)
    mood: Mood = "fact"
    if aux.terms or aux.is_under("condition"):
        mood = "condition"
    elif aux.is_under("question"):
        mood = "question"
    elif aux.future or aux.is_due or (aux.would and not aux.perfect) or (aux.able and aux.negated):
        mood = "future"
    elif aux.would:  # "would have met"
        mood = "condition"
    elif aux.possible:
        mood = "possible"
    elif aux.duty:
        mood = "duty"
    own = Modality(not aux.negated, mood, aux.tense)
    return _shared(verb, own, aux, steps)


def _shared(verb: Token, own: Modality, aux: Auxiliaries, steps: int) -> Modality:
    """With what it shares with the verb it is joined to: "will not meet or call"; "but" turns the negation."""
    if not aux.shares or steps == 0:
        return own
    first = _of_verb(verb.head, steps - 1)
    negated = own.polarity and not first.polarity and not aux.turns
    return Modality(own.polarity and not negated, first.mood, first.tense, first.outcome)


def _of_noun(noun: Token, steps: int) -> Modality:
    words = load_modality_words()
    own = Modality()
    for child in noun.children:
        if child.dep_ in ("det", "neg", "preconj") and child.lower_ in words.negation["determiners"] | {"not"}:
            own = replace(own, polarity=False)
        elif child.dep_ in MODIFIERS and child.i < noun.i and child.lower_ in words.modifiers:
            own = MODIFIED[words.modifiers[child.lower_]](own)
        elif child.dep_ in ("relcl", "acl") and child.i > noun.i and steps:
            own = _described(noun, child, own, steps - 1)
    return own


MODIFIERS = ("amod", "acl", "advmod", "compound")
MODIFIED: Mapping[str, Callable[[Modality], Modality]] = {
    "future": lambda own: replace(own, mood="future"),
    "possible": lambda own: replace(own, mood="possible"),
    "cancelled": lambda own: replace(own, outcome="cancelled"),
    "postponed": lambda own: replace(own, outcome="postponed"),
    "denied": lambda own: replace(own, mood="possible"),
}


def _described(noun: Token, clause: Token, own: Modality, steps: int) -> Modality:
    """With what a clause that describes the noun tells of it: "a visit that had been put off", "talks held in Rome"."""
    over = describing(noun, clause)
    if over is None or over.effect is None:
        return own
    told = _of_verb(clause, steps) if over.word == clause else _modality(over.word, steps)
    return COMPOSED[over.effect](own, told, over)


# ---- what the word above makes of it


def _beside(own: Modality, outer: Modality, above: Governor) -> Modality:
    """Under a word that says nothing of it: what it shares in time. "Meeting him in Rome, she said"."""
    if (above.is_untensed or above.is_aim) and own.tense == "none":
        mood = outer.mood if own.mood == "fact" else own.mood
        tense = own.tense if above.is_aim else outer.tense
        return Modality(own.polarity and (outer.polarity or not above.follows), mood, tense, own.outcome)
    return own


def _support(own: Modality, outer: Modality, above: Governor) -> Modality:
    mood = outer.mood if outer.mood != "fact" or outer.tense in ("past", "perfect") or own.mood == "fact" else own.mood
    outcome = outer.outcome if outer.outcome is not None else own.outcome
    return Modality(own.polarity == outer.polarity, mood, outer.tense, outcome)


def _speech(own: Modality, outer: Modality, above: Governor) -> Modality:
    if above.is_noun:  # "rejected reports of a meeting"
        return own if outer.polarity else replace(own, polarity=not own.polarity, outcome=None)
    if not outer.polarity or outer.mood == "question":
        return replace(own, mood="question")
    return own


def _plan(own: Modality, outer: Modality, above: Governor) -> Modality:
    if own.mood == "question":
        return own
    mood: Mood = "future" if outer.mood in ("fact", "future", "duty") else outer.mood
    polarity = own.polarity == outer.polarity
    return Modality(polarity, mood, outer.tense, outer.outcome or own.outcome)


def _wish(own: Modality, outer: Modality, above: Governor) -> Modality:
    if own.mood == "question":  # "asked whether"
        return own
    if not outer.polarity:
        return Modality(not own.polarity, "future" if outer.mood == "fact" else outer.mood, outer.tense, outer.outcome)
    if above.is_noun and outer.mood == "future":  # "accepted an invitation"
        return Modality(own.polarity, "future", outer.tense, outer.outcome)
    return Modality(own.polarity, "wish", outer.tense, outer.outcome or ("proposed" if own.polarity else None))


def _refuse(own: Modality, outer: Modality, above: Governor) -> Modality:
    if _is_open(outer):
        return Modality(own.polarity, "possible", outer.tense, None)
    return Modality(not own.polarity, "future", outer.tense, "refused" if own.polarity else None)


def _fail(own: Modality, outer: Modality, above: Governor) -> Modality:
    if not outer.polarity:
        return Modality(own.polarity, outer.mood, outer.tense, own.outcome)
    return Modality(not own.polarity, outer.mood, outer.tense, own.outcome)


def _deny(own: Modality, outer: Modality, above: Governor) -> Modality:
    if _is_open(outer):
        return Modality(own.polarity, "possible", outer.tense, None)
    return Modality(not own.polarity, own.mood, own.tense, None)


def _doubt(own: Modality, outer: Modality, above: Governor) -> Modality:
    return replace(own, mood="question")


def _cancel(own: Modality, outer: Modality, above: Governor) -> Modality:
    return own if _is_open(outer) else Modality(own.polarity, own.mood, outer.tense, "cancelled")


def _postpone(own: Modality, outer: Modality, above: Governor) -> Modality:
    return own if _is_open(outer) else Modality(own.polarity, own.mood, outer.tense, "postponed")


def _is_open(outer: Modality) -> bool:
    """Whether what would undo the act is itself denied, or only wished for or feared."""
    return not outer.polarity or outer.mood not in ("fact", "future", "duty") or outer.outcome is not None


COMPOSED: Mapping[Effect, Callable[[Modality, Modality, Governor], Modality]] = {
    "support": _support,
    "speech": _speech,
    "plan": _plan,
    "wish": _wish,
    "refuse": _refuse,
    "fail": _fail,
    "deny": _deny,
    "doubt": _doubt,
    "cancel": _cancel,
    "postpone": _postpone,
}
"""For each effect the modality of an act, from its own, that of the word above it, and how it hangs from that."""
