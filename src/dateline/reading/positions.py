"""Where each side stands: explicit policy stances."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge import Knowledge
from dateline.knowledge.stances import StanceFrame
from dateline.reading.actors import Cast
from dateline.reading.analysis import Analysis, span_of
from dateline.reading.framing import own_wording
from dateline.reading.layout import MARKS
from dateline.record import Position, Span, Statement
from dateline.record.model import Party, Stance

BODY = "body"
OWN = frozenset({"i", "we", "he", "she"})
VERDICTS = frozenset({"MODAL", "MARK"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
TAKEN_OVER: dict[Stance, frozenset[str]] = {
    "offers": frozenset({"commitment", "goodwill"}),
    "demands": frozenset({"goodwill"}),
}
"""The frames that take over what a stance commits to."""

ISSUE_LENGTH = 14
"""An issue is a short phrase: longer ones are cut at this many tokens."""


@dataclass(frozen=True)
class Found:
    """A trigger in the text with the stance it says and the statement it is part of."""

    frame: StanceFrame
    token: Token
    stance: Stance
    statement: Statement | None
    is_cue: bool


def read_positions(
    analysis: Analysis, cast: Cast, statements: tuple[Statement, ...], knowledge: Knowledge
) -> tuple[Position, ...]:
    """Every clear stance of a party on an issue, in order; one for each holder, sentence and stance."""
    if not _is_between_parties(cast):
        return ()
    positions: dict[tuple[str | None, int, Stance], Position] = {}
    for found in _triggers(analysis, statements, knowledge.stances):
        issue = _issue(found)
        if issue is None or not _is_issue(issue.root, found.frame):
            continue
        stance = _stance(found.stance, issue.root, knowledge.stances)
        evidence = _sentence(found.token)
        for holder in _holders(found, cast):
            key = (holder.country, evidence.start, stance)
            if holder.country and key not in positions:
                positions[key] = Position(
                    holder=holder,
                    issue=issue.text,
                    stance=stance,
                    statement=found.statement.id if found.statement else None,
                    evidence=(span_of(BODY, evidence),),
                    evidence_text=evidence.text,
                )
    return tuple(
        position.model_copy(update={"frame": own_wording(position, analysis, statements)})
        for position in positions.values()
    )


def _is_issue(head: Token, frame: StanceFrame) -> bool:
    """People are nobody's issue; nor is what the frame excepts."""
    return head.lemma_ not in frame.unless and head.ent_type_ != "PERSON" and head.pos_ != "PRON"


def _stance(stance: Stance, committed: Token, frames: Mapping[str, tuple[StanceFrame, ...]]) -> Stance:
    """ "pledged to support" supports: what is offered or asked for may itself be a stance."""
    taking_over = TAKEN_OVER.get(stance, frozenset())
    rows = frames.get(committed.lemma_, ())
    return next((f.stance for f in rows if f.where in taking_over and f.stance), stance)


def _is_between_parties(cast: Cast) -> bool:
    """Whether several sides are told of: what a government says to its own people is no position here."""
    sides = {actor.country for actor in cast.actors if actor.kind != "media" and actor.country}
    return len(sides) > 1 or any(actor.kind == "armed_group" for actor in cast.actors)


def _triggers(
    analysis: Analysis, statements: tuple[Statement, ...], frames: Mapping[str, tuple[StanceFrame, ...]]
) -> Iterator[Found]:
    doc = analysis.docs[BODY]
    for token in doc:
        for frame in frames.get(token.lemma_.lower(), ()):
            if frame.where in TAKEN_OVER["offers"] or not _matches(token, frame):
                continue
            statement, is_cue = _statement_at(token, statements)
            stance = frame.negated if _negated(token, frame) else frame.stance
            if stance and (statement is not None or frame.where != "said"):
                yield Found(frame, token, stance, statement, is_cue)
            break


