"""Which deeds a sentence tells: one small interpreter of the tables in ``knowledge/data/events`` over the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from dateline.knowledge.actions import Actions, Operator
from dateline.language.english.verbs import auxiliaries, is_negated
from dateline.reading.acts.slots import (
    OBJECTS,
    OWNERS,
    SUBJECTS,
    agents,
    clause_of,
    clause_subjects,
    passive_subject,
    phrase_of,
    slots,
    stands,
    subject,
)

COMPLEMENTS = ("xcomp", "ccomp", "acomp", "pcomp")
DEPTH = 5
"""How many words may stand over an act before it is too far to count: ``said it was prepared to agree to lift``."""

CONFLICT = ("13", "14", "15", "16", "17", "18", "19", "20")


@dataclass(frozen=True)
class Deed:
    """An act with its code and the phrases of those who do it and those it is done to, best first.

    ``vague`` deeds are known by a general word only (``agreed``, ``must``): they count where one known is acted on.
    """

    cameo: str
    clause: Phrase
    agents: tuple[Phrase, ...]
    patients: tuple[Phrase, ...]
    contexts: tuple[str, ...] = ()
    reported: bool = False
    vague: bool = False


def deeds_of(sentence: Phrase, actions: Actions) -> Iterator[Deed]:
    """The deeds of a sentence's foreground: its main clauses, or what a speaker in it says; none of a question.

    ``UNITA refused to let planes evacuate observers who were taken hostage`` tells one deed, the refusal: clauses that
    only describe (``who were taken hostage``) are background.
    """
    if any(token.lower_ == "?" for token in sentence):
        return
    for head, speaker in _foreground(sentence.root, None):
        told = auxiliaries(head)
        if speaker is None and (told.would or told.duty):  # "the plan would allow", "Israel should withdraw"
            continue
        deed = _deed(head, actions, 0) or _beside(head, actions)
        if deed is not None and speaker is not None and _same(speaker, deed):
            deed = replace(deed, agents=(phrase_of(speaker), *deed.agents))
        if speaker is not None and told.duty:
            deed = _demanded(head, speaker, deed, actions)
        if deed is not None:
            yield replace(deed, reported=_by_hearsay(head) or (speaker is not None and not _same(speaker, deed)))


def _foreground(head: Token, speaker: Token | None) -> Iterator[tuple[Token, Token | None]]:
    """The heads of main clauses; under a verb of saying, those of what is said, with its speaker."""
    said = next((c for c in head.children if c.dep_ == "ccomp"), None)
    if said is not None and head.lemma_ in SAYING and not _left_open(head, said):
        yield from _foreground(said, subject(head) or speaker)
    else:
        yield head, speaker
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"):
            yield from _foreground(child, speaker)


def _left_open(head: Token, said: Token) -> bool:
    """``would not say whether``, ``did not confirm that``: nothing is said."""
    asked = any(c.dep_ == "mark" and c.lower_ in ("whether", "if") for c in said.children)
    return asked or is_negated(head)


SAYING = {
    "say", "tell", "add", "report", "announce", "confirm", "state", "note", "claim", "declare", "stress", "explain",
    "believe", "think", "write", "reveal", "disclose", "acknowledge", "argue", "indicate", "suggest", "quote", "show",
    "reiterate", "affirm", "reaffirm", "emphasize", "emphasise", "underline", "point", "comment", "reply", "admit",
}  # fmt: skip


def _by_hearsay(head: Token) -> bool:
    """``according to``, ``reportedly``: told by somebody else than the report."""
    return any(c.lower_ in ("according", "reportedly", "allegedly") for c in head.children)


def _beside(head: Token, actions: Actions) -> Deed | None:
    """The deed that a participle beside a clause without one tells: ``went further, accusing Iran``.

    Where it names no recipient, it is whom the clause is about: ``wrote to Iran, demanding an inquiry``.
    """
    for child in head.children:
        if (
            child.dep_ == "advcl"
            and child.tag_ == "VBG"
            and not any(c.dep_ in ("mark", "prep") for c in child.children)
        ):
            deed = _deed(child, actions, 1)
            return deed and replace(deed, patients=(*deed.patients, *slots(head, ("to", "with"))))
    return None


def _deed(head: Token, actions: Actions, depth: int) -> Deed | None:
    """The deed a verb (or adjective, ``ready to``) tells, with what stands over it: modality, negation."""
    if depth > DEPTH:
        return None
    copula = head
    if head.lemma_ == "be":
        head = next((c for c in head.children if c.dep_ in ("acomp", "attr") and c.pos_ in ("ADJ", "VERB")), head)
    deed = _acted(head, actions, specific=True) or _operated(head, actions, depth) or _acted(head, actions)
    if deed is None:
        return None
    beside = [auxiliaries(word) for word in dict.fromkeys((copula, head))]
    intended = any(told.future or told.would for told in beside)
    if any(told.negated for told in beside):
        refused = intended or (any(told.able for told in beside) and not deed.cameo.startswith(CONFLICT))
        return _composed("refusal", deed, actions) if refused else None
    if any(told.possible or (depth and told.duty) for told in beside):
        return None
    if intended and _on_terms(copula, deed):
        return _composed("threat", deed, actions) or deed
    return _composed("intent", deed, actions) if intended else deed


def _composed(kind: str, deed: Deed, actions: Actions) -> Deed | None:
    cameo = actions.composed(kind, deed.cameo)
    return replace(deed, cameo=cameo) if cameo else None


def _operated(head: Token, actions: Actions, depth: int) -> Deed | None:
    """The deed of a word that changes what the act under it counts as; alone, what the word itself counts as."""
    operator = _operator(head, actions)
    if operator is None:
        return None
    inner = _under(head, operator, actions, depth)
    if inner is not None:
        cameo = inner.cameo if operator.kind == "light" else actions.composed(operator.kind, inner.cameo)
        if cameo:
            patients = inner.patients
            if operator.kind == "demand":
                asked = slots(head, ("obj", "on", "upon"))
                told = tuple(p for p in asked if p.root.dep_ in SUBJECTS or p.root.pos_ == "PROPN")
                patients = asked if told else (*asked, *patients, *inner.agents)
            doers = agents(head, actions)
            if not doers or subject(head) == inner.clause.root:
                doers = inner.agents
            return replace(inner, cameo=cameo, clause=clause_of(head), agents=doers, patients=patients, vague=False)
    if _acted(head, actions) is not None or not operator.cameo:
        return None
    vague = operator.kind == "allow" or (
        operator.kind not in ("refusal", "threat") and not stands("clause", head, actions)
    )
    patients = (*slots(head, operator.patient), *(inner.patients if inner else ()))
    return Deed(operator.cameo, clause_of(head), agents(head, actions), patients, vague=vague)


def _operator(head: Token, actions: Actions) -> Operator | None:
    """The first row of the operators for a word whose condition holds."""
    rows = actions.operators.get(head.lemma_.lower(), ())
    return next((row for row in rows if _holds(row.condition, head, actions)), None)


def _under(head: Token, operator: Operator, actions: Actions, depth: int) -> Deed | None:
    """The act under an operator: a complement clause, or a noun that names an act (``demanded a ceasefire``)."""
    for child in head.children:
        if child.dep_ in COMPLEMENTS:
            found = _deed(child, actions, depth + 1)
            if found is not None:
                return found
    for child in head.children:
        begun = operator.kind == "light" and child.dep_ == "nsubj" and not any(c.dep_ in OBJECTS for c in head.children)
        if child.dep_ in OBJECTS or begun:
            found = _named(child, actions)
            if found is None and operator.kind != "light":
                found = _inside(child, actions, depth)
            if found is not None:
                return found
        if child.dep_ == "prep" and child.lower_ in ("to", "on", "for", "of", "with", "from", "in"):
            for object_ in child.children:
                found = _named(object_, actions) if object_.dep_ == "pobj" else None
                found = found or (_deed(object_, actions, depth + 1) if object_.dep_ == "pcomp" else None)
                if found is not None:
                    return found
    return None


def _inside(noun: Token, actions: Actions, depth: int) -> Deed | None:
    """An act told within the object's phrase: ``a declaration demanding that ...``, ``plans to withdraw``."""
    for child in noun.children:
        if child.dep_ in ("acl", "ccomp") and child.pos_ == "VERB":
            return _deed(child, actions, depth + 1)
    return None


