"""Which words fill the slots of a frame: subjects, objects, prepositions, owners and modifiers around a trigger."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.knowledge.contact_frames import load_contact_frames

CLIMB = 8
"""How many steps up the tree we follow; parses of wire sentences are rarely deeper, and it bounds the time."""

REACH = 7
"""How many tokens on from a noun a preposition may be its own without the parse saying so."""

PARTING = ("VERB", "AUX", "PUNCT", "SCONJ", "SPACE", "CCONJ")
TIMES = ("day", "week", "month", "year", "morning", "afternoon", "evening", "night", "weekend", "hour")

LANDS = ("country", "nation", "state", "community")
"""Nouns for parties that may be visited themselves: "visiting African countries"."""

HUNG = ("prep", "dative", "agent", "prt", "mark")
SUBJECTS = ("nsubj", "csubj")
RELATIVE = ("who", "which", "that", "whom")
PERSONAL = ("who", "which", "whom")
"""Relative pronouns that are nothing else at the head of a clause after a noun."""
CONTROLLED = ("for", "of", "from", "into")
"""Prepositions after an object whose doing they tell of."""


def fillers(slot: str, trigger: Token) -> list[Token]:
    """The heads of the phrases in one slot around a trigger."""
    match slot:
        case "subject":
            return subjects(trigger) or _named_before(trigger) if trigger.pos_ in ("VERB", "AUX") else holders(trigger)
        case "object":
            return objects(trigger)
        case "owner":
            return [child for child in trigger.children if child.dep_ == "poss"]
        case "modifier":
            return _modifiers(trigger)
        case "itself":
            return [trigger]
        case "modified":
            return modified(trigger)
        case "land":
            return []  # told apart from the modifiers by whoever knows the places
        case "here":
            return [t for t in around(trigger) if t.lower_ == "here"]
    return prepositional(slot, trigger)


def _modifiers(noun: Token) -> list[Token]:
    """What stands before a noun and tells whose it is; both of two joined by a hyphen ("the Fatah-Hamas talks")."""
    found = [t for t in noun.lefts if t.dep_ in ("compound", "amod", "nmod", "npadvmod", "poss")]
    hyphened = [d for t in found for d in t.subtree if d.i < t.i and noun.doc[d.i + 1].text == "-"]
    return hyphened + found


def objects(verb: Token) -> list[Token]:
    """The direct object, or the subject of a passive."""
    found = [c for c in verb.children if c.dep_ in ("dobj", "dative", "obj", "iobj") and c.pos_ != "ADP"]
    found += [c for c in verb.children if c.dep_ == "nsubjpass"]
    if not found:  # "met visiting President Abbas" taken for visiting him
        found = [t for c in verb.children if c.dep_ in ("xcomp", "advcl", "ccomp") for t in modified(c)]
    if not found and verb.dep_ == "relcl":  # "the minister, whom he met"
        found = [verb.head] if any(c.lower_ == "whom" for c in verb.children) else []
    if not found and verb.tag_ == "VBN" and verb.dep_ == "acl":  # "the envoy received by Hu"
        found = [verb.head]
    if not found and verb.tag_ == "VBN" and verb.dep_ == "advcl" and _has_agent(verb):
        found = subjects(verb.head)  # "met at the airport by the premier, the pope said"
    return found


def _has_agent(verb: Token) -> bool:
    return any(c.dep_ == "agent" for c in verb.children)


def modified(participle: Token) -> list[Token]:
    """The noun a participle stands before; where the parser took the noun for its object, no word parts them."""
    if participle.dep_ in ("amod", "compound", "nmod"):
        return [participle.head]
    if any(c.dep_ in ("aux", "mark", "nsubj") for c in participle.children):
        return []
    bare = [c for c in participle.children if c.dep_ == "dobj" and c.left_edge.i == participle.i + 1]
    bare = [c for c in bare if c.left_edge.dep_ != "det" and c.left_edge.i < c.i]
    people = load_contact_frames().list("party_nouns")
    return [c for c in bare if c.pos_ == "PROPN" or (c.lemma_.lower() in people and c.lemma_ not in LANDS)]


def subjects(verb: Token, steps: int = CLIMB) -> list[Token]:
    """Who does it: the subject, also through control, conjunction, participles and relative clauses."""
    if steps == 0:
        return []
    agents = [p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
    if agents:
        return agents
    found = [c for c in verb.children if c.dep_ in SUBJECTS]
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return found
    if found:
        return [_antecedent(c, verb) for c in found]
    head = verb.head
    match verb.dep_:
        case "amod":  # "the visiting minister"
            return [head]
        case "acl" | "relcl":
            return _of_noun(head, steps - 1)
        case "pcomp" | "xcomp" | "advcl" | "conj" | "ccomp" | "dep" | "prep" | "pobj" | "acomp" | "attr":
            return _of_governor(verb, head, steps - 1)
    return []


def _named_before(verb: Token) -> list[Token]:
    """Who stands right before a verb that the parse leaves without a subject: "Li Bin, the Chinese envoy, met ..."."""
    if verb.tag_ != "VBD" or verb.i < 2 or verb.nbor(-1).text != ",":
        return []
    word = verb.nbor(-2)
    for _ in range(CLIMB):
        if word.dep_ == "appos":
            return [word.head]
        word = word.head
    return []


def _antecedent(subject: Token, verb: Token) -> Token:
    """Whom a relative pronoun means: the noun its clause hangs on, or else the noun it follows."""
    if subject.lower_ in RELATIVE:
        clause = verb
        while clause.dep_ not in ("relcl", "ROOT") and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl":
            return clause.head
        before = subject.i - (2 if subject.i > 1 and subject.nbor(-1).text == "," else 1)
        if subject.lower_ in PERSONAL and before >= 0 and subject.doc[before].pos_ in ("NOUN", "PROPN"):
            return subject.doc[before]
    return subject


def _of_noun(noun: Token, steps: int) -> list[Token]:
    """The one meant by "leaders meeting in Rome" (leaders) and by "his readiness to meet" (his)."""
    if noun.pos_ == "PROPN" or noun.pos_ == "PRON":
        return [noun]
    owners = [c for c in noun.children if c.dep_ == "poss"]
    return [*owners, noun] if owners else [noun, *_of_governor(noun, noun.head, steps)]


def _of_governor(word: Token, head: Token, steps: int) -> list[Token]:
    if head == word or steps <= 0:
        return []
    if head.pos_ == "ADP" or head.dep_ == "prep":
        if word.dep_ == "pcomp" and head.lower_ in CONTROLLED and (told := _object_before(head)):
            return [told]
        return _of_governor(head, head.head, steps - 1)
    if head.pos_ in ("VERB", "AUX"):
        if word.dep_ == "xcomp" and (controllers := [c for c in head.children if c.dep_ in ("dobj", "obj", "dative")]):
            return controllers
        told = _told_before(word, head)
        passive = [c for c in (told or head).children if c.dep_ == "nsubjpass"]
        return [_antecedent(c, told or head) for c in passive] or subjects(told or head, steps - 1)
    if head.pos_ in ("NOUN", "PROPN", "PRON"):
        return _of_noun(head, steps - 1)
    return _of_governor(head, head.head, steps - 1)


def _object_before(preposition: Token) -> Token | None:
    """Who does it in "thanked China for hosting the talks", "barred him from meeting them"."""
    objects = (c for c in preposition.head.children if c.dep_ == "dobj" and c.i < preposition.i)
    return next((c for c in objects if c.pos_ in ("PROPN", "PRON")), None)


def _told_before(word: Token, speech: Token) -> Token | None:
    """The clause a phrase ends where the parse hangs it on the speech: "He left, after talks with X, they said"."""
    if speech.lemma_ not in load_contact_frames().list("speech_verbs") or word.i > speech.i:
        return None
    return next((c for c in speech.children if c.dep_ == "ccomp" and c.i < word.i), None)


def holders(noun: Token) -> list[Token]:
    """Whoever holds, attends or speaks at what the noun names: the subject of the verb it hangs on."""
    verb, path = governor(noun)
    if verb is None or path not in load_contact_frames().list("held_by"):
        return []
    if verb.pos_ not in ("VERB", "AUX"):
        return [verb]
    passive = [c for c in verb.children if c.dep_ == "nsubjpass"]
    if path == "object":
        return [s for s in subjects(verb) if s is not noun]
    return [_antecedent(c, verb) for c in passive] or subjects(verb)


def subjects_above(trigger: Token) -> Iterator[tuple[list[Token], bool]]:
    """The subjects of the clauses around a trigger, the closest first, and whether they only speak of what it tells."""
    word, spoken = trigger, False
    for _ in range(CLIMB):
        if word.head == word:
            return
        spoken = spoken or word.dep_ in ("ccomp", "parataxis")
        word = word.head
        if word.pos_ in ("VERB", "AUX"):
            yield [_antecedent(c, word) for c in word.children if c.dep_ in SUBJECTS or c.dep_ == "nsubjpass"], spoken


def governor(noun: Token) -> tuple[Token | None, str]:
    """The verb (or the noun: "Portman, on a visit") that a noun hangs on, and how: object, subject or a preposition."""
    word, path = noun, ""
    for _ in range(CLIMB):
        head = word.head
        if head == word:
            return None, path
        match word.dep_:
            case "dobj" | "nsubjpass" | "attr" | "oprd":
                return head, path or "object"
            case "nsubj":
                return head, path or "subject"
            case "pobj":
                carried = head.lower_ == "of" and head.head.lemma_.lower() in load_contact_frames().list("carriers")
                path = path or ("" if carried else head.lower_)
            case "npadvmod" | "dep" | "appos" | "ccomp" | "intj":
                if head.pos_ in ("VERB", "AUX"):
                    return head, path or "object"
        if head.pos_ in ("VERB", "AUX") and head.dep_ != "prep":  # "following the talks" hangs on a further verb
            return head, path or "object"
        if (
            head.pos_ in ("NOUN", "PROPN")
            and word.dep_ == "prep"
            and head.lemma_.lower() not in load_contact_frames().list("carriers")
        ):
            return head, path
        word = head
    return None, path


def verb_of(trigger: Token) -> Token | None:
    """The verb that tells of it: the trigger itself, or the one a noun hangs on."""
    return trigger if trigger.pos_ == "VERB" else governor(trigger)[0]


def prepositional(preposition: str, trigger: Token) -> list[Token]:
    """The objects of a preposition hung on the trigger, on its object, or on the verb that carries the trigger.

    Where the parse hangs it elsewhere, the preposition that follows close by counts: "a meeting this week of A and B".
    """
    seats = [trigger]
    if trigger.pos_ in ("VERB", "AUX"):
        seats += [c for c in trigger.children if c.dep_ in ("dobj", "prt", "advmod", "prep")]
    else:
        verb, path = governor(trigger)
        if verb is not None and path == "object" and verb.pos_ == "VERB":
            seats.append(verb)
        seats += [c for c in trigger.children if c.dep_ in ("prep", "conj")]
        held = load_contact_frames().list("support_verbs")  # "talks that she held with Syria"
        seats += [c for c in trigger.children if c.dep_ == "relcl" and c.lemma_ in held]
        if preposition == "between":  # "the deal signed between"
            seats += [c for c in trigger.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    hung = (c for seat in seats for c in seat.children if c.lower_ == preposition and c.dep_ in HUNG)
    found = [p for child in hung for p in _governed(child)]
    if not found and trigger.pos_ == "NOUN" and (near := _next(preposition, trigger)):
        found = _governed(near)
    return [_relative(p) for p in found]


def _governed(preposition: Token) -> list[Token]:
    """What a preposition governs; the parser may take "with visiting President Abbas" for visiting him."""
    found = [p for p in preposition.children if p.dep_ == "pobj"]
    return found or [t for p in preposition.children if p.dep_ == "pcomp" for t in modified(p)]


def _next(preposition: str, trigger: Token) -> Token | None:
    """The preposition within reach to the right, no verb or mark standing between."""
    for i in range(trigger.i + 1, min(trigger.i + REACH, len(trigger.doc))):
        token = trigger.doc[i]
        if token.lower_ == preposition and token.pos_ == "ADP":
            return token
        if token.pos_ in PARTING or (token.pos_ == "NOUN" and token.lemma_ not in TIMES):
            return None
    return None


def _relative(token: Token) -> Token:
    """Whom "with whom he held talks" means."""
    if token.lower_ in RELATIVE:
        return next((clause.head for clause in token.ancestors if clause.dep_ == "relcl"), token)
    return token


def around(trigger: Token) -> Iterator[Token]:
    """The children of the trigger and of the verbs it hangs on, down one preposition: where "here" and days stand."""
    word = trigger
    for _ in range(3):
        for child in word.children:
            if child != trigger:
                yield child
                if child.dep_ in ("prep", "advmod"):
                    yield from child.children
        if word.head == word or word.dep_ in ("ccomp", "relcl"):
            return
        word = word.head
