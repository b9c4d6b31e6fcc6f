"""Event frames from the tables of acts: for texts of which no model says what was done."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.actions import Actions
from dateline.model.frames import Frame
from dateline.reading.acts.deeds import deeds_of
from dateline.reading.acts.whom import Named, sides_of
from dateline.reading.analysis import Analysis
from dateline.reading.casting.cast import Cast
from dateline.record import Place, Span

REPORTED = "reported"
"""The label of what another tells than the report and those who act; its value is empty or this word."""


def propose_acts(analysis: Analysis, places: tuple[Place, ...], cast: Cast, actions: Actions) -> tuple[Frame, ...]:
    """The event frames of the body by the rows of ``acts.csv`` and ``nouns.csv``, in order.

    The trigger is the verb (or noun), labels are those of a frame, and beside them ``clause`` (its end and start in the
    body), ``contexts`` (joined by ``|``), ``reported``. A deed of which no side is known is left out; so is sport.
    """
    if is_of_sport(analysis, actions):
        return ()
    spots = tuple((mention, p.country) for p in places if p.country for mention in p.mentions if mention.part == "body")
    return tuple(_frames(analysis, Named(cast, spots, actions), actions))


def _frames(analysis: Analysis, named: Named, actions: Actions) -> Iterator[Frame]:
    for sentence in analysis.docs["body"].sents:
        for deed in deeds_of(sentence, actions):
            sides = sides_of(deed, named, actions)
            if sides is None:
                continue
            coding = actions.coding(deed.cameo)
            root = deed.clause.root
            yield Frame(
                kind="event",
                trigger=Span(part="body", start=root.idx, end=root.idx + len(root.text)),
                roles={"who": sides[0], "whom": sides[1]},
                labels={
                    "event": coding.event,
                    "mode": coding.mode or "",
                    "cameo": deed.cameo,
                    "contexts": "|".join(deed.contexts),
                    "reported": REPORTED if deed.reported else "",
                },
                score=SURE if not deed.vague else VAGUE,
            )


SURE, VAGUE = 0.8, 0.5
"""How sure a row is: ``vague`` deeds are known by a general word only (``agreed``, ``must``)."""


def is_of_sport(analysis: Analysis, actions: Actions) -> bool:
    """Whether a report is of sport, where sides attack and defend without any deed: by its share of sport's words."""
    words = analysis.words["body"].folds
    told = sum("sport" in actions.classes.get(word, ()) for word in words)
    return told >= SPORT_WORDS and told >= SPORT_SHARE * len(words)


SPORT_WORDS, SPORT_SHARE = 4, 0.02
"""At least so many words of sport, and such a share of all: twice what reports of games as an occasion have."""
