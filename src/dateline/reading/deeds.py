"""Which deeds a sentence tells: one small interpreter of the tables in ``knowledge/data/events`` over the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from dateline.knowledge.actions import Act, Actions

SUBJECTS = {"nsubj", "csubj"}
OBJECTS = {"dobj", "nsubjpass", "dative", "attr", "oprd"}
COMPLEMENTS = ("xcomp", "ccomp", "acomp", "pcomp")
PREPOSITIONS = {"prep", "agent", "dative"}
DEPTH = 5
"""How many words may stand over an act before it is too far to count: ``said it was prepared to agree to lift``."""

INTENT = {"will", "would", "shall", "'ll", "’ll"}
DUTY = {"must", "should"}


@dataclass(frozen=True)
class Deed:
    """An act with its code and the phrases of those who do it and those it is done to, best first."""

    cameo: str
    clause: Phrase
    agents: tuple[Phrase, ...]
    patients: tuple[Phrase, ...]
    contexts: tuple[str, ...] = ()
    reported: bool = False


def deeds_of(sentence: Phrase, actions: Actions) -> Iterator[Deed]:
    """The deeds of a sentence's foreground: its main clauses, or what a speaker in it says.

    ``UNITA refused to let planes evacuate observers who were taken hostage`` tells one deed, the refusal: clauses that
    only describe (``who were taken hostage``) are background.
    """
    for head, speaker in _foreground(sentence.root, None):
        deed = _deed(head, actions, 0)
        if deed is not None and speaker is not None and _same(speaker, deed):
            deed = replace(deed, agents=(*deed.agents, _phrase(speaker)))
        duty = next((c for c in head.children if c.dep_ == "aux" and c.lower_ in DUTY), None)
        if duty is not None and speaker is not None:
            deed = _demanded(head, speaker, deed, actions)
        if deed is not None:
            yield replace(deed, reported=speaker is not None and not _same(speaker, deed))


def _foreground(head: Token, speaker: Token | None) -> Iterator[tuple[Token, Token | None]]:
    """The heads of main clauses; under a verb of saying, those of what is said, with its speaker."""
    said = next((c for c in head.children if c.dep_ == "ccomp"), None)
    if said is not None and head.lemma_ in SAYING:
        yield from _foreground(said, _subject(head) or speaker)
    else:
        yield head, speaker
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"):
            yield from _foreground(child, speaker)


SAYING = {
    "say", "tell", "add", "report", "announce", "confirm", "state", "note", "claim", "declare", "stress", "explain",
    "believe", "think", "write", "reveal", "disclose", "acknowledge", "argue", "indicate", "suggest", "quote", "show",
    "reiterate", "affirm", "reaffirm", "emphasize", "emphasise", "underline", "point", "comment", "reply", "admit",
}  # fmt: skip


def _deed(head: Token, actions: Actions, depth: int) -> Deed | None:
    """The deed a verb (or adjective, ``ready to``) tells, with what stands over it: modality, negation."""
    if depth > DEPTH:
        return None
    if head.lemma_ == "be":
        head = next((c for c in head.children if c.dep_ in ("acomp", "attr") and c.pos_ in ("ADJ", "VERB")), head)
    deed = _acted(head, actions, specific=True) or _operated(head, actions, depth) or _acted(head, actions)
    if deed is None:
        return None
    auxiliaries = {child.lower_ for child in head.children if child.dep_ in ("aux", "auxpass")}
    negated = any(child.dep_ == "neg" for child in head.children)
    intended = bool(auxiliaries & INTENT) or _going_to(head)
    if intended and _on_terms(head):
        return replace(deed, cameo=actions.composed("threat", deed.cameo) or deed.cameo)
    if negated:
        cameo = actions.composed("refusal", deed.cameo) if intended else None
        return replace(deed, cameo=cameo) if cameo else None
    if intended:
        cameo = actions.composed("intent", deed.cameo)
        return replace(deed, cameo=cameo) if cameo else None
    return deed


def _operated(head: Token, actions: Actions, depth: int) -> Deed | None:
    """The deed of a word that changes what the act under it counts as; alone, what the word itself counts as."""
    operator = actions.operators.get(head.lemma_.lower())
    if operator is None:
        return None
    inner = _under(head, actions, depth)
    if inner is not None:
        cameo = inner.cameo if operator.kind == "light" else actions.composed(operator.kind, inner.cameo)
        if cameo:
            patients = (*_slots(head, ("obj",)), *inner.patients) if operator.kind == "demand" else inner.patients
            if operator.kind == "demand":
                patients = (*patients, *inner.agents)
            return replace(
                inner, cameo=cameo, clause=_clause(head), agents=_agents(head) or inner.agents, patients=patients
            )
    if _acted(head, actions) is not None or not operator.cameo:
        return None
    return Deed(operator.cameo, _clause(head), _agents(head), _slots(head, operator.patient))


def _under(head: Token, actions: Actions, depth: int) -> Deed | None:
    """The act under an operator: a complement clause, or a noun that names an act (``demanded a ceasefire``)."""
    for child in head.children:
        if child.dep_ in COMPLEMENTS:
            found = _deed(child, actions, depth + 1)
            if found is not None:
                return found
    for child in head.children:
        if child.dep_ in OBJECTS or (child.dep_ == "nsubj" and not any(c.dep_ in OBJECTS for c in head.children)):
            found = _named(child, actions) or _inside(child, actions, depth)
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
    if act is None:
        return None
    owners = tuple(_phrase(c) for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod"))
    return Deed(act.cameo, _clause(noun), (*_slots(noun, act.agent), *owners), _slots(noun, act.patient))


def _acted(head: Token, actions: Actions, *, specific: bool = False) -> Deed | None:
    """The act a verb does by the first row of the table whose condition holds; `specific`: only rows that have one."""
    for act in actions.acts.get(head.lemma_.lower(), ()):
        if not (specific and act.condition == "-") and _holds(act, head, actions):
            return Deed(act.cameo, _clause(head), _agents(head), _slots(head, act.patient), act.contexts)
    return None


def _holds(act: Act, head: Token, actions: Actions) -> bool:
    """Whether all that a row asks for stands beside the verb, and nothing that it forbids."""
    return all(
        _stands(wanted.removeprefix("!"), head, actions) != wanted.startswith("!") for wanted in act.condition.split()
    )


def _stands(wanted: str, head: Token, actions: Actions) -> bool:
    if wanted == "-":
        return True
    if wanted == "obj":
        return any(child.dep_ in OBJECTS for child in head.children)
    if wanted.startswith("@"):
        return any(wanted[1:] in actions.classes.get(noun.lemma_.lower(), ()) for noun in _objects(head))
    return any(wanted in (child.lower_, child.lemma_.lower()) for child in head.children)


def _objects(head: Token) -> Iterator[Token]:
    """The nouns a verb has as object (or passive subject), with those joined to them or named by their prepositions."""
    for child in head.children:
        if child.dep_ in OBJECTS or (child.dep_ in ("ccomp", "xcomp", "conj") and child.pos_ == "NOUN"):
            yield from _joined(child)
        elif child.dep_ == "prep" and child.lower_ in ("in", "on", "into", "of", "to", "with", "for", "from", "out"):
            for object_ in child.children:
                if object_.dep_ == "pobj":
                    yield from _joined(object_)


def _joined(noun: Token) -> Iterator[Token]:
    """A noun with those it heads: ``part of a military aid program`` is about part, program, aid and military."""
    yield noun
    for child in noun.children:
        if child.dep_ in ("compound", "appos", "nmod", "amod"):
            yield child
        elif child.dep_ == "conj":
            yield from _joined(child)
        elif child.dep_ == "prep" and child.lower_ == "of":
            for object_ in child.children:
                if object_.dep_ == "pobj":
                    yield from _joined(object_)


def _agents(head: Token) -> tuple[Phrase, ...]:
    """Who does it: the subject, the agent of a passive, or the subject of the clause it continues or depends on."""
    for child in head.children:
        if child.dep_ == "agent":
            return tuple(_phrase(object_) for object_ in child.children if object_.dep_ == "pobj")
    if any(child.dep_ == "nsubjpass" for child in head.children):
        return ()
    subject = _subject(head)
    if subject is not None:
        return (_phrase(subject),)
    if head.dep_ in ("conj", "xcomp", "advcl", "acomp") and head.head != head:
        return _agents(head.head)
    return ()


def _slots(head: Token, wanted: tuple[str, ...]) -> tuple[Phrase, ...]:
    """The phrases in the places a row names, in its order: ``obj``, ``dative``, or a preposition of verb or object."""
    found: list[Phrase] = []
    objects = [child for child in head.children if child.dep_ in OBJECTS]
    for place in wanted:
        if place == "obj":
            found += map(_phrase, objects)
            found += [
                _phrase(s) for c in head.children if c.dep_ in ("ccomp", "xcomp") if (s := _subject(c)) is not None
            ]
        elif place == "dative":
            found += [_phrase(child) for child in head.children if child.dep_ == "dative"]
        elif place == "that":
            found += [_phrase(s) for c in head.children if c.dep_ == "ccomp" if (s := _subject(c)) is not None]
        else:
            for owner in (head, *objects):
                for child in owner.children:
                    if child.dep_ in PREPOSITIONS and child.lower_ == place:
                        found += [_phrase(object_) for object_ in child.children if object_.dep_ == "pobj"]
    return tuple(found)


def _demanded(head: Token, speaker: Token, deed: Deed | None, actions: Actions) -> Deed | None:
    """``Straw said the two sides must reach an agreement``: the speaker demands it of the subject."""
    subject = _subject(head) or next((c for c in head.children if c.dep_ == "nsubjpass"), None)
    cameo = actions.composed("demand", deed.cameo if deed else "03") or "100"
    patients = (_phrase(subject),) if subject is not None else ()
    return Deed(cameo, _clause(head), (_phrase(speaker),), patients)


def _subject(head: Token) -> Token | None:
    return next((child for child in head.children if child.dep_ in SUBJECTS), None)


def _same(speaker: Token, deed: Deed) -> bool:
    """Whether a speaker tells of a deed of their own: ``Iraq said it would allow``, or of one whose doer is unsaid."""
    return any(agent.root.pos_ == "PRON" or agent.root.i == speaker.i for agent in deed.agents)


def _on_terms(head: Token) -> bool:
    """``will withdraw unless``: an intent with such terms is a threat."""
    return any(
        child.dep_ == "advcl" and any(mark.dep_ == "mark" and mark.lower_ == "unless" for mark in child.children)
        for child in head.children
    )


def _going_to(head: Token) -> bool:
    return head.dep_ == "xcomp" and head.head.lower_ == "going"


def _clause(head: Token) -> Phrase:
    """All words under a head."""
    return _cut(head, head.left_edge.i, head.right_edge.i + 1)


def _phrase(noun: Token) -> Phrase:
    """A noun's phrase without the clauses that describe it: ``rebels`` of ``rebels who had attacked the capital``."""
    end = min(
        (child.left_edge.i for child in noun.children if child.dep_ in ("relcl", "acl", "advcl") and child.i > noun.i),
        default=noun.right_edge.i + 1,
    )
    return _cut(noun, noun.left_edge.i, max(end, noun.i + 1))


def _cut(token: Token, start: int, end: int) -> Phrase:
    return token.doc[start:end]