def _matches(token: Token, frame: StanceFrame) -> bool:
    if any(c.lower_ == "whether" for c in _governor(token).lefts):
        return False
    if len(frame.trigger) > 1:
        words = token.doc[token.i : token.i + len(frame.trigger)]
        if tuple(t.lemma_.lower() for t in words) != frame.trigger:
            return False
    if frame.pos == "MODAL":
        return token.dep_ == "aux"
    if frame.pos == "MARK":
        return token.dep_ == "mark" and token.head.dep_ == "advcl"
    # "a motion to criticise": what a noun is for is nobody's stance yet
    return token.pos_ == frame.pos and not (token.dep_ == "acl" and token.tag_ == "VB")


def _statement_at(token: Token, statements: tuple[Statement, ...]) -> tuple[Statement | None, bool]:
    for statement in statements:
        if any(s.start <= token.idx < s.end for s in statement.cue):
            return statement, True
    for statement in statements:
        if any(s.start <= token.idx < s.end for s in statement.content):
            return statement, False
    return None, False


def _governor(token: Token) -> Token:
    """The verb on which the trigger's subject and negation hang."""
    if token.dep_ in ("aux", "mark"):
        return token.head
    for node in (token, *token.ancestors):
        if node.pos_ in ("VERB", "AUX"):
            return node
    return token


def _negated(token: Token, frame: StanceFrame) -> bool:
    verbs = {token.i, _governor(token).i}
    if "to" in frame.issue:
        verbs |= {c.i for c in token.rights if c.dep_ in ("xcomp", "ccomp") and any(w.lower_ == "to" for w in c.lefts)}
    return any(c.dep_ == "neg" for i in verbs for c in token.doc[i].children)


# --- who ----------------------------------------------------------------------------------------------------------


def _holders(found: Found, cast: Cast) -> list[Party]:
    """Whose stance it is: the speaker's, unless the words give it to another party."""
    speaker = found.statement.speaker if found.statement else None
    if speaker is not None and (found.is_cue or "subject" in found.frame.issue):
        return [speaker]
    subject = _subject(found)
    parties = _parties(subject, cast) if subject is not None else []
    if speaker is None:
        return parties
    if found.frame.pos in VERDICTS:
        return [speaker] if _fits_verdict(found, subject, parties) else []
    if subject is None:
        return [speaker] if found.frame.where == "said" else []
    if subject.lower_ in OWN or (not parties and subject.pos_ == "PRON"):
        return [speaker]
    return [speaker] if any(p.country == speaker.country for p in parties) else parties


def _fits_verdict(found: Found, subject: Token | None, parties: list[Party]) -> bool:
    """ "must" and "should" demand of others; "will" offers what the speaker's own side does, "I will" is no policy."""
    assert found.statement is not None
    speaker = found.statement.speaker
    own = subject is not None and (
        subject.lower_ == "we" or any(p.country == speaker.country and p.actor != speaker.actor for p in parties)
    )
    if found.frame.trigger == ("will",):
        return own and subject is not None and subject.i < found.token.i
    if found.frame.stance == "demands":
        return subject is not None and not own and subject.lower_ not in OWN
    return True


def _subject(found: Found) -> Token | None:
    token = found.token
    if token.pos_ == "NOUN":
        owner = next((c for c in token.lefts if c.dep_ == "poss"), None)
        if owner is not None and owner.pos_ != "PRON":
            return owner
    node = _governor(token)
    agent = next((c for c in node.children if c.dep_ == "agent"), None)
    if agent is not None and node.i == token.i:
        return next(iter(agent.children), None)
    if any(c.dep_ == "auxpass" for c in token.children):
        return None
    return _shared_subject(node)


def _shared_subject(node: Token) -> Token | None:
    """The subject of a verb or of the verbs it hangs from; of a participle, the noun it belongs to."""
    for _ in range(4):
        subject = next((c for c in node.children if c.dep_ in SUBJECTS), None)
        if subject is not None:
            return subject
        if node.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep", "acl"):
            return None
        node = node.head
        if node.pos_ in ("NOUN", "PROPN"):
            return node
    return None