def _named(noun: Token, actions: Actions) -> Deed | None:
    """The act a noun names: ``talks``, ``an attack on``; its own phrases are the sides."""
    act = actions.nouns.get(noun.lemma_.lower())
    if act is None or noun.ent_type_ == "DATE":
        return None
    owners = tuple(phrase_of(c) for c in noun.children if c.dep_ in OWNERS)
    patients = (*slots(noun, act.patient), *clause_subjects(noun, ("ccomp", "acl")))
    return Deed(act.cameo, clause_of(noun), (*slots(noun, act.agent), *owners), patients)


def _acted(head: Token, actions: Actions, *, specific: bool = False) -> Deed | None:
    """The act a verb does by the first row of the table whose condition holds; `specific`: only rows that have one.

    A verb that acts on an object, and has neither that nor a phrase in another of the recipient's places, does not act:
    ``the army attacked the town``, not ``the illness attacked``.
    """
    for act in actions.acts.get(head.lemma_.lower(), ()):
        if not (specific and _is_general(act.condition)) and _holds(act.condition, head, actions):
            patients = slots(head, act.patient)
            if patients or "obj" not in act.patient or any(stands(w, head, actions) for w in ("clause", "prep")):
                general = act.cameo == "030" or (act.cameo == "100" and act.condition != "-")
                vague = general and not stands("to-do", head, actions)
                return Deed(act.cameo, clause_of(head), agents(head, actions), patients, act.contexts, vague=vague)
    return None


