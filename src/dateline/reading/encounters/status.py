"""How sure it is: the status of a contact from tense, modality, negation and the words around its trigger."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.knowledge.contact_frames import ContactFrames, Frame
from dateline.record import ContactStatus

STEPS = 5
OUTER = ("ccomp", "advcl", "conj", "parataxis")
"""Clauses end here: what the outer clause says is said of something else, save for control ("agreed to meet")."""

ASIDE = ("during", "after", "following", "at", "in", "since", "before", "through", "throughout", "upon", "amid", "on")
"""Prepositions of circumstance; those of purpose (for, to, into, of) pass on what the verb says of the status."""

FUTURE = ("will", "shall", "'ll", "would")
POSSIBLE = ("may", "might", "could", "can", "should", "must")


def status_of(trigger: Token, frame: Frame, words: ContactFrames, headline: bool = False) -> ContactStatus | None:
    """What the words say, or ``None`` where they say nothing of it; the present tense of a ``headline`` does not."""
    chain = list(_governors(trigger, words))
    if trigger.pos_ not in ("VERB", "AUX"):
        for child in trigger.lefts:
            if child.dep_ in ("amod", "nmod", "advmod") and (cue := words.status.get(child.lemma_.lower())):
                return cue
    if "modified" in frame.visitor or "bloc" in frame.needs or ("concluded" in frame.needs and _is_made(trigger)):
        return frame.status
    aside = _aside(trigger)
    if aside in words.list("after"):
        return "held"
    for verb in chain:
        cue = _cue(verb, words) if verb == trigger or not aside or verb.pos_ == "NOUN" else None
        if verb == trigger and "terms" in frame.needs:
            cue = None  # that they "agreed" is the contact itself
        negated = any(c.dep_ == "neg" or c.lower_ in ("never",) for c in verb.children)
        modal = next((c.lower_ for c in verb.children if c.dep_ == "aux" and c.tag_ == "MD"), None)
        if cue in ("cancelled", "postponed", "refused"):
            return "scheduled" if negated and cue != "refused" else cue
        if negated and verb.pos_ in ("VERB", "AUX", "ADJ") and (modal in FUTURE or cue in ("proposed", "scheduled")):
            return "refused"
        if negated and _is_off_the_agenda(verb):
            return "refused"
        if cue in ("proposed", "scheduled"):
            return "scheduled" if cue == "proposed" and _is_accepted(trigger, frame) else cue
        if any(m.lower_ == "if" for c in verb.children if c.dep_ == "advcl" for m in c.children):
            return "proposed"
        if (
            verb.lemma_ == "be"
            and verb.tag_ in ("VBZ", "VBP")
            and trigger.head.lower_ == "in"
            and trigger.head.head == verb
        ):
            return "ongoing"  # "they are in talks"
        if modal in FUTURE:
            return "scheduled"
        if modal in POSSIBLE:
            return "proposed"
        if verb.tag_ in ("VB", "VBP", "VBZ") and _to_be(verb):
            return "scheduled"
        if verb == trigger and frame.kind == "visit" and verb.tag_ in ("VBZ", "VBP") and frame.status is None:
            return None if headline else "scheduled"  # "before he heads to Rome"
        if cue == "ongoing" and verb.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
            return "ongoing"
        if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and _perfect(verb)):
            if verb == trigger or aside or verb.lemma_ in words.list("support_verbs"):
                return frame.status or "held"
            break
        if verb.tag_ == "VBG" and any(c.lower_ in ("is", "are", "'s", "'re", "am") for c in verb.children):
            return "ongoing"
    if frame.status:
        return frame.status
    return None


def _is_made(accord: Token) -> bool:
    """ "They refused to sign the agreement reached between ...": made it was, whatever others do of it."""
    return any(c.dep_ == "acl" and c.tag_ == "VBN" and c.left_edge.lower_ != "to" for c in accord.rights)


def _is_off_the_agenda(verb: Token) -> bool:
    """ "A visit is not on the agenda"."""
    return verb.lemma_ == "be" and any(
        p.lemma_ in ("agenda", "card", "table", "programme", "program", "schedule")
        for c in verb.children
        if c.lower_ == "on"
        for p in c.children
    )


def _is_accepted(trigger: Token, frame: Frame) -> bool:
    """ "Invited him to visit, and he accepted"."""
    return "invite" in frame.verbs and any(t.lemma_ == "accept" for t in trigger.sent if t.i > trigger.i)


def is_past(trigger: Token, words: ContactFrames) -> bool:
    """Whether the clause only tells what came after it: "returned home after visits to"."""
    return _aside(trigger) in words.list("after")


def put_off_by(trigger: Token, words: ContactFrames) -> Token | None:
    """The verb that puts off or calls off what the trigger tells: "suspended talks", "the visit was cancelled"."""
    undoing = ("postponed", "cancelled")
    return next((v for v in _governors(trigger, words) if v.pos_ == "VERB" and _cue(v, words) in undoing), None)


def is_over(trigger: Token, words: ContactFrames) -> bool:
    """Whether the words say that it has ended: "ended his visit", "after a visit to", "returned from", "last visit"."""
    near = [trigger.head, trigger.head.head, *trigger.lefts]
    return any(t.lemma_.lower() in words.list("endings") for t in near if t != trigger)


def _aside(trigger: Token) -> str | None:
    """The preposition that makes the trigger a mere circumstance of its clause: "during the talks, he proposed"."""
    word = trigger
    for _ in range(STEPS):
        if word.dep_ == "prep" and word.head.pos_ in ("VERB", "AUX"):
            return word.lower_ if word.lower_ in ASIDE else None
        if word.pos_ in ("VERB", "AUX") and word != trigger:
            return None
        word = word.head
    return None


def _governors(trigger: Token, words: ContactFrames) -> Iterator[Token]:
    """The trigger, and the words that rule it within its clause and through control."""
    word = trigger
    for _ in range(STEPS):
        if word.pos_ in ("VERB", "AUX", "ADJ") or words.status.get(word.lemma_.lower()):
            yield word
        head = word.head
        if head == word or word.dep_ == "relcl":
            return
        if word.dep_ in OUTER and word.pos_ in ("VERB", "AUX") and not _is_urged(word):
            return
        if word != trigger and word.dep_ == "nsubj" and head.lemma_ in words.list("speech_verbs"):
            return
        word = head


def _is_urged(verb: Token) -> bool:
    """ "Suggested that they hold talks": the bare verb of what is only wanted."""
    return (
        verb.dep_ == "ccomp"
        and verb.tag_ in ("VB", "VBP")
        and verb.head.tag_ in ("VBD", "VBN", "VBZ")
        and any(c.lower_ == "that" for c in verb.children)
    )


def _cue(word: Token, words: ContactFrames) -> ContactStatus | None:
    lemma = word.lemma_.lower()
    for child in word.children:
        if child.dep_ in ("prt", "prep", "advmod") and (cue := words.status.get(f"{lemma} {child.lower_}")):
            return cue
    return words.status.get(lemma)


def _to_be(verb: Token) -> bool:
    """ "is to meet", "was to arrive"."""
    if not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return False
    return verb.head.lemma_ == "be" or verb.dep_ == "ROOT"


def _perfect(verb: Token) -> bool:
    return (
        any(c.lemma_ in ("have", "be") and c.dep_ in ("aux", "auxpass") for c in verb.children) or verb.dep_ == "ROOT"
    )
