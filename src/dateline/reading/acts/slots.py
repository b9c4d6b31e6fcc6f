"""Who and what stands where around a verb: the places that the tables of deeds name, found in the parse."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from dateline.knowledge.actions import Actions
from dateline.language.english.verbs import is_negated

SUBJECTS = {"nsubj", "csubj"}
OBJECTS = {"dobj", "nsubjpass", "dative", "attr", "oprd"}
CLAUSES = ("xcomp", "ccomp")
PREPOSITIONS = {"prep", "agent", "dative"}
ABOUT = {"in", "on", "into", "of", "to", "with", "for", "from", "out", "at", "against"}
"""The prepositions whose objects decide what a verb does: ``withdraw from the treaty``, ``put on alert``."""

OWNERS = ("poss", "amod", "compound", "nmod")
PEOPLE = {"PERSON", "NORP"}
PLACES = {"GPE", "LOC", "FAC"}
DURING = {"in", "during"}
FIGHTS = {"attack", "clash", "operation"}

SPEAKERS_OWN = {"it", "they", "he", "she", "we", "i", "who", "that", "which"}
"""Subjects of a clause that most often are the one who intends or promises it: ``Iraq said it would``."""


def classes_of(noun: Token, actions: Actions) -> frozenset[str]:
    """The classes of a noun; the name of a day or month is in none: ``in March``."""
    return frozenset() if noun.ent_type_ == "DATE" else actions.classes.get(noun.lemma_.lower(), frozenset())


def stands(wanted: str, head: Token, actions: Actions) -> bool:
    """Whether what a row asks for stands beside a verb; the head of ``acts.csv`` says what it may ask for."""
    if wanted == "-":
        return True
    if wanted in ASKED:
        return ASKED[wanted](head)
    if wanted == "#people":
        return any(_is_human(noun, actions) for noun in direct_objects(head))
    if wanted == "#place":
        return any(noun.ent_type_ in PLACES for noun in direct_objects(head))
    if wanted.startswith("+"):
        return any(child.dep_ in ("prt", "advmod") and child.lower_ == wanted[1:] for child in head.children)
    if wanted.startswith("clause@"):
        return any(
            wanted[7:] in actions.classes.get(child.lemma_.lower(), ())
            for child in head.children
            if child.dep_ in CLAUSES
        )
    if wanted.startswith("@"):
        return any(wanted[1:] in classes_of(noun, actions) for noun in objects(head))
    return any(wanted in (child.lower_, child.lemma_.lower()) for child in head.children)


def _is_human(noun: Token, actions: Actions) -> bool:
    return noun.ent_type_ in PEOPLE or noun.pos_ in ("NUM", "PRON") or is_people(noun, actions)


def is_people(noun: Token, actions: Actions) -> bool:
    """Whether a noun is one for people: ``gunmen``, ``officials``."""
    return bool({"people", "captives"} & actions.classes.get(noun.lemma_.lower(), frozenset()))


def _owns_clause(head: Token) -> bool:
    """Whether the clause under a verb, if there is one, is about the verb's own subject: ``promised to``."""
    own = subject(head)
    for child in head.children:
        if child.dep_ in CLAUSES:
            other = subject(child) or passive_subject(child)
            if other is not None and other.lower_ not in SPEAKERS_OWN and not (own and own.lemma_ == other.lemma_):
                return False
    return True


def _wishes(head: Token) -> bool:
    """Whether the clause under a verb says what should be: ``insists that it be``, ``that it must``."""
    for child in head.children:
        if child.dep_ == "ccomp":
            auxiliaries = {c.lower_ for c in child.children if c.dep_ in ("aux", "auxpass")}
            if auxiliaries & {"must", "should", "be"} or (child.tag_ == "VB" and not auxiliaries):
                return True
    return False


def _asks(head: Token) -> bool:
    """Whether the clause under a verb is a question: ``asked whether``, ``asked what``."""
    return any(
        child.dep_ in CLAUSES
        and any(c.lower_ in ("if", "whether") or c.tag_ in ("WP", "WRB", "WDT") for c in child.children)
        for child in head.children
    )


ASKED: Mapping[str, Callable[[Token], bool]] = {
    "obj": lambda head: any(child.dep_ in OBJECTS for child in head.children),
    "clause": lambda head: any(child.dep_ in CLAUSES for child in head.children),
    "own": _owns_clause,
    "wish": _wishes,
    "prep": lambda head: any(child.dep_ == "prep" for child in head.children),
    "question": _asks,
    "to-do": lambda head: any(child.dep_ == "xcomp" for child in head.children),
    "not-to": lambda head: any(child.dep_ in CLAUSES and is_negated(child) for child in head.children),
}
"""What a row may ask for beside classes and words."""


def direct_objects(head: Token) -> Iterator[Token]:
    """The heads of a verb's objects, with those joined to them: ``policemen and soldiers``, ``dozens of people``."""
    for child in head.children:
        if child.dep_ in OBJECTS:
            for noun in (child, *child.conjuncts):
                yield noun
                for of in noun.children:
                    if of.dep_ == "prep" and of.lower_ == "of":
                        yield from (c for c in of.children if c.dep_ == "pobj")