def _is_general(condition: str) -> bool:
    """Whether a row asks for nothing, and only forbids."""
    return all(wanted == "-" or wanted.startswith("!") for wanted in condition.split())


def _holds(condition: str, head: Token, actions: Actions) -> bool:
    """Whether all that a row asks for stands beside the verb, and nothing that it forbids."""
    return all(
        stands(wanted.removeprefix("!"), head, actions) != wanted.startswith("!") for wanted in condition.split()
    )


def _demanded(head: Token, speaker: Token, deed: Deed | None, actions: Actions) -> Deed | None:
    """``Straw said the two sides must reach an agreement``: the speaker demands it of the subject."""
    own = subject(head) or passive_subject(head)
    cameo = actions.composed("demand", deed.cameo if deed else "03") or "100"
    patients = (phrase_of(own),) if own is not None else ()
    return Deed(cameo, clause_of(head), (phrase_of(speaker),), patients, vague=True)


def _same(speaker: Token, deed: Deed) -> bool:
    """Whether a speaker tells of a deed of their own: ``Iraq said it would allow``; a person is no ``it``."""
    person = speaker.ent_type_ == "PERSON"
    return any(
        agent.root.i == speaker.i or (agent.root.pos_ == "PRON" and not (person and agent.root.lower_ in IMPERSONAL))
        for agent in deed.agents
    )


IMPERSONAL = {"it", "this", "that", "these", "those", "they", "which", "there"}


def _on_terms(head: Token, deed: Deed) -> bool:
    """``will withdraw unless``, ``will attack if``: an intent with such terms is a threat."""
    marks = {mark.lower_ for c in head.children if c.dep_ == "advcl" for mark in c.children if mark.dep_ == "mark"}
    return "unless" in marks or ("if" in marks and deed.cameo.startswith(CONFLICT))