def _parties(subject: Token, cast: Cast) -> list[Party]:
    """The parties a subject names, one for each of its coordinated heads."""
    parties = []
    for head in (subject, *subject.conjuncts):
        span = Span(part=BODY, start=head.doc[head.left_edge.i].idx, end=head.idx + len(head))
        party = cast.party(span)
        if party.country and party.name:
            parties.append(party)
    return parties


# --- what ---------------------------------------------------------------------------------------------------------


def _issue(found: Found) -> TokenSpan | None:
    """The issue as a short phrase, verbatim."""
    token = found.token
    for place in found.frame.issue:
        phrase = _at(place, token)
        if phrase is not None:
            return _short(phrase)
    return None


def _at(place: str, token: Token) -> TokenSpan | None:
    passive = any(c.dep_ == "nsubjpass" for c in token.children)
    if place == "object":
        if token.dep_ == "acl" and token.tag_ == "VBN":
            return _phrase(token.head)
        wanted = "nsubjpass" if passive else "dobj"
        return next((_phrase(c) for c in token.children if c.dep_ == wanted), None)
    if place == "to":
        for child in token.rights:
            if child.dep_ in ("xcomp", "ccomp", "acl", "advcl") and any(c.lower_ == "to" for c in child.lefts):
                return _infinitive(child)
        return None
    if place == "others":
        return next(
            (_infinitive(c) for c in token.rights if c.dep_ in ("ccomp", "xcomp") and _has_own_subject(c)), None
        )
    if place == "clause":
        return next((_phrase(c) for c in token.rights if c.dep_ in ("ccomp", "acl")), None)
    if place == "subject":
        subject = _shared_subject(_governor(token))
        return _phrase(subject) if subject is not None else None
    if place == "self":
        return _clause(token)
    preposition = next((c for c in token.rights if c.dep_ in ("prep", "prt") and c.lower_ == place[1:]), None)
    return next((_phrase(c) for c in preposition.children if c.i > preposition.i), None) if preposition else None


def _infinitive(verb: Token) -> TokenSpan:
    return verb.doc[verb.i : verb.right_edge.i + 1]


def _has_own_subject(verb: Token) -> bool:
    """ "wanted Tehran to stop"."""
    return any(c.dep_ == "nsubj" for c in verb.lefts) and any(c.lower_ == "to" for c in verb.lefts)


def _clause(token: Token) -> TokenSpan:
    """What must, will or need be: the verb with its complements; after "if", the whole condition."""
    verb = token.head
    start = token.i + 1 if token.dep_ == "mark" else verb.i
    return token.doc[start : max(verb.right_edge.i + 1, start + 1)]


def _phrase(head: Token) -> TokenSpan:
    end = head.right_edge.i + 1
    for child in head.rights:
        if child.dep_ in ("relcl", "advcl", "punct") or (child.dep_ == "acl" and child.tag_ == "VBN"):
            end = child.left_edge.i
            break
    return head.doc[head.left_edge.i : max(end, head.i + 1)]


def _short(phrase: TokenSpan) -> TokenSpan:
    start, end = phrase.start, min(phrase.end, phrase.start + ISSUE_LENGTH)
    while start < end - 1 and (phrase.doc[start].is_punct or phrase.doc[start].lower_ in ("that", "a", "an")):
        start += 1
    while end > start + 1 and (phrase.doc[end - 1].is_punct or phrase.doc[end - 1].is_space):
        end -= 1
    return phrase.doc[start:end]


def _sentence(token: Token) -> TokenSpan:
    sentence = token.sent
    start, end = sentence.start, sentence.end
    while end > start + 1 and token.doc[end - 1].is_space:
        end -= 1
    while start < end - 1 and (token.doc[start].is_space or token.doc[start].text in MARKS):
        start += 1
    return token.doc[start:end]