def objects(head: Token) -> Iterator[Token]:
    """The nouns a verb has as object (or passive subject), with those joined to them or named by their prepositions."""
    for child in head.children:
        if child.dep_ in OBJECTS or (child.dep_ in ("ccomp", "xcomp", "conj") and child.pos_ == "NOUN"):
            yield from _joined(child)
        elif child.dep_ == "prep" and child.lower_ in ABOUT:
            within = (of for c in child.children if c.dep_ == "prep" for of in c.children)  # "out of the talks"
            for object_ in (*child.children, *within):
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
        elif child.dep_ == "prep" and child.lower_ in ("of", "for"):
            for object_ in child.children:
                if object_.dep_ == "pobj":
                    yield from _joined(object_)


def agents(head: Token, actions: Actions) -> tuple[Phrase, ...]:
    """Who does it: the subject, the agent of a passive, or the subject of the clause it continues or depends on.

    Where that is an act itself (``a raid by Israeli troops killed``, ``killed in an Israeli raid``) it is who did that.
    """
    passive = passive_subject(head) is not None
    for child in (c for verb in ((head, *head.conjuncts) if passive else (head,)) for c in verb.children):
        if child.dep_ == "agent" and (passive or subject(head) is None):
            return tuple(p for c in child.children if c.dep_ == "pobj" for p in _doers(c, actions))
    if passive:
        around = _violence_around(head, actions)
        return tuple(p for n in around for p in (*_doers(n, actions), *slots(n, ("with",))) if p.root != n)
    own = subject(head)
    if own is not None:
        return tuple(_doers(own, actions))
    if head.dep_ in ("conj", "xcomp", "advcl", "acomp") and head.head != head:
        return agents(head.head, actions)
    return ()


def _doers(noun: Token, actions: Actions) -> Iterator[Phrase]:
    """Those a subject stands for: of a noun that names an act, those who do it."""
    if FIGHTS & actions.classes.get(noun.lemma_.lower(), frozenset()):
        yield from slots(noun, ("by", "between"))
        yield from (phrase_of(child) for child in noun.children if child.dep_ in OWNERS and child.ent_type_)
        yield _cut(noun, noun.left_edge.i, noun.i + 1)  # behind it stands whom and where: "attacks in Iraq"
    else:
        yield phrase_of(noun)


def _violence_around(head: Token, actions: Actions) -> Iterator[Token]:
    """The attacks in which something is done: ``were killed in an Israeli air strike``."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in DURING:
            for noun in child.children:
                if noun.dep_ == "pobj" and FIGHTS & actions.classes.get(noun.lemma_.lower(), frozenset()):
                    yield noun


def slots(head: Token, wanted: tuple[str, ...]) -> tuple[Phrase, ...]:
    """The phrases in the places a row names, in its order: ``obj``, ``dative``, or a preposition of verb or object."""
    found: list[Phrase] = []
    direct = [child for child in head.children if child.dep_ in OBJECTS]
    for place in wanted:
        if place == "obj":
            found += map(phrase_of, direct)
            found += clause_subjects(head, CLAUSES)
        elif place == "dative":
            found += [phrase_of(child) for child in head.children if child.dep_ == "dative"]
        elif place == "that":
            found += clause_subjects(head, ("ccomp",))
        else:
            within = [n for n in direct_objects(head) if n not in direct] if place == "by" else []
            for owner in (head, *direct, *within):
                for child in owner.children:
                    if child.dep_ in PREPOSITIONS and child.lower_ == place:
                        found += [phrase_of(object_) for object_ in child.children if object_.dep_ == "pobj"]
    return tuple(found)


def clause_subjects(head: Token, clauses: tuple[str, ...]) -> list[Phrase]:
    """The subjects of the clauses under a verb: Iran in ``urged Iran to stop``."""
    return [phrase_of(s) for c in head.children if c.dep_ in clauses if (s := subject(c)) is not None]


def subject(head: Token) -> Token | None:
    """The subject of an active verb."""
    return next((child for child in head.children if child.dep_ in SUBJECTS), None)


def passive_subject(head: Token) -> Token | None:
    """The subject of a passive."""
    return next((child for child in head.children if child.dep_ == "nsubjpass"), None)


def clause_of(head: Token) -> Phrase:
    """All words under a head."""
    return _cut(head, head.left_edge.i, head.right_edge.i + 1)


def phrase_of(noun: Token, without: tuple[str, ...] = ("relcl", "acl", "advcl")) -> Phrase:
    """A noun's phrase without the clauses that describe it: ``rebels`` of ``rebels who had attacked the capital``."""
    end = min(
        (
            c.left_edge.i
            for c in noun.subtree
            if c.dep_ in without and c.i > noun.i and (c.head == noun or _is_aside(c))
        ),
        default=noun.right_edge.i + 1,
    )
    return _cut(noun, noun.left_edge.i, max(end, noun.i + 1))


def _is_aside(clause: Token) -> bool:
    """Whether a clause within a phrase tells of others: ``governments of regions hosting U.S. forces``."""
    return clause.dep_ == "relcl" or clause.tag_ == "VBG"


def _cut(token: Token, start: int, end: int) -> Phrase:
    return token.doc[start:end]
