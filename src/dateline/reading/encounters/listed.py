"""Who is named together: those that "and" and commas join, whatever the parse."""

from __future__ import annotations

from spacy.tokens import Token

from dateline.reading.casting.cast import Standing
from dateline.reading.encounters.scene import Scene

QUANTITIES = ("member", "range", "number", "host", "variety", "series", "couple", "dozen", "score", "handful", "string")
MOST = 8
"""People that a list joined by "and" may have."""
SUBJECT = ("nsubj", "nsubjpass")


def joined(head: Token) -> list[Token]:
    """The head and all that "and" and commas join to it, in order."""
    found: list[Token] = []
    queue = [head]
    while queue and len(found) < 24:
        token = queue.pop(0)
        if token.lemma_ in QUANTITIES:  # "a range of officials"
            queue += [p for c in token.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"]
            continue
        found.append(token)
        queue += [child for child in token.children if child.dep_ == "conj" and not _is_past_the_end(token, child)]
        # "leaders of 40 states, including the premier of ..."
        queue += [p for c in token.children if c.lower_ == "including" for p in c.children if p.dep_ == "pobj"]
        # "Egypt, Pakistan discuss": headlines join parties by a comma, which is parsed as an apposition
        queue += [c for c in token.children if c.dep_ == "appos" and _joins(token, c)]
        # "with the top legislator Wu Bangguo and the premier Wen Jiabao": the second name is joined to the first
        queue += [j for c in token.children if c.dep_ == "appos" for j in c.children if _is_also(c, j)]
    return found


def _is_past_the_end(token: Token, conjunct: Token) -> bool:
    """ "After talks between A and B, C said": what a comma parts from a list that had its "and" is not of it."""
    before = [token] if token.dep_ == "conj" else [c for c in token.children if c.dep_ == "conj" and c.i < conjunct.i]
    ended = any(t.left_edge.i > 0 and t.left_edge.nbor(-1).lower_ == "and" for t in before)
    return ended and conjunct.left_edge.i > 0 and conjunct.left_edge.nbor(-1).text == ","


def _is_also(name: Token, conjunct: Token) -> bool:
    return conjunct.dep_ == "conj" and name.pos_ == conjunct.pos_ == "PROPN" and not _is_past_the_end(name, conjunct)


def _joins(token: Token, apposition: Token) -> bool:
    return token.ent_type_ == "GPE" and apposition.ent_type_ == "GPE"


def beside(scene: Scene, head: Token) -> list[Token]:
    """Those named right before or after with "and", whatever the parse: "Premier Ehud Ulman and Minister Amir Parets".

    A comma joins only in a list that ends in "and"; a subject is not joined to what another verb governs.
    """
    found: list[Token] = []
    here = scene.standings.get(head.i)
    listed = False
    while here is not None and here.start > 1 and len(found) < MOST:
        mark = scene.doc[here.start - 1]
        if mark.lower_ != "and" and not (listed and mark.text == ","):
            break
        before = scene.covering.get(mark.i - 1)
        if before is None or before.end != mark.i or not _may_join(scene, head, before):
            break
        found.append(scene.doc[before.head])
        here, listed = before, True
    return found + _listed_after(scene, head)


def _listed_after(scene: Scene, head: Token) -> list[Token]:
    """Those that follow in a list which ends in "and": "of the UN, the AU, the Arab League and the government"."""
    here, pending = scene.standings.get(head.i), list[Token]()
    while here is not None and here.end < len(scene.doc) - 1 and len(pending) < MOST:
        at = here.end
        last = scene.doc[at].lower_ == "and" or scene.doc[at + 1].lower_ == "and"
        if not last and scene.doc[at].text != ",":
            break
        while at < len(scene.doc) - 1 and (scene.doc[at].text == "," or scene.doc[at].lower_ in ("and", "the")):
            at += 1
        near = (scene.standings.get(i) for i in range(at, min(at + MOST, len(scene.doc))))
        starting = [s for s in near if s is not None and at - 1 <= s.start <= at]
        here = max(starting, key=lambda s: s.end, default=None)
        if here is None or not _may_follow(scene, head, here):
            break
        pending.append(scene.doc[here.head])
        if last:
            return pending
    return []


def _may_follow(scene: Scene, head: Token, other: Standing) -> bool:
    word = scene.doc[other.head]
    same = scene.standings[head.i].actors
    told = word.tag_ == "PRP$" or (same and same == other.actors)  # "and his counterpart Donald Trump"
    return word.dep_ not in SUBJECT and word.head.i >= head.i - MOST and not told


def _may_join(scene: Scene, head: Token, other: Standing) -> bool:
    """Whether both are people, and neither is the subject of a clause of its own."""
    one = scene.standings[head.i]
    if not all(len(s.actors) == 1 and scene.actors[s.actors[0]].kind == "person" for s in (one, other)):
        return False
    word = scene.doc[other.head]
    return word.dep_ not in SUBJECT and (head.dep_ not in SUBJECT or word.dep_ in ("conj", "appos", "compound", "nmod"))
