"""What a contact is about: its topics, each with its standing, the exact phrase and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from dateline.model.frames import Topic
from dateline.reading.analysis import Analysis, span_of
from dateline.reading.encounters.encounter import Encounter
from dateline.reading.speech.said import Said
from dateline.reading.topic_phrase import phrase_of
from dateline.record import AgendaItem, ContactStatus, Standing, Statement

TALKED_OF = frozenset(
    {"discuss", "discussion", "agenda", "table", "talk", "negotiate", "negotiation", "raise", "debate"}
)
"""Words by which something is talked of, or is to be."""
REFUSING = frozenset({"refuse", "decline", "reject", "rule"})
OBJECTS = ("prep", "dobj", "attr", "acomp", "advmod", "prt")
AHEAD = ("scheduled", "proposed", "postponed", "cancelled", "refused")


def read_agendas(
    analysis: Analysis, encounters: Sequence[Encounter], statements: tuple[Statement, ...]
) -> dict[int, tuple[AgendaItem, ...]]:
    """The agenda of each encounter, by its place in the sequence; items in the order of the text, no topic twice.

    A topic belongs to the encounter with the mention that the model most likely takes it to be about.
    """
    said = Said(statements)
    found: dict[int, dict[str, AgendaItem]] = {}
    for number, topic in enumerate(analysis.frames.topics):
        belongs, about = _encounter(analysis, number, encounters)
        if belongs is not None and _names_matter(analysis, topic):
            raw = topic.score * about
            item = _item(analysis, topic, encounters[belongs].status, said, raw)
            items = found.setdefault(belongs, {})
            if item.topic.casefold() not in items:
                items[item.topic.casefold()] = item
                line = f"contact c{belongs + 1}, topic {item.topic}"
                likely = topic.standings.get(item.standing, 0.0)
                rule = f"model: topic {topic.score:.2f}; of this contact {about:.2f}, {item.standing} {likely:.2f}"
                analysis.because(line, rule, topic.span)
    return {n: tuple(items.values()) for n, items in found.items()}


def _encounter(analysis: Analysis, topic: int, encounters: Sequence[Encounter]) -> tuple[int | None, float]:
    """The number of the encounter a topic is one of, and how likely it is one of it."""
    about = analysis.frames.about
    shares = [max(about.get((topic, m.number), 0.0) for m in encounter.mentions) for encounter in encounters]
    best = max(range(len(shares)), key=lambda n: shares[n], default=None)
    if best is None or shares[best] < analysis.limits.about:
        return None, 0.0
    return best, shares[best]


def _names_matter(analysis: Analysis, topic: Topic) -> bool:
    """Whether the words name a matter: a noun of some length, or an act; not "regional", "by" or "the"."""
    tokens = analysis.tokens(topic.span)
    return any(
        (token.pos_ in ("NOUN", "PROPN") and len(token) > 2) or (token.pos_ == "VERB" and len(tokens) > 1)
        for token in tokens
    )


def _item(analysis: Analysis, topic: Topic, status: ContactStatus, said: Said, raw: float) -> AgendaItem:
    statement = said.at(topic.span)
    return AgendaItem(
        topic=analysis.text(span_of(topic.span.part, phrase_of(analysis.tokens(topic.span)))),
        standing="excluded" if _is_excluded(analysis, topic) else _standing(topic, status),
        according_to=statement.speaker.name if statement is not None else None,
        evidence=(analysis.sentence(topic.span),),
        confidence=analysis.confidence("topic", raw),
    )


def _is_excluded(analysis: Analysis, topic: Topic) -> bool:
    """Whether it is denied that the topic is talked of: "Crimea will not be on the agenda", "refused to discuss".

    The model has seen too few of these to tell them.
    """
    root = analysis.tokens(topic.span).root
    for verb in (root, *root.ancestors):
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        talked = [verb, *(t for c in verb.children if c.dep_ in OBJECTS for t in c.subtree)]
        denied = any(c.dep_ == "neg" for c in verb.children) or verb.head.lemma_ in REFUSING
        if denied and any(token.lemma_.lower() in TALKED_OF for token in talked):
            return True
        if verb.dep_ not in ("xcomp", "pcomp", "conj", "auxpass"):
            return False
    return False


def _standing(topic: Topic, status: ContactStatus) -> Standing:
    """The likeliest standing as of the contact's status: of what is not held nothing was discussed or agreed."""
    best = max(topic.standings, key=lambda standing: topic.standings[standing])
    standing = next(s for s in get_args(Standing) if s == best)
    return "expected" if standing in ("discussed", "agreed") and status in AHEAD else standing
